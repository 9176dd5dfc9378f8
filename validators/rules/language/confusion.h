#pragma once

#include "validators/rules/language/language_rule.h"

namespace tiku::validators {

/// W10 and general usage: no word of the confusion list (schemas/language/confusions.xml): 座标, 按装, 园弧,
/// 帐户.
///
/// The list holds what can be told by the letters alone; 泄露/泄漏, 必需/必须 and their like stand in it only
/// within phrases that leave no doubt.
///
/// False positives met, on published items, all excepted in the list since: a word across two others
/// (学习贯彻, 推翻沙皇, 法典形式, 字符和, 电阻档). Left: names of persons and places, quotations of old
/// texts.
class Confusion final : public LanguageRule {
 public:
  static constexpr std::string_view kId = "language/confusion";

  Confusion(const Profile& /*profile*/, const RuleSettings& settings)
      : LanguageRule(settings, language::Family::kConfusion) {}

 private:
  void word(const language::Hit& hit, const std::string& where, const std::string& clause,
            Finding& finding) const override;
};

}  // namespace tiku::validators
