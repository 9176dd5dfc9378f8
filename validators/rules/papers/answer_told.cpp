#include "validators/rules/papers/answer_told.h"

#include <map>

#include "formats/base/say.h"
#include "validators/rules/support/answer_index.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

void PaperAnswerTold::examine(const Paper& paper, const Facts& facts, FindingSink& sink) {
  if (paper.kind != Paper::Kind::kTheory) return;
  AnswerIndex index;
  std::map<Id, int> numbers;
  forEachEntry(paper, [&](int number, const PaperEntry& entry) {
    const auto* item = facts.bank().find<TheoryItem>(entry.item);
    if (item != nullptr && numbers.emplace(entry.item, number).second) index.put(*item);
  });
  std::map<int, int> tellerOf;  // By printed number: asked, told.
  for (const auto& [item, number] : numbers) {
    for (const Id teller : index.tellersOf(item)) {
      const auto [known, fresh] = tellerOf.emplace(number, numbers.at(teller));
      if (!fresh) known->second = std::min(known->second, numbers.at(teller));
    }
  }
  if (tellerOf.empty()) return;
  std::string pairs;
  int shown = 0;
  for (const auto& [asked, told] : tellerOf) {
    if (++shown > 10) break;
    pairs += (pairs.empty() ? "" : "、") + std::to_string(asked) + "←" + std::to_string(told);
  }
  if (shown > 10) pairs += "……";
  Finding finding = findingOn(paper, "answer-told");
  finding.measured = std::to_string(tellerOf.size());
  finding.required = "0";
  finding.judged = pairs;
  finding.message = say("{paper}有 {count} 道题的答案写在别的题的题干里（题号：{pairs}）（{clause}）。",
                        "paper"_a = paperName(paper), "count"_a = tellerOf.size(), "pairs"_a = pairs,
                        "clause"_a = clause(paper.level));
  finding.advice = say("“3←12”是第 3 题的答案见于第 12 题：换掉其中一道。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
