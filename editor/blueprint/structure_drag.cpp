// Rows of the structure table drawn to another place.
#include <algorithm>
#include <map>
#include <set>

#include "editor/blueprint/structure_model.h"
#include "editor/widgets/move_rows.h"
#include "formats/base/say.h"

namespace tiku::editor {

using namespace tiku::formats;

// Where whole groups are drawn between groups, they go as they are. Else the modules go into the group that
// the gap lies in; between two, into the one that they come from, or the upper one.
std::optional<SkillStructure> StructureModel::moved(const RowMove& move) const {
  const auto at = [this](int row) { return rows_[static_cast<std::size_t>(row)]; };
  const bool hasAbove = move.gap > 0;
  const bool hasBelow = move.gap < rows();
  if (rows() == 0 || move.rows.empty()) return std::nullopt;
  std::map<std::size_t, std::size_t> chosen;  // How many modules of each group.
  for (const int row : move.rows) ++chosen[at(row).group];
  const bool whole = std::ranges::all_of(chosen, [this](const auto& group) {
    return structure_.groups[group.first].modules.size() == group.second;
  });
  SkillStructure next = structure_;
  if (whole && !(hasAbove && hasBelow && at(move.gap - 1).group == at(move.gap).group)) {
    RowMove groups;
    for (const auto& [group, count] : chosen) groups.rows.push_back(static_cast<int>(group));
    groups.gap = static_cast<int>(hasBelow ? at(move.gap).group : structure_.groups.size());
    if (!movesAnything(groups)) return std::nullopt;
    moveRows(next.groups, groups);
    return next;
  }
  const bool below = !hasAbove || (hasBelow && at(move.gap).group == at(move.rows.front()).group);
  const std::size_t target = at(below ? move.gap : move.gap - 1).group;
  const std::set<int> rows(move.rows.begin(), move.rows.end());
  std::vector<SkillModule> modules;
  for (const int row : rows) modules.push_back(module(at(row)));
  // The group row by row, with those that come in where the gap is.
  std::vector<SkillModule>& into = next.groups[target].modules;
  into.clear();
  const auto bring = [&] { into.insert(into.end(), modules.begin(), modules.end()); };
  bool brought = false;
  for (int row = 0; row < this->rows(); ++row) {
    if (at(row).group != target) continue;
    if (row >= move.gap && !brought) {
      bring();
      brought = true;
    }
    if (!rows.contains(row)) into.push_back(module(at(row)));
  }
  if (!brought) bring();
  for (std::size_t group = 0; group < next.groups.size(); ++group) {
    if (group == target) continue;
    std::erase_if(next.groups[group].modules, [&](const SkillModule& module) {
      return std::ranges::find(modules, module.id, &SkillModule::id) != modules.end();
    });
  }
  std::erase_if(next.groups, [](const SkillGroup& group) { return group.modules.empty(); });
  return next == structure_ ? std::nullopt : std::optional(std::move(next));
}

std::optional<int> StructureModel::landing(const RowMove& move) const {
  return moved(move) ? std::optional(move.gap) : std::nullopt;
}

std::optional<RowSpan> StructureModel::drop(const RowMove& move) {
  auto next = moved(move);
  if (!next) return std::nullopt;
  const Id first = moduleAt(move.rows.front());
  Blueprint blueprint = source_.blueprint();
  blueprint.structure = std::move(*next);
  if (!source_.put(say("移动内容结构表的行"), std::move(blueprint))) return std::nullopt;
  return RowSpan{rowOf(first), rowOf(first) + static_cast<int>(move.rows.size()) - 1};
}

}  // namespace tiku::editor
