#pragma once

#include "validators/rules/support/per_level.h"

namespace tiku::validators {

/// 难度代码 and 一致性代码 of the national item template: 1 to 5, given for every item. Two rules of one
/// kind.
///
/// A whole bank written without them is one fault per level, with its items folded under it.
class Rating : public PerLevel<formats::TheoryItem> {
 protected:
  struct Words {
    const char* missing;    ///< "{item}没有…"
    const char* outside;    ///< "{item}的…"
    const char* summary;    ///< "{level}…"
    const char* advice;     ///< For one item.
    const char* adviceAll;  ///< For the level.
  };

  Rating(std::string_view id, const Profile& profile, const RuleSettings& settings,
         std::optional<int> formats::TheoryItem::* rating, const char* field, const Words& words)
      : PerLevel(id, "theory", settings), profile_(profile), rating_(rating), field_(field), words_(words) {}

 private:
  std::optional<Finding> fault(const formats::TheoryItem& item, const Facts& facts) const override;
  Finding summary(formats::Level level, int faulty, int total, const Facts& facts) const override;

  const Profile& profile_;
  std::optional<int> formats::TheoryItem::* rating_;
  const char* field_;
  Words words_;
};

/// 难度代码: 1 很简单 to 5 很难.
class Difficulty final : public Rating {
 public:
  static constexpr std::string_view kId = "items/difficulty";
  Difficulty(const Profile& profile, const RuleSettings& settings);
};

/// 一致性代码: how well the item matches its point, 1 很低 to 5 很高.
class Consistency final : public Rating {
 public:
  static constexpr std::string_view kId = "items/consistency";
  Consistency(const Profile& profile, const RuleSettings& settings);
};

}  // namespace tiku::validators
