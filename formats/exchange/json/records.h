#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "formats/exchange/workbook.h"

namespace tiku::formats::json {

using Json = nlohmann::ordered_json;

/// A question as cells by the words of their column's head.
struct Record {
  std::vector<std::pair<std::string, SheetCell>> cells;

  void set(const std::string& head, SheetCell cell);
  void set(const std::string& head, std::string words);
  [[nodiscard]] const SheetCell* find(const std::string& head) const;
};

/// What is too much of a text in JSON before it is parsed, as a sentence: nested too deep, too many values,
/// or too many members of one object, which are looked through one by one. Empty when nothing is.
std::string excessOf(std::string_view text);

/// Whether the object says a question: a stem, and options, an answer or questions of its own.
bool isQuestion(const Json& object);

/// The questions of an object, which is one question or, with questions of its own, several.
std::vector<Record> recordsOf(const Json& object);

/// "题干|甲|乙": "乙", one question a member.
bool isJoined(const Json& object);
std::vector<Record> joinedRecords(const Json& object);

/// The record as rows of a sheet whose first row names the columns.
Sheet sheetOf(const std::string& name, const std::vector<Record>& records);

}  // namespace tiku::formats::json
