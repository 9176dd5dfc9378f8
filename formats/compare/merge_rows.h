#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "formats/compare/merge_order.h"

/// Names for rows that have none: which row of one list is which of the other.
namespace tiku::formats::merging {

/// A row as far as it matters for finding it again.
struct RowLook {
  std::string content;  ///< Equal for equal rows alone (fingerprint()).
  std::string words;    ///< As people read it.
};

/// For every row of `now` the row of `then` that it is: those that are equal, wherever they stand; between
/// them those that stand at the same place, and where their numbers differ the ones whose words are alike.
std::vector<std::optional<std::size_t>> matchRows(const std::vector<RowLook>& then,
                                                  const std::vector<RowLook>& now);

/// The names of rows in three lists: "0", "1", ... of the base; a new row is named by its content, so that
/// what both sides add alike is one row.
Orders nameRows(const std::vector<RowLook>& base, const std::vector<RowLook>& mine,
                const std::vector<RowLook>& theirs);

/// The names of groups that are known by what is in them ("members": things with names of their own): of the
/// base by their number; of another list that of the group with which they share most; a new one by its first
/// member.
using Groups = std::vector<Names>;
Orders nameGroups(const Groups& base, const Groups& mine, const Groups& theirs);

/// Names of their own, made different where a list has one twice: "a", "a~2".
Names distinct(Names names);

/// The name as a part of an address.
std::string asAddress(const std::string& name);

}  // namespace tiku::formats::merging
