#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/import.h"
#include "formats/exchange/workbook.h"
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

/// One option of several in a text: its words are [from, to), in bytes.
struct OptionBytes {
  int option = 0;
  std::size_t from = 0;
  std::size_t to = 0;
};

/// The labelled options that a text begins with and consists of: "(A)无关  (B)成反比", "A.甲 B.乙". With
/// `some` one is enough, and the first need not be A: "B、乙".
std::vector<OptionBytes> optionSpansOf(std::string_view text, bool some);

/// Where labelled options begin behind other words: "量具应 A.校准 B.清洗". At the end of the text when there
/// are none.
std::size_t optionsWithin(std::string_view text);

/// The bytes [from, to) of the cell's words without white space at their ends, raised and lowered signs with
/// them.
SheetCell sliceOf(const SheetCell& cell, std::size_t from, std::size_t to);

/// Options that share one cell: "(A)无关  (B)成反比", "A.甲 B.乙", one a line, "甲|乙|丙". Empty when it
/// cannot be told where one ends.
std::vector<SheetCell> splitOptions(const SheetCell& cell);

/// Takes off the labels that repeat the option's own letter ("A.", "(A)"), when all options have theirs.
void dropOwnLabels(std::vector<RichText>& options);

/// A letter and the words of its option, as a key names them where the options themselves are missing.
struct LetterWithWords {
  int option = 0;
  std::string words;
};
/// "C，一定职业", "A 道德准则、B 道德情操": letters in their order, each with words; empty for anything else.
std::vector<LetterWithWords> lettersAndWords(std::string_view text);

/// The options that a key names by their places, "2" or "0,2" or "134", counted from `base`; empty where it
/// names none or one that is not among `options`.
std::vector<int> optionsByPlace(std::string_view text, int base, int options);

/// A key that stands before what explains it: "参考答案：D。\r\n解析：...".
struct KeyInWords {
  std::string key;       ///< "D"
  std::size_t rest = 0;  ///< Where the words go on behind it, in bytes.
};
std::optional<KeyInWords> keyInWords(std::string_view text);

/// "A", "AC": for reports.
std::string lettersOf(const std::vector<int>& options);

}  // namespace tiku::formats::sheets
