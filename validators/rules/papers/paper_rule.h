#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// Visits the entries of a paper with their numbers as printed: one count through all sections.
template <typename Visit>
void forEachEntry(const formats::Paper& paper, const Visit& visit) {
  int number = 0;
  for (const formats::PaperSection& section : paper.sections) {
    for (const formats::PaperEntry& entry : section.entries) visit(++number, entry);
  }
}

/// Which live papers use which items.
class PaperUses {
 public:
  /// Keeps book of a change of a paper.
  void follow(const formats::Change& change);
  /// The papers that use the item.
  [[nodiscard]] const std::unordered_set<formats::Id>& papersWith(formats::Id item) const;

 private:
  std::unordered_map<formats::Id, std::unordered_set<formats::Id>> papersOf_;
};

/// A rule that looks at papers one by one, and again when an item on one of them changes.
class PaperRule : public PerObject<formats::Paper> {
 public:
  using PerObject::PerObject;

 protected:
  void follow(const formats::Change& change, const Facts& facts) override;

 private:
  PaperUses uses_;
};

/// "第 3、7、12 题"; the first ten of many.
std::string numbersOf(const std::vector<int>& numbers);

}  // namespace tiku::validators
