// Items in tables: as the lines that they would be without the table.
#include <algorithm>
#include <set>
#include <utility>

#include "formats/base/say.h"
#include "formats/exchange/items/document_lines.h"
#include "formats/exchange/items/type_words.h"
#include "formats/exchange/ledger.h"
#include "formats/exchange/sheets/head_words.h"

namespace tiku::formats {
namespace {

using sheets::Column;
using sheets::Field;

std::string letterLabel(int option) {
  return std::string(1, static_cast<char>('A' + option)) + "、";
}

std::string cellWords(const DocCell& cell) {
  return utf8(trimmed(plainText(cell.str())));
}

/// The lines of a cell, the first with `label` before it.
std::vector<LineText> cellLines(const DocCell& cell, std::string label = {}) {
  std::vector<LineText> lines;
  for (const DocParagraph& paragraph : cell.paragraphs) {
    for (const RichText::Block& block : paragraph.text.blocks()) {
      const auto* words = std::get_if<Paragraph>(&block);
      if (words == nullptr) continue;
      std::string own = paragraph.label == "•" ? std::string() : paragraph.label;
      for (const Paragraph& line : splitLines(*words)) {
        if (own.empty() && LineText({}, line).empty()) continue;
        LineText text(label.empty() ? own : label, line);
        lines.push_back(std::move(text));
        label.clear();
        own.clear();
      }
    }
  }
  return lines;
}

/// The word by which the field's line is known in a document without tables.
std::string tagOf(Field field) {
  switch (field) {
    case Field::kKey:
      return "答案：";
    case Field::kRationale:
      return "解析：";
    case Field::kDifficulty:
      return "难度：";
    case Field::kConsistency:
      return "一致性：";
    case Field::kPoint:
      return "考评点：";
    case Field::kReference:
      return "出处：";
    case Field::kMarks:
      return "分值：";
    default:
      return {};
  }
}

class TableLines {
 public:
  explicit TableLines(const DocTable& table) : table_(table) {}

  std::vector<DocumentLine> run(int& items) {
    if (!underHead() && !named() && !framed()) return {};
    items += items_;
    std::set<std::string> told;
    for (const DocumentLine& line : lines_) told.insert(line.at);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {  // Every row gets its verdict.
      if (!told.contains(rowAt(row))) add(row, {});
    }
    return std::move(lines_);
  }

 private:
  [[nodiscard]] std::string rowAt(std::size_t row) const {
    return tableRowAt(table_.number, static_cast<int>(row) + 1);
  }

  void add(std::size_t row, const LineText& text) {
    lines_.emplace_back();
    lines_.back().at = rowAt(row);
    lines_.back().text = text.part(0);
  }

  void addField(std::size_t row, const Column& column, const DocCell& cell) {
    if (column.field == Field::kOption) {
      // The cell may begin with the letter that its column has already.
      const std::u32string plain = plainText(cellWords(cell));
      const auto label = optionLabel(plain, 0);
      const bool lettered = label && !label->isWeak && label->option == column.option;
      for (const LineText& line : cellLines(cell, lettered ? std::string() : letterLabel(column.option)))
        add(row, line);
      return;
    }
    const std::string tag = column.field == Field::kOptions ? std::string() : tagOf(column.field);
    if (tag.empty() && column.field != Field::kOptions) return;
    for (const LineText& line : cellLines(cell, tag)) add(row, line);
  }

  void addStem(std::size_t row, const DocCell& cell, const ItemStart& start) {
    std::vector<LineText> lines = cellLines(cell);
    if (lines.empty()) return;
    ++items_;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      add(row, lines[i]);
      if (i > 0) continue;
      // The stem may carry its number, its mark and its type as it would in a line of its own.
      ItemStart own = itemStart(lines_.back().text.plain()).value_or(ItemStart());
      if (own.isWeak || own.isInner) own = {};
      if (!own.type) own.type = start.type;
      if (!own.number) own.number = start.number;
      lines_.back().start = own;
    }
  }

  /// What the row's small cells say of its item.
  ItemStart startOf(const std::vector<DocCell>& row, const std::vector<Column>& columns) const {
    ItemStart start;
    for (const Column& column : columns) {
      const DocCell* cell = cellAt(row, column.index);
      if (cell == nullptr) continue;
      const std::u32string plain = plainText(cellWords(*cell));
      if (column.field == Field::kType) start.type = itemTypeByName(utf8(plain));
      std::size_t digits = 0;
      if (column.field == Field::kSerial || column.field == Field::kCode)
        start.number = numberAt(plain, digits);
    }
    return start;
  }

  static const DocCell* cellAt(const std::vector<DocCell>& row, int column) {
    const auto found = std::ranges::find_if(row, [column](const DocCell& cell) {
      return column >= cell.column && column < cell.column + cell.columnSpan;
    });
    return found == row.end() || found->continued ? nullptr : &*found;
  }

  static std::vector<Column> headOf(const std::vector<DocCell>& row) {
    std::vector<Column> columns;
    for (const DocCell& cell : row) {
      auto column = sheets::recogniseHead(cellWords(cell));
      if (!column) continue;
      column->index = cell.column;
      columns.push_back(*column);
    }
    const bool stem = std::ranges::find(columns, Field::kStem, &Column::field) != columns.end();
    return stem && columns.size() > 1 ? columns : std::vector<Column>();
  }

  /// A row an item, under a row of heads.
  bool underHead() {
    constexpr std::size_t kHeadRows = 3;
    for (std::size_t head = 0; head + 1 < table_.rows.size() && head < kHeadRows; ++head) {
      const std::vector<Column> columns = headOf(table_.rows[head]);
      if (columns.empty() || table_.rows[head].size() < 2) continue;
      for (std::size_t row = 0; row <= head; ++row) titles(row);
      for (std::size_t row = head + 1; row < table_.rows.size(); ++row) itemRow(row, columns);
      return items_ > 0;
    }
    return false;
  }

  /// A row that says what others are: its words are no part of an item.
  void titles(std::size_t row) {
    std::string words;
    std::string unused;
    const bool isHead = !headOf(table_.rows[row]).empty();
    for (const DocCell& cell : table_.rows[row]) {
      const std::string name = cellWords(cell);
      if (cell.continued || name.empty()) continue;
      words += (words.empty() ? "" : " ") + name;
      const auto column = sheets::recogniseHead(name);
      const bool used = column && column->field != Field::kLevel && column->field != Field::kPage;
      if (isHead && !used) unused += (unused.empty() ? "" : translate("、")) + name;
    }
    add(row, LineText(words, {}));
    lines_.back().skip =
        unused.empty() ? say("表头。") : say("表头；没有采用的列：{columns}。", "columns"_a = unused);
  }

  void itemRow(std::size_t row, const std::vector<Column>& columns) {
    const std::vector<DocCell>& cells = table_.rows[row];
    const bool isHeadAgain = !headOf(cells).empty();
    if (isHeadAgain) return titles(row);
    const auto filled =
        std::ranges::count_if(cells, [](const DocCell& cell) { return !cellWords(cell).empty(); });
    const auto first =
        std::ranges::find_if(cells, [](const DocCell& cell) { return !cellWords(cell).empty(); });
    // 一、单选题, across the whole table
    if (filled == 1 && (cells.size() == 1 || headingLine(plainText(cellWords(*first))))) {
      for (const LineText& line : cellLines(*first)) add(row, line);
      return;
    }
    const auto stem = std::ranges::find(columns, Field::kStem, &Column::field);
    if (const DocCell* cell = cellAt(cells, stem->index)) addStem(row, *cell, startOf(cells, columns));
    for (const bool answers : {false, true}) {  // Options first, whatever the order of the columns.
      for (const Column& column : columns) {
        const bool isOption = column.field == Field::kOption || column.field == Field::kOptions;
        const DocCell* cell = cellAt(cells, column.index);
        if (cell != nullptr && isOption != answers) addField(row, column, *cell);
      }
    }
  }

  /// A name before each value: 题干 | …, A | …, 答案 | B; one item or several below each other.
  bool named() {
    std::vector<std::optional<Column>> names;
    int stems = 0;
    int others = 0;
    for (const std::vector<DocCell>& row : table_.rows) {
      names.push_back(row.size() == 2 ? sheets::recogniseHead(cellWords(row.front())) : std::nullopt);
      if (!names.back()) continue;
      (names.back()->field == Field::kStem ? stems : others) += 1;
    }
    if (stems == 0 || others == 0 || (stems + others) * 2 < static_cast<int>(table_.rows.size()))
      return false;
    ItemStart start;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const std::vector<DocCell>& cells = table_.rows[row];
      if (!names[row]) {
        for (const DocCell& cell : cells)
          for (const LineText& line : cellLines(cell)) add(row, line);
        continue;
      }
      const DocCell& value = cells.back();
      const std::u32string plain = plainText(cellWords(value));
      if (names[row]->field == Field::kType) {
        start.type = itemTypeByName(utf8(plain));
        label(row);
      } else if (names[row]->field == Field::kSerial || names[row]->field == Field::kCode) {
        std::size_t digits = 0;
        start.number = numberAt(plain, digits);
        label(row);
      } else if (names[row]->field == Field::kStem) {
        addStem(row, value, start);
        start = {};
      } else {
        addField(row, *names[row], value);
      }
    }
    return true;
  }

  /// A row that was understood with the stem below it.
  void label(std::size_t row) {
    titles(row);
    lines_.back().skip = say("下面这道题的题型或题号。");
  }

  /// Lines that merely stand in cells: options side by side, or whole pages in a frame.
  bool framed() {
    int options = 0;
    int starts = 0;
    int others = 0;
    int headings = 0;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      std::string label;
      for (const DocCell& cell : table_.rows[row]) {
        if (cell.continued) continue;
        const std::u32string words = plainText(cellWords(cell));
        if (words.empty()) continue;
        if (label.empty() && isLoneLabel(words)) {
          label = utf8(words);
          if (isLetterLabel(words.front()) && words.size() == 1) label += "、";
          continue;
        }
        for (const LineText& line : cellLines(cell, std::exchange(label, {}))) {
          const std::u32string& plain = line.plain();
          const auto option = optionLabel(plain, skipBlanks(plain, 0));
          const auto start = itemStart(plain);
          const bool isOption = option && !option->isWeak && option->text < plain.size();
          const bool isStart = start && !start->isWeak && !start->isInner;
          const bool isHeading = !isOption && headingLine(plain).has_value();
          headings += isHeading ? 1 : 0;
          (isOption ? options : isStart && !isHeading ? starts : others) += 1;
          add(row, line);
        }
      }
      if (!label.empty()) ++others;
    }
    items_ = starts;
    const bool allOptions = options > 1 && starts == 0 && others == 0;
    const bool pages = starts > 0 && (options > 1 || headings > 0);
    if (!allOptions && !pages) lines_.clear();
    return allOptions || pages;
  }

  /// "A", "B.", "12": of what stands in the next cell.
  static bool isLoneLabel(std::u32string_view words) {
    if (words.size() <= 2 && isLetterLabel(words.front()))
      return words.size() == 1 || isOneOf(words[1], U".、:)");
    return words.size() <= 4 && isDigit(words.front()) && isOneOf(words.back(), U".、)");
  }

  const DocTable& table_;
  std::vector<DocumentLine> lines_;
  int items_ = 0;
};

}  // namespace

std::vector<DocumentLine> linesOfTable(const DocTable& table, int& items) {
  return TableLines(table).run(items);
}

}  // namespace tiku::formats
