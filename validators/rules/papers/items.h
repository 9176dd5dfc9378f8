#pragma once

#include "validators/rules/papers/paper_rule.h"

namespace tiku::validators {

/// What a paper asks is there to be asked: every entry is an item of the bank, not retired, of the paper's
/// level and kind, and none stands on the paper twice.
///
/// One finding per paper and kind of fault, with the numbers of the entries, not one per entry.
class PaperEntries final : public PaperRule {
 public:
  static constexpr std::string_view kId = "papers/items";

  PaperEntries(const Profile& /*profile*/, const RuleSettings& settings) : PaperRule(settings) {}

 private:
  void examine(const formats::Paper& paper, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
