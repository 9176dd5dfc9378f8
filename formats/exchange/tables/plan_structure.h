#pragma once

#include <map>
#include <optional>

#include "formats/exchange/tables/cells.h"
#include "formats/exchange/tables/rows.h"
#include "formats/model/blueprint.h"

namespace tiku::formats::tables {

/// How many modules of a group a candidate takes: 必考 1 each, 抽一 and 三选一 1 of all, 三选二 2.
struct Pick {
  bool all = true;  ///< 必考: every module is a group of its own.
  int take = 1;
};
[[nodiscard]] std::optional<Pick> parsePick(std::string_view text);

/// First row below the head of a 考核项目表 (上海): one unit a row, with 配分, 选考方法 and 考核时间.
[[nodiscard]] std::optional<std::size_t> unitTableHead(const TableView& view);
/// Reads the rows from the head on. Groups follow the vertical merges of 选考方法. Modules come without ids.
[[nodiscard]] SkillStructure readUnitTable(const TableView& view, std::size_t head, Rows& rows);

/// True for 操作技能考核内容结构表 in the national layout (domain.md 4.1): a column per 职业功能, and per
/// level the rows 选考方式, 鉴定比重, 考试时间, 考核形式.
[[nodiscard]] bool isFunctionTable(const TableView& view);
/// The structures of the levels; a table without a level column speaks of `only`. Rows of levels other than
/// `wanted` are skipped.
[[nodiscard]] std::map<Level, SkillStructure> readFunctionTable(const TableView& view,
                                                                std::optional<Level> only,
                                                                const std::vector<Level>& wanted, Rows& rows);

/// What a total row or column states, against the structure.
struct StatedTotal {
  std::optional<Marks> marks;
  std::optional<int> minutes;
  std::optional<int> taken;
  std::optional<int> bankItems;
};
void checkTotal(const SkillStructure& structure, const StatedTotal& stated, const std::string& at,
                Rows& rows);

}  // namespace tiku::formats::tables
