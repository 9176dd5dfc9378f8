#include "formats/exchange/sheets/column_lines.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/exchange/sheets/answers.h"
#include "formats/exchange/sheets/head_words.h"
#include "formats/exchange/sheets/row.h"
#include "formats/exchange/sheets/tables.h"

namespace tiku::formats::sheets {
namespace {

/// How many cells of a column are full, and how many say what such a column says.
struct Agreement {
  int filled = 0;
  int understood = 0;
  bool judged = false;  ///< Whether the field has values that can be told from others.
};

bool isUnderstood(const Column& column, const std::string& words) {
  switch (column.field) {
    case Field::kKey: {
      const auto label = labelledWords(words);
      const std::string own(label ? std::string(label->rest) : words);
      return optionLetters(own) || judgementOf(own, JudgementCode::kUsual) || !lettersAndWords(own).empty();
    }
    case Field::kType:
      return static_cast<bool>(typeOfCode(words));
    case Field::kLevel:
      return Level::parse(words).has_value();
    case Field::kDifficulty:
    case Field::kConsistency:
      return ratingOf(column.field, words).has_value();
    case Field::kMarks:
      return !words.empty() && words[0] >= '0' && words[0] <= '9';
    default:
      return true;
  }
}

Agreement agreementOf(const Sheet& sheet, const ItemTable& table, const Column& column, int width) {
  Agreement agreement;
  agreement.judged = column.field == Field::kKey || column.field == Field::kType ||
                     column.field == Field::kLevel || column.field == Field::kDifficulty ||
                     column.field == Field::kConsistency || column.field == Field::kMarks;
  for (int row = table.firstRow; row <= table.lastRow; ++row) {
    if (width > 0 && widthOfRow(sheet, row) != width) continue;
    const std::string words = wordsAt(sheet, row, column.index);
    if (words.empty()) continue;
    ++agreement.filled;
    if (agreement.judged) agreement.understood += isUnderstood(column, words) ? 1 : 0;
  }
  return agreement;
}

std::string evidenceOf(const Column& column, const Agreement& agreement) {
  if (!agreement.judged) return say("{n} 格有内容", "n"_a = agreement.filled);
  return column.field == Field::kKey
             ? say("{n} 格中 {m} 格是选项字母或判断记号", "n"_a = agreement.filled,
                   "m"_a = agreement.understood)
             : say("{n} 格中 {m} 格认得", "n"_a = agreement.filled, "m"_a = agreement.understood);
}

std::string wordsOf(const Sheet& sheet, const ItemTable& table, int c, int width,
                    const std::string& meaning) {
  const std::string head = table.headRow < 0 ? std::string() : wordsAt(sheet, table.headRow, c);
  const std::string letter = columnName(c);
  if (sheet.isRecords()) return say("“{head}”：{meaning}。", "head"_a = head, "meaning"_a = meaning);
  if (!head.empty()) {
    return say("{column} 列“{head}”：{meaning}。", "column"_a = letter, "head"_a = head,
               "meaning"_a = meaning);
  }
  if (width > 0) {
    return say("{width} 列的行，{column} 列：{meaning}。", "width"_a = width, "column"_a = letter,
               "meaning"_a = meaning);
  }
  return say("{column} 列：{meaning}。", "column"_a = letter, "meaning"_a = meaning);
}

std::string keyOf(const Sheet& sheet, const ItemTable& table, int c, const WhichTable& place) {
  const std::string key = columnKey(sheet, c, std::max(table.headRow, 0), place.first || place.width > 0);
  return place.width > 0 && !place.first ? key + "/" + std::to_string(place.width) : key;
}

}  // namespace

void settleTableColumns(const Sheet& sheet, ItemTable& table, const WhichTable& place,
                        Understanding& understanding) {
  if (table.headRow >= 0 && table.find(Field::kKey) == nullptr) {
    const int keys = columnOfKeys(sheet, table);
    if (keys >= 0) table.assign({keys, Field::kKey, 0});
  }
  int width = place.width;
  if (place.width == 0) {
    for (int row = std::max(table.headRow, 0); row <= table.lastRow; ++row)
      width = std::max(width, static_cast<int>(sheet.rows[static_cast<std::size_t>(row)].size()));
  }
  const std::vector<ReadingChoice> choices = fieldChoices();
  for (int c = 0; c < width; ++c) {
    const Column* known = table.at(c);
    const std::string key = keyOf(sheet, table, c, place);
    const bool hasHead = table.headRow >= 0 && !wordsAt(sheet, table.headRow, c).empty();
    if (known == nullptr && !hasHead && place.width == 0 && !understanding.isSaid(key)) continue;
    const std::string value =
        understanding.settle(key, known == nullptr ? std::string(kNoField) : fieldName(*known), choices);
    if (!understanding.isSaid(key)) continue;
    if (const auto said = fieldNamed(value)) {
      table.assign({c, said->field, said->option});
    } else {
      table.drop(c);
    }
  }
  for (int c = 0; c < width; ++c) {
    const Column* known = table.at(c);
    const std::string key = keyOf(sheet, table, c, place);
    const bool hasHead = table.headRow >= 0 && !wordsAt(sheet, table.headRow, c).empty();
    if (known == nullptr && !hasHead && place.width == 0 && !understanding.isSaid(key)) continue;
    const Column meant = known == nullptr ? Column{c, Field::kSerial, 0} : *known;
    const Agreement agreement = agreementOf(sheet, table, meant, place.width);
    understanding.change(key, known == nullptr ? std::string(kNoField) : fieldName(*known));
    understanding.tell(
        key, wordsOf(sheet, table, c, place.width, known == nullptr ? say("不读") : fieldWords(*known)),
        known == nullptr ? say("{n} 格有内容", "n"_a = agreement.filled) : evidenceOf(meant, agreement));
  }
}

}  // namespace tiku::formats::sheets
