#include "validators/rules/blueprint/importance_missing.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::say;
using formats::TablePlace;
using formats::operator""_a;

void ImportanceMissing::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  if (blueprint == nullptr) return;
  int total = 0;
  int missing = 0;
  walk(blueprint->theory, [&](const TablePlace& at) {
    if (at.point == nullptr) return;
    ++total;
    if (!at.point->importance) ++missing;
  });
  if (missing == 0) return;
  Finding finding;
  finding.measured = std::to_string(missing);
  finding.required = "0";
  finding.message =
      say("{level}理论知识 {total} 个{point}中，有 {missing} 个没有标重要程度 X、Y 或 Z（{clause}）。",
          "level"_a = levelWord(level), "total"_a = total, "missing"_a = missing,
          "point"_a = pointWord(profile()), "clause"_a = settings().clauseFor(level));
  finding.advice = say("给它们标上重要程度；所用的细目表格式没有这一栏的，可以豁免。");
  found.push_back(std::move(finding));
}

}  // namespace tiku::validators
