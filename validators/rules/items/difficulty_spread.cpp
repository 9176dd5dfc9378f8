#include "validators/rules/items/difficulty_spread.h"

#include <algorithm>
#include <numeric>

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr const char* kUnused = "difficulty-spread/unused";
constexpr const char* kMiddle = "difficulty-spread/middle";
constexpr std::size_t kMedium = 2;  ///< Position of difficulty 3.

}  // namespace

void DifficultySpread::observe(const Change& change, const Facts& /*facts*/) {
  count(change.was<TheoryItem>(), -1);
  count(change.is<TheoryItem>(), +1);
}

void DifficultySpread::count(const TheoryItem* item, int by) {
  if (!isLive(item) || !item->difficulty || *item->difficulty < 1 || *item->difficulty > 5) return;
  tallies_[item->level][static_cast<std::size_t>(*item->difficulty - 1)] += by;
  touched_.insert(item->level);
}

void DifficultySpread::judge(const Facts& /*facts*/, FindingSink& sink) {
  for (const Level level : touched_) {
    sink.clear(Blueprint::idOf(level), kUnused);
    sink.clear(Blueprint::idOf(level), kMiddle);
    judgeLevel(level, tallies_[level], sink);
  }
  touched_.clear();
}

void DifficultySpread::judgeLevel(Level level, const Tally& tally, FindingSink& sink) const {
  const auto least = settings_.count("min-items", level);
  const int total = std::accumulate(tally.begin(), tally.end(), 0);
  if (!least || total == 0 || total < *least) return;
  Finding finding;
  finding.subject = {Blueprint::idOf(level), Blueprint::idOf(level), kUnused, {}, level};

  std::string unused;
  for (std::size_t grade = 0; grade < tally.size(); ++grade) {
    if (tally[grade] == 0) unused += (unused.empty() ? "" : "、") + std::to_string(grade + 1);
  }
  if (!unused.empty()) {
    finding.measured = unused;
    finding.required = "1–5";
    finding.message =
        say("{level} {total} 道理论题没有难度为 {unused} 的（{clause}）。", "level"_a = levelWord(level),
            "total"_a = total, "unused"_a = unused, "clause"_a = settings_.clauseFor(level));
    finding.advice = say("补充这些难度的试题，或重新核定难度。");
    sink.put(finding);
  }
  const auto most = std::ranges::max_element(tally);
  if (*most == tally[kMedium]) return;
  finding.subject.field = kMiddle;
  finding.measured = std::to_string(most - tally.begin() + 1);
  finding.required = "3";
  finding.message =
      say("{level} {total} 道理论题中难度 {most} 的最多（{count} 道），宜以难度 3 为主（{clause}）。",
          "level"_a = levelWord(level), "total"_a = total, "most"_a = finding.measured, "count"_a = *most,
          "clause"_a = settings_.clauseFor(level));
  finding.advice = say("重新核定难度，或补充中等难度的试题。");
  sink.put(std::move(finding));
}

}  // namespace tiku::validators
