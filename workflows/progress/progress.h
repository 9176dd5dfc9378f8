#pragma once

#include <vector>

#include "validators/rules/coverage/table_ladder.h"
#include "validators/rules/size/level_sizes.h"

/// How far a bank is: what each level has and what the profile asks, and what to write next.
namespace tiku::workflows {

struct LevelProgress {
  validators::TableLadder ladder;
  validators::LevelSizes sizes;
};

/// The levels of the bank, 五级 first.
std::vector<LevelProgress> progressOf(const validators::Facts& facts, const validators::Profile& profile);

/// Something that the profile asks for and the bank does not have.
struct NextWork {
  enum class Kind {
    kItems,       ///< Items of `type` at the point `part`.
    kLooseItems,  ///< Items enough at every point, but more are asked of the level.
    kPoints,      ///< Points below the scope `part`.
    kSkillItems,  ///< Operational items of the level.
    kTheoryPapers,
    kSkillsPapers,
  };
  Kind kind = Kind::kItems;
  formats::Level level;
  int missing = 0;
  formats::ItemType type = formats::ItemType::kSingleChoice;
  formats::Id part{};  ///< Of the level's theory table; empty where none is meant.
  std::string code{};  ///< Of the part.
  std::string name{};
};

/// What to do next, at most `limit` of it: items first, level by level, the points that have none before
/// those that lack some, then in printed order; what follows from no point comes after them.
std::vector<NextWork> nextWork(const std::vector<LevelProgress>& progress, std::size_t limit);

}  // namespace tiku::workflows
