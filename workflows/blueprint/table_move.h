#pragma once

#include <optional>
#include <vector>

#include "formats/model/bank.h"

/// Entries of an element table taken to another place of it, as a hand draws rows.
namespace tiku::workflows {

/// A place between two rows of the table as it shows; what a collapsed scope hides is no row. Empty: the
/// beginning, the end.
struct TableGap {
  formats::Id above;
  formats::Id below;
};

/// Takes points, or scopes with what is in them, to the gap, in the order of the table; their ids stay.
///
/// Points go into the scope that the gap lies in: that of the point below or above it, else the scope above
/// it. Scopes stay as deep as they are as far as the gap allows: at the end of a scope's content they go into
/// it or beside it. A code that the new siblings have already goes on counting. What lies in a chosen scope
/// goes along.
///
/// False, and then the table may be half changed and is to be thrown away: points and scopes at once, a gap
/// where such entries cannot lie, a scope into itself, a fourth level, or nothing would move.
bool moveEntriesTo(formats::ElementTable& table, const std::vector<formats::Id>& ids, const TableGap& gap);

}  // namespace tiku::workflows
