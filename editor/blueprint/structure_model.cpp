#include "editor/blueprint/structure_model.h"

#include <algorithm>

#include "editor/widgets/cell_words.h"
#include "formats/base/say.h"
#include "validators/checker/facts.h"

namespace tiku::editor {

using namespace tiku::formats;

namespace {

Refusal refuseCount(const std::string& column, const std::string& words) {
  return {say("{column}“{words}”不是合适的整数。原来的值没有改动。", "column"_a = column, "words"_a = words)};
}

SkillModule newModule() {
  SkillModule module;
  module.id = Id::random();
  return module;
}

struct At {
  std::size_t group = 0;
  std::size_t module = 0;
};

std::optional<At> find(const SkillStructure& structure, Id id) {
  for (std::size_t g = 0; g < structure.groups.size(); ++g) {
    const auto& modules = structure.groups[g].modules;
    const auto found = std::ranges::find(modules, id, &SkillModule::id);
    if (found != modules.end()) return At{g, static_cast<std::size_t>(found - modules.begin())};
  }
  return std::nullopt;
}

/// Into the group of this number, counted from 1; one behind the last makes a new one.
std::optional<Refusal> moveToGroup(SkillStructure& structure, Id id, const std::string& words) {
  const int most = static_cast<int>(structure.groups.size());
  const auto number = wholeNumber(words, most + 1);
  if (!number || *number < 1) {
    return Refusal{say("没有第“{words}”组：写 1 到 {most}，新的一组写 {next}。原来的值没有改动。",
                       "words"_a = words, "most"_a = most, "next"_a = most + 1)};
  }
  const At at = *find(structure, id);
  const auto target = static_cast<std::size_t>(*number - 1);
  if (target == at.group) return std::nullopt;
  auto& from = structure.groups[at.group].modules;
  SkillModule moved = std::move(from[at.module]);
  from.erase(from.begin() + static_cast<std::ptrdiff_t>(at.module));
  if (target == structure.groups.size()) structure.groups.emplace_back();
  structure.groups[target].modules.push_back(std::move(moved));
  std::erase_if(structure.groups, [](const SkillGroup& group) { return group.modules.empty(); });
  return std::nullopt;
}

std::optional<Refusal> putMarks(SkillModule& module, const std::string& words) {
  const auto marks = words.empty() ? std::optional(Marks()) : Marks::parse(words);
  if (!marks || *marks > Marks::whole(100)) {
    return Refusal{
        say("配分“{words}”不是 0 到 100 的数（最多两位小数）。原来的值没有改动。", "words"_a = words)};
  }
  module.marks = *marks;
  return std::nullopt;
}

std::optional<Refusal> putWords(SkillStructure& structure, Id id, int column, const std::string& words) {
  const At at = *find(structure, id);
  SkillGroup& group = structure.groups[at.group];
  SkillModule& module = group.modules[at.module];
  const auto count = words.empty() ? std::optional(0) : wholeNumber(words, 100'000);
  switch (column) {
    case StructureModel::kGroup:
      return moveToGroup(structure, id, words);
    case StructureModel::kTake:
      if (!count || *count < 1) return refuseCount(say("抽取数"), words);
      group.take = *count;
      break;
    case StructureModel::kCode:
      module.code = words;
      break;
    case StructureModel::kFunction:
      // A table of one level prints the same words twice.
      if (module.name == module.function) module.name = words;
      module.function = words;
      break;
    case StructureModel::kName:
      module.name = words;
      break;
    case StructureModel::kForm:
      module.form = words;
      break;
    case StructureModel::kMarks:
      return putMarks(module, words);
    case StructureModel::kMinutes:
      if (!count) return refuseCount(say("时间"), words);
      module.minutes = *count;
      break;
    case StructureModel::kPlanned:
      if (!count) return refuseCount(say("题量"), words);
      module.bankItems = words.empty() ? std::nullopt : count;
      break;
    default:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::vector<StructureModel::Row> StructureModel::rowsOf(const SkillStructure& structure) {
  std::vector<Row> rows;
  for (std::size_t g = 0; g < structure.groups.size(); ++g) {
    for (std::size_t m = 0; m < structure.groups[g].modules.size(); ++m) rows.push_back({g, m});
  }
  return rows;
}

void StructureModel::follow() {
  structure_ = source_.level() ? source_.blueprint().structure : SkillStructure();
  rows_ = rowsOf(structure_);
}

const SkillModule& StructureModel::module(const Row& row) const {
  return structure_.groups[row.group].modules[row.module];
}

int StructureModel::rowOf(Id id) const {
  const auto found = std::ranges::find_if(rows_, [&](const Row& row) { return module(row).id == id; });
  return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

Id StructureModel::moduleAt(int row) const {
  return row < 0 || row >= rows() ? Id() : module(rows_[static_cast<std::size_t>(row)]).id;
}

std::vector<TableColumn> StructureModel::columns() const {
  using Align = TableColumn::Align;
  return {{say("组"), 44, Align::kCentre},
          {say("抽取"), 52, Align::kCentre},
          {say("代码"), 60},
          {say("职业功能"), 150},
          {say("考核内容"), 190},
          {say("考核形式"), 90},
          {say("配分"), 60, Align::kRight},
          {say("时间（分钟）"), 100, Align::kRight},
          {say("计划题量"), 80, Align::kRight},
          {say("实有"), 60, Align::kCentre}};
}

TableCell StructureModel::sumCell(int column) const {
  TableCell cell;
  cell.editable = false;
  cell.bold = true;
  int planned = 0;
  int had = 0;
  for (const Row& row : rows_) {
    planned += module(row).bankItems.value_or(0);
    had += source_.checker().facts().itemsOfModule(*source_.level(), module(row).id);
  }
  switch (column) {
    case kName:
      cell.text = say("合计（按抽取数）");
      break;
    case kMarks:
      cell.text = structure_.total().str();
      cell.state = structure_.total() == source_.wantedTotal("structure/total") ? State::kGood
                   : rows_.empty()                                              ? State::kNeutral
                                                                                : State::kShort;
      break;
    case kMinutes:
      cell.text = std::to_string(structure_.minutes());
      break;
    case kPlanned:
      cell.text = std::to_string(planned);
      break;
    case kHad:
      cell.text = std::to_string(had);
      break;
    default:
      break;
  }
  return cell;
}

TableCell StructureModel::cell(int row, int column) const {
  if (row > rows()) return sumCell(column);
  TableCell cell;
  cell.editable = column != kHad && (row < rows() || column > kTake);
  if (row == rows()) return cell;
  const Row& at = rows_[static_cast<std::size_t>(row)];
  const SkillGroup& group = structure_.groups[at.group];
  const SkillModule& module = this->module(at);
  const int had = source_.checker().facts().itemsOfModule(*source_.level(), module.id);
  switch (column) {
    case kGroup:
      cell.text = std::to_string(at.group + 1);
      break;
    case kTake:
      cell.text = std::to_string(group.take);
      break;
    case kCode:
      cell.text = module.code;
      break;
    case kFunction:
      cell.text = module.function;
      break;
    case kName:
      cell.text = module.name;
      break;
    case kForm:
      cell.text = module.form;
      break;
    case kMarks:
      cell.text = module.marks.str();
      break;
    case kMinutes:
      cell.text = std::to_string(module.minutes);
      break;
    case kPlanned:
      cell.text = module.bankItems ? std::to_string(*module.bankItems) : "";
      break;
    default:
      cell.text = std::to_string(had);
      if (module.bankItems) {
        cell.state = had >= *module.bankItems ? State::kGood : had == 0 ? State::kEmpty : State::kShort;
      }
      break;
  }
  return cell;
}

std::optional<Refusal> StructureModel::put(const std::vector<CellWords>& words) {
  Blueprint blueprint = source_.blueprint();
  SkillStructure& structure = blueprint.structure;
  std::vector<Id> ids;
  for (const Row& row : rows_) ids.push_back(module(row).id);
  for (const CellWords& each : words) {
    const std::string line = oneLine(each.words);
    if (each.row >= static_cast<int>(ids.size()) && line.empty()) continue;
    while (each.row >= static_cast<int>(ids.size())) {
      structure.groups.emplace_back().modules.push_back(newModule());
      ids.push_back(structure.groups.back().modules.back().id);
    }
    if (auto refusal = putWords(structure, ids[static_cast<std::size_t>(each.row)], each.column, line)) {
      return refusal;
    }
  }
  if (blueprint != source_.blueprint()) source_.put(say("修改内容结构表"), std::move(blueprint));
  return std::nullopt;
}

int StructureModel::insertBelow(int row) {
  Blueprint blueprint = source_.blueprint();
  auto& groups = blueprint.structure.groups;
  SkillGroup group;
  group.modules.push_back(newModule());
  const Id id = group.modules.front().id;
  const std::size_t at =
      row >= 0 && row < rows() ? rows_[static_cast<std::size_t>(row)].group + 1 : groups.size();
  groups.insert(groups.begin() + static_cast<std::ptrdiff_t>(at), std::move(group));
  source_.put(say("在内容结构表里新增一行"), std::move(blueprint));
  return rowOf(id);
}

void StructureModel::remove(const std::vector<int>& rows) {
  Blueprint blueprint = source_.blueprint();
  for (const int row : rows) {
    const Id id = moduleAt(row);
    for (SkillGroup& group : blueprint.structure.groups) {
      std::erase_if(group.modules, [id](const SkillModule& module) { return module.id == id; });
    }
  }
  std::erase_if(blueprint.structure.groups, [](const SkillGroup& group) { return group.modules.empty(); });
  source_.put(say("删除内容结构表的 {n} 行", "n"_a = rows.size()), std::move(blueprint));
}

int StructureModel::move(int row, bool up) {
  const Id id = moduleAt(row);
  Blueprint blueprint = source_.blueprint();
  auto& groups = blueprint.structure.groups;
  const auto at = find(blueprint.structure, id);
  if (!at) return row;
  auto& modules = groups[at->group].modules;
  if (up ? at->module > 0 : at->module + 1 < modules.size()) {
    std::swap(modules[at->module], modules[up ? at->module - 1 : at->module + 1]);
  } else if (up ? at->group > 0 : at->group + 1 < groups.size()) {
    std::swap(groups[at->group], groups[up ? at->group - 1 : at->group + 1]);
  } else {
    return row;
  }
  source_.put(up ? say("上移") : say("下移"), std::move(blueprint));
  return rowOf(id);
}

}  // namespace tiku::editor
