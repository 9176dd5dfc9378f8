#include "validators/rules/structure/structure_total.h"

#include <algorithm>

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::say;
using formats::SkillGroup;
using formats::SkillModule;
using formats::operator""_a;

void StructureTotal::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  if (blueprint == nullptr || blueprint->structure.empty()) return;
  const std::string& clause = settings().clauseFor(level);
  const std::string word = levelWord(level);

  const auto required = settings().number("total", level);
  const formats::Marks total = blueprint->structure.total();
  if (required && total.hundredths() != required->hundredths()) {
    Finding finding;
    finding.subject.field = "structure";
    finding.measured = total.str();
    finding.required = required->str();
    finding.message =
        say("{level}操作技能内容结构表的配分合计 {total}，不是 {required}（{clause}）。", "level"_a = word,
            "total"_a = total.str(), "required"_a = required->str(), "clause"_a = clause);
    finding.advice = say("核对各模块的配分和选考方式。");
    found.push_back(std::move(finding));
  }
  for (const SkillGroup& group : blueprint->structure.groups) {
    for (const SkillModule& module : group.modules) {
      if (module.minutes > 0) continue;
      Finding finding;
      finding.subject.id = module.id;
      finding.subject.field = "minutes";
      finding.measured = std::to_string(module.minutes);
      finding.message =
          say("{level}操作技能模块 {code}「{name}」没有考核时间（{clause}）。", "level"_a = word,
              "code"_a = module.code, "name"_a = module.name, "clause"_a = clause);
      finding.advice = say("填写这个模块的考核时间（分钟）。");
      found.push_back(std::move(finding));
    }
    const auto differs = std::ranges::find_if(group.modules, [&group](const SkillModule& module) {
      return module.marks != group.modules.front().marks;
    });
    if (differs == group.modules.end() || group.take >= static_cast<int>(group.modules.size())) continue;
    Finding finding;
    finding.subject.id = differs->id;
    finding.subject.field = "marks";
    finding.measured = differs->marks.str();
    finding.required = group.modules.front().marks.str();
    finding.judged = finding.measured + "/" + finding.required;
    finding.message = say(
        "{level}操作技能模块 {code}「{name}」配分 {marks}，与同组选考的「{other}」配分 {required} "
        "不等（{clause}）。",
        "level"_a = word, "code"_a = differs->code, "name"_a = differs->name, "marks"_a = finding.measured,
        "other"_a = group.modules.front().name, "required"_a = finding.required, "clause"_a = clause);
    finding.advice = say("选考的各模块配分应相等，否则抽到哪个模块会影响总分。");
    found.push_back(std::move(finding));
  }
}

}  // namespace tiku::validators
