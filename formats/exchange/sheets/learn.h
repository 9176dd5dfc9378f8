#pragma once

#include <string>
#include <vector>

#include "formats/exchange/sheets/layout.h"

/// What a table's cells say about its columns.
namespace tiku::formats::sheets {

/// Finds what the keys have in common, and what the values of a type column stand for where they are no names
/// of types; the latter is settled as lines.
void learnTable(const Sheet& sheet, TableLayout& table, Understanding& understanding);

/// Types as choices, by their stable names.
std::vector<ReadingChoice> typeChoices();
/// Those of a heading: types, 选择题, 判断题 with one key for all, and no heading at all.
std::vector<ReadingChoice> headingChoices();
std::string headingValue(const TypeHint& heading);
TypeHint headingOfValue(const std::string& value);
/// The words of the choice with this value.
std::string choiceWords(const std::vector<ReadingChoice>& choices, const std::string& value);

}  // namespace tiku::formats::sheets
