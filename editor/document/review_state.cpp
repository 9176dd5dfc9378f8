#include "editor/document/review_state.h"

#include <algorithm>

#include "formats/base/say.h"
#include "workflows/review/opinions.h"

namespace tiku::editor {

using formats::Change;
using formats::Id;
using formats::ItemSet;
using formats::Opinion;
using formats::Round;
using formats::say;
using formats::operator""_a;
using workflows::Approval;

bool isOfReview(const Change& change) {
  return change.was<Round>() != nullptr || change.is<Round>() != nullptr ||
         change.was<Opinion>() != nullptr || change.is<Opinion>() != nullptr ||
         change.was<ItemSet>() != nullptr || change.is<ItemSet>() != nullptr;
}

void ReviewState::readAll() {
  stamps_ = workflows::approvedDigests(bank_);
  bank_.forEach<Opinion>([this](const std::shared_ptr<const Opinion>& opinion) { put(*opinion); });
}

void ReviewState::put(const Opinion& opinion) {
  opinions_[opinion.remark.anchor.object][opinion.id] = {opinion.round, !workflows::wantOf(opinion).empty()};
}

void ReviewState::take(const Opinion& opinion) {
  const auto at = opinions_.find(opinion.remark.anchor.object);
  if (at == opinions_.end()) return;
  at->second.erase(opinion.id);
  if (at->second.empty()) opinions_.erase(at);
}

void ReviewState::follow(std::span<const Change> made) {
  bool rounds = false;
  for (const Change& change : made) {
    rounds = rounds || change.was<Round>() != nullptr || change.is<Round>() != nullptr;
    if (const auto* was = change.was<Opinion>()) take(*was);
    if (const auto* is = change.is<Opinion>()) put(*is);
  }
  if (rounds) stamps_ = workflows::approvedDigests(bank_);
  if (rounds) looks_.clear();
}

Approval ReviewState::approvalOf(Id object) const {
  const auto stamp = stamps_.find(object);
  if (stamp == stamps_.end()) return Approval::kNone;
  const formats::Object* now = bank_.object(object);
  if (now == nullptr) return Approval::kChanged;
  const auto [look, isNew] = looks_.try_emplace(object);
  const ItemSet* inSet = bank_.setOf(object);
  const formats::Object set = inSet == nullptr ? formats::Object() : *bank_.object(inSet->id);
  if (isNew || look->second.object != *now || look->second.set != set)
    look->second = {*now, set, workflows::saysApproved(bank_, *now, stamp->second)};
  return look->second.holds ? Approval::kHolds : Approval::kChanged;
}

std::vector<Id> ReviewState::waitingOn(Id object) const {
  std::vector<Id> waiting;
  if (const auto at = opinions_.find(object); at != opinions_.end()) {
    for (const auto& [opinion, asked] : at->second) {
      const auto* round = asked.waits ? bank_.find<Round>(asked.round) : nullptr;
      if (round != nullptr && workflows::takesAnswers(round->state())) waiting.push_back(opinion);
    }
  }
  return waiting;
}

std::size_t ReviewState::opinionsOn(Id object) const {
  const auto at = opinions_.find(object);
  return at == opinions_.end() ? 0 : at->second.size();
}

std::vector<Id> ReviewState::changed() const {
  std::vector<Id> all;
  for (const auto& [object, stamp] : stamps_) {
    if (approvalOf(object) == Approval::kChanged) all.push_back(object);
  }
  std::ranges::sort(all);
  return all;
}

std::string ReviewState::markOf(Id object) const {
  if (const std::size_t waiting = waitingOn(object).size(); waiting > 0)
    return say("待答复 {n}", "n"_a = waiting);
  switch (approvalOf(object)) {
    case Approval::kNone:
      break;
    case Approval::kHolds:
      return say("已通过");
    case Approval::kChanged:
      return say("有改动");
  }
  return {};
}

}  // namespace tiku::editor
