#include "validators/rules/items/media_missing.h"

#include <algorithm>
#include <utility>

#include "formats/base/say.h"
#include "formats/model/pictures.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/per_object.h"

namespace tiku::validators {

using namespace formats;

namespace {

Id mediaId(const std::string& name) {
  return mediaIdOf(name).value_or(Id());
}

// Of the items in use and of the sets; those are what the findings speak of.
std::vector<std::string> liveImages(const Object& object) {
  const auto* theory = as<TheoryItem>(object);
  if (theory != nullptr && isLive(theory)) return picturesOf(*theory);
  const auto* skill = as<SkillItem>(object);
  if (skill != nullptr && isLive(skill)) return picturesOf(*skill);
  const auto* set = as<ItemSet>(object);
  return set != nullptr ? picturesOf(*set) : std::vector<std::string>();
}

// On whichever of them it is, without its words yet but its name.
std::pair<Finding, std::string> findingAt(const Bank& bank, Id id, const std::string& field) {
  if (const auto* theory = bank.find<TheoryItem>(id)) return {findingOn(*theory, field), itemName(*theory)};
  if (const auto* skill = bank.find<SkillItem>(id)) return {findingOn(*skill, field), itemName(*skill)};
  const auto* set = bank.find<ItemSet>(id);
  return {findingOn(*set, field), setName(*set)};
}

}  // namespace

void MediaMissing::observe(const Change& change, const Facts& /*facts*/) {
  if (change.was<Media>() != nullptr || change.is<Media>() != nullptr) {
    const auto found = showers_.find(change.id);
    if (found != showers_.end()) touched_.insert(found->second.begin(), found->second.end());
    return;
  }
  std::vector<std::string> names = liveImages(change.after);
  if (names.empty() && !shown_.contains(change.id)) return;
  forget(change.id);
  touched_.insert(change.id);
  if (names.empty()) return;
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  for (const std::string& name : names) showers_[mediaId(name)].insert(change.id);
  shown_.emplace(change.id, std::move(names));
}

void MediaMissing::forget(Id item) {
  const auto found = shown_.find(item);
  if (found == shown_.end()) return;
  for (const std::string& name : found->second) {
    const auto showers = showers_.find(mediaId(name));
    if (showers == showers_.end()) continue;
    showers->second.erase(item);
    if (showers->second.empty()) showers_.erase(showers);
  }
  shown_.erase(found);
}

void MediaMissing::judge(const Facts& facts, FindingSink& sink) {
  for (const Id item : touched_) judgeItem(item, facts, sink);
  touched_.clear();
}

void MediaMissing::judgeItem(Id item, const Facts& facts, FindingSink& sink) {
  sink.clearSubject(item);
  const auto shown = shown_.find(item);
  if (shown == shown_.end()) return;
  for (const std::string& name : shown->second) {
    const auto* media = facts.bank().find<Media>(mediaId(name));
    if (media != nullptr && media->name == name) continue;
    auto [finding, subject] = findingAt(facts.bank(), item, "media/" + name);
    finding.judged = name;
    finding.message = say("{item}的图片“{name}”不在题库中（{clause}）。", "item"_a = subject,
                          "name"_a = excerpt(name), "clause"_a = settings_.clauseFor(finding.subject.level));
    finding.advice = say("重新插入这张图片，或从试题中删去它。");
    sink.put(std::move(finding));
  }
}

}  // namespace tiku::validators
