#include "validators/rules/support/paper_items.h"

#include <map>

namespace tiku::validators {

using formats::Change;
using formats::Id;
using formats::Paper;
using formats::PaperEntry;
using formats::PaperSection;
using formats::TheoryItem;

void PaperItems::observe(const Change& change) {
  const auto each = [](const Paper* paper, const auto& visit) {
    if (paper == nullptr) return;
    for (const PaperSection& section : paper->sections) {
      for (const PaperEntry& entry : section.entries) visit(entry.item);
    }
  };
  each(change.was<Paper>(), [&](Id item) {
    const auto papers = papersOf_.find(item);
    if (papers == papersOf_.end()) return;
    papers->second.erase(change.id);
    if (papers->second.empty()) papersOf_.erase(papers);
  });
  each(change.is<Paper>(), [&](Id item) { papersOf_[item].insert(change.id); });
}

std::vector<Id> PaperItems::papersTouchedBy(const Change& change) const {
  if (change.was<Paper>() != nullptr || change.is<Paper>() != nullptr) return {change.id};
  const auto* was = change.was<TheoryItem>();
  const auto* is = change.is<TheoryItem>();
  if (was == nullptr && is == nullptr) return {};
  if (was != nullptr && is != nullptr && was->type == is->type) return {};
  const auto papers = papersOf_.find(change.id);
  if (papers == papersOf_.end()) return {};
  return {papers->second.begin(), papers->second.end()};
}

PaperContent contentOf(const Paper& paper, const formats::Bank& bank) {
  PaperContent content;
  std::map<std::pair<formats::ItemType, formats::Marks>, int> counts;
  for (const PaperSection& section : paper.sections) {
    for (const PaperEntry& entry : section.entries) {
      const auto* item = bank.find<TheoryItem>(entry.item);
      if (item == nullptr) {
        ++content.unknown;
      } else {
        ++counts[{item->type, entry.marks}];
      }
    }
  }
  for (const auto& [kind, count] : counts) content.sections.push_back({kind.first, count, kind.second});
  return content;
}

}  // namespace tiku::validators
