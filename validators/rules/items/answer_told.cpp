#include "validators/rules/items/answer_told.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

void AnswerTold::follow(const Change& change, const Facts& /*facts*/) {
  if (const auto* was = change.was<TheoryItem>(); isLive(was)) {
    AnswerIndex& index = levels_[was->level];
    for (const Id told : index.toldBy(change.id)) touch(told);
    index.remove(change.id);
  }
  if (const auto* is = change.is<TheoryItem>(); isLive(is)) {
    AnswerIndex& index = levels_[is->level];
    index.put(*is);
    for (const Id told : index.toldBy(change.id)) touch(told);
  }
}

void AnswerTold::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  const AnswerIndex& index = levels_[item.level];
  const std::vector<Id> tellers = index.tellersOf(item.id);
  if (tellers.empty()) return;
  const auto* first = facts.bank().find<TheoryItem>(tellers.front());
  const std::string answer = index.answerOf(item.id);
  Finding finding = findingOn(item, "key");
  finding.measured = std::to_string(tellers.size());
  finding.required = "0";
  finding.judged = answer;
  for (const Id teller : tellers) finding.judged += '\n' + facts.bank().find<TheoryItem>(teller)->stem.str();
  finding.message =
      tellers.size() == 1
          ? say("{item}的答案“{answer}”在{other}的题干里说了出来（{clause}）。", "item"_a = itemName(item),
                "answer"_a = excerpt(answer), "other"_a = itemName(*first), "clause"_a = clause(item.level))
          : say("{item}的答案“{answer}”在{other}等 {count} 道题的题干里说了出来（{clause}）。",
                "item"_a = itemName(item), "answer"_a = excerpt(answer), "other"_a = itemName(*first),
                "count"_a = tellers.size(), "clause"_a = clause(item.level));
  finding.advice = say("不要把它们组在同一套试卷里，或改写其中一道。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
