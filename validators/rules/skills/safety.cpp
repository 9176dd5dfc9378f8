#include "validators/rules/skills/safety.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// Ids of the standard that the item's points are traced to: entries, and what their scopes mirror.
std::unordered_set<Id> tracesOf(const SkillItem& item, const Blueprint& blueprint) {
  std::unordered_set<Id> traces;
  walk(blueprint.skills, [&](const TablePlace& place) {
    if (place.point == nullptr || std::ranges::find(item.points, place.point->id) == item.points.end())
      return;
    traces.insert(place.point->requirements.begin(), place.point->requirements.end());
    for (const Scope* scope : place.path) {
      if (scope->requirement) traces.insert(*scope->requirement);
    }
  });
  return traces;
}

bool touches(const WorkContent& content, const std::unordered_set<Id>& traces) {
  const auto traced = [&traces](const Requirement& entry) { return traces.contains(entry.id); };
  return traces.contains(content.id) || std::ranges::any_of(content.skills, traced) ||
         std::ranges::any_of(content.knowledge, traced);
}

/// The first starred work content that the item is on.
const WorkContent* starredContent(const SkillItem& item, const Blueprint& blueprint,
                                  const LevelRequirements& requirements) {
  const std::unordered_set<Id> traces = tracesOf(item, blueprint);
  if (traces.empty()) return nullptr;
  for (const Function& function : requirements.functions) {
    for (const WorkContent& content : function.contents) {
      if (std::ranges::any_of(content.skills, &Requirement::critical) && touches(content, traces))
        return &content;
    }
  }
  return nullptr;
}

bool speaksOfSafety(const ScoreRow& row) {
  constexpr std::string_view kSafety = "安全";
  return row.content.str().find(kSafety) != std::string::npos ||
         row.criterion.str().find(kSafety) != std::string::npos;
}

}  // namespace

void SkillSafety::examine(const SkillItem& item, const Facts& facts, FindingSink& sink) {
  const Standard* standard = facts.bank().standard();
  const Blueprint* blueprint = facts.bank().blueprint(item.level);
  const LevelRequirements* requirements = standard == nullptr ? nullptr : standard->at(item.level);
  if (requirements == nullptr || blueprint == nullptr) return;
  if (!item.vetoes.empty() || std::ranges::any_of(item.scores, speaksOfSafety)) return;
  const WorkContent* content = starredContent(item, *blueprint, *requirements);
  if (content == nullptr) return;

  Finding finding = findingOn(item, "vetoes");
  finding.judged = content->id.str();
  finding.message =
      say("{item}考查“{content}”，标准在此有★关键技能，而试题既无否定项也无安全评分行（{clause}）。",
          "item"_a = itemName(item), "content"_a = content->name, "clause"_a = clause(item.level));
  finding.advice = say("写明否定项，或在评分表中加一行安全操作。");
  report(sink, std::move(finding));
}

void SkillSafety::follow(const Change& change, const Facts& /*facts*/) {
  if (const auto level = book_.follow(change)) {
    for (const Id item : book_.at(*level)) touch(item);
  }
  if (change.was<Standard>() == nullptr && change.is<Standard>() == nullptr) return;
  for (int number = 1; number <= 5; ++number) {
    for (const Id item : book_.at(*Level::of(number))) touch(item);
  }
}

}  // namespace tiku::validators
