#include "validators/rules/mix/types_allowed.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::ItemType;
using formats::Level;
using formats::say;
using formats::TheoryItem;
using formats::operator""_a;

namespace {

/// "单选题、判断题"
std::string allowedWords(Level level, const RuleSettings& settings) {
  std::string words;
  for (const ItemType type : formats::kItemTypes) {
    if (settings.count(typeFigure(type), level).value_or(0) == 0) continue;
    words = words.empty() ? typeWord(type)
                          : say("{before}、{next}", "before"_a = words, "next"_a = typeWord(type));
  }
  return words;
}

}  // namespace

std::optional<Finding> TypesAllowed::fault(const TheoryItem& item, const Facts& /*facts*/) const {
  if (settings().count(typeFigure(item.type), item.level).value_or(0) > 0) return std::nullopt;
  const std::string allowed = allowedWords(item.level, settings());
  if (allowed.empty()) return std::nullopt;
  Finding finding = findingOn(item, "type");
  finding.measured = typeWord(item.type);
  finding.required = allowed;
  finding.judged = formats::itemTypeLetter(item.type);
  finding.message =
      say("{item}的题型不对：{level}只用{allowed}（{clause}）。", "item"_a = itemName(item),
          "level"_a = levelWord(item.level), "allowed"_a = allowed, "clause"_a = clause(item.level));
  finding.advice = say("改成允许的题型，或移到别的等级。");
  return finding;
}

Finding TypesAllowed::summary(Level level, int faulty, int total, const Facts& /*facts*/) const {
  Finding finding;
  finding.measured = std::to_string(faulty);
  finding.required = "0";
  finding.message =
      say("{level} {total} 道理论题中有 {faulty} 道的题型不对：这一级只用{allowed}（{clause}）。",
          "level"_a = levelWord(level), "total"_a = total, "faulty"_a = faulty,
          "allowed"_a = allowedWords(level, settings()), "clause"_a = clause(level));
  finding.advice = say("改成允许的题型，或移到别的等级。");
  return finding;
}

}  // namespace tiku::validators
