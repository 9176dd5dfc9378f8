#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/exchange/importers.h"

/// A bank and tables to import into it.
namespace tiku::tests {

using Rows = std::vector<std::vector<std::string>>;

inline formats::Sheet sheet(const std::string& name, const Rows& rows) {
  formats::Sheet made;
  made.name = name;
  for (const auto& row : rows) {
    made.rows.emplace_back();
    for (const std::string& words : row) {
      made.rows.back().emplace_back();
      made.rows.back().back().text = words;
    }
  }
  return made;
}

inline formats::Workbook book(const Rows& rows) {
  formats::Workbook made;
  made.file = "题库.xlsx";
  made.sheets = {sheet("Sheet1", rows)};
  return made;
}

/// A bank of 四级 and 三级.
inline formats::Bank bankOfTwoLevels() {
  formats::BankInfo info;
  info.levels = {*formats::Level::of(4), *formats::Level::of(3)};
  return formats::Bank(info);
}

inline formats::ImportOptions intoLevel(int level) {
  formats::ImportOptions options;
  options.level = formats::Level::of(level);
  return options;
}

inline std::vector<formats::TheoryItem> itemsOf(const formats::Edit& edit) {
  std::vector<formats::TheoryItem> items;
  for (const auto& step : edit.steps()) {
    if (const auto* item = formats::as<formats::TheoryItem>(step.object)) items.push_back(*item);
  }
  return items;
}

/// The items of a table that is imported into an empty bank as 三级.
inline std::vector<formats::TheoryItem> imported(const Rows& rows) {
  return itemsOf(formats::importItems(bankOfTwoLevels(), book(rows), intoLevel(3)).edit);
}

/// "? reason" of a unit; "" when the report has no such unit.
inline std::string verdict(const formats::ImportReport& report, const std::string& at) {
  const auto row = std::ranges::find(report.rows, at, &formats::SourceVerdict::at);
  if (row == report.rows.end()) return {};
  constexpr const char* kSigns = "+-?";
  return std::string(1, kSigns[static_cast<int>(row->verdict)]) + " " + row->reason;
}

/// "AC", "√", "×", "甲|乙" or the words of the reference answer; "" without a key.
inline std::string keyOf(const formats::TheoryItem& item) {
  std::string key;
  if (const auto* choice = std::get_if<formats::ChoiceKey>(&item.key)) {
    for (const int option : choice->options) key += static_cast<char>('A' + option);
  } else if (const auto* judgement = std::get_if<formats::JudgementKey>(&item.key)) {
    key = judgement->correct ? "√" : "×";
  } else if (const auto* blanks = std::get_if<formats::FillInKey>(&item.key)) {
    for (const auto& blank : blanks->blanks) key += (key.empty() ? "" : "|") + blank.at(0);
  } else if (const auto* reference = std::get_if<formats::ReferenceKey>(&item.key)) {
    key = reference->answer.str();
  }
  return key;
}

inline std::vector<std::string> keysOf(const std::vector<formats::TheoryItem>& items) {
  std::vector<std::string> keys;
  for (const auto& item : items) keys.push_back(keyOf(item));
  return keys;
}

/// The types' letters in the national template: "BGC".
inline std::string typesOf(const std::vector<formats::TheoryItem>& items) {
  std::string letters;
  for (const auto& item : items) letters += formats::itemTypeLetter(item.type);
  return letters;
}

/// "<甲><乙>"
inline std::string optionsOf(const formats::TheoryItem& item) {
  std::string all;
  for (const auto& option : item.options) all += "<" + option.str() + ">";
  return all;
}

/// Reads the workbook into an empty bank as 三级, with what a person said of its reading.
inline formats::ImportResult readBook(const formats::Workbook& workbook,
                                      const formats::ReadingCorrections& corrections = {}) {
  formats::ImportOptions options = intoLevel(3);
  options.corrections = corrections;
  return formats::importItems(bankOfTwoLevels(), workbook, options);
}

inline formats::ImportResult readBook(const Rows& rows, const formats::ReadingCorrections& corrections = {}) {
  return readBook(book(rows), corrections);
}

/// "value | words | evidence" of a line of the reading; "" when there is none.
inline std::string lineOf(const formats::ImportReport& report, const std::string& key) {
  const auto found = std::ranges::find(report.reading, key, &formats::ReadingLine::key);
  if (found == report.reading.end()) return {};
  return found->value + " | " + found->words + (found->evidence.empty() ? "" : " | " + found->evidence);
}

template <typename Call>
formats::FormatError refusalOf(const Call& call) {
  try {
    call();
  } catch (const formats::FormatError& error) {
    return error;
  }
  FAIL("was not refused");
  throw std::logic_error("not reached");
}

}  // namespace tiku::tests
