#include "validators/rules/judgements/stale.h"

#include "formats/base/say.h"
#include "validators/checker/facts.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

namespace {

std::string fieldFor(const ItemPair& pair) {
  return pair.first.str() + '+' + pair.second.str();
}

/// Name of the item; its id when it is gone.
std::string nameOf(Id id, const Bank& bank) {
  if (const auto* theory = bank.find<TheoryItem>(id)) return itemName(*theory);
  if (const auto* skill = bank.find<SkillItem>(id)) return itemName(*skill);
  return id.str();
}

}  // namespace

void StaleJudgements::observe(const Change& change, const Facts& /*facts*/) {
  if (change.id == Judgements::kId) {
    for (const auto& [pair, judgement] : judged_.all()) touched_.insert(pair);
    judged_.set(change.is<Judgements>());
    pairsOf_.clear();
    for (const auto& [pair, judgement] : judged_.all()) {
      touched_.insert(pair);
      pairsOf_[pair.first].insert(pair);
      pairsOf_[pair.second].insert(pair);
    }
    return;
  }
  const auto found = pairsOf_.find(change.id);
  if (found != pairsOf_.end()) touched_.insert(found->second.begin(), found->second.end());
}

void StaleJudgements::judge(const Facts& facts, FindingSink& sink) {
  for (const ItemPair& pair : touched_) {
    if (standing_.erase(pair) > 0) sink.clear(Judgements::kId, fieldFor(pair));
    judgePair(pair, facts, sink);
  }
  touched_.clear();
}

void StaleJudgements::judgePair(const ItemPair& pair, const Facts& facts, FindingSink& sink) {
  const Judgement* judgement = judged_.find(pair.first, pair.second);
  const Bank& bank = facts.bank();
  if (judgement == nullptr || holds(*judgement, bank)) return;
  const std::string a = wordsDigest(pair.first, bank);
  const std::string b = wordsDigest(pair.second, bank);
  Finding finding;
  finding.subject.id = Judgements::kId;
  finding.subject.object = Judgements::kId;
  finding.subject.field = fieldFor(pair);
  finding.judged = a + '\n' + b;
  const std::string verdict = verdictName(judgement->verdict);
  if (a.empty() || b.empty()) {
    finding.message = say("把{a}与{b}判为“{verdict}”的判定已失效：有试题已删除（{clause}）。",
                          "a"_a = nameOf(pair.first, bank), "b"_a = nameOf(pair.second, bank),
                          "verdict"_a = verdict, "clause"_a = settings_.clause);
    finding.advice = say("从 judgements.xml 删去这条判定。");
  } else {
    finding.message = say("把{a}与{b}判为“{verdict}”的判定已失效：判定之后，有试题改动了（{clause}）。",
                          "a"_a = nameOf(pair.first, bank), "b"_a = nameOf(pair.second, bank),
                          "verdict"_a = verdict, "clause"_a = settings_.clause);
    finding.advice = say("重新核对这两道题，用 tiku judge 再作判定。");
  }
  sink.put(std::move(finding));
  standing_.insert(pair);
}

}  // namespace tiku::validators
