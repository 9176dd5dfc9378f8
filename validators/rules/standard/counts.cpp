#include "validators/rules/standard/counts.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Id;
using formats::Level;
using formats::LevelRequirements;
using formats::say;
using formats::Standard;
using formats::operator""_a;

namespace {

const LevelRequirements* requirementsAt(Level level, const Facts& facts) {
  const Standard* standard = facts.bank().standard();
  return standard == nullptr ? nullptr : standard->at(level);
}

Finding tooFew(Id subject, std::size_t have, int least) {
  Finding finding;
  finding.subject.id = subject;
  finding.subject.object = Standard::kId;
  finding.measured = std::to_string(have);
  finding.required = std::to_string(least);
  return finding;
}

}  // namespace

void StandardFunctions::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const LevelRequirements* requirements = requirementsAt(level, facts);
  const int least = settings().count("least", level).value_or(0);
  if (requirements == nullptr || static_cast<int>(requirements->functions.size()) >= least) return;
  Finding finding = tooFew(Standard::kId, requirements->functions.size(), least);
  finding.subject.field = "level-" + std::to_string(level.number());
  finding.message = say("标准的{level}有 {have} 个职业功能，少于 {least} 个（{clause}）。",
                        "level"_a = levelWord(level), "have"_a = requirements->functions.size(),
                        "least"_a = least, "clause"_a = settings().clauseFor(level));
  finding.advice = say("核对标准是否录全。");
  found.push_back(std::move(finding));
}

void StandardContents::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const LevelRequirements* requirements = requirementsAt(level, facts);
  const int least = settings().count("least", level).value_or(0);
  if (requirements == nullptr) return;
  for (const formats::Function& function : requirements->functions) {
    if (static_cast<int>(function.contents.size()) >= least) continue;
    Finding finding = tooFew(function.id, function.contents.size(), least);
    finding.message =
        say("标准的{level}职业功能「{function}」有 {have} 个工作内容，少于 {least} 个（{clause}）。",
            "level"_a = levelWord(level), "function"_a = function.name, "have"_a = function.contents.size(),
            "least"_a = least, "clause"_a = settings().clauseFor(level));
    finding.advice = say("核对标准是否录全。");
    found.push_back(std::move(finding));
  }
}

void StandardSkills::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const LevelRequirements* requirements = requirementsAt(level, facts);
  const int least = settings().count("least", level).value_or(0);
  if (requirements == nullptr) return;
  for (const formats::Function& function : requirements->functions) {
    for (const formats::WorkContent& content : function.contents) {
      if (static_cast<int>(content.skills.size()) >= least) continue;
      Finding finding = tooFew(content.id, content.skills.size(), least);
      finding.message =
          say("标准的{level}工作内容「{content}」有 {have} 条技能要求，少于 {least} 条（{clause}）。",
              "level"_a = levelWord(level), "content"_a = content.name, "have"_a = content.skills.size(),
              "least"_a = least, "clause"_a = settings().clauseFor(level));
      finding.advice = say("核对标准是否录全。");
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace tiku::validators
