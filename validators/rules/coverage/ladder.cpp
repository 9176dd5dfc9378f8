#include "validators/rules/coverage/ladder.h"

#include <algorithm>
#include <set>

#include "validators/rules/support/causes.h"
#include "validators/rules/support/standard_rows.h"

namespace tiku::validators {
namespace {

using formats::Blueprint;
using formats::Id;
using formats::Scope;
using formats::Standard;
using formats::TablePlace;
using formats::Weight;

std::set<const Scope*> bindingScopes(const Blueprint& blueprint, const Standard* standard) {
  std::set<const Scope*> binding;
  if (standard != nullptr) {
    for (const RowScope& row : rowScopes(blueprint, *standard)) {
      if (row.scope != nullptr) binding.insert(row.scope);
    }
  }
  if (binding.empty()) {
    for (const Scope* scope : mainScopes(blueprint.theory)) binding.insert(scope);
  }
  return binding;
}

/// Both factors count hundredths; rounds up.
int pointsFor(Weight ratio, Weight weight) {
  return static_cast<int>((ratio.hundredths() * weight.hundredths() + 9999) / 10000);
}

FindingKey scopeKey(Id scope) {
  return {std::string(kPointsPerWeightRule), scope, {}};
}

}  // namespace

CoverageLadder coverageLadder(const Blueprint& blueprint, const Facts& facts, const Profile& profile) {
  CoverageLadder ladder{{}, blueprint.theory.pointCount(), {}, blueprint.level, 0};
  ladder.strayPoints = facts.counts(blueprint.level).strayPoints;
  if (const RuleSettings* whole = profile.rule(kPointsPerLevelRule)) {
    ladder.needed = whole->count("points", blueprint.level);
  }
  const RuleSettings* perWeight = profile.rule(kPointsPerWeightRule);
  const auto ratio = perWeight == nullptr ? std::nullopt : perWeight->number("ratio", blueprint.level);
  if (!ratio) return ladder;

  const std::set<const Scope*> binding = bindingScopes(blueprint, facts.bank().standard());
  std::set<const Scope*> above;  // What they lack is told below them.
  walk(blueprint.theory, [&](const TablePlace& at) {
    if (at.point == nullptr && binding.contains(at.path.back()))
      above.insert(at.path.begin(), at.path.end() - 1);
  });
  walk(blueprint.theory, [&](const TablePlace& at) {
    const Scope& scope = *at.path.back();
    if (at.point != nullptr || !scope.weight || above.contains(&scope)) return;
    WeighedScope weighed{&scope,
                         at.part,
                         at.code(),
                         scope.pointCount(),
                         pointsFor(*ratio, *scope.weight),
                         binding.contains(&scope),
                         {}};
    for (std::size_t i = at.path.size() - 1; i-- > 0 && weighed.bindingAbove.empty();) {
      if (binding.contains(at.path[i])) weighed.bindingAbove = at.path[i]->id;
    }
    ladder.scopes.push_back(std::move(weighed));
  });
  return ladder;
}

std::optional<FindingKey> CoverageLadder::causeOf(const WeighedScope& scope) const {
  if (!scope.binding) {
    if (scope.bindingAbove.empty()) return std::nullopt;
    return scopeKey(scope.bindingAbove);
  }
  if (strayPoints >= scope.missing()) return pointMissingKey(level);
  if (causeOfLevel().has_value() || missing() == 0) return std::nullopt;
  return FindingKey{std::string(kPointsPerLevelRule), Blueprint::idOf(level), {}};
}

std::optional<FindingKey> CoverageLadder::causeOfLevel() const {
  if (missing() == 0) return std::nullopt;
  if (strayPoints >= missing()) return pointMissingKey(level);
  const WeighedScope* worst = nullptr;
  for (const WeighedScope& scope : scopes) {
    if (scope.binding && (worst == nullptr || scope.missing() > worst->missing())) worst = &scope;
  }
  if (worst == nullptr || worst->missing() < missing()) return std::nullopt;
  return scopeKey(worst->scope->id);
}

std::optional<FindingKey> CoverageLadder::shortfallAt(const std::vector<const Scope*>& path) const {
  for (auto scope = path.rbegin(); scope != path.rend(); ++scope) {
    const auto found = std::ranges::find(scopes, *scope, &WeighedScope::scope);
    if (found != scopes.end() && found->binding && found->missing() > 0) return scopeKey((*scope)->id);
  }
  return std::nullopt;
}

}  // namespace tiku::validators
