#include "validators/rules/support/standard_rows.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "formats/base/fold.h"

namespace tiku::validators {
namespace {

using formats::Blueprint;
using formats::ElementTable;
using formats::Id;
using formats::Part;
using formats::Scope;
using formats::Standard;
using formats::TablePlace;
using formats::Weight;
using formats::WeightRow;

}  // namespace

bool sameName(std::string_view a, std::string_view b) {
  return a == b || formats::foldWords(a) == formats::foldWords(b);
}

std::vector<RowScope> rowScopes(const Blueprint& blueprint, const Standard& standard) {
  std::vector<RowScope> rows;
  std::map<std::pair<bool, std::string>, std::size_t> byName;  // Basic or not, folded name.
  for (const WeightRow& row : standard.theoryWeights) {
    const auto weight = row.weights.find(blueprint.level);
    if (weight == row.weights.end()) continue;
    const bool basic = row.kind != WeightRow::Kind::kFunction;
    byName.emplace(std::pair(basic, formats::foldWords(row.name)), rows.size());
    rows.push_back({&row, weight->second, nullptr, basic ? Part::kBasic : Part::kWork, {}});
  }
  std::unordered_map<Id, std::string> functionNames;
  for (const auto& level : standard.levels) {
    for (const auto& function : level.functions) functionNames.emplace(function.id, function.name);
  }
  std::vector<std::size_t> depths(rows.size());
  walk(blueprint.theory, [&](const TablePlace& at) {
    if (at.point != nullptr) return;
    const Scope& scope = *at.path.back();
    const auto traced = scope.requirement ? functionNames.find(*scope.requirement) : functionNames.end();
    const std::string& name = traced == functionNames.end() ? scope.name : traced->second;
    const auto found = byName.find({at.part == Part::kBasic, formats::foldWords(name)});
    if (found == byName.end()) return;
    RowScope& row = rows[found->second];
    if (row.scope != nullptr && depths[found->second] <= at.path.size()) return;
    row.scope = &scope;
    row.code = at.code();
    depths[found->second] = at.path.size();
  });
  return rows;
}

bool isHeading(const Scope& top) {
  static constexpr std::array<std::string_view, 5> kHeadings{"基本要求", "相关知识", "相关知识要求",
                                                             "工作要求", "专业知识"};
  return !top.scopes.empty() && std::ranges::any_of(kHeadings, [&top](std::string_view heading) {
    return sameName(top.name, heading);
  });
}

std::vector<const Scope*> mainScopes(const ElementTable& table) {
  std::vector<const Scope*> main;
  for (const ElementTable::Top& top : table.tops) {
    if (isHeading(top.scope)) {
      for (const Scope& scope : top.scope.scopes) main.push_back(&scope);
    } else {
      main.push_back(&top.scope);
    }
  }
  return main;
}

}  // namespace tiku::validators
