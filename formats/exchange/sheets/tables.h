#pragma once

#include <optional>
#include <set>
#include <vector>

#include "formats/exchange/sheets/column_choice.h"

namespace tiku::formats::sheets {

/// What a person said of a sheet's heads. Rows are 0-based.
struct HeadsSaid {
  bool none = false;       ///< The sheet has no head.
  std::optional<int> row;  ///< The first head.
  std::set<int> notHeads;  ///< Rows that look like heads and are none.
};

/// The tables of a sheet that have a head, in order. A head is a row that names a stem and another field, in
/// the usual words or those of the choice; failing that, a row of short words among the first that comes near
/// to it. A table ends before the next head. A head of two rows (选项 over A B C D) counts as one.
std::vector<ItemTable> tablesWithHeads(const Sheet& sheet, const ColumnChoice& choice, const HeadsSaid& said);

/// The column of a table without a known one whose cells are nearly all letters or marks of judgement; -1
/// where there is none, or more than one.
int columnOfKeys(const Sheet& sheet, const ItemTable& table);

}  // namespace tiku::formats::sheets
