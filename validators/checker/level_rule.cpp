#include "validators/checker/level_rule.h"

#include <algorithm>

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
  if ((reads & kReadsTheoryItems) != 0) {
    const auto* was = change.was<TheoryItem>();
    const auto* is = change.is<TheoryItem>();
    const bool same = was != nullptr && is != nullptr && was->level == is->level &&
                      isLive(was) == isLive(is) && was->type == is->type && was->point == is->point;
    if (!same) both(was, is);
  }
  return touched;
}

}  // namespace

void FindingGroup::replace(std::vector<Finding> found, FindingSink& sink) {
  std::set<std::pair<formats::Id, std::string>> now;
  for (const Finding& finding : found) now.emplace(finding.subject.id, finding.subject.field);
  for (const auto& [subject, field] : standing_) {
    if (!now.contains({subject, field})) sink.clear(subject, field);
  }
  standing_ = std::move(now);
  for (Finding& finding : found) sink.put(std::move(finding));
}

void LevelRule::observe(const Change& change, const Facts& /*facts*/) {
  touched_.merge(levelsTouchedBy(change, reads_));
}

void LevelRule::judge(const Facts& facts, FindingSink& sink) {
  const std::vector<Level>& levels = facts.bank().info().levels;
  for (const Level level : touched_) {
    std::vector<Finding> found;
    if (std::ranges::find(levels, level) != levels.end()) judgeLevel(level, facts, found);
    for (Finding& finding : found) finding.subject.level = level;
    groups_[level].replace(std::move(found), sink);
  }
  touched_.clear();
}

void BankRule::observe(const Change& change, const Facts& /*facts*/) {
  touched_ = touched_ || !levelsTouchedBy(change, reads_).empty();
}

void BankRule::judge(const Facts& facts, FindingSink& sink) {
  if (!touched_) return;
  touched_ = false;
  std::vector<Finding> found;
  judgeBank(facts, found);
  group_.replace(std::move(found), sink);
}

}  // namespace tiku::validators
