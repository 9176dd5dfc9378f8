#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "formats/model/text.h"
#include "formats/model/values.h"

namespace tiku::formats {

/// 重要程度: X 核心要素, Y 一般要素, Z 辅助要素.
enum class Importance { kX, kY, kZ };

/// X:Y:Z counts of the points below a scope, as element tables print them. Always computed.
struct Ratio {
  int x = 0;
  int y = 0;
  int z = 0;
  /// "(05:02:00)", padded to two digits.
  [[nodiscard]] std::string str() const;
  bool operator==(const Ratio&) const = default;
};

/// 考评点 (鉴定点, 认定点): the smallest assessable element; every item hangs on one.
struct Point {
  Id id;
  std::string code;  ///< Last part of the printed code: "001" (national) or "1" (Shanghai).
  std::string name;
  std::optional<Importance> importance;  ///< Shanghai's table has none.
  std::optional<Weight> weight;          ///< 分数系数 of the Shanghai table.
  std::vector<Id> requirements;          ///< Entries of the standard that it is traced to.
  std::string note;                      ///< 备注
  Extras extras;
  bool operator==(const Point&) const = default;
};

/// 考评范围 at one level of the tree. Either its children or its points are used, by custom; both may be.
struct Scope {
  Id id;
  std::string code;  ///< Own part of the printed code: "A" or "0".
  std::string name;
  std::optional<Weight> weight;   ///< 鉴定比重 / 分数系数; a share of 100 of the whole table.
  std::optional<Id> requirement;  ///< The standard's topic, function or work content that it mirrors.
  std::string note;
  std::vector<Scope> scopes;
  std::vector<Point> points;
  Extras extras;

  [[nodiscard]] Ratio ratio() const;     ///< Over all points below.
  [[nodiscard]] int pointCount() const;  ///< All points below.
  bool operator==(const Scope&) const = default;
};

/// Which half of the standard a top scope belongs to; 第六条（四） treats them differently.
enum class Part {
  kBasic,  ///< 基本要求: its items may be shared by levels.
  kWork,   ///< 工作要求 / 相关知识: its items may not.
};

/// 要素细目表: theory or operational, of one level.
struct ElementTable {
  struct Top {
    Part part = Part::kWork;
    Scope scope;
    bool operator==(const Top&) const = default;
  };

  std::vector<Top> tops;           ///< 一级考评范围
  std::string compiledBy;          ///< 填表人
  std::optional<Date> compiledOn;  ///< 填表日期
  std::string reviewedBy;          ///< 审表人
  std::optional<Date> reviewedOn;  ///< 审表日期
  Extras extras;

  [[nodiscard]] int pointCount() const;
  [[nodiscard]] bool empty() const { return tops.empty(); }
  bool operator==(const ElementTable&) const = default;
};

/// A scope or point met while walking a table, with what leads to it.
struct TablePlace {
  Part part = Part::kWork;
  std::vector<const Scope*> path;  ///< From the top scope down to (and with) the scope at hand.
  const Point* point = nullptr;    ///< Null at a scope.

  /// Full printed code: "A-B-C" or "A-B-C-001".
  [[nodiscard]] std::string code() const;
};

/// Visits every scope (before what is below it) and every point of the table in printed order.
void walk(const ElementTable& table, const std::function<void(const TablePlace&)>& visit);

/// 操作技能考评内容结构表: one module = one column of the national table, one unit row of the Shanghai one.
struct SkillModule {
  Id id;
  std::string code;              ///< "1" or "1.2"
  std::string function;          ///< 职业功能 / 项目 as printed
  std::string name;              ///< 单元 / 考核内容; equal to `function` where the table has only one level
  std::string form;              ///< 考核形式: 实操, 笔试, 口试 ...
  Marks marks;                   ///< 配分 / 鉴定比重: of 100
  int minutes = 0;               ///< 考核时间
  std::optional<int> bankItems;  ///< 题库题量 as planned
  Extras extras;
  bool operator==(const SkillModule&) const = default;
};

/// Modules of which a candidate takes `take`: 必考 is one module taken once, 抽一 is several with take 1.
struct SkillGroup {
  int take = 1;
  std::vector<SkillModule> modules;
  Extras extras;
  bool operator==(const SkillGroup&) const = default;
};

struct SkillStructure {
  std::vector<SkillGroup> groups;
  Extras extras;
  [[nodiscard]] bool empty() const { return groups.empty(); }
  /// Sum over the groups of `take` times the marks of the group's first module.
  [[nodiscard]] Marks total() const;
  /// Likewise of the minutes.
  [[nodiscard]] int minutes() const;
  bool operator==(const SkillStructure&) const = default;
};

}  // namespace tiku::formats
