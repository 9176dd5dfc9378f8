#pragma once

#include <array>

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// A key that cannot be right: of another kind than the item's type needs, outside the options, or with the
/// wrong number of right options (单选 exactly one, 多选 at least `multiple-min`).
///
/// 第十四条备注 gives no marks for too many or too few options chosen, so a 多选 with one right option would
/// be a 单选 under another name. A key that is not there yet is `items/key-missing`.
class KeyInvalid final : public PerObject<formats::TheoryItem> {
 public:
  static constexpr std::string_view kId = "items/key-invalid";
  static constexpr std::array<std::string_view, 1> kFigures{"multiple-min"};

  KeyInvalid(const Profile& /*profile*/, const RuleSettings& settings) : PerObject(settings) {}

 private:
  void examine(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) override;
  void examineChoice(const formats::TheoryItem& item, const formats::ChoiceKey& key, FindingSink& sink);
};

}  // namespace tiku::validators
