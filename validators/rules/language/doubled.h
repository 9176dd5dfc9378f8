#pragma once

#include "validators/rules/language/language_rule.h"

namespace tiku::validators {

/// No character or word that was typed twice: 的的, 进行进行.
///
/// Only those of schemas/language/doubled.xml, which nobody doubles on purpose; 往往, 研究研究, 等等 are not
/// in it.
///
/// False positives met: a word that ends before one that begins with its last character (目的的, 存在在,
/// 为了了解): excepted in the list.
class Doubled final : public LanguageRule {
 public:
  static constexpr std::string_view kId = "language/doubled";

  Doubled(const Profile& /*profile*/, const RuleSettings& settings)
      : LanguageRule(settings, language::Family::kDoubled) {}

 private:
  void word(const language::Hit& hit, const std::string& where, const std::string& clause,
            Finding& finding) const override;
};

}  // namespace tiku::validators
