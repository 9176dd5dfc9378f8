#pragma once

#include <array>

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W8 of the writing rules: the stem does not hold the words of the key.
///
/// Judged for 单选, 多选 and 填空 with a key of at least `min-length` characters. In a choice item it counts
/// only when no wrong option is in the stem too: where all options come from the stem, it is a choice among
/// things named.
///
/// False positives met: keys of one or two characters (数据, 是), which any sentence may hold: hence the
/// length; names and strings of a program in the stem.
class KeyInStem final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/key-in-stem";
  static constexpr std::array<std::string_view, 1> kFigures{"min-length"};

  KeyInStem(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
