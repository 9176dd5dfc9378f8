#pragma once

#include <set>
#include <unordered_map>
#include <vector>

#include "formats/model/bank.h"

namespace tiku::validators {

/// Which papers use which items: a paper is judged anew when the type of one of its items changes.
class PaperItems {
 public:
  void observe(const formats::Change& change);
  /// The papers that the change of an item or of a paper concerns. Empty for a theory item that keeps its
  /// type.
  [[nodiscard]] std::vector<formats::Id> papersTouchedBy(const formats::Change& change) const;

 private:
  std::unordered_map<formats::Id, std::set<formats::Id>> papersOf_;
};

/// What a theory paper asks, by type and marks: the paper as a plan, in the order of types. Entries whose
/// item the bank does not have are left out and counted in `unknown`.
struct PaperContent {
  std::vector<formats::PlanSection> sections;
  int unknown = 0;
};
PaperContent contentOf(const formats::Paper& paper, const formats::Bank& bank);

}  // namespace tiku::validators
