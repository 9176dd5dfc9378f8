#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "formats/model/bank.h"

/// Three-way merging of members: of a plain value as a whole, of a list thing by thing.
namespace tiku::formats::list_merge {

// What names a thing of a list among the others, whoever changed it.
inline Id keyOf(const Person& person) {
  return person.id;
}
inline std::tuple<std::string, Id, std::string> keyOf(const Waiver& waiver) {
  return {waiver.rule, waiver.object, waiver.field};
}
inline std::pair<Id, Id> keyOf(const Judgement& judgement) {
  return {judgement.a, judgement.b};
}
inline Id keyOf(const Expert& expert) {
  return expert.id;
}
inline Id keyOf(const PanelDraw& draw) {
  return draw.id;
}
inline std::string keyOf(const Term& term) {
  return term.preferred;
}
inline Id keyOf(const Panelist& member) {
  return member.expert;
}
inline Id keyOf(const UpdateTask& task) {
  return task.object;
}
inline std::pair<Id, std::string> keyOf(const EntryChange& change) {
  return {change.entry, change.place};
}
inline Id keyOf(const ReviewedObject& reviewed) {
  return reviewed.object;
}
inline Id keyOf(const Invitation& invitation) {
  return invitation.id;
}
inline Id keyOf(const Point& point) {
  return point.id;
}
inline Id keyOf(const Scope& scope) {
  return scope.id;
}
inline Id keyOf(const ElementTable::Top& top) {
  return top.scope.id;
}

inline std::string keyOf(const OverviewSection& section) {
  return section.number;
}
inline Id keyOf(const BasicTopic& topic) {
  return topic.id;
}
inline Level keyOf(const LevelRequirements& requirements) {
  return requirements.level;
}
inline Id keyOf(const Function& function) {
  return function.id;
}
inline Id keyOf(const WorkContent& content) {
  return content.id;
}
inline Id keyOf(const Requirement& requirement) {
  return requirement.id;
}
inline std::pair<WeightRow::Kind, std::string> keyOf(const WeightRow& row) {
  return {row.kind, row.name};
}

template <typename T>
concept Named = requires(const T& thing) { keyOf(thing); };

template <typename T>
std::optional<T> merge(const T& base, const T& mine, const T& theirs);
template <Named T>
std::optional<std::vector<T>> merge(const std::vector<T>& base, const std::vector<T>& mine,
                                    const std::vector<T>& theirs);
template <typename K, typename V>
std::optional<std::map<K, V>> merge(const std::map<K, V>& base, const std::map<K, V>& mine,
                                    const std::map<K, V>& theirs);

/// The one side that changed the value; nothing when both did, and not to the same.
template <typename T>
std::optional<T> mergeWhole(const T& base, const T& mine, const T& theirs) {
  if (base == theirs || mine == theirs) return mine;
  if (base == mine) return theirs;
  return std::nullopt;
}

// Sets `into` to the merged member; false where it clashes.
template <typename Whole, typename Part>
bool mergePart(Whole& into, const Whole& base, const Whole& mine, const Whole& theirs, Part Whole::* member) {
  auto merged = merge(base.*member, mine.*member, theirs.*member);
  if (merged) into.*member = std::move(*merged);
  return merged.has_value();
}

inline std::optional<Scope> mergeThing(const Scope& base, const Scope& mine, const Scope& theirs) {
  Scope into = mine;
  const auto part = [&](auto member) { return mergePart(into, base, mine, theirs, member); };
  if (part(&Scope::code) && part(&Scope::name) && part(&Scope::weight) && part(&Scope::requirement) &&
      part(&Scope::note) && part(&Scope::scopes) && part(&Scope::points) && part(&Scope::extras)) {
    return into;
  }
  return std::nullopt;
}

inline std::optional<ElementTable::Top> mergeThing(const ElementTable::Top& base,
                                                   const ElementTable::Top& mine,
                                                   const ElementTable::Top& theirs) {
  ElementTable::Top into = mine;
  const auto part = [&](auto member) { return mergePart(into, base, mine, theirs, member); };
  if (part(&ElementTable::Top::part) && part(&ElementTable::Top::scope)) return into;
  return std::nullopt;
}

inline std::optional<WorkContent> mergeThing(const WorkContent& base, const WorkContent& mine,
                                             const WorkContent& theirs) {
  WorkContent into = mine;
  const auto part = [&](auto member) { return mergePart(into, base, mine, theirs, member); };
  if (part(&WorkContent::name) && part(&WorkContent::skills) && part(&WorkContent::knowledge) &&
      part(&WorkContent::extras)) {
    return into;
  }
  return std::nullopt;
}

inline std::optional<Function> mergeThing(const Function& base, const Function& mine,
                                          const Function& theirs) {
  Function into = mine;
  const auto part = [&](auto member) { return mergePart(into, base, mine, theirs, member); };
  if (part(&Function::name) && part(&Function::contents) && part(&Function::extras)) return into;
  return std::nullopt;
}

inline std::optional<LevelRequirements> mergeThing(const LevelRequirements& base,
                                                   const LevelRequirements& mine,
                                                   const LevelRequirements& theirs) {
  LevelRequirements into = mine;
  const auto part = [&](auto member) { return mergePart(into, base, mine, theirs, member); };
  if (part(&LevelRequirements::functions) && part(&LevelRequirements::extras)) return into;
  return std::nullopt;
}

inline std::optional<WeightRow> mergeThing(const WeightRow& base, const WeightRow& mine,
                                           const WeightRow& theirs) {
  WeightRow into = mine;
  const auto part = [&](auto member) { return mergePart(into, base, mine, theirs, member); };
  if (part(&WeightRow::weights) && part(&WeightRow::extras)) return into;
  return std::nullopt;
}

// Both may have moved one point, each to another place.
inline bool hasEachOnce(const ElementTable& table) {
  std::set<Id> seen;
  bool once = true;
  walk(table, [&](const TablePlace& place) {
    once = seen.insert(place.point == nullptr ? place.path.back()->id : place.point->id).second && once;
  });
  return once;
}

inline bool hasEachOnce(const std::vector<LevelRequirements>& levels) {
  std::set<Id> seen;
  bool once = true;
  const auto meet = [&](Id id) { once = seen.insert(id).second && once; };
  for (const LevelRequirements& level : levels) {
    for (const Function& function : level.functions) {
      meet(function.id);
      for (const WorkContent& content : function.contents) {
        meet(content.id);
        for (const Requirement& requirement : content.skills) meet(requirement.id);
        for (const Requirement& requirement : content.knowledge) meet(requirement.id);
      }
    }
  }
  return once;
}

inline std::optional<ElementTable> mergeThing(const ElementTable& base, const ElementTable& mine,
                                              const ElementTable& theirs) {
  ElementTable into = mine;
  const auto part = [&](auto member) { return mergePart(into, base, mine, theirs, member); };
  if (part(&ElementTable::tops) && part(&ElementTable::compiledBy) && part(&ElementTable::compiledOn) &&
      part(&ElementTable::reviewedBy) && part(&ElementTable::reviewedOn) && part(&ElementTable::extras) &&
      hasEachOnce(into)) {
    return into;
  }
  return std::nullopt;
}

template <typename T>
std::optional<T> merge(const T& base, const T& mine, const T& theirs) {
  if (auto whole = mergeWhole(base, mine, theirs)) return whole;
  if constexpr (requires { mergeThing(base, mine, theirs); }) return mergeThing(base, mine, theirs);
  return std::nullopt;
}

template <typename K, typename V>
std::optional<std::map<K, V>> merge(const std::map<K, V>& base, const std::map<K, V>& mine,
                                    const std::map<K, V>& theirs) {
  const auto at = [](const std::map<K, V>& map, const K& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::optional<V>() : std::optional<V>(found->second);
  };
  std::set<K> keys;
  for (const auto* map : {&base, &mine, &theirs}) {
    for (const auto& [key, value] : *map) keys.insert(key);
  }
  std::map<K, V> into;
  for (const K& key : keys) {
    const auto merged = mergeWhole(at(base, key), at(mine, key), at(theirs, key));
    if (!merged) return std::nullopt;
    if (*merged) into.emplace(key, **merged);
  }
  return into;
}

/// The keys of a list, which must be different ones; their order must be the same in what two lists share.
template <Named T>
using Index = std::map<decltype(keyOf(std::declval<const T&>())), const T*>;

template <Named T>
std::optional<Index<T>> indexOf(const std::vector<T>& list) {
  Index<T> index;
  for (const T& thing : list) {
    if (!index.emplace(keyOf(thing), &thing).second) return std::nullopt;
  }
  return index;
}

// Whether what both lists have stands in the same order in both.
template <Named T>
bool sameOrder(const std::vector<T>& a, const Index<T>& ofA, const std::vector<T>& b, const Index<T>& ofB) {
  std::vector<const T*> left;
  std::vector<const T*> right;
  for (const T& thing : a) {
    if (ofB.contains(keyOf(thing))) left.push_back(&thing);
  }
  for (const T& thing : b) {
    if (ofA.contains(keyOf(thing))) right.push_back(&thing);
  }
  return std::ranges::equal(
      left, right, {}, [](const T* t) { return keyOf(*t); }, [](const T* t) { return keyOf(*t); });
}

// The things of `theirs` that mine never had, each behind the thing it follows there.
template <Named T>
void addNew(std::vector<T>& into, const Index<T>& base, const std::vector<T>& theirs) {
  const T* before = nullptr;
  for (const T& thing : theirs) {
    const auto isSame = [](const T* a) { return [a](const T& b) { return keyOf(*a) == keyOf(b); }; };
    const bool there = std::ranges::any_of(into, isSame(&thing));
    if (!there && !base.contains(keyOf(thing))) {
      auto place = into.begin();
      if (before != nullptr) {
        const auto found = std::ranges::find_if(into, isSame(before));
        place = found == into.end() ? into.end() : found + 1;
      }
      into.insert(place, thing);
    }
    before = &thing;
  }
}

template <Named T>
std::optional<std::vector<T>> merge(const std::vector<T>& base, const std::vector<T>& mine,
                                    const std::vector<T>& theirs) {
  if (auto whole = mergeWhole(base, mine, theirs)) return whole;
  const auto ofBase = indexOf(base);
  const auto ofMine = indexOf(mine);
  const auto ofTheirs = indexOf(theirs);
  if (!ofBase || !ofMine || !ofTheirs) return std::nullopt;
  // Who moved things around and who did not cannot be told apart thing by thing.
  if (!sameOrder(base, *ofBase, mine, *ofMine) || !sameOrder(base, *ofBase, theirs, *ofTheirs) ||
      !sameOrder(mine, *ofMine, theirs, *ofTheirs)) {
    return std::nullopt;
  }
  const auto at = [](const Index<T>& index, const T& thing) -> const T* {
    const auto found = index.find(keyOf(thing));
    return found == index.end() ? nullptr : found->second;
  };
  std::vector<T> into;
  for (const T& own : mine) {
    const T* was = at(*ofBase, own);
    const T* other = at(*ofTheirs, own);
    if (was != nullptr && other != nullptr) {
      auto merged = merge(*was, own, *other);
      if (!merged) return std::nullopt;
      into.push_back(std::move(*merged));
    } else if (other != nullptr) {  // Both added it.
      if (!(own == *other)) return std::nullopt;
      into.push_back(own);
    } else if (was == nullptr) {  // We added it.
      into.push_back(own);
    } else if (!(own == *was)) {  // They removed what we changed.
      return std::nullopt;
    }
  }
  for (const T& was : base) {
    const T* other = at(*ofTheirs, was);
    if (at(*ofMine, was) == nullptr && other != nullptr && !(*other == was)) return std::nullopt;
  }
  addNew(into, *ofBase, theirs);
  if constexpr (requires { hasEachOnce(into); }) {
    if (!hasEachOnce(into)) return std::nullopt;
  }
  return into;
}

}  // namespace tiku::formats::list_merge
