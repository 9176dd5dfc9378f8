#include "validators/rules/language/two_names.h"

#include <algorithm>
#include <utility>

#include "formats/base/say.h"
#include "validators/language/passage.h"
#include "validators/rules/language/terminology.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;
using language::TermBook;

namespace {

constexpr int kMostPlaces = 3;

/// Only what candidates read: the words of a standard are not the writers' choice.
bool counts(const Object& object) {
  const auto* theory = as<TheoryItem>(object);
  const auto* skill = as<SkillItem>(object);
  return (theory != nullptr && isLive(theory)) || (skill != nullptr && isLive(skill));
}

std::string nameOf(const Object& object) {
  if (const auto* item = as<TheoryItem>(object)) return itemName(*item);
  return itemName(*as<SkillItem>(object));
}

std::string fieldOf(const TermBook::Group& group) {
  return "names/" + group.names.front();
}

}  // namespace

void TwoNames::observe(const Change& change, const Facts& /*facts*/) {
  if (change.id == Terms::kId) termsChanged_ = true;
  touched_.insert(change.id);
}

void TwoNames::judge(const Facts& facts, FindingSink& sink) {
  if (std::exchange(termsChanged_, false)) {
    for (const std::string& field : std::exchange(standing_, {})) sink.clear(BankInfo::kId, field);
    uses_.clear();
    of_.clear();
    for (const auto& [id, object] : facts.bank().objects()) touched_.insert(id);
  }
  for (const Id id : std::exchange(touched_, {})) count(id, facts);
  for (const int group : std::exchange(touchedGroups_, {})) judgeGroup(group, facts, sink);
}

void TwoNames::count(Id id, const Facts& facts) {
  const auto old = of_.find(id);
  if (old != of_.end()) {
    for (const auto& [group, name] : old->second) {
      uses_[group][name].erase(id);
      touchedGroups_.insert(group);
    }
    of_.erase(old);
  }
  const Object* object = facts.bank().object(id);
  if (object == nullptr || !counts(*object)) return;
  const TermBook& book = facts.shared<Terminology>().book(facts.bank());
  for (const language::Passage& passage : language::passagesOf(*object)) {
    for (const TermBook::Use& use : book.usesIn(passage.text)) {
      if (uses_[use.group][use.name][id]++ == 0) of_[id].emplace_back(use.group, use.name);
      touchedGroups_.insert(use.group);
    }
  }
}

void TwoNames::judgeGroup(int number, const Facts& facts, FindingSink& sink) {
  const TermBook& book = facts.shared<Terminology>().book(facts.bank());
  const TermBook::Group& group = book.groups()[static_cast<std::size_t>(number)];
  const std::string field = fieldOf(group);
  sink.clear(BankInfo::kId, field);
  std::erase(standing_, field);
  std::string counted;
  std::string places;
  int names = 0;
  int listed = 0;
  for (const auto& [name, objects] : uses_[number]) {
    if (objects.empty()) continue;
    const std::string& word = group.names[static_cast<std::size_t>(name)];
    int times = 0;
    for (const auto& [id, often] : objects) times += often;
    if (++names > 1) counted += "、";
    counted += say("“{word}”{times} 处", "word"_a = word, "times"_a = times);
    if (name == 0) continue;
    for (const auto& [id, often] : objects) {
      if (listed == kMostPlaces) break;
      if (++listed > 1) places += "、";
      places += nameOf(*facts.bank().object(id));
    }
  }
  if (names < 2) return;
  Finding finding;
  finding.subject.id = finding.subject.object = BankInfo::kId;
  finding.subject.field = field;
  finding.measured = counted;
  finding.required = group.names.front();
  finding.judged = group.names.front();
  finding.message = say("题库对同一事物用了几种叫法：{counted}（{clause}）。", "counted"_a = counted,
                        "clause"_a = settings_.clauseFor(std::nullopt));
  finding.advice =
      say("统一用“{word}”（{reason}）。用了别的叫法的有：{places}。", "word"_a = group.names.front(),
          "reason"_a = group.reason.empty() ? say("题库的术语表") : group.reason, "places"_a = places);
  standing_.push_back(field);
  sink.put(std::move(finding));
}

}  // namespace tiku::validators
