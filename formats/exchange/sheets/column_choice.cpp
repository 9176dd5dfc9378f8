#include "formats/exchange/sheets/column_choice.h"

#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::formats::sheets {
namespace {

int columnOfLetters(std::string_view text) {
  if (text.empty() || text.size() > 3) return -1;
  int column = 0;
  for (const char c : text) {
    const char upper = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    if (upper < 'A' || upper > 'Z') return -1;
    column = column * 26 + (upper - 'A' + 1);
  }
  return column - 1;
}

std::string quoted(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!word.empty()) text += (text.empty() ? "“" : "、“") + word + "”";
  }
  return text;
}

}  // namespace

ColumnChoice::ColumnChoice(const std::map<std::string, std::string>& columns) {
  for (const auto& [name, where] : columns) {
    const auto column = fieldNamed(name);
    if (!column) {
      throw FormatError(ErrorCode::kUsage, say("没有“{name}”这一项。", "name"_a = name), {},
                        say("可用的项：{fields}。", "fields"_a = allFieldNames()));
    }
    choices_.push_back({*column, name, trimmedWords(where), columnOfLetters(trimmedWords(where)), false});
  }
}

bool ColumnChoice::needsNoHead() const {
  return std::ranges::any_of(choices_, [](const Choice& choice) {
    return choice.column.field == Field::kStem && choice.letter >= 0;
  });
}

std::optional<Column> ColumnChoice::fieldOfHead(const std::string& words) const {
  for (const Choice& choice : choices_) {
    if (!words.empty() && choice.where == words) return choice.column;
  }
  return std::nullopt;
}

void ColumnChoice::apply(ItemTable& table, const std::vector<std::string>& head) {
  for (Choice& choice : choices_) {
    // The letter of a column first: "C" is the third column even where a head says C.
    int index = choice.letter;
    if (const auto named = std::ranges::find(head, choice.where);
        named != head.end() && (index < 0 || choice.letter >= static_cast<int>(head.size()))) {
      index = static_cast<int>(named - head.begin());
    }
    if (index < 0 || (!head.empty() && index >= static_cast<int>(head.size()))) continue;
    choice.used = true;
    // Of a field that several columns may have, the one that he named is meant.
    std::erase_if(table.columns, [&choice](const Column& column) {
      return column.field == choice.column.field && column.option == choice.column.option;
    });
    Column column = choice.column;
    column.index = index;
    table.assign(column);
  }
}

void ColumnChoice::checkUsed(const std::vector<std::string>& heads, int width) const {
  for (const Choice& choice : choices_) {
    if (choice.used) continue;
    throw FormatError(
        ErrorCode::kUsage,
        say("“{name}”指定的列“{where}”不存在。", "name"_a = choice.name, "where"_a = choice.where), {},
        say("表格有 A 到 {last} 列，表头有：{heads}。", "last"_a = columnName(std::max(width - 1, 0)),
            "heads"_a = quoted(heads)));
  }
}

}  // namespace tiku::formats::sheets
