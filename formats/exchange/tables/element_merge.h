#pragma once

#include <set>
#include <string>
#include <vector>

#include "formats/model/blueprint.h"

namespace tiku::formats::tables {

struct ElementMerge {
  ElementTable table;
  int added = 0;  ///< Scopes and points together, as the next three.
  int changed = 0;
  int unchanged = 0;
  int removed = 0;
  /// "A-B-C-001 名称" of points that the source no longer has and on which items hang: they stay.
  std::vector<std::string> kept;
};

/// The table as found, with the identities of the bank's table: a scope or point is the bank's own when code
/// and name agree, else when its name stands just once on both sides (it was renumbered), else when its full
/// code agrees (it was renamed). Renumbering is tried before renaming, so that a point inserted at the front
/// does not push every item onto its neighbour. A recognised object keeps its id, its traces, and what the
/// source does not say (importance, weight, note). `used` are the points on which items hang.
[[nodiscard]] ElementMerge mergeElementTable(const ElementTable& bank, ElementTable found,
                                             const std::set<Id>& used);

}  // namespace tiku::formats::tables
