#pragma once

#include <set>

#include "validators/rules/language/language_rule.h"

namespace tiku::validators {

/// Latin words are spelt right: unknown to Hunspell (en_US, the user's dictionaries), to the list of trade
/// words and to the bank's terms, and one letter off a known word. Without a dictionary nothing is found.
///
/// A word that is merely unknown is not told: in these texts it is nearly always the name of a thing.
///
/// False positives met: names of products and commands that happen to be like a word (elif, dict): listed in
/// schemas/language/latin.xml. Left: such names that nobody listed yet; a term or the user's dictionary takes
/// them.
class SpellingRule final : public LanguageRule {
 public:
  static constexpr std::string_view kId = "language/spelling";

  SpellingRule(const Profile& /*profile*/, const RuleSettings& settings)
      : LanguageRule(settings, language::Family::kSpelling) {}

 private:
  void follow(const formats::Change& change, const Facts& facts) override;
  void prepare(const Facts& facts) override;
  void word(const language::Hit& hit, const std::string& where, const std::string& clause,
            Finding& finding) const override;

  bool termsChanged_ = false;
  std::set<std::string, std::less<>> termWords_;
};

}  // namespace tiku::validators
