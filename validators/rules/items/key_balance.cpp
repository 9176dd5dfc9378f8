#include "validators/rules/items/key_balance.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr const char* kSingle = "key-balance/single-choice";
constexpr const char* kJudgement = "key-balance/true-false";

/// Whole per cent, rounded half up.
int percentOf(int part, int whole) {
  return (part * 200 + whole) / (whole * 2);
}

/// Whether the share lies outside of the band by more than a standard deviation of a random draw. The
/// variance of one draw is `variance` per ten thousand: 1875 for one of four positions, 2500 for one of two.
bool outside(std::int64_t part, std::int64_t whole, std::int64_t low, std::int64_t high,
             std::int64_t variance) {
  const std::int64_t excess = std::max(low * whole - 100 * part, 100 * part - high * whole);
  return excess > 0 && excess * excess > variance * whole;
}

constexpr std::int64_t kOneOfFour = 1875;
constexpr std::int64_t kOneOfTwo = 2500;

Finding findingAt(Level level, const char* field) {
  Finding finding;
  finding.subject = {Blueprint::idOf(level), Blueprint::idOf(level), field, {}, level};
  return finding;
}

}  // namespace

void KeyBalance::observe(const Change& change, const Facts& /*facts*/) {
  count(change.was<TheoryItem>(), -1);
  count(change.is<TheoryItem>(), +1);
}

void KeyBalance::count(const TheoryItem* item, int by) {
  if (!isLive(item)) return;
  if (const auto* key = std::get_if<ChoiceKey>(&item->key)) {
    if (item->type != ItemType::kSingleChoice || item->options.size() != 4 || key->options.size() != 1)
      return;
    const int position = key->options.front();
    if (position < 0 || position > 3) return;
    tallies_[item->level].single[static_cast<std::size_t>(position)] += by;
    touched_.insert(item->level);
  } else if (const auto* judgement = std::get_if<JudgementKey>(&item->key)) {
    if (item->type != ItemType::kTrueFalse) return;
    tallies_[item->level].judgement[judgement->correct ? 1 : 0] += by;
    touched_.insert(item->level);
  }
}

void KeyBalance::judge(const Facts& /*facts*/, FindingSink& sink) {
  for (const Level level : touched_) {
    sink.clear(Blueprint::idOf(level), kSingle);
    sink.clear(Blueprint::idOf(level), kJudgement);
    judgeSingle(level, tallies_[level], sink);
    judgeJudgement(level, tallies_[level], sink);
  }
  touched_.clear();
}

void KeyBalance::judgeSingle(Level level, const Tally& tally, FindingSink& sink) const {
  const auto least = settings_.count("min-items", level);
  const auto low = settings_.count("single-low", level);
  const auto high = settings_.count("single-high", level);
  const int total = std::accumulate(tally.single.begin(), tally.single.end(), 0);
  if (!least || !low || !high || total == 0 || total < *least) return;
  const bool uneven = std::ranges::any_of(
      tally.single, [&](int count) { return outside(count, total, *low, *high, kOneOfFour); });
  if (!uneven) return;
  Finding finding = findingAt(level, kSingle);
  for (std::size_t position = 0; position < tally.single.size(); ++position) {
    if (position > 0) finding.measured += ' ';
    finding.measured += optionLetter(static_cast<int>(position)) + ' ' +
                        std::to_string(percentOf(tally.single[position], total)) + '%';
  }
  finding.required = std::to_string(*low) + "–" + std::to_string(*high) + '%';
  finding.message =
      say("{level} {total} 道单选题的答案位置不均：{measured}，每个位置宜占 {required}（{clause}）。",
          "level"_a = levelWord(level), "total"_a = total, "measured"_a = finding.measured,
          "required"_a = finding.required, "clause"_a = settings_.clauseFor(level));
  finding.advice = say("调换一部分试题的选项次序。");
  sink.put(std::move(finding));
}

void KeyBalance::judgeJudgement(Level level, const Tally& tally, FindingSink& sink) const {
  const auto least = settings_.count("min-items", level);
  const auto low = settings_.count("judgement-low", level);
  const auto high = settings_.count("judgement-high", level);
  const int total = tally.judgement[0] + tally.judgement[1];
  if (!least || !low || !high || total == 0 || total < *least) return;
  if (!outside(tally.judgement[1], total, *low, *high, kOneOfTwo)) return;
  Finding finding = findingAt(level, kJudgement);
  finding.measured = std::to_string(percentOf(tally.judgement[1], total)) + '%';
  finding.required = std::to_string(*low) + "–" + std::to_string(*high) + '%';
  finding.message = say("{level} {total} 道判断题中答案为正确的占 {measured}，宜占 {required}（{clause}）。",
                        "level"_a = levelWord(level), "total"_a = total, "measured"_a = finding.measured,
                        "required"_a = finding.required, "clause"_a = settings_.clauseFor(level));
  finding.advice = say("改写一部分判断题，使正确与错误大致各半。");
  sink.put(std::move(finding));
}

}  // namespace tiku::validators
