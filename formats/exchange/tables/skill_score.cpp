#include "formats/exchange/tables/skill_score.h"

#include <algorithm>

#include "formats/base/say.h"

namespace tiku::formats::tables {
namespace {

struct ScoreColumns {
  int number = -1;
  int content = -1;
  int points = -1;
  int marks = -1;
  int criterion = -1;
  int nominal = -1;
  int note = -1;
  [[nodiscard]] bool complete() const {
    return marks >= 0 && (content >= 0 || points >= 0 || criterion >= 0);
  }
};

ScoreColumns scoreColumnsAt(const TableView& view, std::size_t row) {
  ScoreColumns columns;
  for (int column = view.columnCount() - 1; column >= 0; --column) {
    const std::string text = squeezed(view.text(row, column));
    if (text.size() > 60) continue;  // A sentence, no head.
    if (text == "得分" || text == "扣分" || has(text, "实际值") || has(text, "得分")) continue;
    if (text == "序号" || has(text, "编号")) {
      columns.number = column;
    } else if (text == "配分" || text == "分值" || text == "配分/分" || text == "配分(分)") {
      columns.marks = column;
    } else if (has(text, "评分标准") || has(text, "细则描述") || has(text, "评分细则") ||
               has(text, "扣分标准")) {
      columns.criterion = column;
    } else if (has(text, "标称值") || has(text, "规定值")) {
      columns.nominal = column;
    } else if (has(text, "考核要点") || text == "要求" || text == "考核要求" || text == "评分要点") {
      columns.points = column;
    } else if (has(text, "考核内容") || has(text, "考核项目") || has(text, "评分项目") || text == "项目" ||
               text == "内容") {
      columns.content = column;
    } else if (has(text, "备注")) {
      columns.note = column;
    }
  }
  return columns;
}

/// The words that start the row, over all its leading cells.
std::string firstWords(const TableView& view, std::size_t row) {
  for (int column = 0; column < view.columnCount(); ++column) {
    if (view.continued(row, column)) continue;
    const std::string text = squeezed(view.text(row, column));
    if (!text.empty()) return text;
  }
  return {};
}

bool startsWithAny(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&text](std::string_view word) { return text.starts_with(word); });
}

const DocCell* ownCell(const TableView& view, std::size_t row, int column) {
  for (const DocCell& cell : view.table().rows[row]) {
    if (column >= cell.column && column - cell.column < cell.columnSpan)
      return cell.continued ? nullptr : &cell;
  }
  return nullptr;
}

void appendCell(RichText& text, const DocCell* cell) {
  if (cell == nullptr) return;
  std::vector<RichText::Block> blocks = text.blocks();
  const RichText more = textOf(*cell);
  blocks.insert(blocks.end(), more.blocks().begin(), more.blocks().end());
  text = RichText(std::move(blocks));
}

class SheetReader {
 public:
  SheetReader(const TableView& view, const ScoreColumns& columns, Rows& rows)
      : view_(view), columns_(columns), rows_(rows) {}

  void readRow(std::size_t row) {
    const std::string at = view_.at(row);
    const std::string first = firstWords(view_, row);
    if (first.empty() && view_.blank(row)) {
      rows_.skipped(at, say("空行。"));
    } else if (scoreColumnsAt(view_, row).complete()) {
      rows_.skipped(at, say("重复的表头。"));
    } else if (startsWithAny(first, {"合计", "总分", "总计", "小计", "总配分"})) {
      readTotal(row);
    } else if (startsWithAny(first,
                             {"考评员", "考评人员", "核分", "评分人", "日期", "签字", "考评组长", "裁判"})) {
      rows_.skipped(at, say("签字栏。"));
    } else if (startsWithAny(first, {"否定项"})) {
      readVeto(row);
    } else {
      readScore(row);
    }
  }

  ScoreSheet take() { return std::move(sheet_); }

 private:
  [[nodiscard]] std::string own(std::size_t row, int column) const {
    const DocCell* cell = column < 0 ? nullptr : ownCell(view_, row, column);
    return cell == nullptr ? std::string() : tidy(cell->str());
  }

  void readTotal(std::size_t row) {
    const std::string at = view_.at(row);
    std::optional<Marks> total = parseMarks(own(row, columns_.marks));
    for (int column = 0; column < view_.columnCount() && !total; ++column)
      total = parseMarks(own(row, column));
    // 小计 closes the rows since the one before it, 合计 all of them.
    const bool part = firstWords(view_, row).starts_with("小计");
    Marks sum;
    for (std::size_t i = part ? closed_ : 0; i < sheet_.rows.size(); ++i) sum += sheet_.rows[i].marks;
    if (part) closed_ = sheet_.rows.size();
    if (!total) {
      rows_.doubt(at, say("合计配分看不懂；各行配分之和是 {sum}。", "sum"_a = sum.str()));
      return;
    }
    if (!part) {
      sheet_.total = total;
      sheet_.totalAt = at;
    }
    if (*total != sum) {
      rows_.doubt(at, say("合计配分写作 {total}，各行之和是 {sum}；评分表已导入，请核对配分。",
                          "total"_a = total->str(), "sum"_a = sum.str()));
    } else {
      rows_.imported(at, say("合计配分 {total}，与各行之和相符。", "total"_a = total->str()));
    }
  }

  void readVeto(std::size_t row) {
    std::string words;
    for (const DocCell& cell : view_.table().rows[row]) {
      const std::string text = cell.continued ? std::string() : tidy(cell.str());
      if (text.empty() || squeezed(text).size() < 16) continue;  // "否定项", "否定项说明" alone
      words += (words.empty() ? "" : " ") + text;
    }
    if (words.empty()) {
      rows_.skipped(view_.at(row), say("没有内容的否定项。"));
      return;
    }
    sheet_.vetoes.push_back(words);
    rows_.imported(view_.at(row), say("否定项。"));
  }

  void readScore(std::size_t row) {
    const std::string at = view_.at(row);
    const std::string number = own(row, columns_.number);
    const std::string marks = own(row, columns_.marks);
    if (number.empty() && marks.empty() && columns_.number >= 0) {
      continueRow(row);
      return;
    }
    ScoreRow score;
    score.number = number;
    if (columns_.content >= 0) {
      // 考核内容 merged over several rows belongs to each of them.
      const DocCell* shown = view_.shown(row, columns_.content);
      appendCell(score.content, shown);
    }
    appendCell(score.content, columns_.points < 0 ? nullptr : ownCell(view_, row, columns_.points));
    appendCell(score.criterion, columns_.criterion < 0 ? nullptr : ownCell(view_, row, columns_.criterion));
    score.nominal = own(row, columns_.nominal);
    score.note = own(row, columns_.note);
    if (score.content.empty() && score.criterion.empty() && number.empty()) {
      rows_.doubt(at, say("有配分而没有内容的一行，没有导入。"));
      return;
    }
    if (const auto parsed = parseMarks(marks)) {
      score.marks = *parsed;
      rows_.imported(at,
                     say("评分行 {number}，{marks} 分。", "number"_a = number, "marks"_a = parsed->str()));
    } else if (marks.empty()) {
      rows_.imported(at, say("不另计配分的评分行 {number}。", "number"_a = number));
    } else {
      rows_.doubt(at, say("配分“{marks}”不是数；这一行的其他内容已导入，请补上配分。", "marks"_a = marks));
    }
    sheet_.rows.push_back(std::move(score));
  }

  void continueRow(std::size_t row) {
    const std::string at = view_.at(row);
    if (sheet_.rows.empty()) {
      rows_.doubt(at, say("没有编号和配分的一行，前面也没有评分行，没有导入。"));
      return;
    }
    ScoreRow& score = sheet_.rows.back();
    appendCell(score.content, columns_.points < 0 ? nullptr : ownCell(view_, row, columns_.points));
    appendCell(score.criterion, columns_.criterion < 0 ? nullptr : ownCell(view_, row, columns_.criterion));
    for (const auto& [column, target] :
         {std::pair(columns_.nominal, &score.nominal), std::pair(columns_.note, &score.note)}) {
      const std::string text = own(row, column);
      if (!text.empty()) *target += (target->empty() ? "" : "\n") + text;
    }
    rows_.imported(at, say("评分行 {number} 的续行。", "number"_a = score.number));
  }

  const TableView& view_;
  const ScoreColumns& columns_;
  Rows& rows_;
  ScoreSheet sheet_;
  std::size_t closed_ = 0;  ///< Rows above the last 小计.
};

struct MaterialColumns {
  int name = -1;
  int specification = -1;
  int quantity = -1;
  int note = -1;
  int unit = -1;
};

MaterialColumns materialColumnsAt(const TableView& view, std::size_t row) {
  MaterialColumns columns;
  for (int column = view.columnCount() - 1; column >= 0; --column) {
    const std::string text = squeezed(view.text(row, column));
    if (text.size() > 40) continue;
    if (text.ends_with("名称")) {
      columns.name = column;
    } else if (has(text, "规格") || has(text, "型号")) {
      columns.specification = column;
    } else if (text == "数量") {
      columns.quantity = column;
    } else if (text == "单位") {
      columns.unit = column;
    } else if (text == "备注") {
      columns.note = column;
    }
  }
  return columns;
}

}  // namespace

Paragraph textOf(const DocParagraph& paragraph) {
  Paragraph made;
  for (const RichText::Block& block : paragraph.text.blocks()) {
    const auto* own = std::get_if<Paragraph>(&block);
    if (own == nullptr) continue;
    if (!made.pieces.empty()) made.pieces.push_back({Inline::Kind::kLineBreak, {}, {}});
    made.pieces.insert(made.pieces.end(), own->pieces.begin(), own->pieces.end());
  }
  const auto isBreak = [](const Inline& piece) {
    return piece.kind == Inline::Kind::kLineBreak ||
           (piece.kind == Inline::Kind::kText && squeezed(piece.text).empty());
  };
  while (!made.pieces.empty() && isBreak(made.pieces.back())) made.pieces.pop_back();
  while (!made.pieces.empty() && isBreak(made.pieces.front())) made.pieces.erase(made.pieces.begin());
  if (!paragraph.label.empty() && !made.pieces.empty()) {
    if (made.pieces.front().kind == Inline::Kind::kText) {
      made.pieces.front().text.insert(0, paragraph.label);
    } else {
      made.pieces.insert(made.pieces.begin(), {Inline::Kind::kText, paragraph.label, {}});
    }
  }
  return made;
}

RichText textOf(const DocCell& cell) {
  std::vector<RichText::Block> blocks;
  for (const DocParagraph& paragraph : cell.paragraphs) {
    Paragraph made = textOf(paragraph);
    if (!made.pieces.empty()) blocks.emplace_back(std::move(made));
  }
  return RichText(std::move(blocks));
}

TextTable textOf(const DocTable& table) {
  TextTable made;
  for (const auto& row : table.rows) {
    std::vector<RichText> cells;
    for (const DocCell& cell : row) cells.push_back(cell.continued ? RichText() : textOf(cell));
    made.rows.push_back(std::move(cells));
  }
  return made;
}

std::optional<std::size_t> scoreSheetHead(const TableView& view) {
  for (std::size_t row = 0; row < view.rowCount(); ++row) {
    if (scoreColumnsAt(view, row).complete()) return row;
  }
  return std::nullopt;
}

ScoreSheet readScoreSheet(const TableView& view, std::size_t head, Rows& rows) {
  const ScoreColumns columns = scoreColumnsAt(view, head);
  rows.skipped(view.at(head), say("表头。"));
  SheetReader reader(view, columns, rows);
  for (std::size_t row = head + 1; row < view.rowCount(); ++row) reader.readRow(row);
  return reader.take();
}

std::optional<std::size_t> materialsHead(const TableView& view) {
  for (std::size_t row = 0; row < view.rowCount(); ++row) {
    const MaterialColumns columns = materialColumnsAt(view, row);
    if (columns.name >= 0 && (columns.specification >= 0 || columns.quantity >= 0)) return row;
  }
  return std::nullopt;
}

std::vector<Material> readMaterials(const TableView& view, std::size_t head, Material::Provider provider,
                                    Rows& rows) {
  const MaterialColumns columns = materialColumnsAt(view, head);
  rows.skipped(view.at(head), say("表头。"));
  std::vector<Material> materials;
  for (std::size_t row = head + 1; row < view.rowCount(); ++row) {
    const auto text = [&](int column) { return column < 0 ? std::string() : view.text(row, column); };
    Material material{provider, text(columns.name), text(columns.specification), text(columns.quantity),
                      text(columns.note)};
    if (!text(columns.unit).empty() && !material.quantity.empty())
      material.quantity += " " + text(columns.unit);
    if (view.blank(row)) {
      rows.skipped(view.at(row), say("空行。"));
    } else if (material.name.empty()) {
      rows.doubt(view.at(row), say("没有名称的一行，没有导入。"));
    } else {
      rows.imported(view.at(row), say("材料或设备“{name}”。", "name"_a = material.name));
      materials.push_back(std::move(material));
    }
  }
  return materials;
}

}  // namespace tiku::formats::tables
