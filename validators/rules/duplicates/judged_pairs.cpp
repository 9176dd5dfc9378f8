#include "validators/rules/duplicates/judged_pairs.h"

#include <algorithm>

#include "formats/base/digest.h"
#include "formats/base/fold.h"
#include "formats/base/say.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// Parts are joined by a byte that folded words never hold.
constexpr char kJoint = '\n';

std::string said(const RichText& text) {
  std::string words = foldWords(text.str());
  for (const std::string& image : text.images()) {
    words += kJoint;
    words += image;
  }
  return words;
}

}  // namespace

std::string wordsDigest(const TheoryItem& item) {
  std::string words(itemTypeKey(item.type));
  words += kJoint + said(item.stem);
  const auto* choice = std::get_if<ChoiceKey>(&item.key);
  std::vector<std::string> options;
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    const bool keyed =
        choice != nullptr && std::ranges::find(choice->options, static_cast<int>(i)) != choice->options.end();
    options.push_back((keyed ? '+' : '-') + said(item.options[i]));
  }
  std::ranges::sort(options);
  for (const std::string& option : options) words += kJoint + option;
  if (const auto* truth = std::get_if<JudgementKey>(&item.key)) words += truth->correct ? "\n+" : "\n-";
  if (const auto* answers = std::get_if<FillInKey>(&item.key)) {
    for (const auto& blank : answers->blanks) {
      for (const std::string& answer : blank) words += kJoint + foldWords(answer);
    }
  }
  return sha256(words);
}

std::string wordsDigest(const SkillItem& item) {
  return sha256(said(item.task));
}

std::string wordsDigest(Id item, const Bank& bank) {
  if (const auto* theory = bank.find<TheoryItem>(item)) return wordsDigest(*theory);
  if (const auto* skill = bank.find<SkillItem>(item)) return wordsDigest(*skill);
  return {};
}

ItemPair pairOf(Id a, Id b) {
  return a < b ? ItemPair(a, b) : ItemPair(b, a);
}

void JudgedPairs::set(const Judgements* judgements) {
  byPair_.clear();
  if (judgements == nullptr) return;
  for (const Judgement& judgement : judgements->judgements) {
    byPair_.insert_or_assign(pairOf(judgement.a, judgement.b), judgement);
  }
}

const Judgement* JudgedPairs::find(Id a, Id b) const {
  const auto found = byPair_.find(pairOf(a, b));
  return found == byPair_.end() ? nullptr : &found->second;
}

const Judgement* JudgedPairs::holding(Id a, Id b, const Bank& bank) const {
  const Judgement* judgement = find(a, b);
  return judgement != nullptr && holds(*judgement, bank) ? judgement : nullptr;
}

bool holds(const Judgement& judgement, const Bank& bank) {
  const std::string a = wordsDigest(judgement.a, bank);
  return !a.empty() && a == judgement.judgedA && wordsDigest(judgement.b, bank) == judgement.judgedB;
}

std::string verdictName(Judgement::Verdict verdict) {
  switch (verdict) {
    case Judgement::Verdict::kSame:
      return say("相同");
    case Judgement::Verdict::kVariant:
      return say("变式");
    case Judgement::Verdict::kDifferent:
      break;
  }
  return say("不同");
}

std::string_view verdictKey(Judgement::Verdict verdict) {
  switch (verdict) {
    case Judgement::Verdict::kSame:
      return "same";
    case Judgement::Verdict::kVariant:
      return "variant";
    case Judgement::Verdict::kDifferent:
      break;
  }
  return "different";
}

}  // namespace tiku::validators
