#include "validators/rules/items/media_missing.h"

#include <algorithm>

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

// Of the items in use; those are what the findings speak of.
std::vector<std::string> liveImages(const Object& object) {
  const auto* theory = as<TheoryItem>(object);
  if (theory != nullptr && isLive(theory)) return picturesOf(*theory);
  const auto* skill = as<SkillItem>(object);
  return skill != nullptr && isLive(skill) ? picturesOf(*skill) : std::vector<std::string>();
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
  const auto* theory = facts.bank().find<TheoryItem>(item);
  const auto* skill = facts.bank().find<SkillItem>(item);
  for (const std::string& name : shown->second) {
    const auto* media = facts.bank().find<Media>(mediaId(name));
    if (media != nullptr && media->name == name) continue;
    Finding finding =
        theory != nullptr ? findingOn(*theory, "media/" + name) : findingOn(*skill, "media/" + name);
    finding.judged = name;
    finding.message = say("{item}的图片“{name}”不在题库中（{clause}）。",
                          "item"_a = theory != nullptr ? itemName(*theory) : itemName(*skill),
                          "name"_a = excerpt(name), "clause"_a = settings_.clauseFor(finding.subject.level));
    finding.advice = say("重新插入这张图片，或从试题中删去它。");
    sink.put(std::move(finding));
  }
}

}  // namespace tiku::validators
