#include "validators/rules/items/code.h"

#include <algorithm>

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/per_object.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr const char* kUnique = "code";
constexpr const char* kGrammar = "code/grammar";

/// The code's type letter and point code, when it follows the national grammar.
struct NationalCode {
  char letter = 0;
  std::string point;
};

std::optional<NationalCode> nationalCode(const std::string& text) {
  const auto code = PointCode::parse(text);
  if (!code || std::ranges::count(code->str(), '-') < 3 || code->str()[1] != '-') return std::nullopt;
  const char letter = code->str().front();
  const bool known =
      std::ranges::any_of(kItemTypes, [letter](ItemType type) { return itemTypeLetter(type) == letter; });
  if (!known) return std::nullopt;
  const std::size_t last = code->str().rfind('-');
  return NationalCode{letter, code->str().substr(2, last - 2)};
}

std::string nameOf(const Bank& bank, Id item) {
  const auto* theory = bank.find<TheoryItem>(item);
  if (theory == nullptr) return itemName(*bank.find<SkillItem>(item));
  return say("{level}{type}“{words}”", "level"_a = levelWord(theory->level),
             "type"_a = typeWord(theory->type), "words"_a = excerpt(theory->stem.str()));
}

}  // namespace

/// Of a live item that has one.
std::optional<Code::LevelCode> Code::codeOf(const Object& object) {
  const auto of = [](const auto* item) -> std::optional<LevelCode> {
    if (!isLive(item) || item->code.empty()) return std::nullopt;
    return LevelCode{item->level, item->code};
  };
  const auto* theory = as<TheoryItem>(object);
  return theory != nullptr ? of(theory) : of(as<SkillItem>(object));
}

void Code::observe(const Change& change, const Facts& /*facts*/) {
  const std::optional<LevelCode> was = codeOf(change.before);
  const std::optional<LevelCode> is = codeOf(change.after);
  if (was) {
    const auto holders = holders_.find(*was);
    if (holders != holders_.end()) {
      holders->second.erase(change.id);
      if (holders->second.empty()) holders_.erase(holders);
    }
    touchedCodes_.insert(*was);
    touched_.insert(change.id);
  }
  if (is) {
    holders_[*is].insert(change.id);
    touchedCodes_.insert(*is);
    touched_.insert(change.id);
  }
  for (const Id item : items_.follow(change)) touchedGrammar_.insert(item);
}

void Code::judge(const Facts& facts, FindingSink& sink) {
  for (const Id item : touched_) {
    sink.clear(item, kUnique);
    touchedGrammar_.insert(item);
  }
  for (const Id item : touchedGrammar_) {
    sink.clear(item, kGrammar);
    const auto* theory = facts.bank().find<TheoryItem>(item);
    if (isLive(theory)) judgeGrammar(*theory, facts, sink);
  }
  for (const LevelCode& code : touchedCodes_) judgeCode(code, facts, sink);
  touched_.clear();
  touchedGrammar_.clear();
  touchedCodes_.clear();
}

void Code::judgeCode(const LevelCode& code, const Facts& facts, FindingSink& sink) const {
  const auto found = holders_.find(code);
  if (found == holders_.end()) return;
  const Id first = *found->second.begin();
  sink.clear(first, kUnique);
  if (found->second.size() < 2) return;
  for (const Id item : found->second) {
    if (item == first) continue;
    const auto* theory = facts.bank().find<TheoryItem>(item);
    Finding finding = theory != nullptr ? findingOn(*theory, kUnique)
                                        : findingOn(*facts.bank().find<SkillItem>(item), kUnique);
    finding.measured = std::to_string(found->second.size());
    finding.required = "1";
    finding.judged = code.second;
    finding.message =
        say("题号 {code} 在{level}用了 {count} 次：{item}与{other}（{clause}）。", "code"_a = code.second,
            "level"_a = levelWord(code.first), "count"_a = found->second.size(),
            "item"_a = nameOf(facts.bank(), item), "other"_a = nameOf(facts.bank(), first),
            "clause"_a = settings_.clauseFor(finding.subject.level));
    finding.advice = say("给其中一道题换一个题号。");
    sink.put(std::move(finding));
  }
}

void Code::judgeGrammar(const TheoryItem& item, const Facts& facts, FindingSink& sink) const {
  const auto code = nationalCode(item.code);
  if (!code) return;
  Finding finding = findingOn(item, kGrammar);
  finding.judged = item.code;
  const char letter = itemTypeLetter(item.type);
  const Facts::Place* place = item.point ? facts.place(*item.point) : nullptr;
  if (code->letter != letter) {
    finding.measured = std::string(1, code->letter);
    finding.required = std::string(1, letter);
    finding.message =
        say("题号 {code} 的题型代码是 {measured}，而本题是{type}，题型代码应为 {required}（{clause}）。",
            "code"_a = item.code, "measured"_a = finding.measured, "type"_a = typeWord(item.type),
            "required"_a = finding.required, "clause"_a = settings_.clauseFor(item.level));
    finding.advice = say("改正题号，或改正题型。");
  } else if (const auto point = place == nullptr ? std::nullopt : PointCode::parse(place->code);
             point && point->str() != code->point) {
    finding.measured = code->point;
    finding.required = point->str();
    finding.message = say(
        "题号 {code} 指的是{point} {measured}，而本题挂在{point} {required}“{name}”上（{clause}）。",
        "code"_a = item.code, "point"_a = pointWord(profile_), "measured"_a = code->point,
        "required"_a = point->str(), "name"_a = place->name, "clause"_a = settings_.clauseFor(item.level));
    finding.advice = say("改正题号，或给本题改选{point}。", "point"_a = pointWord(profile_));
  } else {
    return;
  }
  sink.put(std::move(finding));
}

}  // namespace tiku::validators
