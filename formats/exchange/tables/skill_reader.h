#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/tables/heading.h"
#include "formats/exchange/tables/rows.h"
#include "formats/exchange/tables/skill_score.h"

namespace tiku::formats::tables {

/// An operational item as the file has it, with the places that later remarks belong to.
struct FoundSkill {
  explicit FoundSkill(Level level) : item(Id(), level) {}

  struct Line {
    std::string at;
    std::string text;  ///< One 技能要求 without its number.
  };
  using Blocks = std::vector<RichText::Block>;

  SkillItem item;
  Blocks venue;  ///< Texts as they grow; in `item` when all is read.
  Blocks task;
  Blocks requirementsText;
  Blocks quality;
  std::string titleAt;
  std::vector<Line> requirements;
  std::optional<Marks> headMarks;  ///< 配分 / 本题分值 as the paper's head states it.
  std::optional<Marks> total;      ///< Of the score sheet.
  std::string totalAt;
  bool hasSheet = false;  ///< A score sheet was read.
};

/// Reads 试题单 + 试题评分表 pairs (layouts.md T22), the three-part form 准备通知单 + 试卷 + 评分记录表 and
/// forms laid out as label-value tables (domain.md 4.3), in reading order. What is no part of an item is
/// skipped with its reason: the notice, form fields, 参考答案 (a bank has no place for them; their head says
/// so as a doubt).
[[nodiscard]] std::vector<FoundSkill> readSkills(const Document& document, Heading& heading, Rows& rows);

}  // namespace tiku::formats::tables
