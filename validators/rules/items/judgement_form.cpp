#include "validators/rules/items/judgement_form.h"

#include <algorithm>
#include <array>
#include <optional>

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

bool isQuestionMark(std::string_view text) {
  text = trimmed(text);
  for (const Span& blank : blanksIn(text)) {
    if (blank.end() == text.size()) text = trimmed(text.substr(0, blank.from));
  }
  return text.ends_with("？") || text.ends_with("?") || text.ends_with("吗") || text.ends_with("吗。");
}

bool claims(std::string_view clause) {
  static constexpr std::array<std::string_view, 9> kVerbs{"是",   "为",   "属于", "能",  "应",
                                                          "可以", "不得", "具有", "需要"};
  return std::ranges::any_of(kVerbs,
                             [clause](std::string_view verb) { return clause.find(verb) != clause.npos; });
}

/// "，而" between two claims.
std::optional<Span> contrast(std::string_view stem) {
  constexpr std::string_view kWhile = "，而";
  static constexpr std::array<std::string_view, 6> kOther{"且", "是", "不是", "非", "不", "言"};
  for (std::size_t at = stem.find(kWhile); at != stem.npos; at = stem.find(kWhile, at + 1)) {
    const std::string_view after = stem.substr(at + kWhile.size());
    const bool other =
        std::ranges::any_of(kOther, [after](std::string_view word) { return after.starts_with(word); });
    const Span before = clauseAround(stem, at - 1);
    const Span next = clauseAround(stem, at + kWhile.size());
    if (!other && claims(stem.substr(before.from, before.length)) &&
        claims(stem.substr(next.from, next.length)))
      return Span{at, kWhile.size()};
  }
  return std::nullopt;
}

}  // namespace

void JudgementForm::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  if (item.type != ItemType::kTrueFalse) return;
  const std::string& stem = textOf(item, facts).stem;
  const bool asks = isQuestionMark(stem);
  const std::optional<Span> two = asks ? std::nullopt : contrast(stem);
  if (!asks && !two) return;
  Finding finding = findingOn(item, "stem");
  finding.judged = stem;
  if (asks) {
    finding.message = say("{item}是问句，不是可以判断对错的陈述（{clause}）。", "item"_a = itemName(item),
                          "clause"_a = clause(item.level));
    finding.advice = say("改写成一个陈述句。");
  } else {
    finding.subject.range = rangeOf(stem, *two);
    finding.measured = stem.substr(two->from, two->length);
    finding.message = say("{item}用“，而”并列了两个判断，可能一对一错（{clause}）。",
                          "item"_a = itemName(item), "clause"_a = clause(item.level));
    finding.advice = say("只留一个判断，或拆成两道题。");
  }
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
