#pragma once

#include <optional>

#include "formats/exchange/tables/cells.h"
#include "formats/exchange/tables/rows.h"
#include "formats/model/paper.h"

namespace tiku::formats::tables {

/// 题型 by its name as tables write it: "单选题", "单项选择题（A型）", "是非题".
[[nodiscard]] std::optional<ItemType> itemTypeByName(std::string_view name);

/// True when the table has the columns of a paper plan: 题型, 题量, 分值.
[[nodiscard]] bool isPaperPlan(const TableView& view);

/// The sections of a paper plan; its minutes stand elsewhere. Every row gets its verdict: marks that are not
/// count times value, and a total row that is not the sum, are doubts.
[[nodiscard]] std::vector<PlanSection> readPaperPlan(const TableView& view, Rows& rows);

}  // namespace tiku::formats::tables
