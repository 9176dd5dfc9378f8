#include "validators/rules/blueprint/blueprint_missing.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::say;
using formats::operator""_a;

void BlueprintMissing::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const auto missing = [&](const char* field, std::string message, std::string advice) {
    Finding finding;
    finding.subject.field = field;
    finding.measured = "0";
    finding.required = "1";
    finding.message = std::move(message);
    finding.advice = std::move(advice);
    found.push_back(std::move(finding));
  };
  const std::string word = levelWord(level);
  const std::string& clause = settings().clauseFor(level);
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  if (blueprint == nullptr ||
      (blueprint->theory.empty() && blueprint->skills.empty() && blueprint->structure.empty())) {
    missing("", say("{level}没有考评蓝图（{clause}）。", "level"_a = word, "clause"_a = clause),
            say("导入或编制{level}的要素细目表和内容结构表。", "level"_a = word));
    return;
  }
  if (blueprint->theory.empty()) {
    missing("theory",
            say("{level}没有理论知识考评要素细目表（{clause}）。", "level"_a = word, "clause"_a = clause),
            say("导入或编制这份细目表。"));
  }
  if (blueprint->structure.empty()) {
    missing("structure",
            say("{level}没有操作技能考评内容结构表（{clause}）。", "level"_a = word, "clause"_a = clause),
            say("导入或编制这份结构表。"));
  }
  if (blueprint->skills.empty()) {
    missing("skills",
            say("{level}没有操作技能考评要素细目表（{clause}）。", "level"_a = word, "clause"_a = clause),
            say("导入或编制这份细目表。"));
  }
}

}  // namespace tiku::validators
