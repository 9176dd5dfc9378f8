#pragma once

#include <array>
#include <string_view>

#include "validators/checker/level_rule.h"
#include "validators/rules/support/causes.h"

/// 第六条（二）: how large a bank must be at each level. A bank of items counts items, a bank of papers
/// counts papers; retired ones do not count.
namespace tiku::validators {

/// 第六条（二）1: at least `items` theory items, unless the theory bank is one of papers.
///
/// The per-point mix often asks for more (200 points of six items are 1200); where filling it would also fill
/// this, the finding folds under `mix/types-per-point`.
class TheoryItemsSize final : public LevelRule {
 public:
  static constexpr std::string_view kId = "size/theory-items";
  static constexpr std::array<std::string_view, 1> kFigures{"items"};

  TheoryItemsSize(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsTheoryItems | kReadsBlueprint) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

/// 第六条（二）1: at least `papers` theory papers where the theory bank is one of papers.
class TheoryPapersSize final : public LevelRule {
 public:
  static constexpr std::string_view kId = "size/theory-papers";
  static constexpr std::array<std::string_view, 1> kFigures{"papers"};

  TheoryPapersSize(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsPapers) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

/// 第六条（二）2: at least `items` operational items, unless the operational bank is one of papers.
class SkillsItemsSize final : public LevelRule {
 public:
  static constexpr std::string_view kId = "size/skills-items";
  static constexpr std::array<std::string_view, 1> kFigures{"items"};

  SkillsItemsSize(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsSkillItems) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

/// 第六条（二）2: at least `papers` operational papers where the operational bank is one of papers.
class SkillsPapersSize final : public LevelRule {
 public:
  static constexpr std::string_view kId = "size/skills-papers";
  static constexpr std::array<std::string_view, 1> kFigures{"papers"};

  SkillsPapersSize(const Profile& profile, const RuleSettings& settings)
      : LevelRule(profile, settings, kReadsPapers) {}

 protected:
  void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const override;
};

}  // namespace tiku::validators
