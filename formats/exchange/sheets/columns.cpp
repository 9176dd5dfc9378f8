#include "formats/exchange/sheets/columns.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "formats/base/error.h"
#include "formats/base/fold.h"
#include "formats/base/say.h"

namespace tiku::formats::sheets {
namespace {

// Head words as real files have them, folded (layouts X1 to X18, and the national template of domain 5.2).
const std::unordered_map<std::string_view, Field>& headWords() {
  static const std::unordered_map<std::string_view, Field> kWords{{"题干", Field::kStem},
                                                                  {"题目", Field::kStem},
                                                                  {"试题", Field::kStem},
                                                                  {"试题题干", Field::kStem},
                                                                  {"题目题干", Field::kStem},
                                                                  {"试题题目", Field::kStem},
                                                                  {"试题内容", Field::kStem},
                                                                  {"题目内容", Field::kStem},
                                                                  {"题目标题", Field::kStem},
                                                                  {"试题正文", Field::kStem},
                                                                  {"题面", Field::kStem},
                                                                  {"问题", Field::kStem},
                                                                  {"question", Field::kStem},
                                                                  {"questioncontent", Field::kStem},
                                                                  {"stem", Field::kStem},
                                                                  {"选项", Field::kOptions},
                                                                  {"备选项", Field::kOptions},
                                                                  {"备选答案", Field::kOptions},
                                                                  {"试题选项", Field::kOptions},
                                                                  {"选项内容", Field::kOptions},
                                                                  {"optioncontent", Field::kOptions},
                                                                  {"options", Field::kOptions},
                                                                  {"答案", Field::kKey},
                                                                  {"正确答案", Field::kKey},
                                                                  {"参考答案", Field::kKey},
                                                                  {"标准答案", Field::kKey},
                                                                  {"试题答案", Field::kKey},
                                                                  {"正确选项", Field::kKey},
                                                                  {"key", Field::kKey},
                                                                  {"answer", Field::kKey},
                                                                  {"questionanswer", Field::kKey},
                                                                  {"correctanswer", Field::kKey},
                                                                  {"题型", Field::kType},
                                                                  {"类型", Field::kType},
                                                                  {"题目类型", Field::kType},
                                                                  {"试题类型", Field::kType},
                                                                  {"题型代码", Field::kType},
                                                                  {"题目类型代码", Field::kType},
                                                                  {"题型名称", Field::kType},
                                                                  {"题类", Field::kType},
                                                                  {"type", Field::kType},
                                                                  {"questiontype", Field::kType},
                                                                  {"等级", Field::kLevel},
                                                                  {"级别", Field::kLevel},
                                                                  {"技能等级", Field::kLevel},
                                                                  {"职业等级", Field::kLevel},
                                                                  {"难度", Field::kDifficulty},
                                                                  {"难度代码", Field::kDifficulty},
                                                                  {"难度等级", Field::kDifficulty},
                                                                  {"难度系数", Field::kDifficulty},
                                                                  {"难易度", Field::kDifficulty},
                                                                  {"难易程度", Field::kDifficulty},
                                                                  {"difficulty", Field::kDifficulty},
                                                                  {"一致性", Field::kConsistency},
                                                                  {"一致性代码", Field::kConsistency},
                                                                  {"解析", Field::kRationale},
                                                                  {"答案解析", Field::kRationale},
                                                                  {"试题解析", Field::kRationale},
                                                                  {"题目解析", Field::kRationale},
                                                                  {"备注", Field::kRationale},
                                                                  {"note", Field::kRationale},
                                                                  {"analysis", Field::kRationale},
                                                                  {"explanation", Field::kRationale},
                                                                  {"questionexplain", Field::kRationale},
                                                                  {"鉴定点", Field::kPoint},
                                                                  {"鉴定点代码", Field::kPoint},
                                                                  {"认定点", Field::kPoint},
                                                                  {"认定点代码", Field::kPoint},
                                                                  {"考评点", Field::kPoint},
                                                                  {"考评点代码", Field::kPoint},
                                                                  {"考核点", Field::kPoint},
                                                                  {"细目点代码", Field::kPoint},
                                                                  {"知识点", Field::kPoint},
                                                                  {"知识点代码", Field::kPoint},
                                                                  {"编号", Field::kCode},
                                                                  {"题号", Field::kCode},
                                                                  {"id", Field::kCode},
                                                                  {"试题编号", Field::kCode},
                                                                  {"题目编号", Field::kCode},
                                                                  {"试题代码", Field::kCode},
                                                                  {"试题id", Field::kCode},
                                                                  {"分值", Field::kMarks},
                                                                  {"分数", Field::kMarks},
                                                                  {"配分", Field::kMarks},
                                                                  {"score", Field::kMarks},
                                                                  {"出处", Field::kReference},
                                                                  {"来源", Field::kReference},
                                                                  {"命题依据", Field::kReference},
                                                                  {"参考资料", Field::kReference},
                                                                  {"reference", Field::kReference},
                                                                  {"页码", Field::kPage},
                                                                  {"序号", Field::kSerial},
                                                                  {"行号", Field::kSerial},
                                                                  {"顺序号", Field::kSerial},
                                                                  {"no", Field::kSerial}};
  return kWords;
}

// "A", "选项A", "A选项", "A项", "试题选项A", "option a", "选项1", "选项一"; -1 for anything else.
int optionOfHead(std::string_view folded) {
  for (const std::string_view before : {"试题选项", "备选答案", "备选项", "选项", "option", "选"}) {
    if (!folded.starts_with(before)) continue;
    folded.remove_prefix(before.size());
    constexpr std::array<std::string_view, 8> kNumerals{"一", "二", "三", "四", "五", "六", "七", "八"};
    for (std::size_t i = 0; i < kNumerals.size(); ++i) {
      if (folded == kNumerals[i]) return static_cast<int>(i);
    }
    if (folded.size() == 1 && folded[0] >= '1' && folded[0] <= '8') return folded[0] - '1';
    break;
  }
  for (const std::string_view after : {"选项", "项", "答案"}) {
    if (folded.size() > after.size() && folded.ends_with(after)) folded.remove_suffix(after.size());
  }
  return folded.size() == 1 && folded[0] >= 'a' && folded[0] <= 'h' ? folded[0] - 'a' : -1;
}

std::optional<Column> fieldOf(const std::string& folded) {
  const auto found = headWords().find(folded);
  if (found != headWords().end()) return Column{0, found->second, 0};
  const int option = optionOfHead(folded);
  if (option >= 0) return Column{0, Field::kOption, option};
  return std::nullopt;
}

// The text without what stands in brackets: notes for those who fill in the sheet.
std::string withoutBrackets(std::string_view text) {
  std::string rest;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = 1;
    while (at + size < text.size() && (text[at + size] & 0xC0) == 0x80) ++size;
    const std::string_view character = text.substr(at, size);
    if (character == "(" || character == "（" || character == "【") ++depth;
    if (depth == 0) rest += character;
    if (depth > 0 && (character == ")" || character == "）" || character == "】")) --depth;
    at += size;
  }
  return rest;
}

bool isHead(const std::vector<std::optional<Column>>& cells, const ColumnChoice& choice) {
  std::set<Field> fields;
  for (const auto& cell : cells) {
    if (cell) fields.insert(cell->field);
  }
  fields.erase(Field::kSerial);
  if (fields.contains(Field::kStem)) return fields.size() >= 2;
  // The stem's column was named by its letter; an item's key "A" alone makes no head.
  return choice.needsNoHead() && fields.size() >= 2;
}

std::vector<std::optional<Column>> recognised(const Sheet& sheet, int row, const ColumnChoice& choice) {
  std::vector<std::optional<Column>> cells;
  for (const SheetCell& cell : sheet.rows[static_cast<std::size_t>(row)]) {
    const auto chosen = choice.fieldOfHead(trimmedWords(cell.text));
    cells.push_back(chosen ? chosen : recogniseHead(cell.text));
  }
  return cells;
}

// The second row of a head: A B C D under a wide 选项, and nothing else that is new.
bool continuesHead(const Sheet& sheet, int row) {
  if (static_cast<std::size_t>(row) >= sheet.rows.size()) return false;
  int options = 0;
  for (const SheetCell& cell : sheet.rows[static_cast<std::size_t>(row)]) {
    if (cell.text.empty() || cell.merged) continue;
    const auto column = recogniseHead(cell.text);
    if (!column || column->field != Field::kOption) return false;
    ++options;
  }
  return options >= 2;
}

ItemTable tableAt(const Sheet& sheet, int row) {
  ItemTable table;
  table.headRow = row;
  table.headRows = continuesHead(sheet, row + 1) ? 2 : 1;
  table.firstRow = row + table.headRows;
  const auto& head = sheet.rows[static_cast<std::size_t>(row)];
  std::set<std::pair<Field, int>> taken;
  int inside = 0;  // Columns so far below one wide 选项.
  for (int c = 0; c < static_cast<int>(head.size()); ++c) {
    const std::string& words = head[static_cast<std::size_t>(c)].text;
    std::optional<Column> column = recogniseHead(words);
    if (table.headRows == 2) {
      const SheetCell* below = sheet.at(row + 1, c);
      const auto option = below == nullptr || below->merged ? std::nullopt : recogniseHead(below->text);
      if (option) column = option;
    } else if (column && column->field == Field::kOptions) {
      const bool wide =
          (c > 0 && head[static_cast<std::size_t>(c)].merged) ||
          (c + 1 < static_cast<int>(head.size()) && head[static_cast<std::size_t>(c) + 1].merged &&
           head[static_cast<std::size_t>(c) + 1].text == words);
      if (wide) column = Column{0, Field::kOption, inside++};
    }
    // A repeated head counts once: 备注 beside 解析 is no second rationale.
    if (column && taken.insert({column->field, column->option}).second) {
      column->index = c;
      table.columns.push_back(*column);
    } else if (!trimmedWords(words).empty()) {
      table.unknown.push_back(c);
    }
  }
  return table;
}

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

std::optional<Column> fieldNamed(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Field>, 12> kNames{{{"stem", Field::kStem},
                                                                       {"options", Field::kOptions},
                                                                       {"key", Field::kKey},
                                                                       {"type", Field::kType},
                                                                       {"level", Field::kLevel},
                                                                       {"difficulty", Field::kDifficulty},
                                                                       {"consistency", Field::kConsistency},
                                                                       {"rationale", Field::kRationale},
                                                                       {"point", Field::kPoint},
                                                                       {"code", Field::kCode},
                                                                       {"marks", Field::kMarks},
                                                                       {"reference", Field::kReference}}};
  for (const auto& [known, field] : kNames) {
    if (name == known) return Column{0, field, 0};
  }
  constexpr std::string_view kOption = "option-";
  if (name.size() == kOption.size() + 1 && name.starts_with(kOption) && name.back() >= 'a' &&
      name.back() <= 'h') {
    return Column{0, Field::kOption, name.back() - 'a'};
  }
  return std::nullopt;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!word.empty()) text += (text.empty() ? "“" : "、“") + word + "”";
  }
  return text;
}

}  // namespace

std::string trimmedWords(std::string_view text) {
  constexpr std::array<std::string_view, 6> kSpaces{" ", "\t", "\r", "\n", "　", "\xC2\xA0"};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view space : kSpaces) {
      if (text.starts_with(space)) {
        text.remove_prefix(space.size());
        found = true;
      }
      if (text.ends_with(space)) {
        text.remove_suffix(space.size());
        found = true;
      }
    }
  }
  return std::string(text);
}

std::vector<std::string> wordsOfRow(const Sheet& sheet, int row) {
  std::vector<std::string> words;
  for (const SheetCell& cell : sheet.rows[static_cast<std::size_t>(row)])
    words.push_back(trimmedWords(cell.text));
  return words;
}

std::optional<Column> recogniseHead(std::string_view text) {
  constexpr std::size_t kLongest = 120;
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  if (const auto field = fieldOf(foldWords(text))) return field;
  const std::string rest = withoutBrackets(text);
  return rest.empty() || rest == text ? std::nullopt : fieldOf(foldWords(rest));
}

const Column* ItemTable::find(Field field) const {
  for (const Column& column : columns) {
    if (column.field == field) return &column;
  }
  return nullptr;
}

std::vector<ItemTable> tablesWithHeads(const Sheet& sheet, const ColumnChoice& choice) {
  std::vector<ItemTable> tables;
  const int rows = static_cast<int>(sheet.rows.size());
  for (int row = 0; row < rows; ++row) {
    if (!isHead(recognised(sheet, row, choice), choice)) continue;
    if (!tables.empty()) tables.back().lastRow = row - 1;
    tables.push_back(tableAt(sheet, row));
    row = tables.back().firstRow - 1;
  }
  if (!tables.empty()) tables.back().lastRow = rows - 1;
  return tables;
}

ColumnChoice::ColumnChoice(const std::map<std::string, std::string>& columns) {
  for (const auto& [name, where] : columns) {
    const auto column = fieldNamed(name);
    if (!column) {
      throw FormatError(ErrorCode::kUsage, say("没有“{name}”这一项。", "name"_a = name), {},
                        say("可用的项：{fields}。",
                            "fields"_a = "stem, option-a … option-h, options, key, type, level, difficulty, "
                                         "consistency, rationale, point, code, marks, reference"));
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
    std::erase_if(table.columns, [&](const Column& column) {
      return column.index == index ||
             (column.field == choice.column.field && column.option == choice.column.option);
    });
    std::erase(table.unknown, index);
    Column column = choice.column;
    column.index = index;
    table.columns.push_back(column);
  }
}

void ColumnChoice::checkUsed(const std::vector<std::string>& heads, int width) const {
  for (const Choice& choice : choices_) {
    if (choice.used) continue;
    throw FormatError(
        ErrorCode::kUsage,
        say("“{name}”指定的列“{where}”不存在。", "name"_a = choice.name, "where"_a = choice.where), {},
        say("表格有 A 到 {last} 列，表头有：{heads}。", "last"_a = columnName(std::max(width - 1, 0)),
            "heads"_a = joined(heads)));
  }
}

}  // namespace tiku::formats::sheets
