#include "validators/rules/blueprint/names_across_levels.h"

#include <map>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::Part;
using formats::say;
using formats::TablePlace;
using formats::operator""_a;

void NamesAcrossLevels::judgeBank(const Facts& facts, std::vector<Finding>& found) const {
  struct First {
    Level level;
    std::string code;
  };
  std::map<std::string, First> firsts;
  for (int number = 5; number >= 1; --number) {
    const Level level = *Level::of(number);
    const formats::Blueprint* blueprint = facts.bank().blueprint(level);
    if (blueprint == nullptr) continue;
    walk(blueprint->theory, [&](const TablePlace& at) {
      if (at.point == nullptr || at.part != Part::kWork) return;
      const auto [first, isNew] = firsts.emplace(formats::foldWords(at.point->name), First{level, at.code()});
      if (isNew || first->second.level == level) return;
      Finding finding;
      finding.subject.id = at.point->id;
      finding.subject.object = blueprint->id;
      finding.subject.level = level;
      finding.judged = at.point->name;
      finding.message = say("{where}与{level}的 {first} 名称相同（{clause}）。",
                            "where"_a = scopeWords(level, at.part, at.code(), at.point->name),
                            "level"_a = levelWord(first->second.level), "first"_a = first->second.code,
                            "clause"_a = settings().clauseFor(level));
      finding.advice = say("写明本级要求高在哪里，使名称和试题都与下一级不同。");
      found.push_back(std::move(finding));
    });
  }
}

}  // namespace tiku::validators
