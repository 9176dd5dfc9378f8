#pragma once

#include "validators/rules/language/language_rule.h"

namespace tiku::validators {

/// W10: standards are cited by an edition in force. Judged by schemas/language/standards.xml, a short list
/// that was checked by hand and that users extend; a citation without a year always means the newest edition
/// and is right.
///
/// Not judged: texts that speak of replacing (代替, 废止, 修订), which name the old edition on purpose.
///
/// False positives met: none. Left: items on the history of a standard that use none of those words.
class StandardsCited final : public LanguageRule {
 public:
  static constexpr std::string_view kId = "language/standards-cited";

  StandardsCited(const Profile& /*profile*/, const RuleSettings& settings)
      : LanguageRule(settings, language::Family::kStandards) {}

 private:
  void word(const language::Hit& hit, const std::string& where, const std::string& clause,
            Finding& finding) const override;
};

}  // namespace tiku::validators
