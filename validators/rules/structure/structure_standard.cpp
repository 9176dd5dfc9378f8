#include "validators/rules/structure/structure_standard.h"

#include <map>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::Marks;
using formats::say;
using formats::SkillGroup;
using formats::SkillModule;
using formats::SkillStructure;
using formats::operator""_a;

namespace {

struct FunctionMarks {
  std::string name;
  Marks marks;
};

/// By folded name; nothing when a module is optional.
std::optional<std::map<std::string, FunctionMarks>> marksByFunction(const SkillStructure& structure) {
  std::map<std::string, FunctionMarks> marks;
  for (const SkillGroup& group : structure.groups) {
    if (group.take < static_cast<int>(group.modules.size())) return std::nullopt;
    for (const SkillModule& module : group.modules) {
      FunctionMarks& of = marks[formats::foldWords(module.function)];
      of.name = module.function;
      of.marks += module.marks;
    }
  }
  return marks;
}

}  // namespace

void StructureStandard::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  const formats::Standard* standard = facts.bank().standard();
  if (blueprint == nullptr || blueprint->structure.empty() || standard == nullptr) return;
  auto marks = marksByFunction(blueprint->structure);
  if (!marks) return;
  const std::string word = levelWord(level);
  const std::string& clause = settings().clauseFor(level);
  const auto report = [&](const std::string& function, std::string measured, std::string required,
                          std::string message) {
    Finding finding;
    finding.subject.field = "function/" + function;
    finding.measured = std::move(measured);
    finding.required = std::move(required);
    finding.judged = finding.measured + "/" + finding.required;
    finding.message = std::move(message);
    finding.advice = say("以标准为准改正；名称不同的，改成标准的职业功能名称。");
    found.push_back(std::move(finding));
  };

  bool judged = false;
  for (const formats::WeightRow& row : standard->skillsWeights) {
    const auto weight = row.weights.find(level);
    if (weight == row.weights.end()) continue;
    judged = true;
    const auto of = marks->find(formats::foldWords(row.name));
    const std::string required = weight->second.str();
    if (of == marks->end()) {
      report(row.name, "0", required,
             say("标准的技能要求权重表中，{level}「{function}」占 "
                 "{weight}，内容结构表里没有这个职业功能（{clause}）。",
                 "level"_a = word, "function"_a = row.name, "weight"_a = required, "clause"_a = clause));
      continue;
    }
    if (of->second.marks.hundredths() != weight->second.hundredths()) {
      report(row.name, of->second.marks.str(), required,
             say("{level}操作技能「{function}」配分 {marks}，标准的技能要求权重表为 {weight}（{clause}）。",
                 "level"_a = word, "function"_a = row.name, "marks"_a = of->second.marks.str(),
                 "weight"_a = required, "clause"_a = clause));
    }
    marks->erase(of);
  }
  if (!judged) return;
  for (const auto& [name, of] : *marks) {
    report(of.name, of.marks.str(), "0",
           say("{level}内容结构表的「{function}」在标准的技能要求权重表中没有（{clause}）。",
               "level"_a = word, "function"_a = of.name, "clause"_a = clause));
  }
}

}  // namespace tiku::validators
