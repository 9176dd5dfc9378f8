#include "validators/rules/blueprint/weights_sum.h"

#include <algorithm>
#include <optional>

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::ElementTable;
using formats::Level;
using formats::say;
using formats::Scope;
using formats::TablePlace;
using formats::Weight;
using formats::operator""_a;

namespace {

/// Nothing when one of the scopes has no weight, or there is none.
std::optional<Weight> sumOf(const std::vector<const Scope*>& scopes) {
  if (scopes.empty()) return std::nullopt;
  Weight sum;
  for (const Scope* scope : scopes) {
    if (!scope->weight) return std::nullopt;
    sum += *scope->weight;
  }
  return sum;
}

}  // namespace

void WeightsSum::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  const auto total = settings().number("total", level);
  if (blueprint == nullptr) return;
  const std::string& clause = settings().clauseFor(level);

  const auto judge = [&](const ElementTable& table, const std::string& name, const char* field) {
    std::vector<const Scope*> tops;
    for (const auto& top : table.tops) tops.push_back(&top.scope);
    const auto sum = sumOf(tops);
    if (sum && total && *sum != *total) {
      Finding finding;
      finding.subject.field = field;
      finding.measured = sum->str();
      finding.required = total->str();
      finding.message = say("{level}{table}一级考评范围的权重合计 {sum}，不是 {total}（{clause}）。",
                            "level"_a = levelWord(level), "table"_a = name, "sum"_a = sum->str(),
                            "total"_a = total->str(), "clause"_a = clause);
      finding.advice = say("按标准的权重表核对各范围的权重。");
      found.push_back(std::move(finding));
    }
    walk(table, [&](const TablePlace& at) {
      const Scope& scope = *at.path.back();
      if (at.point != nullptr || !scope.weight) return;
      std::vector<const Scope*> children;
      for (const Scope& child : scope.scopes) children.push_back(&child);
      const auto below = sumOf(children);
      if (!below || *below == *scope.weight) return;
      Finding finding;
      finding.subject.id = scope.id;
      finding.measured = below->str();
      finding.required = scope.weight->str();
      finding.judged = finding.measured + "/" + finding.required;
      finding.message = say("{scope}权重 {weight}，下级考评范围的权重合计 {sum}，两者不等（{clause}）。",
                            "scope"_a = scopeWords(level, at.part, at.code(), scope.name),
                            "weight"_a = scope.weight->str(), "sum"_a = below->str(), "clause"_a = clause);
      finding.advice = say("改正这个范围或它下级的权重。");
      found.push_back(std::move(finding));
    });
  };
  judge(blueprint->theory, say("理论知识细目表"), "theory");
  judge(blueprint->skills, say("操作技能细目表"), "skills");
}

}  // namespace tiku::validators
