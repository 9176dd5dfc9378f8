#include "validators/rules/items/key_balance.h"

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr const char* kSingle = "key-balance/single-choice";
constexpr const char* kJudgement = "key-balance/true-false";

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
  if (isLive(item) && tallies_[item->level].count(*item, by)) touched_.insert(item->level);
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

void KeyBalance::judgeSingle(Level level, const KeyTally& tally, FindingSink& sink) const {
  const auto uneven = unevenSingles(tally, settings_, level);
  if (!uneven) return;
  Finding finding = findingAt(level, kSingle);
  finding.measured = uneven->measured;
  finding.required = uneven->required;
  finding.message =
      say("{level} {total} 道单选题的答案位置不均：{measured}，每个位置宜占 {required}（{clause}）。",
          "level"_a = levelWord(level), "total"_a = tally.singles(), "measured"_a = finding.measured,
          "required"_a = finding.required, "clause"_a = settings_.clauseFor(level));
  finding.advice = say("调换一部分试题的选项次序。");
  sink.put(std::move(finding));
}

void KeyBalance::judgeJudgement(Level level, const KeyTally& tally, FindingSink& sink) const {
  const auto uneven = unevenJudgements(tally, settings_, level);
  if (!uneven) return;
  Finding finding = findingAt(level, kJudgement);
  finding.measured = uneven->measured;
  finding.required = uneven->required;
  finding.message =
      say("{level} {total} 道判断题中答案为正确的占 {measured}，宜占 {required}（{clause}）。",
          "level"_a = levelWord(level), "total"_a = tally.judgements(), "measured"_a = finding.measured,
          "required"_a = finding.required, "clause"_a = settings_.clauseFor(level));
  finding.advice = say("改写一部分判断题，使正确与错误大致各半。");
  sink.put(std::move(finding));
}

}  // namespace tiku::validators
