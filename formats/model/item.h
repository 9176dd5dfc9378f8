#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "formats/model/text.h"
#include "formats/model/values.h"

namespace tiku::formats {

/// 题型
enum class ItemType {
  kSingleChoice,    ///< 单选题 B
  kMultipleChoice,  ///< 多选题 G
  kTrueFalse,       ///< 判断题 C
  kFillIn,          ///< 填空题 T
  kShortAnswer,     ///< 简答题 D
  kCalculation,     ///< 计算题 U
  kEssay,           ///< 论述题 W
  kDrawing,         ///< 绘图题; no code was found in use, H is ours
  kCaseAnalysis,    ///< 案例分析题 E
  kComprehensive,   ///< 综合题 F
};

inline constexpr std::array<ItemType, 10> kItemTypes{
    ItemType::kSingleChoice, ItemType::kMultipleChoice, ItemType::kTrueFalse, ItemType::kFillIn,
    ItemType::kShortAnswer,  ItemType::kCalculation,    ItemType::kEssay,     ItemType::kDrawing,
    ItemType::kCaseAnalysis, ItemType::kComprehensive};

/// 单选题
[[nodiscard]] std::string_view itemTypeName(ItemType type);
/// The word in files, JSON and profiles: "single-choice".
[[nodiscard]] std::string_view itemTypeKey(ItemType type);
/// The type of such a word.
[[nodiscard]] std::optional<ItemType> itemTypeOf(std::string_view key);
/// The letter of the national item template: 'B'.
[[nodiscard]] char itemTypeLetter(ItemType type);
/// 单选, 多选, 判断: what 第六条（三） calls objective.
[[nodiscard]] constexpr bool isObjective(ItemType type) {
  return type == ItemType::kSingleChoice || type == ItemType::kMultipleChoice || type == ItemType::kTrueFalse;
}
[[nodiscard]] constexpr bool hasOptions(ItemType type) {
  return type == ItemType::kSingleChoice || type == ItemType::kMultipleChoice;
}

/// Right options by position, 0 = A, ascending.
struct ChoiceKey {
  std::vector<int> options;
  bool operator==(const ChoiceKey&) const = default;
};
struct JudgementKey {
  bool correct = false;
  bool operator==(const JudgementKey&) const = default;
};
/// One list of accepted answers per blank.
struct FillInKey {
  std::vector<std::vector<std::string>> blanks;
  bool operator==(const FillInKey&) const = default;
};
/// 参考答案 of a subjective item.
struct ReferenceKey {
  RichText answer;
  bool operator==(const ReferenceKey&) const = default;
};
/// monostate: the item has no key yet.
using Key = std::variant<std::monostate, ChoiceKey, JudgementKey, FillInKey, ReferenceKey>;

/// One 评分要点 of a subjective item.
struct ScoringPoint {
  Marks marks;
  std::string text;
  Extras extras{};
  bool operator==(const ScoringPoint&) const = default;
};

/// Where an object came from: the file as imported and the place in it.
struct Source {
  std::string file;  ///< File name without folders.
  std::string at;    ///< "段 12", "Sheet1!7"
  Extras extras{};
  bool operator==(const Source&) const = default;
};

enum class ItemStatus {
  kDraft,     ///< 草稿
  kWritten,   ///< 已命制
  kReviewed,  ///< 已审核
  kRetired,   ///< 停用: stays in the bank, is counted nowhere, is never drawn
};
/// In Chinese; translate() has its English.
[[nodiscard]] std::string_view itemStatusName(ItemStatus status);

/// 理论知识试题
struct TheoryItem {
  TheoryItem(Id i, Level l, ItemType t) : id(i), level(l), type(t) {}

  Id id;
  Level level;
  ItemType type;
  std::string code;         ///< 题号 as printed, `B-A-B-C-001-002`; may be empty.
  std::optional<Id> point;  ///< 考评点 of the level's theory element table.
  RichText stem;
  std::vector<RichText> options;  ///< Labels follow from the position: A, B, C ...
  Key key;
  std::optional<int> difficulty;   ///< 难度代码 1 (很简单) to 5 (很难)
  std::optional<int> consistency;  ///< 一致性代码 1 (很低) to 5 (很高)
  std::optional<Marks> marks;      ///< Of a subjective item; objective marks belong to the paper.
  std::vector<ScoringPoint> scoring;
  RichText rationale;     ///< 解析
  std::string reference;  ///< 出处: book, standard, regulation
  std::optional<Id> author;
  ItemStatus status = ItemStatus::kDraft;
  Source source;
  Extras extras;

  bool operator==(const TheoryItem&) const = default;
};

/// One line of the preparation notice: what the exam room or the candidate brings.
struct Material {
  enum class Provider { kExamRoom, kCandidate };
  Provider provider = Provider::kExamRoom;
  std::string name;
  std::string specification;
  std::string quantity;
  std::string note;
  Extras extras{};
  bool operator==(const Material&) const = default;
};

/// One row of the score sheet.
struct ScoreRow {
  std::string number;   ///< "1", "M1"
  RichText content;     ///< 考核内容
  RichText criterion;   ///< 评分标准 / 评分细则描述
  std::string nominal;  ///< 规定或标称值
  Marks marks;          ///< 配分
  std::string note;
  Extras extras;
  bool operator==(const ScoreRow&) const = default;
};

/// 操作技能试题: preparation notice, paper and score sheet in one.
struct SkillItem {
  SkillItem(Id i, Level l) : id(i), level(l) {}

  Id id;
  Level level;
  std::string code;          ///< 试题代码 as printed; may be empty.
  std::string title;         ///< 试题名称
  std::optional<Id> module;  ///< Of the level's structure table.
  std::vector<Id> points;    ///< Of the level's operational element table.
  int minutes = 0;           ///< 考核时间
  Marks marks;               ///< 题分: what the score sheet states as its total
  RichText venue;            ///< 场地设备要求
  std::vector<Material> materials;
  RichText task;                    ///< 工作任务 / 试题正文
  RichText requirements;            ///< 技能要求 / 考核要求
  RichText quality;                 ///< 质量指标
  std::vector<std::string> vetoes;  ///< 否定项
  std::vector<ScoreRow> scores;
  std::optional<int> difficulty;
  std::optional<Id> author;
  ItemStatus status = ItemStatus::kDraft;
  Source source;
  Extras extras;

  [[nodiscard]] Marks scoreTotal() const;
  bool operator==(const SkillItem&) const = default;
};

}  // namespace tiku::formats
