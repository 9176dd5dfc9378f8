#include "validators/checker/level_rule.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tiku::validators {
namespace {

using formats::BankInfo;
using formats::Blueprint;
using formats::Change;
using formats::Level;
using formats::Paper;
using formats::SkillItem;
using formats::Standard;
using formats::TheoryItem;

/// The levels that the change may have altered for a rule; all five when it may be any.
std::set<Level> levelsTouchedBy(const Change& change, unsigned reads) {
  std::set<Level> touched;
  const auto all = [&touched] {
    for (int number = 1; number <= 5; ++number) touched.insert(*Level::of(number));
  };
  const auto both = [&touched](const auto* was, const auto* is) {
    if (was != nullptr) touched.insert(was->level);
    if (is != nullptr) touched.insert(is->level);
  };
  if (change.was<BankInfo>() != nullptr || change.is<BankInfo>() != nullptr) all();
  if ((reads & kReadsStandard) != 0 && change.id == Standard::kId) all();
  if ((reads & kReadsBlueprint) != 0) both(change.was<Blueprint>(), change.is<Blueprint>());
  if ((reads & kReadsPapers) != 0) both(change.was<Paper>(), change.is<Paper>());
  if ((reads & kReadsSkillItems) != 0) {
    const auto* was = change.was<SkillItem>();
    const auto* is = change.is<SkillItem>();
    const bool same = was != nullptr && is != nullptr && was->level == is->level &&
                      isLive(was) == isLive(is) && was->module == is->module && was->points == is->points;
    if (!same) both(was, is);
  }
  if ((reads & kReadsTheoryItems) != 0 && Facts::movesTheoryItem(change)) {
    both(change.was<TheoryItem>(), change.is<TheoryItem>());
  }
  return touched;
}

}  // namespace

void FindingGroup::withdraw(const std::vector<Finding>& found, FindingSink& sink) {
  std::set<std::pair<formats::Id, std::string>> now;
  for (const Finding& finding : found) now.emplace(finding.subject.id, finding.subject.field);
  for (const auto& [subject, field] : standing_) {
    if (!now.contains({subject, field})) sink.clear(subject, field);
  }
  standing_ = std::move(now);
}

void LevelRule::observe(const Change& change, const Facts& /*facts*/) {
  touched_.merge(levelsTouchedBy(change, reads_));
}

void LevelRule::judge(const Facts& facts, FindingSink& sink) {
  const std::vector<Level>& levels = facts.bank().info().levels;
  if ((reads_ & kReadsStrayPoints) != 0) {
    for (const Level level : levels) {
      int& last = strayPoints_[level];
      if (std::exchange(last, facts.counts(level).strayPoints) != last) touched_.insert(level);
    }
  }
  std::vector<Finding> all;
  for (const Level level : touched_) {
    std::vector<Finding> found;
    if (std::ranges::find(levels, level) != levels.end()) judgeLevel(level, facts, found);
    for (Finding& finding : found) {
      finding.subject.level = level;
      if (finding.subject.id.empty()) finding.subject.id = Blueprint::idOf(level);
      if (finding.subject.object.empty()) finding.subject.object = Blueprint::idOf(level);
    }
    groups_[level].withdraw(found, sink);
    std::ranges::move(found, std::back_inserter(all));
  }
  touched_.clear();
  for (Finding& finding : all) sink.put(std::move(finding));
}

void BankRule::observe(const Change& change, const Facts& /*facts*/) {
  touched_ = touched_ || !levelsTouchedBy(change, reads_).empty();
}

void BankRule::judge(const Facts& facts, FindingSink& sink) {
  if (!touched_) return;
  touched_ = false;
  std::vector<Finding> found;
  judgeBank(facts, found);
  group_.withdraw(found, sink);
  for (Finding& finding : found) sink.put(std::move(finding));
}

}  // namespace tiku::validators
