#include "validators/rules/blueprint/weights_standard.h"

#include <algorithm>
#include <set>

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"
#include "validators/rules/support/standard_rows.h"

namespace tiku::validators {

using formats::Level;
using formats::Part;
using formats::say;
using formats::Scope;
using formats::TablePlace;
using formats::operator""_a;

void WeightsStandard::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  const formats::Standard* standard = facts.bank().standard();
  if (blueprint == nullptr || blueprint->theory.empty() || standard == nullptr) return;
  const std::vector<RowScope> rows = rowScopes(*blueprint, *standard);
  if (rows.empty()) return;
  const std::string& clause = settings().clauseFor(level);

  std::set<const Scope*> matched;
  for (const RowScope& row : rows) {
    Finding finding;
    finding.required = row.weight.str();
    if (row.scope == nullptr) {
      finding.subject.field = "row/" + row.row->name;
      finding.message =
          say("标准的理论知识权重表中，{level}「{row}」占 {weight}，细目表里没有对应的考评范围（{clause}）。",
              "level"_a = levelWord(level), "row"_a = row.row->name, "weight"_a = row.weight.str(),
              "clause"_a = clause);
      finding.advice = say("补上这个考评范围；名称不同的，把它与标准的职业功能对应起来。");
      found.push_back(std::move(finding));
      continue;
    }
    matched.insert(row.scope);
    if (!row.scope->weight || *row.scope->weight == row.weight) continue;
    finding.subject.id = row.scope->id;
    finding.measured = row.scope->weight->str();
    finding.judged = finding.measured + "/" + finding.required;
    finding.message =
        say("{scope}权重 {weight}，标准的理论知识权重表为 {required}（{clause}）。",
            "scope"_a = scopeWords(level, row.part, row.code, row.scope->name), "weight"_a = finding.measured,
            "required"_a = finding.required, "clause"_a = clause);
    finding.advice = say("以标准为准改正权重。");
    found.push_back(std::move(finding));
  }

  const std::vector<const Scope*> main = mainScopes(blueprint->theory);
  walk(blueprint->theory, [&](const TablePlace& at) {
    const Scope* scope = at.path.back();
    if (at.point != nullptr || at.part != Part::kWork || matched.contains(scope)) return;
    if (std::ranges::find(main, scope) == main.end()) return;
    Finding finding;
    finding.subject.id = scope->id;
    finding.subject.field = "row";
    finding.judged = scope->name;
    finding.message =
        say("{scope}在标准的理论知识权重表中没有对应的职业功能（{clause}）。",
            "scope"_a = scopeWords(level, at.part, at.code(), scope->name), "clause"_a = clause);
    finding.advice = say("核对名称和等级；名称不同的，把它与标准的职业功能对应起来。");
    found.push_back(std::move(finding));
  });
}

}  // namespace tiku::validators
