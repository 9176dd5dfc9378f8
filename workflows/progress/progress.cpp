#include "workflows/progress/progress.h"

#include <algorithm>

namespace tiku::workflows {

using namespace validators;
using formats::ItemType;

namespace {

using Works = std::vector<NextWork>;

void addItems(const TableLadder& ladder, Works& works) {
  Works begun;
  for (const LadderRow& row : ladder.rows) {
    if (!row.isPoint || row.itemsMissing.total() == 0) continue;
    Works& here = row.itemsHad.total() == 0 ? works : begun;
    for (const ItemType type : formats::kItemTypes) {
      const int missing = row.itemsMissing.of(type);
      if (missing > 0)
        here.push_back({NextWork::Kind::kItems, ladder.level, missing, type, row.id, row.code, row.name});
    }
  }
  works.insert(works.end(), begun.begin(), begun.end());
}

// Of the scopes that the standard's weights bind; what is asked deeper down is their share of it.
void addPoints(const TableLadder& ladder, Works& works) {
  int bound = -1;  // Depth of the scope above, if one was asked for points.
  for (const LadderRow& row : ladder.rows) {
    if (bound >= 0 && row.depth > bound) continue;
    bound = row.pointsNeeded ? row.depth : -1;
    const int missing = row.pointsNeeded ? *row.pointsNeeded - row.pointsHad : 0;
    if (missing > 0)
      works.push_back({NextWork::Kind::kPoints, ladder.level, missing, {}, row.id, row.code, row.name});
  }
}

}  // namespace

std::vector<LevelProgress> progressOf(const Facts& facts, const Profile& profile) {
  std::vector<LevelProgress> progress;
  for (const formats::Level level : facts.bank().info().levels)
    progress.push_back({tableLadder(facts, profile, level), levelSizes(level, facts, profile)});
  return progress;
}

std::vector<NextWork> nextWork(const std::vector<LevelProgress>& progress, std::size_t limit) {
  Works works;
  for (const LevelProgress& level : progress) addItems(level.ladder, works);
  for (const LevelProgress& level : progress) {
    const auto add = [&](NextWork::Kind kind, int missing) {
      if (missing > 0) works.push_back({kind, level.ladder.level, missing});
    };
    addPoints(level.ladder, works);
    // What fills every point fills the level as well.
    add(NextWork::Kind::kLooseItems,
        level.sizes.theoryItems.missing() - level.ladder.total.itemsMissing.total());
    add(NextWork::Kind::kSkillItems, level.sizes.skillItems.missing());
    add(NextWork::Kind::kTheoryPapers, level.sizes.theoryPapers.missing());
    add(NextWork::Kind::kSkillsPapers, level.sizes.skillsPapers.missing());
  }
  if (works.size() > limit) works.erase(works.begin() + static_cast<std::ptrdiff_t>(limit), works.end());
  return works;
}

}  // namespace tiku::workflows
