#include "validators/rules/papers/near_overlap.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "formats/base/say.h"
#include "validators/checker/facts.h"
#include "validators/rules/duplicates/same_words.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

namespace {

bool readsBefore(const Paper& a, const Paper& b) {
  return std::tie(a.number, a.id) < std::tie(b.number, b.id);
}

/// Tenths of a per cent, rounded up, so that what passes the limit never prints as it.
std::int64_t tenths(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : (part * 1000 + whole - 1) / whole;
}

std::string percentOf(std::int64_t tenths) {
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : '.' + std::to_string(tenths % 10)) + '%';
}

template <typename Visit>
void forEachItem(const Paper* paper, const Visit& visit) {
  if (paper == nullptr) return;
  forEachEntry(*paper, [&](int /*number*/, const PaperEntry& entry) { visit(entry.item); });
}

}  // namespace

NearOverlap::NearOverlap(const Profile& profile, const RuleSettings& settings)
    : settings_(settings),
      thresholds_(NearDuplicates::thresholdsOf(profile)),
      pairs_(thresholds_.value_or(NearDuplicates::Thresholds()).any,
             [this](Id item) { return !uses_.papersWith(item).empty(); }) {}

void NearOverlap::observe(const Change& change, const Facts& /*facts*/) {
  if (!thresholds_) return;
  const auto* was = change.was<Paper>();
  const auto* is = change.is<Paper>();
  if (was != nullptr || is != nullptr) {
    touched_ = true;
    uses_.follow(change);
    const auto recheck = [this](Id item) { pairs_.recheck(item); };
    forEachItem(was, recheck);
    forEachItem(is, recheck);
  } else if (change.id == Judgements::kId) {
    touched_ = true;
    judged_.set(change.is<Judgements>());
  } else if (change.was<TheoryItem>() != nullptr || change.is<TheoryItem>() != nullptr) {
    pairs_.observe(change);
    touched_ = touched_ || !uses_.papersWith(change.id).empty();
  }
}

void NearOverlap::judge(const Facts& facts, FindingSink& sink) {
  if (!thresholds_) return;
  pairs_.update(facts.bank());
  if (!touched_) return;
  touched_ = false;
  std::map<Id, Tallies> tallies;
  for (const auto& paper : facts.bank().all<Paper>()) {
    if (isLive(paper.get()) && paper->kind == Paper::Kind::kTheory) {
      tallies.emplace(paper->id, talliesOf(*paper, facts));
    }
  }
  std::vector<Finding> found;
  for (const auto& [id, ofPaper] : tallies) {
    const Paper& paper = *facts.bank().find<Paper>(id);
    for (const auto& [otherId, tally] : ofPaper) {
      const Paper& other = *facts.bank().find<Paper>(otherId);
      if (readsBefore(paper, other)) continue;
      auto fault = faultOf(paper, other, tally, tallies.at(otherId)[id]);
      if (fault) found.push_back(std::move(*fault));
    }
  }
  standing_.withdraw(found, sink);
  for (Finding& finding : found) sink.put(std::move(finding));
}

bool NearOverlap::countsAsRepeated(Id item, const Near& near, const Bank& bank) const {
  const Judgement* judgement = judged_.holding(item, near.other, bank);
  if (judgement != nullptr) return judgement->verdict == Judgement::Verdict::kSame;
  return near.kind == PairKind::kSame || near.kind == PairKind::kTwin;
}

NearOverlap::Tallies NearOverlap::talliesOf(const Paper& paper, const Facts& facts) const {
  Tallies tallies;
  const auto papersOf = [&](Id item) {
    std::set<Id> others;
    for (const Id id : uses_.papersWith(item)) {
      const auto* other = facts.bank().find<Paper>(id);
      if (id != paper.id && other->level == paper.level && other->kind == paper.kind) others.insert(id);
    }
    return others;
  };
  forEachEntry(paper, [&](int /*number*/, const PaperEntry& entry) {
    std::set<Id> same = papersOf(entry.item);
    std::set<Id> near;
    for (const Near& one : pairs_.of(entry.item)) {
      if (!one.sameWords && !countsAsRepeated(entry.item, one, facts.bank())) continue;
      (one.sameWords ? same : near).merge(papersOf(one.other));
    }
    for (const Id id : same) {
      ++tallies[id].same;
      tallies[id].marks += entry.marks;
    }
    for (const Id id : near) {
      if (same.contains(id)) continue;
      ++tallies[id].near;
      tallies[id].marks += entry.marks;
    }
  });
  return tallies;
}

std::optional<Finding> NearOverlap::faultOf(const Paper& later, const Paper& earlier, const Tally& ofLater,
                                            const Tally& ofEarlier) const {
  const auto limit = settings_.number("percent", later.level);
  if (!limit || (ofLater.near == 0 && ofEarlier.near == 0)) return std::nullopt;
  const auto shareOf = [](const Paper& paper, const Tally& tally) {
    int items = 0;
    forEachEntry(paper, [&items](int number, const PaperEntry& /*entry*/) { items = number; });
    return std::max(tenths(tally.same + tally.near, items),
                    tenths(tally.marks.hundredths(), paper.total().hundredths()));
  };
  const std::int64_t share = std::max(shareOf(later, ofLater), shareOf(earlier, ofEarlier));
  if (share * 10 <= limit->hundredths()) return std::nullopt;

  Finding finding;
  finding.subject = {later.id, later.id, "near-overlap/" + earlier.id.str(), {}, later.level};
  finding.measured = percentOf(share);
  finding.required = limit->str() + '%';
  finding.judged = std::to_string(ofLater.same) + '/' + std::to_string(ofLater.near) + '/' +
                   ofLater.marks.str() + '/' + finding.measured;
  finding.message =
      say("{paper}与{other}有 {same} 道题相同，另有 {near} 道题写法不同、问的相同，计 {marks} 分，"
          "连同后者的重复率 {percent}，高于 {limit}（{clause}）。",
          "paper"_a = paperName(later), "other"_a = paperName(earlier), "same"_a = ofLater.same,
          "near"_a = ofLater.near, "marks"_a = ofLater.marks.str(), "percent"_a = finding.measured,
          "limit"_a = finding.required, "clause"_a = settings_.clauseFor(later.level));
  finding.advice = say("用 tiku duplicates --across papers 逐对查看，更换其中一套试卷的试题。");
  return finding;
}

}  // namespace tiku::validators
