#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"

/// Changes of the shape of an element table. Every function leaves the ids alone, so what hangs on a point or
/// a scope goes where it goes.
namespace tiku::workflows {

/// 考评范围 stand in at most three levels.
inline constexpr int kMostScopeDepth = 3;
/// How many levels of scopes lie in the scope, itself included.
[[nodiscard]] int heightOf(const formats::Scope& scope);

/// Which of a level's two element tables.
enum class TableHalf { kTheory, kSkills };
[[nodiscard]] formats::ElementTable& tableOf(formats::Blueprint& blueprint, TableHalf half);
[[nodiscard]] const formats::ElementTable& tableOf(const formats::Blueprint& blueprint, TableHalf half);

/// A scope or a point in a table that is being changed.
struct TableEntry {
  formats::ElementTable::Top* top = nullptr;  ///< The top scope that it is or lies in.
  formats::Scope* parent = nullptr;           ///< The scope right above; null at a top.
  formats::Scope* scope = nullptr;            ///< Null at a point.
  formats::Point* point = nullptr;
  int depth = 0;          ///< 0 at a top; of a point that of its scope plus 1.
  std::size_t index = 0;  ///< Among its siblings.
};
/// Good until the table changes. Nothing when the table has no such id.
[[nodiscard]] std::optional<TableEntry> findEntry(formats::ElementTable& table, formats::Id id);

/// A new point below the point `near`, or the last one of the scope `near`; its code goes on counting. The
/// empty id when `near` is not there.
formats::Id insertPoint(formats::ElementTable& table, formats::Id near, std::string name = {});
/// A new scope below the scope `near`, beside it, or below the scope of the point `near`; where `near` is
/// empty, the last top.
formats::Id insertScope(formats::ElementTable& table, formats::Id near, std::string name = {},
                        formats::Part part = formats::Part::kWork);
/// A new scope, the last one inside the scope. The empty id when that would be a fourth level.
formats::Id insertScopeInside(formats::ElementTable& table, formats::Id scope, std::string name = {});

/// Takes scopes (with what is in them) and points away; unknown ids are no error.
void removeEntries(formats::ElementTable& table, const std::vector<formats::Id>& ids);

enum class Direction { kUp, kDown };
/// One place up or down among its siblings; a point at the edge of its scope goes on into the next one that
/// has points or no scopes. False when it is at the end.
bool moveEntry(formats::ElementTable& table, formats::Id id, Direction direction);

/// The scope becomes the last one inside the scope above it. False where there is none, or where its own
/// would come to lie too deep.
bool indentScope(formats::ElementTable& table, formats::Id id);
/// The scope becomes the next sibling of its parent. False at a top.
bool outdentScope(formats::ElementTable& table, formats::Id id);

/// The code that follows these, written like them: C after A and B, 003 after 001 and 002. The first one of
/// all is A, or 001 for a point.
[[nodiscard]] std::string nextCode(const std::vector<std::string>& codes, bool ofPoint);

/// Numbers every scope and point anew in the table's own manner: letters or figures as the first sibling has
/// it, from 0 where the first top is 0.
void renumber(formats::ElementTable& table);

/// The edit that puts a blueprint with a changed table in the place of the bank's: the 题号 of those items
/// that follow the national grammar and named their point by its old code follow. Empty when nothing changes.
[[nodiscard]] formats::Edit replaceTable(const formats::Bank& bank, formats::Blueprint next, TableHalf half,
                                         const std::string& title);

/// The edit that renumbers a table of the level. Empty when every code is right.
[[nodiscard]] formats::Edit renumberEdit(const formats::Bank& bank, formats::Level level, TableHalf half);

/// How many live items hang on these points, or on points in these scopes.
[[nodiscard]] int itemsHangingOn(const formats::Bank& bank, const formats::ElementTable& table,
                                 const std::vector<formats::Id>& ids);

}  // namespace tiku::workflows
