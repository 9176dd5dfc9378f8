#include "formats/package/reviewed.h"

#include "formats/base/digest.h"
#include "formats/package/objects/objects.h"

namespace tiku::formats {

std::string reviewedDigest(const Object& object) {
  if (const auto* theory = as<TheoryItem>(object)) {
    TheoryItem judged = *theory;
    judged.code.clear();
    judged.difficulty.reset();
    judged.consistency.reset();
    judged.author.reset();
    judged.source = {};
    judged.status = ItemStatus::kDraft;
    judged.extras = {};
    return sha256(xml::write(judged));
  }
  if (const auto* skill = as<SkillItem>(object)) {
    SkillItem judged = *skill;
    judged.code.clear();
    judged.difficulty.reset();
    judged.author.reset();
    judged.source = {};
    judged.status = ItemStatus::kDraft;
    judged.extras = {};
    return sha256(xml::write(judged));
  }
  if (const auto* blueprint = as<Blueprint>(object)) {
    Blueprint judged = *blueprint;
    judged.extras = {};
    return sha256(xml::write(judged));
  }
  return {};
}

std::string reviewedDigest(const Bank& bank, const Object& object) {
  std::string digest = reviewedDigest(object);
  const ItemSet* set = digest.empty() ? nullptr : bank.setOf(idOf(object));
  if (set == nullptr) return digest;
  ItemSet shared = *set;
  shared.items.clear();
  shared.source = {};
  shared.extras = {};
  return sha256(digest + "\n" + sha256(xml::write(shared)) + "\n");
}

std::pair<std::string, Id> endOf(const Round& round) {
  const bool dated = !round.steps.empty() && round.steps.back().on;
  return {dated ? round.steps.back().on->str() : std::string(), round.id};
}

std::string approvedDigest(const Bank& bank, Id object) {
  std::string approved;
  std::pair<std::string, Id> last;
  bank.forEach<Round>([&](const std::shared_ptr<const Round>& round) {
    const ReviewedObject* reviewed = round->reviewed(object);
    if (reviewed == nullptr || reviewed->approved.empty()) return;
    const auto end = endOf(*round);
    if (!approved.empty() && end < last) return;
    approved = reviewed->approved;
    last = end;
  });
  return approved;
}

bool isReviewable(const Object& object) {
  return as<TheoryItem>(object) != nullptr || as<SkillItem>(object) != nullptr ||
         as<Blueprint>(object) != nullptr;
}

}  // namespace tiku::formats
