#include "workflows/review/stamps.h"

#include <algorithm>
#include <map>

#include "formats/package/reviewed.h"

namespace tiku::workflows {

using namespace formats;

namespace {

struct Votes {
  int drop = 0;
  int all = 0;
};

// Of each expert his last word: of the discussion, where he took part in it.
std::map<Id, Votes> verdictsOf(const Round& round, const Bank& bank) {
  std::map<Id, std::map<Id, ItemVerdict>> byExpert;
  for (const Invitation& invitation : round.invitations) {
    const auto* submission = bank.find<Submission>(invitation.id);
    if (submission == nullptr || !submission->answers) continue;
    for (const ItemScore& score : submission->answers->scores) {
      if (score.verdict) byExpert[invitation.expert][score.object] = *score.verdict;
    }
  }
  std::map<Id, Votes> votes;
  for (const auto& [expert, verdicts] : byExpert) {
    for (const auto& [object, verdict] : verdicts) {
      ++votes[object].all;
      if (verdict == ItemVerdict::kDrop) ++votes[object].drop;
    }
  }
  return votes;
}

bool isRetired(const Object& object) {
  if (const auto* theory = as<TheoryItem>(object)) return theory->status == ItemStatus::kRetired;
  const auto* skill = as<SkillItem>(object);
  return skill != nullptr && skill->status == ItemStatus::kRetired;
}

}  // namespace

void stampApproved(Round& round, const Bank& bank) {
  const std::map<Id, Votes> votes = verdictsOf(round, bank);
  for (ReviewedObject& reviewed : round.objects) {
    reviewed.approved.clear();
    const Object* object = bank.object(reviewed.object);
    if (object == nullptr || isRetired(*object)) continue;
    const auto vote = votes.find(reviewed.object);
    if (vote != votes.end() && vote->second.drop * 2 > vote->second.all) continue;
    reviewed.approved = reviewedDigest(bank, *object);
  }
}

std::unordered_map<Id, std::string> approvedDigests(const Bank& bank) {
  std::unordered_map<Id, std::pair<std::pair<std::string, Id>, std::string>> last;
  bank.forEach<Round>([&](const std::shared_ptr<const Round>& round) {
    const auto end = endOf(*round);
    for (const ReviewedObject& reviewed : round->objects) {
      if (reviewed.approved.empty()) continue;
      const auto [at, isNew] = last.try_emplace(reviewed.object, end, reviewed.approved);
      if (!isNew && !(end < at->second.first)) at->second = {end, reviewed.approved};
    }
  });
  std::unordered_map<Id, std::string> digests;
  digests.reserve(last.size());
  for (auto& [object, stamp] : last) digests.emplace(object, std::move(stamp.second));
  return digests;
}

bool saysApproved(const Bank& bank, const Object& object, const std::string& approved) {
  return isRetired(object) || reviewedDigest(bank, object) == approved;
}

std::vector<Id> changedSinceApproval(const Bank& bank) {
  std::vector<Id> changed;
  for (const auto& [id, approved] : approvedDigests(bank)) {
    const Object* object = bank.object(id);
    if (object == nullptr || !saysApproved(bank, *object, approved)) changed.push_back(id);
  }
  std::ranges::sort(changed);
  return changed;
}

Approval approvalOf(const Bank& bank, Id object) {
  const std::string approved = approvedDigest(bank, object);
  if (approved.empty()) return Approval::kNone;
  const Object* now = bank.object(object);
  return now != nullptr && saysApproved(bank, *now, approved) ? Approval::kHolds : Approval::kChanged;
}

}  // namespace tiku::workflows
