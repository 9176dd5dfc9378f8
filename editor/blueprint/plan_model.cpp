#include "editor/blueprint/plan_model.h"

#include <algorithm>

#include "editor/widgets/cell_words.h"
#include "editor/widgets/move_rows.h"
#include "formats/base/say.h"
#include "validators/checker/facts.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::editor {

using namespace tiku::formats;
using validators::typeWord;

namespace {

std::optional<ItemType> typeOf(const std::string& words) {
  for (const ItemType type : kItemTypes) {
    if (words == typeWord(type) || words == itemTypeName(type) || words == itemTypeKey(type)) return type;
  }
  return std::nullopt;
}

/// The first type that no section has yet.
PlanSection newSection(const PaperPlan& plan) {
  PlanSection section;
  for (const ItemType type : kItemTypes) {
    if (std::ranges::find(plan.sections, type, &PlanSection::type) != plan.sections.end()) continue;
    section.type = type;
    break;
  }
  return section;
}

std::optional<Refusal> putWords(PlanSection& section, int column, const std::string& words) {
  switch (column) {
    case PlanModel::kType: {
      const auto type = typeOf(words);
      if (!type) return Refusal{say("没有“{words}”这种题型。原来的值没有改动。", "words"_a = words)};
      section.type = *type;
      break;
    }
    case PlanModel::kCount: {
      const auto count = words.empty() ? std::optional(0) : wholeNumber(words, 10'000);
      if (!count) return Refusal{say("题数“{words}”不是整数。原来的值没有改动。", "words"_a = words)};
      section.count = *count;
      break;
    }
    case PlanModel::kEach: {
      const auto each = words.empty() ? std::optional(Marks()) : Marks::parse(words);
      if (!each || *each > Marks::whole(100)) {
        return Refusal{say("每题分值“{words}”不是 0 到 100 的数（最多两位小数）。原来的值没有改动。",
                           "words"_a = words)};
      }
      section.each = *each;
      break;
    }
    default:
      break;
  }
  return std::nullopt;
}

}  // namespace

void PlanModel::follow() {
  plan_ = source_.level() ? source_.blueprint().plan : PaperPlan();
}

std::vector<TableColumn> PlanModel::columns() const {
  using Align = TableColumn::Align;
  return {{say("题型"), 140},
          {say("题数"), 70, Align::kRight},
          {say("每题分值"), 80, Align::kRight},
          {say("小计"), 80, Align::kRight},
          {say("题库实有"), 90, Align::kRight}};
}

TableCell PlanModel::sumCell(int column) const {
  TableCell cell;
  cell.editable = false;
  cell.bold = true;
  int count = 0;
  for (const PlanSection& section : plan_.sections) count += section.count;
  if (column == kType) cell.text = say("合计");
  if (column == kCount) cell.text = std::to_string(count);
  if (column == kTotal) {
    const Marks wanted = source_.wantedTotal("plan/total");
    const bool full = plan_.total() == wanted;
    cell.text = plan_.total().str() + (full || plan_.empty() ? "" : " / " + wanted.str());
    cell.state = full ? State::kGood : plan_.empty() ? State::kNeutral : State::kShort;
  }
  return cell;
}

TableCell PlanModel::cell(int row, int column) const {
  if (row > rows()) return sumCell(column);
  TableCell cell;
  cell.editable = column < kTotal;
  if (column == kType) {
    for (const ItemType type : kItemTypes) cell.choices.push_back(typeWord(type));
  }
  if (row == rows()) return cell;
  const PlanSection& section = plan_.sections[static_cast<std::size_t>(row)];
  switch (column) {
    case kType:
      cell.text = typeWord(section.type);
      break;
    case kCount:
      cell.text = std::to_string(section.count);
      break;
    case kEach:
      cell.text = section.each.str();
      break;
    case kTotal:
      cell.text = (section.each * section.count).str();
      break;
    default: {
      const int had = source_.checker().facts().counts(*source_.level()).theory.of(section.type);
      cell.text = std::to_string(had);
      if (had < section.count) cell.state = had == 0 ? State::kEmpty : State::kShort;
      break;
    }
  }
  return cell;
}

std::optional<Refusal> PlanModel::put(const std::vector<CellWords>& words) {
  Blueprint blueprint = source_.blueprint();
  auto& sections = blueprint.plan.sections;
  for (const CellWords& each : words) {
    const std::string line = oneLine(each.words);
    if (each.row >= static_cast<int>(sections.size()) && line.empty()) continue;
    while (each.row >= static_cast<int>(sections.size())) sections.push_back(newSection(blueprint.plan));
    if (auto refusal = putWords(sections[static_cast<std::size_t>(each.row)], each.column, line))
      return refusal;
  }
  if (blueprint != source_.blueprint()) source_.put(say("修改组卷方案"), std::move(blueprint));
  return std::nullopt;
}

int PlanModel::insertBelow(int row) {
  Blueprint blueprint = source_.blueprint();
  auto& sections = blueprint.plan.sections;
  const int at = std::clamp(row + 1, 0, rows());
  sections.insert(sections.begin() + at, newSection(blueprint.plan));
  source_.put(say("在组卷方案里新增一行"), std::move(blueprint));
  return at;
}

void PlanModel::remove(const std::vector<int>& rows) {
  Blueprint blueprint = source_.blueprint();
  auto& sections = blueprint.plan.sections;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) sections.erase(sections.begin() + *row);
  source_.put(say("删除组卷方案的 {n} 行", "n"_a = rows.size()), std::move(blueprint));
}

int PlanModel::move(int row, bool up) {
  const int other = up ? row - 1 : row + 1;
  if (row < 0 || row >= rows() || other < 0 || other >= rows()) return row;
  Blueprint blueprint = source_.blueprint();
  auto& sections = blueprint.plan.sections;
  std::swap(sections[static_cast<std::size_t>(row)], sections[static_cast<std::size_t>(other)]);
  source_.put(up ? say("上移") : say("下移"), std::move(blueprint));
  return other;
}

std::optional<int> PlanModel::landing(const RowMove& move) const {
  return movesAnything(move) ? std::optional(move.gap) : std::nullopt;
}

std::optional<RowSpan> PlanModel::drop(const RowMove& move) {
  if (!movesAnything(move)) return std::nullopt;
  Blueprint blueprint = source_.blueprint();
  const RowSpan now = moveRows(blueprint.plan.sections, move);
  if (!source_.put(say("移动组卷方案的行"), std::move(blueprint))) return std::nullopt;
  return now;
}

}  // namespace tiku::editor
