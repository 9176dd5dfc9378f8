#pragma once

#include <array>

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// W3 of the writing rules: the options of a 单选 are of similar length. Found is an option more than `ratio`
/// times as long as the others on average and at least `margin` Han characters longer than the next one.
///
/// The longest option is a cue when it is the right one; when the key says that it is not, it distracts well
/// and nothing is said. Without a key the difference alone is told.
///
/// False positives met: Latin names beside Han ones (JavaScript渲染, 网络爬虫): a Latin letter counts half.
class OptionLength final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/option-length";
  static constexpr std::array<std::string_view, 2> kFigures{"ratio", "margin"};

  OptionLength(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
};

}  // namespace tiku::validators
