#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/import.h"
#include "formats/model/text.h"

/// Answers and options as authors write them.
namespace tiku::formats::sheets {

/// The key of a judgement, in whatever marks; 0 and 1 after `code`.
std::optional<bool> judgementOf(std::string_view text, JudgementCode code);

/// The letters of a bracket or key: "A、C" is 0 and 2; nothing when the text holds anything but letters and
/// separators.
std::optional<std::vector<int>> optionLetters(std::string_view text);

/// Which options a key cell names.
struct ChoiceAnswer {
  std::vector<int> options;  ///< Ascending; empty when there is a doubt.
  std::string doubt;         ///< A sentence; empty when it was understood.
};

/// Reads `A`, `AB`, `A,B`, `A|B`, ` B`, `Ｄ`, `c`, a letter with its option's words, or the words alone.
ChoiceAnswer choiceAnswer(std::string_view text, const std::vector<RichText>& options);

/// Options that share one cell: "(A)无关  (B)成反比", "A.甲 B.乙", one a line, "甲|乙|丙". Empty when it
/// cannot be told where one ends.
std::vector<std::string> splitOptions(std::string_view text);

/// Takes off the labels that repeat the option's own letter ("A.", "(A)"), when all options have theirs.
void dropOwnLabels(std::vector<RichText>& options);

/// "A", "AC": for reports.
std::string lettersOf(const std::vector<int>& options);

}  // namespace tiku::formats::sheets
