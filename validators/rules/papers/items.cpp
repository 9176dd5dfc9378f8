#include "validators/rules/papers/items.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

namespace {

enum Fault { kMissing, kRetired, kOtherLevel, kOtherKind, kTwice, kFaults };

struct FaultWords {
  const char* field;
  const char* message;
  const char* advice;
};

constexpr std::array<FaultWords, kFaults> kWords{
    {{"entries/missing", markForTranslation("{paper}的{numbers}不在题库中（{clause}）。"),
      markForTranslation("从试卷中删去这些题，或把试题补回题库。")},
     {"entries/retired", markForTranslation("{paper}的{numbers}已经停用（{clause}）。"),
      markForTranslation("换成未停用的试题，或恢复这些试题。")},
     {"entries/level", markForTranslation("{paper}的{numbers}不是{level}试题（{clause}）。"),
      markForTranslation("换成本等级的试题。")},
     {"entries/kind", markForTranslation("{paper}的{numbers}与试卷不是同一类试题（{clause}）。"),
      markForTranslation("理论试卷只放理论知识试题，操作试卷只放操作技能试题。")},
     {"entries/twice", markForTranslation("{paper}的{numbers}在卷中已经出现过（{clause}）。"),
      markForTranslation("同一道题只留一次，其余换题。")}}};

template <typename T>
Fault faultOf(const T& item, const Paper& paper) {
  const bool theory = std::is_same_v<T, TheoryItem>;
  if (theory != (paper.kind == Paper::Kind::kTheory)) return kOtherKind;
  if (!isLive(&item)) return kRetired;
  return item.level == paper.level ? kFaults : kOtherLevel;
}

/// kFaults when all is well.
Fault faultOf(const PaperEntry& entry, const Paper& paper, const Bank& bank) {
  if (const auto* theory = bank.find<TheoryItem>(entry.item)) return faultOf(*theory, paper);
  const auto* skill = bank.find<SkillItem>(entry.item);
  return skill == nullptr ? kMissing : faultOf(*skill, paper);
}

}  // namespace

void PaperEntries::examine(const Paper& paper, const Facts& facts, FindingSink& sink) {
  std::array<std::vector<int>, kFaults> numbers;
  std::unordered_set<Id> seen;
  forEachEntry(paper, [&](int number, const PaperEntry& entry) {
    const Fault fault = faultOf(entry, paper, facts.bank());
    if (fault != kFaults) numbers[fault].push_back(number);
    if (!seen.insert(entry.item).second) numbers[kTwice].push_back(number);
  });
  for (std::size_t fault = 0; fault < kFaults; ++fault) {
    if (numbers[fault].empty()) continue;
    const FaultWords& words = kWords[fault];
    Finding finding = findingOn(paper, words.field);
    finding.measured = std::to_string(numbers[fault].size());
    finding.required = "0";
    for (const int number : numbers[fault]) finding.judged += std::to_string(number) + ' ';
    finding.message =
        say(words.message, "paper"_a = paperName(paper), "numbers"_a = numbersOf(numbers[fault]),
            "level"_a = levelWord(paper.level), "clause"_a = clause(paper.level));
    finding.advice = say(words.advice);
    report(sink, std::move(finding));
  }
}

}  // namespace tiku::validators
