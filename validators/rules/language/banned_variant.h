#pragma once

#include "validators/rules/language/term_rule.h"

namespace tiku::validators {

/// No word that the bank's terms.xml bans: 摇表 where 绝缘电阻表 was agreed on.
///
/// A banned word inside a longer term is part of that term and is not told (卡盘 in 三爪自定心卡盘).
///
/// False positives met: none. A text that must quote the banned word is waived.
class BannedVariant final : public TermRule {
 public:
  static constexpr std::string_view kId = "language/banned-variant";

  BannedVariant(const Profile& /*profile*/, const RuleSettings& settings) : TermRule(settings) {}

 private:
  void examine(const formats::Object& object, const language::Passage& passage,
               const language::TermBook& book, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
