#include "validators/rules/reviews/changed_since_approval.h"

#include "formats/base/say.h"
#include "formats/model/item_sets.h"
#include "formats/package/reviewed.h"
#include "validators/checker/facts.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

namespace {

struct Stamped {
  std::string name;
  std::optional<Level> level;
  bool live = true;
};

Stamped stamped(const Object& object) {
  if (const auto* theory = as<TheoryItem>(object)) return {itemName(*theory), theory->level, isLive(theory)};
  if (const auto* skill = as<SkillItem>(object)) return {itemName(*skill), skill->level, isLive(skill)};
  if (const auto* blueprint = as<Blueprint>(object)) {
    return {say("{level}考评蓝图", "level"_a = levelWord(blueprint->level)), blueprint->level, true};
  }
  return {};
}

}  // namespace

void ChangedSinceApproval::stamp(const Round* round, bool add) {
  if (round == nullptr) return;
  for (const ReviewedObject& reviewed : round->objects) {
    if (reviewed.approved.empty()) continue;
    touched_.insert(reviewed.object);
    auto& stamps = stamps_[reviewed.object];
    if (add) {
      stamps[endOf(*round)] = reviewed.approved;
    } else {
      stamps.erase(endOf(*round));
      if (stamps.empty()) stamps_.erase(reviewed.object);
    }
  }
}

void ChangedSinceApproval::observe(const Change& change, const Facts& /*facts*/) {
  stamp(change.was<Round>(), false);
  stamp(change.is<Round>(), true);
  // A batch comes in any order: an object may come before the round that stamps it.
  if (isReviewable(change.before) || isReviewable(change.after)) touched_.insert(change.id);
  for (const Id item : itemsOfSet(change)) touched_.insert(item);
}

void ChangedSinceApproval::judge(const Facts& facts, FindingSink& sink) {
  for (const Id object : touched_) judgeOne(object, facts, sink);
  touched_.clear();
}

void ChangedSinceApproval::judgeOne(Id object, const Facts& facts, FindingSink& sink) {
  if (const auto stands = standing_.find(object); stands != standing_.end()) {
    sink.clear(stands->second.first, stands->second.second);
    standing_.erase(stands);
  }
  const auto found = stamps_.find(object);
  if (found == stamps_.end()) return;
  const auto& [end, approved] = *found->second.rbegin();
  const auto* round = facts.bank().find<Round>(end.second);
  const std::string title = round == nullptr ? end.second.str() : round->title;
  const Object* now = facts.bank().object(object);
  const std::string digest = now == nullptr ? std::string() : reviewedDigest(facts.bank(), *now);
  if (digest == approved) return;
  const Stamped what = now == nullptr ? Stamped{} : stamped(*now);
  if (!what.live) return;
  Finding finding;
  finding.judged = digest.empty() ? "gone" : digest;
  if (digest.empty()) {
    finding.subject.id = end.second;
    finding.subject.object = end.second;
    finding.subject.field = object.str();
    finding.message = say("通过了评审“{round}”的 {id} 已经删除（{clause}）。", "round"_a = title,
                          "id"_a = object.str(), "clause"_a = settings_.clause);
    finding.advice = say("从历史版本里取回，或者写明经谁批准，予以豁免。");
  } else {
    finding.subject.id = object;
    finding.subject.object = object;
    finding.subject.level = what.level;
    finding.message =
        say("{item}在通过评审“{round}”之后改动了（{clause}）。", "item"_a = what.name, "round"_a = title,
            "clause"_a = what.level ? settings_.clauseFor(*what.level) : settings_.clause);
    finding.advice = say("恢复通过时的内容，或者重新送审；经批准改动的，写明理由予以豁免。");
    if (facts.bank().setOf(object) != nullptr)
      finding.advice += say("题组的共用题干和共用备选答案也算在内。");
  }
  standing_[object] = {finding.subject.id, finding.subject.field};
  sink.put(std::move(finding));
}

}  // namespace tiku::validators
