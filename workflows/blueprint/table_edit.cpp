#include "workflows/blueprint/table_edit.h"

#include <algorithm>
#include <unordered_set>

namespace tiku::workflows {

using namespace tiku::formats;

ElementTable& tableOf(Blueprint& blueprint, TableHalf half) {
  return half == TableHalf::kTheory ? blueprint.theory : blueprint.skills;
}
const ElementTable& tableOf(const Blueprint& blueprint, TableHalf half) {
  return half == TableHalf::kTheory ? blueprint.theory : blueprint.skills;
}

namespace {

std::optional<TableEntry> findIn(Scope& scope, ElementTable::Top& top, Id id, int depth) {
  for (std::size_t i = 0; i < scope.points.size(); ++i) {
    if (scope.points[i].id == id) return TableEntry{&top, &scope, nullptr, &scope.points[i], depth + 1, i};
  }
  for (std::size_t i = 0; i < scope.scopes.size(); ++i) {
    Scope& child = scope.scopes[i];
    if (child.id == id) return TableEntry{&top, &scope, &child, nullptr, depth + 1, i};
    if (auto found = findIn(child, top, id, depth + 1)) return found;
  }
  return std::nullopt;
}

template <typename T>
std::vector<std::string> codesOf(const std::vector<T>& siblings) {
  std::vector<std::string> codes;
  for (const T& sibling : siblings) codes.push_back(sibling.code);
  return codes;
}

std::vector<std::string> codesOf(const std::vector<ElementTable::Top>& tops) {
  std::vector<std::string> codes;
  for (const ElementTable::Top& top : tops) codes.push_back(top.scope.code);
  return codes;
}

Scope newScope(std::string name, std::string code) {
  Scope scope;
  scope.id = Id::random();
  scope.code = std::move(code);
  scope.name = std::move(name);
  return scope;
}

void collectScopes(Scope& scope, std::vector<Scope*>& all) {
  all.push_back(&scope);
  for (Scope& child : scope.scopes) collectScopes(child, all);
}

/// A point at the edge of its scope goes into the nearest one that is a home for points.
bool movePointOut(ElementTable& table, const TableEntry& at, Direction direction) {
  std::vector<Scope*> scopes;
  for (ElementTable::Top& top : table.tops) collectScopes(top.scope, scopes);
  const bool up = direction == Direction::kUp;
  if (up) std::ranges::reverse(scopes);
  auto next = std::ranges::find(scopes, at.parent);
  const auto isHome = [](const Scope* scope) { return !scope->points.empty() || scope->scopes.empty(); };
  next = std::find_if(next + 1, scopes.end(), isHome);
  if (next == scopes.end()) return false;
  Point point = std::move(*at.point);
  at.parent->points.erase(at.parent->points.begin() + static_cast<std::ptrdiff_t>(at.index));
  auto& points = (*next)->points;
  points.insert(up ? points.end() : points.begin(), std::move(point));
  return true;
}

template <typename T>
bool swapWithNeighbour(std::vector<T>& siblings, std::size_t index, Direction direction) {
  if (direction == Direction::kUp ? index == 0 : index + 1 >= siblings.size()) return false;
  std::swap(siblings[index], siblings[direction == Direction::kUp ? index - 1 : index + 1]);
  return true;
}

void removeIn(Scope& scope, const std::unordered_set<Id>& ids) {
  std::erase_if(scope.points, [&ids](const Point& point) { return ids.contains(point.id); });
  std::erase_if(scope.scopes, [&ids](const Scope& child) { return ids.contains(child.id); });
  for (Scope& child : scope.scopes) removeIn(child, ids);
}

std::size_t topIndex(const ElementTable& table, const ElementTable::Top* top) {
  return static_cast<std::size_t>(top - table.tops.data());
}

}  // namespace

int heightOf(const Scope& scope) {
  int height = 0;
  for (const Scope& child : scope.scopes) height = std::max(height, heightOf(child));
  return height + 1;
}

std::optional<TableEntry> findEntry(ElementTable& table, Id id) {
  for (std::size_t i = 0; i < table.tops.size(); ++i) {
    ElementTable::Top& top = table.tops[i];
    if (top.scope.id == id) return TableEntry{&top, nullptr, &top.scope, nullptr, 0, i};
    if (auto found = findIn(top.scope, top, id, 0)) return found;
  }
  return std::nullopt;
}

Id insertPoint(ElementTable& table, Id near, std::string name) {
  const auto at = findEntry(table, near);
  if (!at) return {};
  Scope& scope = at->point != nullptr ? *at->parent : *at->scope;
  Point point;
  point.id = Id::random();
  point.name = std::move(name);
  point.code = nextCode(codesOf(scope.points), true);
  const std::size_t index = at->point != nullptr ? at->index + 1 : scope.points.size();
  return scope.points.insert(scope.points.begin() + static_cast<std::ptrdiff_t>(index), std::move(point))->id;
}

Id insertScope(ElementTable& table, Id near, std::string name, Part part) {
  auto at = findEntry(table, near);
  if (!near.empty() && !at) return {};
  if (at && at->point != nullptr) at = findEntry(table, at->parent->id);
  if (!at || at->parent == nullptr) {
    const std::size_t index = at ? at->index + 1 : table.tops.size();
    const auto added = table.tops.insert(
        table.tops.begin() + static_cast<std::ptrdiff_t>(index),
        {at ? at->top->part : part, newScope(std::move(name), nextCode(codesOf(table.tops), false))});
    return added->scope.id;
  }
  auto& siblings = at->parent->scopes;
  return siblings
      .insert(siblings.begin() + static_cast<std::ptrdiff_t>(at->index + 1),
              newScope(std::move(name), nextCode(codesOf(siblings), false)))
      ->id;
}

Id insertScopeInside(ElementTable& table, Id scope, std::string name) {
  const auto at = findEntry(table, scope);
  if (!at || at->scope == nullptr || at->depth + 1 >= kMostScopeDepth) return {};
  auto& children = at->scope->scopes;
  children.push_back(newScope(std::move(name), nextCode(codesOf(children), false)));
  return children.back().id;
}

void removeEntries(ElementTable& table, const std::vector<Id>& ids) {
  const std::unordered_set<Id> gone(ids.begin(), ids.end());
  std::erase_if(table.tops, [&gone](const ElementTable::Top& top) { return gone.contains(top.scope.id); });
  for (ElementTable::Top& top : table.tops) removeIn(top.scope, gone);
}

bool moveEntry(ElementTable& table, Id id, Direction direction) {
  const auto at = findEntry(table, id);
  if (!at) return false;
  if (at->point != nullptr) {
    return swapWithNeighbour(at->parent->points, at->index, direction) || movePointOut(table, *at, direction);
  }
  if (at->parent == nullptr) return swapWithNeighbour(table.tops, at->index, direction);
  return swapWithNeighbour(at->parent->scopes, at->index, direction);
}

bool indentScope(ElementTable& table, Id id) {
  const auto at = findEntry(table, id);
  if (!at || at->scope == nullptr || at->index == 0) return false;
  if (at->depth + 1 + heightOf(*at->scope) > kMostScopeDepth) return false;
  Scope moved = *at->scope;
  Scope* above = nullptr;
  if (at->parent == nullptr) {
    above = &table.tops[at->index - 1].scope;
    moved.code = nextCode(codesOf(above->scopes), false);
    above->scopes.push_back(std::move(moved));
    table.tops.erase(table.tops.begin() + static_cast<std::ptrdiff_t>(at->index));
    return true;
  }
  above = &at->parent->scopes[at->index - 1];
  moved.code = nextCode(codesOf(above->scopes), false);
  above->scopes.push_back(std::move(moved));
  at->parent->scopes.erase(at->parent->scopes.begin() + static_cast<std::ptrdiff_t>(at->index));
  return true;
}

bool outdentScope(ElementTable& table, Id id) {
  const auto at = findEntry(table, id);
  if (!at || at->scope == nullptr || at->parent == nullptr) return false;
  Scope moved = *at->scope;
  const Id parent = at->parent->id;
  at->parent->scopes.erase(at->parent->scopes.begin() + static_cast<std::ptrdiff_t>(at->index));
  const auto above = findEntry(table, parent);
  if (above->parent == nullptr) {
    moved.code = nextCode(codesOf(table.tops), false);
    const Part part = above->top->part;
    table.tops.insert(table.tops.begin() + static_cast<std::ptrdiff_t>(topIndex(table, above->top) + 1),
                      {part, std::move(moved)});
    return true;
  }
  auto& siblings = above->parent->scopes;
  moved.code = nextCode(codesOf(siblings), false);
  siblings.insert(siblings.begin() + static_cast<std::ptrdiff_t>(above->index + 1), std::move(moved));
  return true;
}

int itemsHangingOn(const Bank& bank, const ElementTable& table, const std::vector<Id>& ids) {
  const std::unordered_set<Id> wanted(ids.begin(), ids.end());
  std::unordered_set<Id> points;
  walk(table, [&](const TablePlace& at) {
    if (at.point == nullptr) return;
    const bool inside = wanted.contains(at.point->id) ||
                        std::ranges::any_of(at.path, [&](const Scope* s) { return wanted.contains(s->id); });
    if (inside) points.insert(at.point->id);
  });
  int count = 0;
  bank.forEach<TheoryItem>([&](const std::shared_ptr<const TheoryItem>& item) {
    if (item->status != ItemStatus::kRetired && item->point && points.contains(*item->point)) ++count;
  });
  bank.forEach<SkillItem>([&](const std::shared_ptr<const SkillItem>& item) {
    const bool hangs = std::ranges::any_of(item->points, [&](Id point) { return points.contains(point); });
    if (item->status != ItemStatus::kRetired && hangs) ++count;
  });
  return count;
}

}  // namespace tiku::workflows
