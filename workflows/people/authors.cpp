#include "workflows/people/authors.h"

namespace tiku::workflows {

using namespace tiku::formats;

namespace {

std::optional<Id> successorOf(const Successors& successors, Id person) {
  std::optional<Id> now = person;
  // As many steps as there are who go: a ring would have no end.
  for (std::size_t step = 0; now && step <= successors.size(); ++step) {
    const auto found = successors.find(*now);
    if (found == successors.end()) return now;
    now = found->second;
  }
  return std::nullopt;
}

template <typename Item>
void handOverAll(const Bank& bank, const Successors& successors, Edit& edit) {
  bank.forEach<Item>([&](const std::shared_ptr<const Item>& item) {
    if (!item->author || !successors.contains(*item->author)) return;
    Item next = *item;
    next.author = successorOf(successors, *item->author);
    edit.put(std::move(next));
  });
}

}  // namespace

int itemsWrittenBy(const Bank& bank, Id person) {
  int count = 0;
  bank.forEach<TheoryItem>([&](const auto& item) { count += item->author == person ? 1 : 0; });
  bank.forEach<SkillItem>([&](const auto& item) { count += item->author == person ? 1 : 0; });
  return count;
}

void handOver(const Bank& bank, const Successors& successors, Edit& edit) {
  if (successors.empty()) return;
  handOverAll<TheoryItem>(bank, successors, edit);
  handOverAll<SkillItem>(bank, successors, edit);
}

}  // namespace tiku::workflows
