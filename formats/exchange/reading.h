#pragma once

#include <map>
#include <string>
#include <vector>

/// How an importer understood the layout of a file, told in plain words before anything is taken, so that a
/// person can put right what was understood wrongly.
namespace tiku::formats {

/// Another way to read one feature of the layout.
struct ReadingChoice {
  std::string value;  ///< Stable word, for ImportOptions::corrections and the command: "in-stem".
  std::string words;  ///< The same for people: "答案在题干的括号内".
};

/// One feature of the layout as it was understood.
struct ReadingLine {
  /// What it is about, stable from reading to reading of the same file: "numbers", "options", "answers",
  /// "judgement", "section:3", "column:Sheet1!C". Key of ImportOptions::corrections.
  std::string key;
  std::string value;                   ///< How it was read: one of the choices, or free where there are none.
  std::string words;                   ///< The whole sentence: "题号由 Word 自动编号，正文里没有".
  std::string evidence;                ///< What speaks for it: "230 题中的 228 题"; may be empty.
  std::vector<ReadingChoice> choices;  ///< Empty where there is nothing to choose.
  bool corrected = false;              ///< As a person said it, not as it was inferred.
};

/// What a person said against the reading: key of a line -> value of one of its choices.
using ReadingCorrections = std::map<std::string, std::string>;

}  // namespace tiku::formats
