#pragma once

#include <array>

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W2 of the writing rules: 单选 has `single-min` to `single-max` options (4), 多选 `multiple-min` to
/// `multiple-max` (4 or 5), every other type none; no option is empty, and no two say the same.
///
/// "The same" is judged without widths, spaces and a full stop at the end, so "30 ℃" and "３０℃" are one
/// option.
///
/// False positives met: units that differ in case (mΩ, MΩ) and programs that differ in a mark; hence case and
/// marks count.
class Options final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/options";
  static constexpr std::array<std::string_view, 4> kFigures{"single-min", "single-max", "multiple-min",
                                                            "multiple-max"};

  Options(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
  void examineNumber(const formats::TheoryItem& item, FindingSink& sink);
  void examineWords(const formats::TheoryItem& item, const std::vector<std::string>& words,
                    FindingSink& sink);
};

}  // namespace tiku::validators
