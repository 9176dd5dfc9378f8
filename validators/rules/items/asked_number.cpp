#include "validators/rules/items/asked_number.h"

#include <algorithm>
#include <array>
#include <optional>

#include "formats/base/say.h"
#include "validators/rules/support/item_text.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"
#include "validators/rules/support/stems.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr std::array<std::string_view, 9> kOne{"哪一项", "哪项",   "哪一个", "哪个",  "哪一种",
                                               "哪种",   "哪一条", "的一项", "选一项"};
constexpr std::array<std::string_view, 7> kSeveral{"哪些",   "哪几",   "选两项", "选二项",
                                                   "选三项", "选多项", "多选"};

}  // namespace

void AskedNumber::examine(const TheoryItem& item, const Facts& facts, FindingSink& sink) {
  if (!hasOptions(item.type)) return;
  const std::string& stem = textOf(item, facts).stem;
  const bool single = item.type == ItemType::kSingleChoice;
  std::optional<Span> word;
  // What the note says goes before what the question seems to say.
  const auto note = choiceNote(stem);
  const auto where = note ? note : askingClause(stem);
  if (!where) return;
  const std::string_view words = std::string_view(stem).substr(where->from, where->length);
  word = single ? firstOf(words, kSeveral) : firstOf(words, kOne);
  if (!word) return;
  word->from += where->from;
  Finding finding = findingOn(item, "stem");
  finding.subject.range = rangeOf(stem, *word);
  finding.measured = stem.substr(word->from, word->length);
  finding.judged = stem;
  finding.message =
      say("{item}是{type}，题干却问“{word}”（{clause}）。", "item"_a = itemName(item),
          "type"_a = typeWord(item.type), "word"_a = finding.measured, "clause"_a = clause(item.level));
  finding.advice = say("改正题干的问法，或核对题型。");
  report(sink, std::move(finding));
}

}  // namespace tiku::validators
