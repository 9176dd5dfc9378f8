#include "validators/rules/papers/objective_marks.h"

#include <map>
#include <set>

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

namespace {

struct Wrong {
  std::vector<int> numbers;
  std::set<Marks> marks;
};

std::string listed(const std::set<Marks>& marks) {
  std::string list;
  for (const Marks one : marks) list += (list.empty() ? "" : "、") + one.str();
  return list;
}

}  // namespace

void ObjectiveMarks::examine(const Paper& paper, const Facts& facts, FindingSink& sink) {
  if (paper.kind != Paper::Kind::kTheory) return;
  const auto allowedFor = [this, &paper](ItemType type) {
    std::set<Marks> allowed;
    const auto add = [&](std::string_view figure) {
      if (const auto value = settings().number(figure, paper.level)) {
        allowed.insert(Marks::ofHundredths(value->hundredths()));
      }
    };
    if (type == ItemType::kMultipleChoice) {
      add("multiple");
    } else {
      add("full");
      add("half");
    }
    return allowed;
  };
  const std::map<ItemType, std::set<Marks>> allowed{
      {ItemType::kSingleChoice, allowedFor(ItemType::kSingleChoice)},
      {ItemType::kMultipleChoice, allowedFor(ItemType::kMultipleChoice)},
      {ItemType::kTrueFalse, allowedFor(ItemType::kTrueFalse)}};

  std::map<ItemType, Wrong> wrong;
  forEachEntry(paper, [&](int number, const PaperEntry& entry) {
    const auto* item = facts.bank().find<TheoryItem>(entry.item);
    if (item == nullptr || !isObjective(item->type)) return;
    const std::set<Marks>& right = allowed.at(item->type);
    if (right.empty() || right.contains(entry.marks)) return;
    wrong[item->type].numbers.push_back(number);
    wrong[item->type].marks.insert(entry.marks);
  });
  for (const auto& [type, found] : wrong) {
    Finding finding = findingOn(paper, std::string("marks/") + itemTypeLetter(type));
    finding.measured = listed(found.marks);
    finding.required = listed(allowed.at(type));
    finding.judged = finding.measured + '/' + std::to_string(found.numbers.size());
    finding.message =
        say("{paper}有 {count} 道{type}每题 {measured} 分，应为 {required} 分（{clause}）：{numbers}。",
            "paper"_a = paperName(paper), "count"_a = found.numbers.size(), "type"_a = typeWord(type),
            "measured"_a = finding.measured, "required"_a = finding.required,
            "clause"_a = clause(paper.level), "numbers"_a = numbersOf(found.numbers));
    finding.advice = say("改正这些题的分值，再核对全卷总分。");
    report(sink, std::move(finding));
  }
}

}  // namespace tiku::validators
