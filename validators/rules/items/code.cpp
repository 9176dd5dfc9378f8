#include "validators/rules/items/code.h"

#include <algorithm>
#include <iterator>

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

/// "B-A-B-C-001-012": "B-A-B-C-001-", 12 with three digits.
struct NumberedCode {
  std::string beginning;
  std::size_t digits = 0;
  unsigned long number = 0;
};

std::optional<NumberedCode> numbered(const std::string& code) {
  constexpr std::size_t kMostDigits = 9;
  const std::size_t end = code.find_last_not_of("0123456789");
  const std::size_t from = end == std::string::npos ? 0 : end + 1;
  const std::size_t digits = code.size() - from;
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  return NumberedCode{code.substr(0, from), digits, std::stoul(code.substr(from))};
}

std::string printed(const std::string& beginning, unsigned long number, std::size_t digits) {
  const std::string words = std::to_string(number);
  return beginning + std::string(digits > words.size() ? digits - words.size() : 0, '0') + words;
}

enum class Disagreement { kNone, kType, kPoint };

/// Whether a national code names another type or point than the item's own.
Disagreement disagreementOf(const TheoryItem& item, const Facts& facts) {
  const auto code = nationalCode(item.code);
  if (!code) return Disagreement::kNone;
  if (code->letter != itemTypeLetter(item.type)) return Disagreement::kType;
  const Facts::Place* place = item.point ? facts.place(*item.point) : nullptr;
  const auto point = place == nullptr ? std::nullopt : PointCode::parse(place->code);
  return point && point->str() != code->point ? Disagreement::kPoint : Disagreement::kNone;
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
  if (was != is) {
    if (was) renumbered_.insert(*was);
    if (is) renumbered_.insert(*is);
  }
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
    if (!isLive(theory)) continue;
    judgeGrammar(*theory, facts, sink);
    if (!theory->code.empty()) touchedCodes_.insert({theory->level, theory->code});
  }
  // Which numbers are free depends on all codes that begin alike.
  Families families;
  std::set<LevelCode> concerned = std::move(touchedCodes_);
  for (const LevelCode& code : renumbered_) {
    const Family& family = familyOf(code, families);
    concerned.insert(family.twice.begin(), family.twice.end());
  }
  for (const LevelCode& code : concerned) judgeCode(code, facts, families, sink);
  renumbered_.clear();
  touched_.clear();
  touchedGrammar_.clear();
  touchedCodes_.clear();
}

const Code::Family& Code::familyOf(const LevelCode& code, Families& known) const {
  const auto own = numbered(code.second);
  // What has no number stands for itself.
  const auto [at, isNew] = known.try_emplace({code.first, own ? own->beginning : code.second + "\n"});
  Family& family = at->second;
  if (!own || !isNew) return family;
  unsigned long last = 0;
  std::size_t digits = 0;
  for (auto other = holders_.lower_bound({code.first, own->beginning});
       other != holders_.end() && other->first.first == code.first &&
       other->first.second.starts_with(own->beginning);
       ++other) {
    const auto number = numbered(other->first.second);
    if (!number || number->beginning != own->beginning) continue;
    last = std::max(last, number->number);
    digits = std::max(digits, number->digits);
    if (other->second.size() > 1) family.twice.push_back(other->first);
  }
  for (const LevelCode& twice : family.twice) {
    const std::set<Id>& holders = holders_.at(twice);
    for (auto item = std::next(holders.begin()); item != holders.end(); ++item)
      family.free[*item] = printed(own->beginning, ++last, digits);
  }
  return family;
}

void Code::judgeCode(const LevelCode& code, const Facts& facts, Families& families, FindingSink& sink) const {
  const auto found = holders_.find(code);
  if (found == holders_.end()) return;
  const Id first = *found->second.begin();
  sink.clear(first, kUnique);
  if (found->second.size() < 2) return;
  const Family& family = familyOf(code, families);
  // One that is wrong at its item is to be put right, which may be the end of the matter.
  const bool mendable = std::ranges::none_of(found->second, [&facts](Id holder) {
    const auto* theory = facts.bank().find<TheoryItem>(holder);
    return theory != nullptr && disagreementOf(*theory, facts) != Disagreement::kNone;
  });
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
    if (const auto free = family.free.find(item); mendable && free != family.free.end()) {
      finding.fix =
          Fix{say("题号改为 {code}", "code"_a = free->second),
              std::vector<TextChange>{
                  {"code", {0, static_cast<int>(code.second.size())}, code.second, free->second, {}}}};
    }
    sink.put(std::move(finding));
  }
}

void Code::judgeGrammar(const TheoryItem& item, const Facts& facts, FindingSink& sink) const {
  const Disagreement disagreement = disagreementOf(item, facts);
  if (disagreement == Disagreement::kNone) return;
  const NationalCode code = *nationalCode(item.code);
  Finding finding = findingOn(item, kGrammar);
  finding.judged = item.code;
  if (disagreement == Disagreement::kType) {
    finding.measured = std::string(1, code.letter);
    finding.required = std::string(1, itemTypeLetter(item.type));
    finding.message =
        say("题号 {code} 的题型代码是 {measured}，而本题是{type}，题型代码应为 {required}（{clause}）。",
            "code"_a = item.code, "measured"_a = finding.measured, "type"_a = typeWord(item.type),
            "required"_a = finding.required, "clause"_a = settings_.clauseFor(item.level));
    finding.advice = say("改正题号，或改正题型。");
  } else {
    const Facts::Place& place = *facts.place(*item.point);
    finding.measured = code.point;
    finding.required = PointCode::parse(place.code)->str();
    finding.message = say(
        "题号 {code} 指的是{point} {measured}，而本题挂在{point} {required}“{name}”上（{clause}）。",
        "code"_a = item.code, "point"_a = pointWord(profile_), "measured"_a = code.point,
        "required"_a = finding.required, "name"_a = place.name, "clause"_a = settings_.clauseFor(item.level));
    finding.advice = say("改正题号，或给本题改选{point}。", "point"_a = pointWord(profile_));
  }
  sink.put(std::move(finding));
}

}  // namespace tiku::validators
