#include "validators/rules/items/rating.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

namespace {

constexpr int kLowest = 1;
constexpr int kHighest = 5;

}  // namespace

std::optional<Finding> Rating::fault(const TheoryItem& item, const Facts& /*facts*/) const {
  const std::optional<int>& rating = item.*rating_;
  if (rating && *rating >= kLowest && *rating <= kHighest) return std::nullopt;
  Finding finding = findingOn(item, field_);
  finding.measured = rating ? std::to_string(*rating) : "";
  finding.required = "1–5";
  finding.message = say(rating ? words_.outside : words_.missing, "item"_a = itemName(item),
                        "value"_a = rating.value_or(0), "clause"_a = clause(item.level));
  finding.advice = say(words_.advice, "point"_a = pointWord(profile_));
  return finding;
}

Finding Rating::summary(Level level, int faulty, int total, const Facts& /*facts*/) const {
  Finding finding;
  finding.measured = std::to_string(faulty);
  finding.required = "0";
  finding.message = say(words_.summary, "level"_a = levelWord(level), "total"_a = total, "faulty"_a = faulty,
                        "clause"_a = clause(level));
  finding.advice = say(words_.adviceAll, "point"_a = pointWord(profile_));
  return finding;
}

Difficulty::Difficulty(const Profile& profile, const RuleSettings& settings)
    : Rating(kId, profile, settings, &TheoryItem::difficulty, "difficulty",
             {markForTranslation("{item}没有难度代码（{clause}）。"),
              markForTranslation("{item}的难度代码是 {value}，只能是 1 到 5（{clause}）。"),
              markForTranslation("{level} {total} 道理论题中有 {faulty} 道没有合用的难度代码（{clause}）。"),
              markForTranslation("由命题人按 1（很简单）到 5（很难）给出难度。"),
              markForTranslation("由命题人逐题给出难度；组卷时按难度抽题要用到它。")}) {}

Consistency::Consistency(const Profile& profile, const RuleSettings& settings)
    : Rating(
          kId, profile, settings, &TheoryItem::consistency, "consistency",
          {markForTranslation("{item}没有一致性代码（{clause}）。"),
           markForTranslation("{item}的一致性代码是 {value}，只能是 1 到 5（{clause}）。"),
           markForTranslation("{level} {total} 道理论题中有 {faulty} 道没有合用的一致性代码（{clause}）。"),
           markForTranslation("由审题人按 1（很低）到 5（很高）判断试题与{point}的一致程度。"),
           markForTranslation("由审题人逐题判断试题与{point}的一致程度，填入一致性代码。")}) {}

}  // namespace tiku::validators
