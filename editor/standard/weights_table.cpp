#include "editor/standard/weights_table.h"

#include <algorithm>
#include <set>

#include "editor/widgets/cell_words.h"
#include "editor/widgets/move_rows.h"
#include "formats/base/say.h"

namespace tiku::editor {

using namespace tiku::formats;
using RowKind = WeightRow::Kind;

namespace {

constexpr std::array<RowKind, 3> kKinds{RowKind::kEthics, RowKind::kFoundation, RowKind::kFunction};

std::string kindWord(RowKind kind) {
  switch (kind) {
    case RowKind::kEthics:
      return say("职业道德");
    case RowKind::kFoundation:
      return say("基础知识");
    case RowKind::kFunction:
      break;
  }
  return say("职业功能");
}

/// "", "—" and its kin: the level has no such row.
bool isDash(const std::string& words) {
  return words.empty() || words == "—" || words == "-" || words == "–" || words == "——" || words == "/";
}

}  // namespace

void WeightsTable::follow() {
  const Standard& standard = source().standard();
  table_ = kind_ == Kind::kTheory ? standard.theoryWeights : standard.skillsWeights;
  std::set<Level> levels(source().bank().info().levels.begin(), source().bank().info().levels.end());
  for (const LevelRequirements& requirements : standard.levels) levels.insert(requirements.level);
  for (const WeightRow& row : table_) {
    for (const auto& [level, weight] : row.weights) levels.insert(level);
  }
  // 五级 first, as printed.
  levels_.assign(levels.rbegin(), levels.rend());
}

int WeightsTable::columnOf(Level level) const {
  const auto found = std::ranges::find(levels_, level);
  return nameColumn() + (found == levels_.end() ? 0 : 1 + static_cast<int>(found - levels_.begin()));
}

std::vector<TableColumn> WeightsTable::columns() const {
  std::vector<TableColumn> columns;
  if (kind_ == Kind::kTheory) columns.push_back({say("类别"), 90});
  columns.push_back({say("项目"), 220});
  for (const Level level : levels_) {
    columns.push_back({std::string(level.longName()), 96, TableColumn::Align::kRight});
  }
  return columns;
}

TableCell WeightsTable::sumCell(int column) const {
  TableCell cell;
  cell.editable = false;
  cell.bold = true;
  if (column == nameColumn()) cell.text = say("合计");
  if (column <= nameColumn()) return cell;
  const Level level = levels_[static_cast<std::size_t>(column - nameColumn() - 1)];
  Weight sum;
  bool any = false;
  for (const WeightRow& row : table_) {
    const auto weight = row.weights.find(level);
    if (weight == row.weights.end()) continue;
    sum += weight->second;
    any = true;
  }
  if (!any) return cell;
  const bool full = sum == Weight::whole(100);
  cell.text = full ? sum.str() : sum.str() + " / 100";
  cell.state = full ? State::kGood : State::kShort;
  return cell;
}

TableCell WeightsTable::cell(int row, int column) const {
  if (row > rows()) return sumCell(column);
  TableCell cell;
  const bool isKind = column < nameColumn();
  if (isKind) {
    for (const RowKind kind : kKinds) cell.choices.push_back(kindWord(kind));
  }
  if (row == rows()) return cell;
  const WeightRow& at = table_[static_cast<std::size_t>(row)];
  if (isKind) {
    cell.text = kindWord(at.kind);
  } else if (column == nameColumn()) {
    cell.text = at.name;
  } else {
    const auto weight = at.weights.find(levels_[static_cast<std::size_t>(column - nameColumn() - 1)]);
    cell.text = weight == at.weights.end() ? "" : weight->second.str();
  }
  return cell;
}

std::optional<Refusal> WeightsTable::putCell(WeightRow& row, int column, const std::string& words) const {
  if (column < nameColumn()) {
    for (const RowKind kind : kKinds) {
      if (words != kindWord(kind)) continue;
      row.kind = kind;
      if (row.name.empty() && kind != RowKind::kFunction) row.name = words;
      return std::nullopt;
    }
    if (words.empty()) return std::nullopt;
    return Refusal{say("没有“{words}”这一类。原来的值没有改动。", "words"_a = words)};
  }
  if (column == nameColumn()) {
    row.name = words;
    return std::nullopt;
  }
  const Level level = levels_[static_cast<std::size_t>(column - nameColumn() - 1)];
  if (isDash(words)) {
    row.weights.erase(level);
    return std::nullopt;
  }
  const auto weight = Weight::parse(words);
  if (!weight || *weight > Weight::whole(100)) {
    return Refusal{
        say("权重“{words}”不是 0 到 100 的数（最多两位小数）。原来的值没有改动。", "words"_a = words)};
  }
  row.weights.insert_or_assign(level, *weight);
  return std::nullopt;
}

std::optional<Refusal> WeightsTable::put(const std::vector<CellWords>& words) {
  std::vector<WeightRow> table = table_;
  for (const CellWords& each : words) {
    const std::string line = oneLine(each.words);
    const auto row = static_cast<std::size_t>(each.row);
    if (row >= table.size()) {
      if (line.empty()) continue;
      table.resize(row + 1);
    }
    if (auto refusal = putCell(table[row], each.column, line)) return refusal;
    // The first two rows of a theory table are called by their names.
    if (kind_ == Kind::kTheory && each.column == nameColumn() && row >= table_.size()) {
      if (line == "职业道德") table[row].kind = RowKind::kEthics;
      if (line == "基础知识") table[row].kind = RowKind::kFoundation;
    }
  }
  putTable(say("修改权重表"), std::move(table));
  return std::nullopt;
}

void WeightsTable::putTable(const std::string& title, std::vector<WeightRow> table) {
  if (table == table_) return;
  Standard standard = source().standard();
  (kind_ == Kind::kTheory ? standard.theoryWeights : standard.skillsWeights) = std::move(table);
  source().put(title, std::move(standard));
}

StandardTable::Spot WeightsTable::insertBelow(Spot spot) {
  std::vector<WeightRow> table = table_;
  const int at = std::clamp(spot.row + 1, 0, rows());
  table.insert(table.begin() + at, WeightRow{});
  putTable(say("在权重表里新增一行"), std::move(table));
  return {at, nameColumn()};
}

void WeightsTable::remove(const std::vector<int>& rows, int /*column*/) {
  std::vector<WeightRow> table = table_;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) table.erase(table.begin() + *row);
  putTable(say("删除权重表的 {n} 行", "n"_a = rows.size()), std::move(table));
}

StandardTable::Spot WeightsTable::move(Spot spot, bool up) {
  const int other = up ? spot.row - 1 : spot.row + 1;
  if (spot.row < 0 || spot.row >= rows() || other < 0 || other >= rows()) return spot;
  std::vector<WeightRow> table = table_;
  std::swap(table[static_cast<std::size_t>(spot.row)], table[static_cast<std::size_t>(other)]);
  putTable(up ? say("上移") : say("下移"), std::move(table));
  return {other, spot.column};
}

std::optional<int> WeightsTable::landing(const RowMove& move) const {
  return movesAnything(move) ? std::optional(move.gap) : std::nullopt;
}

std::optional<RowSpan> WeightsTable::drop(const RowMove& move) {
  if (!movesAnything(move)) return std::nullopt;
  auto next = table_;
  const RowSpan now = moveRows(next, move);
  putTable(say("移动权重表的行"), std::move(next));
  return now;
}

}  // namespace tiku::editor
