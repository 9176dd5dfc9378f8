#include "validators/rules/coverage/weighed_scopes.h"

#include <algorithm>
#include <set>

#include "validators/rules/support/standard_rows.h"

namespace tiku::validators {
namespace {

using formats::Blueprint;
using formats::Id;
using formats::Part;
using formats::Scope;
using formats::Standard;
using formats::TablePlace;
using formats::Weight;
using formats::WeightRow;

std::set<const Scope*> namedByStandard(const Blueprint& blueprint, const Standard& standard) {
  std::set<const Scope*> named;
  for (const WeightRow& row : standard.theoryWeights) {
    if (!row.weights.contains(blueprint.level)) continue;
    const Scope* found = nullptr;
    std::size_t depth = 0;
    walk(blueprint.theory, [&](const TablePlace& at) {
      if (at.point != nullptr || (found != nullptr && depth <= at.path.size())) return;
      if (!mirrors(*at.path.back(), at.part, row, standard)) return;
      found = at.path.back();
      depth = at.path.size();
    });
    if (found != nullptr) named.insert(found);
  }
  return named;
}

std::set<const Scope*> namedByTable(const Blueprint& blueprint) {
  std::set<const Scope*> named;
  for (const auto& top : blueprint.theory.tops) {
    if (isHeading(top.scope)) {
      for (const Scope& scope : top.scope.scopes) named.insert(&scope);
    } else {
      named.insert(&top.scope);
    }
  }
  return named;
}

}  // namespace

std::vector<WeighedScope> weighScopes(const Blueprint& blueprint, const Standard* standard, Weight ratio) {
  std::set<const Scope*> binding;
  if (standard != nullptr) binding = namedByStandard(blueprint, *standard);
  if (binding.empty()) binding = namedByTable(blueprint);

  std::vector<WeighedScope> found;
  walk(blueprint.theory, [&](const TablePlace& at) {
    const Scope& scope = *at.path.back();
    if (at.point != nullptr || !scope.weight) return;
    // Both factors count hundredths.
    const auto needed = (ratio.hundredths() * scope.weight->hundredths() + 9999) / 10000;
    found.push_back(
        {&scope, at.part, at.code(), scope.pointCount(), static_cast<int>(needed), binding.contains(&scope)});
  });
  return found;
}

}  // namespace tiku::validators
