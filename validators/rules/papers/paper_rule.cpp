#include "validators/rules/papers/paper_rule.h"

#include "formats/base/say.h"

namespace tiku::validators {

using namespace formats;

void PaperUses::follow(const Change& change) {
  if (const auto* was = change.was<Paper>()) {
    forEachEntry(*was, [this, &change](int /*number*/, const PaperEntry& entry) {
      const auto found = papersOf_.find(entry.item);
      if (found == papersOf_.end()) return;
      found->second.erase(change.id);
      if (found->second.empty()) papersOf_.erase(found);
    });
  }
  const auto* is = change.is<Paper>();
  if (!isLive(is)) return;
  forEachEntry(*is, [this, &change](int /*number*/, const PaperEntry& entry) {
    papersOf_[entry.item].insert(change.id);
  });
}

const std::unordered_set<Id>& PaperUses::papersWith(Id item) const {
  static const std::unordered_set<Id> kNone;
  const auto found = papersOf_.find(item);
  return found == papersOf_.end() ? kNone : found->second;
}

void PaperRule::follow(const Change& change, const Facts& /*facts*/) {
  uses_.follow(change);
  // Not only items: an entry may name any object, or one that becomes an item later.
  for (const Id paper : uses_.papersWith(change.id)) touch(paper);
}

std::string numbersOf(const std::vector<int>& numbers) {
  constexpr std::size_t kMost = 10;
  std::string listed;
  for (std::size_t i = 0; i < numbers.size() && i < kMost; ++i) {
    listed += (i > 0 ? "、" : "") + std::to_string(numbers[i]);
  }
  return numbers.size() > kMost ? say("第 {numbers} 等题", "numbers"_a = listed)
                                : say("第 {numbers} 题", "numbers"_a = listed);
}

}  // namespace tiku::validators
