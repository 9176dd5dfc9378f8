#pragma once

#include <string>
#include <vector>

#include "workflows/compare/difference.h"
#include "workflows/compare/rows.h"

namespace tiku::workflows {

/// A field whose rows are compared.
struct RowField {
  formats::Id object;
  std::string name;  ///< "theory"
  std::string word;  ///< 理论知识要素细目表
};

/// Row by row: what was added, removed, moved, put in another order, given another code; of what was changed
/// cell by cell.
std::vector<PartDifference> compareRows(const RowField& field, const FieldRows& before,
                                        const FieldRows& after, const Names& names);

/// Of rows that have no names: which row of `after` each row of `before` became, -1 where none. Rows that say
/// the same first, in their order; between them what is alike.
std::vector<int> alignRows(const std::vector<TableRow>& before, const std::vector<TableRow>& after);

/// The changed words, laid over each other.
PartDifference changedPart(std::string address, std::string word, std::string before, std::string after);

}  // namespace tiku::workflows
