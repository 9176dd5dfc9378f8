#include "formats/exchange/standard/weight_tables.h"

#include <algorithm>
#include <array>

#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/base/utf8.h"
#include "formats/exchange/standard/limits.h"
#include "formats/exchange/standard/line_number.h"

namespace tiku::formats::standards {

using tables::has;
using tables::sameWords;
using tables::squeezed;
using tables::TableView;
using tables::tidy;

namespace {

// The levels of a head row by column; two columns at the same level are no head.
std::vector<std::pair<int, Level>> levelsIn(const TableView& view, std::size_t row) {
  std::vector<std::pair<int, Level>> found;
  const DocCell* before = nullptr;
  for (int column = 0; column < view.columnCount(); ++column) {
    const DocCell* cell = view.shown(row, column);
    if (cell == nullptr || cell == before) continue;
    before = cell;
    const auto level = levelOf(cell->str());
    if (!level) continue;
    if (std::ranges::find(found, *level, &std::pair<int, Level>::second) != found.end()) return {};
    found.emplace_back(column, *level);
  }
  return found;
}

std::optional<std::size_t> headOf(const TableView& view) {
  for (std::size_t row = 0; row < view.rowCount(); ++row) {
    const auto levels = levelsIn(view, row);
    // Beside the levels there is the column of names.
    if (!levels.empty() && levels.front().first > 0) return row;
  }
  return std::nullopt;
}

bool isNothing(const std::string& text) {
  static constexpr std::array<std::string_view, 12> kDashes{"-", "—", "——", "―",  "–",  "－",
                                                            "─", "/", "\\", "一", "--", "无"};
  return text.empty() || std::ranges::find(kDashes, text) != kDashes.end();
}

bool isTotal(const std::string& name) {
  const std::string word = squeezed(name);
  return word == "合计" || word == "总计" || word == "小计" || word == "共计";
}

bool isFigure(const std::string& field) {
  return isNothing(squeezed(field)) || tables::parseWeight(field).has_value();
}

// A line of a table that lost its lines: fields apart by tabs, else by blanks.
std::vector<std::string> fieldsOf(const std::string& line) {
  const bool tabs = line.find('\t') != std::string::npos;
  std::vector<std::string> fields(1);
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool wide = line.compare(at, 3, "\u3000") == 0;
    if (tabs ? line[at] == '\t' : (line[at] == ' ' || wide)) {
      fields.emplace_back();
      if (wide && !tabs) at += 2;
    } else {
      fields.back() += line[at];
    }
  }
  for (std::string& field : fields) field = std::string(trimmed(field));
  if (!tabs) std::erase_if(fields, [](const std::string& field) { return field.empty(); });
  return fields;
}

}  // namespace

bool WeightTables::takeHeading(const std::string& line, const std::string& at) {
  const std::string word = squeezed(line);
  constexpr int kLongestHeading = 40;
  if (characterCount(word) > kLongestHeading) return false;
  const bool theory = has(word, "理论知识");
  const bool skills = has(word, "技能") || has(word, "操作") || has(word, "能力要求");
  auto number = dottedNumberAt(trimmed(line));
  if (number && number->parts.size() < 2) number.reset();  // Of a row: "1. 操作准备".
  if (theory != skills && (has(word, "权重") || has(word, "比重") || number)) {
    skills_ = skills;
    open_ = false;
    if (!number || number->parts.size() < 3) variant_.clear();
    rows_.skipped(at, skills ? say("技能要求权重表的标题。") : say("理论知识权重表的标题。"));
    return true;
  }
  const std::string name = nameOf(line);
  if (name.ends_with("方向") || name.ends_with("工种")) {
    variant_ = name;
    open_ = false;
    rows_.imported(at, say("方向或工种：{name}。", "name"_a = name));
    return true;
  }
  return false;
}

bool WeightTables::reads(const TableView& view) const {
  return headOf(view) || (open_ && view.columnCount() == columnCount_);
}

void WeightTables::begin(const std::string& at, std::vector<Level> levels) {
  heads_ = false;
  const bool skills = skills_.value_or(!found_.empty());
  open_ = true;
  if (!found_.empty()) {
    const ReadWeights& last = found_.back();
    if (last.skills == skills && last.variant == variant_ && last.levels == levels) return;  // Over the page.
  }
  checkCount(found_.size(), at);
  found_.push_back({skills, variant_, at, std::move(levels), {}, {}, {}, {}});
}

void WeightTables::read(const TableView& view) {
  std::size_t row = 0;
  if (const auto head = headOf(view)) {
    std::vector<Level> levels;
    levelColumns_.clear();
    for (const auto& [column, level] : levelsIn(view, *head)) {
      levelColumns_.push_back(column);
      levels.push_back(level);
    }
    labelColumns_ = levelColumns_.front();
    columnCount_ = view.columnCount();
    for (; row < *head; ++row) {
      std::string line;
      for (const DocCell& cell : view.table().rows[row]) line += cell.continued ? "" : cell.str();
      if (!takeHeading(line, view.at(row))) rows_.skipped(view.at(row), say("表头。"));
    }
    rows_.skipped(view.at(row++), say("表头。"));
    begin(view.at(*head), std::move(levels));
  }
  for (; row < view.rowCount(); ++row) {
    if (view.blank(row)) {
      rows_.skipped(view.at(row), say("空行。"));
      continue;
    }
    if (!levelsIn(view, row).empty()) {
      rows_.skipped(view.at(row), say("表头。"));
      continue;
    }
    std::vector<std::string> labels;
    std::vector<std::string> values;
    for (int column = 0; column < labelColumns_; ++column) labels.push_back(view.text(row, column));
    for (const int column : levelColumns_) values.push_back(view.text(row, column));
    readRow(labels, values, view.at(row));
  }
}

bool WeightTables::readLine(const std::string& line, const std::string& at) {
  const std::vector<std::string> fields = fieldsOf(line);
  std::vector<Level> levels;
  for (const std::string& field : fields) {
    if (const auto level = levelOf(field)) levels.push_back(*level);
  }
  if (!levels.empty()) {
    if (heads_ && fields.size() == 1 && found_.back().rows.empty()) {
      found_.back().levels.push_back(levels.front());
    } else {
      begin(at, std::move(levels));
      heads_ = fields.size() == 1;
    }
    name_.reset();
    figures_.clear();
    rows_.skipped(at, say("表头。"));
    return true;
  }
  heads_ = false;
  if (!open_ || found_.empty()) return false;
  if (fields.size() == 1) return readCell(fields.front(), at);
  const std::size_t width = found_.back().levels.size();
  if (fields.size() <= width) return false;
  const auto values = fields.end() - static_cast<std::ptrdiff_t>(width);
  if (!std::all_of(values, fields.end(), isFigure)) return false;
  readRow({fields.begin(), values}, {values, fields.end()}, at);
  return true;
}

/// Each cell on a line of its own: names, then a figure for each level. What is left over stays without a
/// verdict, and is unclear.
bool WeightTables::readCell(const std::string& words, const std::string& at) {
  constexpr int kLongestName = 30;
  if (!isFigure(words)) {
    if (characterCount(words) > kLongestName || has(words, "：") || has(words, "。")) return false;
    // 基本要求 and its like stand before the name of a row.
    if (name_ && figures_.empty()) rows_.skipped(name_->at, say("说明或表题。"));
    name_ = WeightCell{at, words};
    figures_.clear();
    return true;
  }
  if (!name_) return false;
  figures_.push_back({at, words});
  if (figures_.size() < found_.back().levels.size()) return true;
  std::vector<std::string> values;
  for (const WeightCell& cell : figures_) {
    values.push_back(cell.words);
    rows_.imported(cell.at, say("“{name}”的权重。", "name"_a = name_->words));
  }
  readRow({name_->words}, values, name_->at);
  name_.reset();
  figures_.clear();
  return true;
}

std::map<Level, Weight> WeightTables::sharesOf(const std::vector<std::string>& values,
                                               const std::string& at) {
  std::map<Level, Weight> shares;
  const ReadWeights& table = found_.back();
  for (std::size_t i = 0; i < values.size() && i < table.levels.size(); ++i) {
    if (isNothing(squeezed(values[i]))) continue;
    if (const auto share = tables::parseWeight(values[i])) {
      shares.emplace(table.levels[i], *share);
    } else {
      rows_.doubt(at, say("{level}的权重“{text}”看不懂，没有收入；请写成数字。",
                          "level"_a = table.levels[i].longName(), "text"_a = values[i]));
    }
  }
  return shares;
}

void WeightTables::takeTotal(const std::vector<std::string>& values, const std::string& at) {
  ReadWeights& table = found_.back();
  table.totals = sharesOf(values, at);
  table.totalAt = at;
  rows_.skipped(at, say("合计；题库总是重新计算，只用来核对。"));
}

void WeightTables::readRow(const std::vector<std::string>& labels, const std::vector<std::string>& values,
                           const std::string& at) {
  ReadWeights& table = found_.back();
  table.units.push_back(at);
  std::string name;
  for (const std::string& label : labels) {
    if (!squeezed(label).empty()) name = nameOf(label);
  }
  if (isTotal(name)) {
    takeTotal(values, at);
    return;
  }
  if (name.empty()) {
    rows_.doubt(at, say("这一行没有项目的名称，没有收入。"));
    return;
  }
  WeightRow row;
  row.name = name;
  if (sameWords(name, "职业道德")) row.kind = WeightRow::Kind::kEthics;
  if (sameWords(name, "基础知识")) row.kind = WeightRow::Kind::kFoundation;
  row.weights = sharesOf(values, at);
  for (const ReadWeightRow& known : table.rows) {
    if (known.row.kind == row.kind && sameWords(known.row.name, name))
      rows_.doubt(at, say("项目“{name}”在权重表里出现两次；都已收入，请删去一个。", "name"_a = name));
  }
  rows_.imported(at, table.skills ? say("技能要求权重：{name}。", "name"_a = name)
                                  : say("理论知识权重：{name}。", "name"_a = name));
  checkCount(table.rows.size(), at);
  table.rows.push_back({std::move(row), at});
}

}  // namespace tiku::formats::standards
