#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/model/text.h"
#include "formats/model/values.h"

namespace tiku::formats {

/// Which kind of document the bank rests on (宿迁 二（一）: in this order of precedence).
enum class StandardKind {
  kNational,    ///< 国家职业标准
  kIndustry,    ///< 行业企业评价规范: of an industry
  kEnterprise,  ///< 企业评价规范
  kSpecial,     ///< 专项职业能力考核规范
};

/// One numbered section of chapter 1 职业概况 ("1.3 职业定义") or an annex.
struct OverviewSection {
  std::string number;  ///< "1.3"
  std::string title;
  RichText text;
  Extras extras;
  bool operator==(const OverviewSection&) const = default;
};

/// One entry of chapter 2: 2.1 职业道德 or 2.2 基础知识 with its entries.
struct BasicTopic {
  enum class Part { kEthics, kFoundation };
  Id id;
  Part part = Part::kEthics;
  std::string title;                 ///< 职业守则
  std::vector<std::string> entries;  ///< "（1）…", without the number.
  Extras extras;
  bool operator==(const BasicTopic&) const = default;
};

/// One 技能要求 or 相关知识要求 entry. Its number (1.1.1) follows from its place.
struct Requirement {
  Id id;
  std::string text;
  bool critical = false;  ///< ★ in the printed standard: failing it fails the skills exam.
  Extras extras;
  bool operator==(const Requirement&) const = default;
};

/// 工作内容 with its two independently numbered columns.
struct WorkContent {
  Id id;
  std::string name;
  std::vector<Requirement> skills;
  std::vector<Requirement> knowledge;
  Extras extras;
  bool operator==(const WorkContent&) const = default;
};

/// 职业功能 at one level.
struct Function {
  Id id;
  std::string name;
  std::vector<WorkContent> contents;
  Extras extras;
  bool operator==(const Function&) const = default;
};

/// 工作要求 of one level (3.1 五级/初级工 ...).
struct LevelRequirements {
  explicit LevelRequirements(Level l) : level(l) {}
  Level level;
  std::vector<Function> functions;
  Extras extras;
  bool operator==(const LevelRequirements&) const = default;
};

/// One row of a weight table: a 项目 and its share at each level; no entry is the printed "—".
struct WeightRow {
  enum class Kind {
    kEthics,      ///< 职业道德 (theory only)
    kFoundation,  ///< 基础知识 (theory only)
    kFunction,    ///< a 职业功能, matched to the level's functions by name
  };
  Kind kind = Kind::kFunction;
  std::string name;
  std::map<Level, Weight> weights;
  Extras extras;
  bool operator==(const WeightRow&) const = default;
};

/// The occupational standard. A bank holds one; it is edited and replaced as a whole.
struct Standard {
  static constexpr Id kId = Id::wellKnown(2);

  Id id = kId;
  StandardKind kind = StandardKind::kNational;
  std::string title;
  std::string edition;  ///< As printed: "2021年版".
  std::string issuer;   ///< Document number or issuing body.
  std::vector<OverviewSection> overview;
  std::vector<BasicTopic> basics;
  std::vector<LevelRequirements> levels;
  std::vector<WeightRow> theoryWeights;  ///< 4.1 理论知识权重表
  std::vector<WeightRow> skillsWeights;  ///< 4.2 技能要求权重表
  Extras extras;

  [[nodiscard]] const LevelRequirements* at(Level level) const;
  bool operator==(const Standard&) const = default;
};

}  // namespace tiku::formats
