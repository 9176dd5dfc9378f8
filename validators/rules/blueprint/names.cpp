#include "validators/rules/blueprint/names.h"

#include <map>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::Point;
using formats::say;
using formats::TablePlace;
using formats::operator""_a;

void Names::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const formats::Blueprint* blueprint = facts.bank().blueprint(level);
  if (blueprint == nullptr) return;
  std::map<std::string, std::string> codeOf;  // Of the first point with each name.
  walk(blueprint->theory, [&](const TablePlace& at) {
    if (at.point == nullptr) return;
    const auto [first, isNew] = codeOf.emplace(formats::foldWords(at.point->name), at.code());
    if (isNew) return;
    Finding finding;
    finding.subject.id = at.point->id;
    finding.judged = at.point->name;
    finding.message = say("{where}与同级的 {first} 名称相同（{clause}）。",
                          "where"_a = scopeWords(level, at.part, at.code(), at.point->name),
                          "first"_a = first->second, "clause"_a = settings().clauseFor(level));
    finding.advice = say("合并这两个{point}，或改名以示区别。", "point"_a = pointWord(profile()));
    found.push_back(std::move(finding));
  });
}

}  // namespace tiku::validators
