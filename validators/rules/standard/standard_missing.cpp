#include "validators/rules/standard/standard_missing.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::say;
using formats::Standard;
using formats::operator""_a;

void StandardMissing::judgeBank(const Facts& facts, std::vector<Finding>& found) const {
  const Standard* standard = facts.bank().standard();
  const auto missing = [&](std::optional<Level> level, std::string message) {
    Finding finding;
    finding.subject.id = Standard::kId;
    finding.subject.object = Standard::kId;
    finding.subject.level = level;
    if (level) finding.subject.field = "level-" + std::to_string(level->number());
    finding.measured = "0";
    finding.required = "1";
    finding.message = std::move(message);
    finding.advice = say("录入或导入所依据的标准；细目表的权重和条目要与它核对。");
    found.push_back(std::move(finding));
  };
  if (standard == nullptr) {
    missing({},
            say("题库里没有所依据的国家职业标准或评价规范（{clause}）。", "clause"_a = settings().clause));
    return;
  }
  for (const Level level : facts.bank().info().levels) {
    if (standard->at(level) != nullptr) continue;
    missing(level, say("所依据的标准没有{level}的工作要求（{clause}）。", "level"_a = levelWord(level),
                       "clause"_a = settings().clauseFor(level)));
  }
}

}  // namespace tiku::validators
