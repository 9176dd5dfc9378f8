#include "validators/rules/language/term_rule.h"

#include <utility>

#include "validators/language/characters.h"

namespace tiku::validators {

using language::Passage;

void TermRule::follow(const formats::Change& change, const Facts& /*facts*/) {
  if (change.id == formats::Terms::kId) termsChanged_ = true;
}

void TermRule::prepare(const Facts& facts) {
  if (std::exchange(termsChanged_, false)) touchAll(facts);
}

void TermRule::examine(formats::Id /*id*/, const formats::Object* object, const Facts& facts,
                       std::vector<Finding>& found) {
  if (object == nullptr || facts.bank().find<formats::Terms>(formats::Terms::kId) == nullptr) return;
  const language::TermBook& book = facts.shared<Terminology>().book(facts.bank());
  for (const Passage& passage : language::passagesOf(*object)) {
    if (passage.role != Passage::Role::kReference) examine(*object, passage, book, found);
  }
}

Finding TermRule::findingAt(const Passage& passage, std::size_t from, std::size_t length) {
  Finding finding;
  finding.subject.id = passage.subject;
  finding.subject.field = passage.field;
  finding.subject.range = {static_cast<int>(from), static_cast<int>(length)};
  finding.measured = language::encode(std::u32string_view(passage.text).substr(from, length));
  return finding;
}

}  // namespace tiku::validators
