#pragma once

#include <optional>
#include <string>
#include <string_view>

/// The words by which the parts of an operational item are recognised.
namespace tiku::formats::tables {

/// A line that opens a part of the document.
enum class SkillMark {
  kNone,
  kNotice,       ///< 考核通知单: a list of the items of a paper
  kPreparation,  ///< 准备通知单
  kPaper,        ///< 试题单, 考核试卷
  kScoring,      ///< 试题评分表, 评分记录表
  kScoringPart,  ///< 测量分评分表: within the scoring
  kAnswer,       ///< 参考答案
};
[[nodiscard]] SkillMark skillMark(std::string_view line);

/// A part of an item's text.
enum class SkillSection {
  kHead,
  kVenue,         ///< 场地设备要求
  kTask,          ///< 工作任务
  kRequirements,  ///< 技能要求
  kConditions,    ///< 考核要求: requirements that are no skills of the standard
  kQuality,       ///< 质量指标
  kVeto,          ///< 否定项
  kExamRoom,      ///< 考场准备
  kCandidate,     ///< 考生准备
};
struct SectionHead {
  SkillSection section = SkillSection::kHead;
  std::string rest;  ///< What stands behind the colon on the same line.
};
/// A line that is a section head, alone or with text behind a colon.
[[nodiscard]] std::optional<SectionHead> sectionHead(std::string_view line);

enum class SkillField { kCode, kTitle, kMinutes, kMarks, kLevel, kForm };
struct FieldLine {
  SkillField field = SkillField::kForm;
  std::string value;
};
/// "试题名称：…", "（1）本题分值：25分", "准考证号：". kForm is a field that the candidate or the exam fills
/// in.
[[nodiscard]] std::optional<FieldLine> fieldLine(std::string_view line);

/// "试题1、茶席布光": the name behind it (maybe empty); nothing for other lines.
[[nodiscard]] std::optional<std::string> numberedItem(std::string_view line);

}  // namespace tiku::formats::tables
