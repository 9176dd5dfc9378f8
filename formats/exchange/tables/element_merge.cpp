#include "formats/exchange/tables/element_merge.h"

#include <algorithm>
#include <map>

#include "formats/exchange/tables/cells.h"

namespace tiku::formats::tables {
namespace {

/// A scope or point of either side, with what it is recognised by.
template <typename T>
struct Known {
  T* object = nullptr;
  std::string code;  ///< Full.
  std::string name;
  Id parent;
};

template <typename S, typename P>
struct Flat {
  std::vector<Known<S>> scopes;
  std::vector<Known<P>> points;
};

template <typename S, typename P>
void flatten(S& scope, const std::string& above, Id parent, Flat<S, P>& flat) {
  const std::string code = above.empty() ? scope.code : above + "-" + scope.code;
  flat.scopes.push_back({&scope, code, wordsKey(scope.name), parent});
  for (auto& point : scope.points) {
    flat.points.push_back({&point, code + "-" + point.code, wordsKey(point.name), scope.id});
  }
  for (auto& child : scope.scopes) flatten(child, code, scope.id, flat);
}

/// For each of `found` the index in `bank` of the same object, or -1. See mergeElementTable().
template <typename A, typename B>
std::vector<int> recognise(const std::vector<Known<A>>& bank, const std::vector<Known<B>>& found) {
  std::vector<int> match(found.size(), -1);
  std::vector<bool> taken(bank.size(), false);
  const auto matchBy = [&](const auto& keyOf, bool mustBeUnique) {
    std::map<std::string, std::vector<std::size_t>> ours;
    std::map<std::string, int> theirs;
    for (std::size_t i = 0; i < bank.size(); ++i) {
      if (!taken[i]) ours[keyOf(bank[i])].push_back(i);
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (match[i] < 0) ++theirs[keyOf(found[i])];
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto hit = match[i] < 0 ? ours.find(keyOf(found[i])) : ours.end();
      if (hit == ours.end() || (mustBeUnique && (hit->second.size() != 1 || theirs[hit->first] != 1)))
        continue;
      const std::size_t own = hit->second.front();
      if (taken[own]) continue;
      taken[own] = true;
      match[i] = static_cast<int>(own);
    }
  };
  matchBy([](const auto& known) { return known.code + '\n' + known.name; }, false);
  matchBy([](const auto& known) { return known.name; }, true);
  matchBy([](const auto& known) { return known.code; }, false);
  return match;
}

void takeOver(const Scope& bank, Scope& found) {
  found.id = bank.id;
  if (!found.weight) found.weight = bank.weight;
  found.requirement = bank.requirement;
  if (found.note.empty()) found.note = bank.note;
  found.extras = bank.extras;
}

void takeOver(const Point& bank, Point& found) {
  found.id = bank.id;
  if (!found.importance) found.importance = bank.importance;
  if (!found.weight) found.weight = bank.weight;
  found.requirements = bank.requirements;
  if (found.note.empty()) found.note = bank.note;
  found.extras = bank.extras;
}

bool sameOwn(const Scope& a, const Scope& b) {
  return a.code == b.code && a.name == b.name && a.weight == b.weight && a.note == b.note;
}

bool sameOwn(const Point& a, const Point& b) {
  return a == b;
}

Scope* scopeById(std::vector<Scope>& scopes, Id id) {
  for (Scope& scope : scopes) {
    if (scope.id == id) return &scope;
    if (Scope* below = scopeById(scope.scopes, id)) return below;
  }
  return nullptr;
}

Scope* scopeById(ElementTable& table, Id id) {
  for (ElementTable::Top& top : table.tops) {
    if (top.scope.id == id) return &top.scope;
    if (Scope* below = scopeById(top.scope.scopes, id)) return below;
  }
  return nullptr;
}

Scope shellOf(const Scope& scope) {
  Scope shell = scope;
  shell.scopes.clear();
  shell.points.clear();
  return shell;
}

/// Puts the point back where the bank had it, with the scopes that vanished around it.
void keepPoint(ElementTable& table, const TablePlace& place) {
  Scope* parent = nullptr;
  for (const Scope* old : place.path) {
    Scope* scope = scopeById(table, old->id);
    if (scope == nullptr && parent == nullptr) {
      table.tops.push_back({place.part, shellOf(*old)});
      scope = &table.tops.back().scope;
    } else if (scope == nullptr) {
      parent->scopes.push_back(shellOf(*old));
      scope = &parent->scopes.back();
    }
    parent = scope;
  }
  if (parent != nullptr) parent->points.push_back(*place.point);
}

}  // namespace

ElementMerge mergeElementTable(const ElementTable& bank, ElementTable found, const std::set<Id>& used) {
  ElementMerge merge;
  Flat<const Scope, const Point> ours;
  Flat<Scope, Point> theirs;
  for (const ElementTable::Top& top : bank.tops) flatten(top.scope, {}, {}, ours);
  for (ElementTable::Top& top : found.tops) flatten(top.scope, {}, {}, theirs);

  std::set<Id> seen;
  const auto settle = [&](const auto& known, const auto& own) {
    const std::vector<int> match = recognise(own, known);
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (match[i] < 0) {
        known[i].object->id = Id::random();
        ++merge.added;
        continue;
      }
      const auto& before = own[static_cast<std::size_t>(match[i])];
      takeOver(*before.object, *known[i].object);
      seen.insert(before.object->id);
      ++(sameOwn(*before.object, *known[i].object) && before.code == known[i].code ? merge.unchanged
                                                                                   : merge.changed);
    }
  };
  settle(theirs.scopes, ours.scopes);
  settle(theirs.points, ours.points);

  merge.table = std::move(found);
  if (merge.table.compiledBy.empty()) merge.table.compiledBy = bank.compiledBy;
  if (!merge.table.compiledOn) merge.table.compiledOn = bank.compiledOn;
  if (merge.table.reviewedBy.empty()) merge.table.reviewedBy = bank.reviewedBy;
  if (!merge.table.reviewedOn) merge.table.reviewedOn = bank.reviewedOn;
  merge.table.extras = bank.extras;
  walk(bank, [&](const TablePlace& place) {
    if (place.point == nullptr || seen.contains(place.point->id)) return;
    if (used.contains(place.point->id)) {
      keepPoint(merge.table, place);
      merge.kept.push_back(place.code() + " " + place.point->name);
    } else {
      ++merge.removed;
    }
  });
  return merge;
}

}  // namespace tiku::formats::tables
