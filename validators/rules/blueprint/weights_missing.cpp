#include "validators/rules/blueprint/weights_missing.h"

#include <algorithm>
#include <set>

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"
#include "validators/rules/support/standard_rows.h"

namespace tiku::validators {

using formats::ElementTable;
using formats::Level;
using formats::say;
using formats::Scope;
using formats::TablePlace;
using formats::operator""_a;

namespace {

std::set<const Scope*> scopesThatNeedWeights(const formats::Blueprint& blueprint,
                                             const formats::Standard* standard) {
  const ElementTable& table = blueprint.theory;
  std::set<const Scope*> needed;
  for (const Scope* scope : mainScopes(table)) needed.insert(scope);
  if (standard != nullptr) {
    for (const RowScope& row : rowScopes(blueprint, *standard)) {
      if (row.scope != nullptr) needed.insert(row.scope);
    }
  }
  const auto hasWeight = [](const Scope& scope) { return scope.weight.has_value(); };
  walk(table, [&](const TablePlace& at) {
    const std::vector<Scope>& children = at.path.back()->scopes;
    if (at.point != nullptr || std::ranges::none_of(children, hasWeight)) return;
    for (const Scope& child : children) needed.insert(&child);
  });
  return needed;
}

}  // namespace

void WeightsMissing::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  if (blueprint == nullptr || blueprint->theory.empty()) return;
  const std::set<const Scope*> needed = scopesThatNeedWeights(*blueprint, facts.bank().standard());
  std::vector<Finding> consequences;
  walk(blueprint->theory, [&](const TablePlace& at) {
    const Scope& scope = *at.path.back();
    if (at.point != nullptr || scope.weight || !needed.contains(&scope)) return;
    Finding finding;
    finding.subject.id = scope.id;
    finding.cause = FindingKey{std::string(kId), blueprint->id, {}};
    finding.message =
        say("{scope}没有权重（{clause}）。", "scope"_a = scopeWords(level, at.part, at.code(), scope.name),
            "clause"_a = settings().clauseFor(level));
    finding.advice = say("按标准的权重表填写权重。");
    consequences.push_back(std::move(finding));
  });
  if (consequences.empty()) return;

  Finding summary;
  summary.measured = std::to_string(consequences.size());
  summary.required = "0";
  summary.message = say("{level}细目表有 {count} 个考评范围没有权重，无法核对{point}数量（{clause}）。",
                        "level"_a = levelWord(level), "count"_a = consequences.size(),
                        "point"_a = pointWord(profile()), "clause"_a = settings().clauseFor(level));
  summary.advice = say("按标准的权重表填写权重。");
  found.push_back(std::move(summary));
  std::ranges::move(consequences, std::back_inserter(found));
}

}  // namespace tiku::validators
