#include "validators/rules/items/key_missing.h"

#include <algorithm>

#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// Whether the key says nothing: a choice of no option, blanks without an answer, an empty reference answer.
bool saysNothing(const Key& key) {
  if (std::holds_alternative<std::monostate>(key)) return true;
  if (const auto* choice = std::get_if<ChoiceKey>(&key)) return choice->options.empty();
  if (const auto* reference = std::get_if<ReferenceKey>(&key)) return reference->answer.empty();
  if (const auto* fillIn = std::get_if<FillInKey>(&key)) {
    return std::ranges::all_of(fillIn->blanks, [](const auto& answers) {
      return std::ranges::all_of(answers, &std::string::empty);
    });
  }
  return false;
}

}  // namespace

std::optional<Finding> KeyMissing::fault(const TheoryItem& item, const Facts& /*facts*/) const {
  if (!saysNothing(item.key)) return std::nullopt;
  Finding finding = findingOn(item, "key");
  finding.message =
      say("{item}没有答案（{clause}）。", "item"_a = itemName(item), "clause"_a = clause(item.level));
  finding.advice = isObjective(item.type) || item.type == ItemType::kFillIn ? say("填写这道题的正确答案。")
                                                                            : say("填写这道题的参考答案。");
  return finding;
}

Finding KeyMissing::summary(Level level, int faulty, int total, const Facts& /*facts*/) const {
  Finding finding;
  finding.measured = std::to_string(faulty);
  finding.required = "0";
  finding.message =
      say("{level} {total} 道理论题中有 {faulty} 道没有答案（{clause}）。", "level"_a = levelWord(level),
          "total"_a = total, "faulty"_a = faulty, "clause"_a = clause(level));
  finding.advice = say("补齐答案；答案在另一份文件里的，连同答案重新导入即可。");
  return finding;
}

}  // namespace tiku::validators
