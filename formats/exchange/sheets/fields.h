#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/reading.h"

/// What a column of a sheet of items can say.
namespace tiku::formats::sheets {

enum class Field {
  kStem,
  kOption,   ///< One option a column.
  kOptions,  ///< All options in one cell.
  kKey,
  kType,
  kLevel,
  kDifficulty,
  kConsistency,
  kRationale,
  kPoint,
  kPointPart,  ///< One level of the way to the point: 知识点一级 ... 六级.
  kCode,
  kMarks,
  kReference,
  kPage,      ///< Page of the reference.
  kMaterial,  ///< What several items share before their stems.
  kSerial,    ///< Counts the rows and says nothing.
};

/// Options that have a column, a label and a letter: A to J.
inline constexpr int kMostOptions = 10;
inline constexpr int kMostPointParts = 6;

struct Column {
  int index = 0;  ///< 0-based column of the sheet.
  Field field = Field::kStem;
  int option = 0;  ///< Of kOption: 0 is A. Of kPointPart: 0 is 一级.
};

/// Whether several columns of a table may have the field; their words are joined.
bool mayRepeat(Field field);

/// The stable name of a column's meaning: "stem", "option-a", "point-1", "rationale".
std::string fieldName(const Column& column);
/// The meaning of such a name, with index 0.
std::optional<Column> fieldNamed(std::string_view name);
/// The same for people: "选项 A".
std::string fieldWords(const Column& column);

/// "stem, option-a … option-j, options, key ...": for messages.
std::string allFieldNames();

/// The value that says that a column is not read.
inline constexpr std::string_view kNoField = "none";
/// Every meaning that a column can be given, and kNoField.
std::vector<ReadingChoice> fieldChoices();

}  // namespace tiku::formats::sheets
