#pragma once

#include <array>

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W3 of the writing rules: words with which all options begin belong in the stem. At least `min-length` Han
/// characters.
///
/// Judged where the answer stands at the end of the stem, since only there they can be moved.
///
/// False positives met: titles (《中国…》), whose first words are a part of them, so a beginning in a book
/// title or quotation does not count; statements ("说法正确的是") that share their subject; an option that is
/// nothing but the beginning (相线截面 beside 相线截面的 1/3); compound words, hence the length.
class OptionPrefix final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/option-prefix";
  static constexpr std::array<std::string_view, 1> kFigures{"min-length"};

  OptionPrefix(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
