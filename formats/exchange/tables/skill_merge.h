#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/exchange/import.h"

namespace tiku::formats::tables {

/// What became of one operational item that was found.
struct MergedSkill {
  enum class What { kAdded, kChanged, kUnchanged, kRepeated };
  What what = What::kAdded;
  SkillItem item;     ///< As it now is or shall be in the bank.
  std::string doubt;  ///< A sentence when a person must look.
};

/// Gives found items the bank's identities. One is the bank's own when they agree in level and (a) have the
/// same printed code, which neither side uses twice, or (b) have the same title and the same words in task
/// and score sheet, from whatever file, or (c) have the same title and come from the file of the same name. A
/// recognised item keeps its id, and its module, points and all that the source does not say; what it lacks
/// is filled in from any source; what it has otherwise is replaced only from its own file or under its own
/// code.
[[nodiscard]] std::vector<MergedSkill> mergeSkills(const Bank& bank, std::vector<SkillItem> found);

}  // namespace tiku::formats::tables
