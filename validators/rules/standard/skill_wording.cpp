#include "validators/rules/standard/skill_wording.h"

#include <array>

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::say;
using formats::Standard;
using formats::operator""_a;

namespace {

/// The first word that cannot be seen in an exam; empty when there is none.
std::string_view unseenWord(std::string_view text) {
  static constexpr std::array<std::string_view, 4> kWords{"了解", "掌握", "熟悉", "理解"};
  for (const std::string_view word : kWords) {
    if (text.find(word) != std::string_view::npos) return word;
  }
  return {};
}

}  // namespace

void SkillWording::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const Standard* standard = facts.bank().standard();
  const formats::LevelRequirements* requirements = standard == nullptr ? nullptr : standard->at(level);
  if (requirements == nullptr) return;
  const std::string& clause = settings().clauseFor(level);
  const auto report = [&](const formats::Requirement& skill, const char* field, std::string message) {
    Finding finding;
    finding.subject.id = skill.id;
    finding.subject.object = Standard::kId;
    finding.subject.field = field;
    finding.judged = skill.text;
    finding.message = std::move(message);
    finding.advice = say("写成“能……”，用看得见、测得出的动作。");
    found.push_back(std::move(finding));
  };
  for (const formats::Function& function : requirements->functions) {
    for (const formats::WorkContent& content : function.contents) {
      for (const formats::Requirement& skill : content.skills) {
        if (!skill.text.starts_with("能")) {
          report(skill, "start",
                 say("{level}技能要求「{text}」不是以“能”开头（{clause}）。", "level"_a = levelWord(level),
                     "text"_a = skill.text, "clause"_a = clause));
        }
        if (const std::string_view word = unseenWord(skill.text); !word.empty()) {
          report(skill, "word",
                 say("{level}技能要求「{text}」用了“{word}”（{clause}）。", "level"_a = levelWord(level),
                     "text"_a = skill.text, "word"_a = word, "clause"_a = clause));
        }
      }
    }
  }
}

}  // namespace tiku::validators
