#include "workflows/blueprint/table_move.h"

#include <algorithm>
#include <unordered_set>

#include "workflows/blueprint/table_edit.h"

namespace tiku::workflows {

using namespace tiku::formats;

namespace {

using Ids = std::unordered_set<Id>;

/// Into the scope `parent`, or to the top; in front of the first of `before` that stays where it is.
struct Target {
  Id parent;
  std::vector<Id> before;
};

/// What is moved, in the order of the table, without what lies in another one of them.
struct Moved {
  std::vector<Point> points;
  std::vector<ElementTable::Top> scopes;  ///< Each with the part of the table that it comes from.
  int depth = 0;                          ///< Of the first scope.
};

template <typename T>
std::vector<Id> idsFrom(const std::vector<T>& siblings, std::size_t index) {
  std::vector<Id> ids;
  for (std::size_t i = index; i < siblings.size(); ++i) ids.push_back(siblings[i].id);
  return ids;
}

std::vector<Id> idsFrom(const std::vector<ElementTable::Top>& tops, std::size_t index) {
  std::vector<Id> ids;
  for (std::size_t i = index; i < tops.size(); ++i) ids.push_back(tops[i].scope.id);
  return ids;
}

Moved collect(const ElementTable& table, const Ids& chosen) {
  Moved moved;
  walk(table, [&](const TablePlace& at) {
    const auto inside = [&](std::size_t levels) {
      return std::any_of(at.path.begin(), at.path.begin() + static_cast<std::ptrdiff_t>(levels),
                         [&](const Scope* scope) { return chosen.contains(scope->id); });
    };
    if (at.point != nullptr) {
      if (chosen.contains(at.point->id) && !inside(at.path.size())) moved.points.push_back(*at.point);
      return;
    }
    const Scope& scope = *at.path.back();
    if (!chosen.contains(scope.id) || inside(at.path.size() - 1)) return;
    if (moved.scopes.empty()) moved.depth = static_cast<int>(at.path.size()) - 1;
    moved.scopes.push_back({at.part, scope});
  });
  return moved;
}

/// The scopes around an entry, itself included where it is one; outermost first.
std::vector<const Scope*> pathTo(const ElementTable& table, Id id) {
  std::vector<const Scope*> path;
  walk(table, [&](const TablePlace& at) {
    if ((at.point != nullptr ? at.point->id : at.path.back()->id) == id)
      path = {at.path.begin(), at.path.end()};
  });
  return path;
}

std::optional<Target> targetOfPoints(ElementTable& table, const TableGap& gap) {
  const auto below = findEntry(table, gap.below);
  if (below && below->point != nullptr) {
    return Target{below->parent->id, idsFrom(below->parent->points, below->index)};
  }
  const auto above = findEntry(table, gap.above);
  if (!above) return std::nullopt;
  if (above->point != nullptr) return Target{above->parent->id, {}};
  if (!above->scope->scopes.empty()) return std::nullopt;
  return Target{above->scope->id, {}};
}

/// The siblings that follow a scope.
std::vector<Id> following(ElementTable& table, Id scope) {
  const auto at = findEntry(table, scope);
  return at->parent == nullptr ? idsFrom(table.tops, at->index + 1)
                               : idsFrom(at->parent->scopes, at->index + 1);
}

std::optional<Target> targetOfScopes(ElementTable& table, const TableGap& gap, int wished,
                                     const Ids& chosen) {
  const auto below = findEntry(table, gap.below);
  const auto above = findEntry(table, gap.above);
  // Scopes do not part the points of one.
  if (below && below->point != nullptr) return std::nullopt;
  if (!above) return Target{{}, idsFrom(table.tops, 0)};
  const std::vector<const Scope*> path = pathTo(table, gap.above);
  const auto levels = static_cast<int>(path.size());
  const bool intoAbove = above->scope != nullptr && above->scope->points.empty();
  const int least = below ? below->depth : 0;
  const int most = intoAbove ? levels : levels - 1;
  if (least > most) return std::nullopt;
  const int depth = std::clamp(wished, least, most);
  const bool intoItself = std::any_of(path.begin(), path.begin() + std::min(depth + 1, levels),
                                      [&](const Scope* scope) { return chosen.contains(scope->id); });
  if (intoItself) return std::nullopt;
  if (depth == levels) {
    const bool first = below && below->parent == above->scope;
    return Target{above->scope->id, first ? idsFrom(above->scope->scopes, 0) : std::vector<Id>()};
  }
  const Id beside = path[static_cast<std::size_t>(depth)]->id;
  return Target{depth == 0 ? Id() : path[static_cast<std::size_t>(depth) - 1]->id, following(table, beside)};
}

template <typename T, typename CodeOf, typename IdOf>
void insertBefore(std::vector<T>& siblings, std::vector<T> moved, const std::vector<Id>& before, bool ofPoint,
                  const CodeOf& codeOf, const IdOf& idOf) {
  auto place = siblings.end();
  for (const Id id : before) {
    place = std::ranges::find_if(siblings, [&](const T& sibling) { return idOf(sibling) == id; });
    if (place != siblings.end()) break;
  }
  auto index = place - siblings.begin();
  for (T& each : moved) {
    std::vector<std::string> codes;
    for (T& sibling : siblings) codes.push_back(codeOf(sibling));
    if (std::ranges::find(codes, codeOf(each)) != codes.end()) codeOf(each) = nextCode(codes, ofPoint);
    siblings.insert(siblings.begin() + index++, std::move(each));
  }
}

void put(ElementTable& table, Moved moved, const Target& target) {
  const auto codeOf = [](auto& entry) -> std::string& { return entry.code; };
  const auto idOf = [](const auto& entry) { return entry.id; };
  const auto parent = findEntry(table, target.parent);
  if (!moved.points.empty()) {
    insertBefore(parent->scope->points, std::move(moved.points), target.before, true, codeOf, idOf);
  } else if (parent) {
    std::vector<Scope> scopes;
    for (ElementTable::Top& top : moved.scopes) scopes.push_back(std::move(top.scope));
    insertBefore(parent->scope->scopes, std::move(scopes), target.before, false, codeOf, idOf);
  } else {
    insertBefore(
        table.tops, std::move(moved.scopes), target.before, false,
        [](ElementTable::Top& top) -> std::string& { return top.scope.code; },
        [](const ElementTable::Top& top) { return top.scope.id; });
  }
}

}  // namespace

bool moveEntriesTo(ElementTable& table, const std::vector<Id>& ids, const TableGap& gap) {
  const Ids chosen(ids.begin(), ids.end());
  Moved moved = collect(table, chosen);
  if (moved.points.empty() == moved.scopes.empty()) return false;
  const auto target =
      moved.points.empty() ? targetOfScopes(table, gap, moved.depth, chosen) : targetOfPoints(table, gap);
  if (!target) return false;
  const int depth = static_cast<int>(pathTo(table, target->parent).size());
  const bool tooDeep = std::ranges::any_of(moved.scopes, [depth](const ElementTable::Top& top) {
    return depth + heightOf(top.scope) > kMostScopeDepth;
  });
  if (tooDeep) return false;
  const ElementTable before = table;
  removeEntries(table, ids);
  put(table, std::move(moved), *target);
  return !(table == before);
}

}  // namespace tiku::workflows
