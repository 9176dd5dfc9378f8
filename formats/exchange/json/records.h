#pragma once

#include <map>
#include <string>
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
