#include "validators/rules/language/spelling.h"

#include <utility>

#include "formats/base/say.h"
#include "validators/language/characters.h"
#include "validators/rules/language/terminology.h"

namespace tiku::validators {

using formats::say;
using formats::operator""_a;

void SpellingRule::follow(const formats::Change& change, const Facts& /*facts*/) {
  if (change.id == formats::Terms::kId) termsChanged_ = true;
}

void SpellingRule::prepare(const Facts& facts) {
  if (!std::exchange(termsChanged_, false)) return;
  termWords_ = facts.shared<Terminology>().book(facts.bank()).latinWords();
  touchAll(facts);
}

void SpellingRule::word(const language::Hit& hit, const std::string& where, const std::string& clause,
                        Finding& finding) const {
  if (termWords_.contains(language::lowered(hit.found))) return;
  finding.message = say("{where}里的“{found}”像是拼错了（{clause}）。", "where"_a = where,
                        "found"_a = hit.found, "clause"_a = clause);
  finding.advice =
      say("可能是“{better}”。确是专名的，写进题库的术语表或自己的词典。", "better"_a = hit.better);
}

}  // namespace tiku::validators
