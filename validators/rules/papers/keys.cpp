#include "validators/rules/papers/keys.h"

#include "formats/base/say.h"
#include "validators/rules/support/key_share.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// The letter of a 单选, 正确 or 错误 of a judgement; empty for any other key.
std::string keyWord(const TheoryItem& item) {
  if (const auto* choice = std::get_if<ChoiceKey>(&item.key)) {
    const bool single = item.type == ItemType::kSingleChoice && choice->options.size() == 1;
    return single ? optionLetter(choice->options.front()) : std::string();
  }
  const auto* judgement = std::get_if<JudgementKey>(&item.key);
  if (judgement == nullptr || item.type != ItemType::kTrueFalse) return {};
  return judgement->correct ? say("正确") : say("错误");
}

struct Run {
  ItemType type = ItemType::kSingleChoice;
  std::string key;
  int from = 0;
  int length = 0;
};

}  // namespace

void PaperKeyBalance::examine(const Paper& paper, const Facts& facts, FindingSink& sink) {
  KeyTally tally;
  forEachEntry(paper, [&](int /*number*/, const PaperEntry& entry) {
    if (const auto* item = facts.bank().find<TheoryItem>(entry.item)) tally.count(*item, 1);
  });
  const auto put = [&](const char* field, const std::optional<UnevenKeys>& uneven, int total,
                       const char* message, const char* advice) {
    if (!uneven) return;
    Finding finding = findingOn(paper, field);
    finding.measured = uneven->measured;
    finding.required = uneven->required;
    finding.message =
        say(message, "paper"_a = paperName(paper), "total"_a = total, "measured"_a = finding.measured,
            "required"_a = finding.required, "clause"_a = clause(paper.level));
    finding.advice = say(advice);
    report(sink, std::move(finding));
  };
  put("key-balance/single-choice", unevenSingles(tally, settings(), paper.level), tally.singles(),
      markForTranslation(
          "{paper} {total} 道单选题的答案位置不均：{measured}，每个位置宜占 {required}（{clause}）。"),
      markForTranslation("调换一部分试题的选项次序。"));
  put("key-balance/true-false", unevenJudgements(tally, settings(), paper.level), tally.judgements(),
      markForTranslation(
          "{paper} {total} 道判断题中答案为正确的占 {measured}，宜占 {required}（{clause}）。"),
      markForTranslation("换掉一部分判断题，使正确与错误大致各半。"));
}

void PaperKeyRuns::examine(const Paper& paper, const Facts& facts, FindingSink& sink) {
  const auto single = settings().count("single-run", paper.level);
  const auto judgement = settings().count("judgement-run", paper.level);
  std::vector<Run> runs;
  forEachEntry(paper, [&](int number, const PaperEntry& entry) {
    const auto* item = facts.bank().find<TheoryItem>(entry.item);
    const std::string key = item == nullptr ? std::string() : keyWord(*item);
    if (key.empty()) {
      runs.emplace_back();
    } else if (!runs.empty() && runs.back().key == key && runs.back().type == item->type) {
      ++runs.back().length;
    } else {
      runs.push_back({item->type, key, number, 1});
    }
  });
  for (const Run& run : runs) {
    const auto& most = run.type == ItemType::kSingleChoice ? single : judgement;
    if (!most || run.length <= *most) continue;
    Finding finding = findingOn(paper, "key-runs/" + std::to_string(run.from));
    finding.measured = std::to_string(run.length);
    finding.required = std::to_string(*most);
    finding.message =
        say("{paper}从第 {from} 题起连续 {count} 道题的答案都是“{key}”，多于 {most} 道（{clause}）。",
            "paper"_a = paperName(paper), "from"_a = run.from, "count"_a = run.length, "key"_a = run.key,
            "most"_a = *most, "clause"_a = clause(paper.level));
    finding.advice = say("调换试题的先后，或调换选项的次序。");
    report(sink, std::move(finding));
  }
}

}  // namespace tiku::validators
