#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "formats/base/say.h"
#include "formats/compare/fingerprint.h"
#include "formats/compare/grove.h"
#include "formats/compare/merge_keys.h"
#include "formats/compare/merge_rows.h"
#include "formats/compare/merger.h"
#include "formats/compare/parts.h"
#include "formats/compare/value_words.h"

/// Three-way merging of values: as a whole where they have no parts, else part by part.
namespace tiku::formats::merging {

// The parts of what has parts; each calls mergeValue() for them.
template <typename T>
T mergeParts(Merger& merger, const At& at, const T* base, const T& mine, const T& theirs);

// Both are texts that people may type anew.
template <typename T>
constexpr bool kIsText = std::is_same_v<T, std::string> || std::is_same_v<T, RichText>;

inline bool isPlain(const std::string&) {
  return true;
}
inline bool isPlain(const RichText& text) {
  return text == RichText::plain(text.str());
}

/// One of the two, or other words, as answered.
template <typename T>
T askValue(Merger& merger, const At& at, const T* base, const T& mine, const T& theirs) {
  MergeQuestion question;
  question.address = at.address;
  question.fieldWord = at.word;
  if (base != nullptr) question.base = wordsOf(*base);
  question.mine = wordsOf(mine);
  question.theirs = wordsOf(theirs);
  if constexpr (kIsText<T>) question.typed = isPlain(mine) && isPlain(theirs);
  const MergeAnswer answer = merger.ask(std::move(question));
  if constexpr (std::is_same_v<T, std::string>) {
    if (answer.take == MergeAnswer::Take::kText) return answer.text;
  }
  if constexpr (std::is_same_v<T, RichText>) {
    if (answer.take == MergeAnswer::Take::kText) return RichText::plain(answer.text);
  }
  return answer.take == MergeAnswer::Take::kTheirs ? theirs : mine;
}

/// The value of the one side that changed it; part by part, or asked, where both did. A null base: both made
/// it.
template <typename T>
T mergeValue(Merger& merger, const At& at, const T* base, const T& mine, const T& theirs) {
  if (mine == theirs) return mine;
  if (!merger.contested(at.address)) {
    if (base != nullptr && *base == theirs) return mine;
    if (base != nullptr && *base == mine) return theirs;
    if constexpr (std::is_default_constructible_v<T> && !std::is_arithmetic_v<T> && !std::is_enum_v<T>) {
      // What one side left empty the other one filled in.
      if (base == nullptr && mine == T{}) return theirs;
      if (base == nullptr && theirs == T{}) return mine;
    }
  }
  return mergeParts(merger, at, base, mine, theirs);
}

inline At below(const At& at, const std::string& part, std::string word) {
  return {at.address + "/" + asAddress(part), std::move(word)};
}

template <Record T>
T mergeRecord(Merger& merger, const At& at, const T* base, const T& mine, const T& theirs) {
  T into = mine;
  members::each(&mine, [&](const char* name, const char* word, auto member, auto...) {
    if (mine.*member == theirs.*member) return;
    const At part = below(at, name, say("{row}的{field}", "row"_a = at.word, "field"_a = translate(word)));
    const auto* was = base == nullptr ? nullptr : &(base->*member);
    into.*member = mergeValue(merger, part, was, mine.*member, theirs.*member);
  });
  return into;
}

// Both wrote on from the base, and one of them wrote what the other did and more; null otherwise.
template <typename T>
const std::vector<T>* longerOf(const std::vector<T>* base, const std::vector<T>& a, const std::vector<T>& b) {
  const auto begins = [](const auto& list, const auto& other) {
    return list.size() <= other.size() && std::equal(list.begin(), list.end(), other.begin());
  };
  if (base != nullptr && !(begins(*base, a) && begins(*base, b))) return nullptr;
  return begins(a, b) ? &b : begins(b, a) ? &a : nullptr;
}

template <typename T>
std::vector<RowLook> looksOf(const std::vector<T>& rows) {
  std::vector<RowLook> looks;
  for (const T& row : rows) looks.push_back({fingerprint(row), wordsOf(row)});
  return looks;
}

template <typename T>
Names keysOf(const std::vector<T>& rows) {
  Names names;
  for (const T& row : rows) names.push_back(keyOf(row));
  return distinct(std::move(names));
}

template <typename T>
std::vector<T> mergeList(Merger& merger, const At& at, const std::vector<T>* base, const std::vector<T>& mine,
                         const std::vector<T>& theirs) {
  static const std::vector<T> kNothing;
  const std::vector<T>& was = base == nullptr ? kNothing : *base;
  Orders names;
  if constexpr (Keyed<T>) {
    names = {keysOf(was), keysOf(mine), keysOf(theirs), base != nullptr};
  } else {
    if (base == nullptr) return askValue(merger, at, base, mine, theirs);
    names = nameRows(looksOf(was), looksOf(mine), looksOf(theirs));
  }
  const auto groveOf = [](const Names& rowNames, const std::vector<T>& rows) {
    Grove<T> grove;
    for (std::size_t i = 0; i < rows.size(); ++i) grove.add(rowNames[i], "", rows[i]);
    return grove;
  };
  const Grove<T> before = groveOf(names.base, was);
  const auto call = [&](const std::string& name, const T& row) {
    const std::string own = callOf(row);
    if (Keyed<T> || !own.empty()) return called(at.word, own.empty() ? name : own);
    return numbered(at.word, name, false);
  };
  const Grove<T> merged = mergeGroves<T>(merger, at, base == nullptr ? nullptr : &before,
                                         groveOf(names.mine, mine), groveOf(names.theirs, theirs), call);
  std::vector<T> list;
  for (const std::string& name : merged.listAt("")) list.push_back(merged.at(name).row);
  return list;
}

template <typename K, typename V>
std::map<K, V> mergeMap(Merger& merger, const At& at, const std::map<K, V>* base, const std::map<K, V>& mine,
                        const std::map<K, V>& theirs) {
  const auto in = [](const std::map<K, V>* map, const K& key) {
    if (map == nullptr) return std::optional<V>();
    const auto found = map->find(key);
    return found == map->end() ? std::nullopt : std::optional<V>(found->second);
  };
  std::map<K, V> all = mine;
  all.insert(theirs.begin(), theirs.end());
  std::map<K, V> into;
  for (const auto& [key, any] : all) {
    std::string name;
    if constexpr (Keyed<K>) {
      name = keyOf(key);
    } else {
      name = key;
    }
    const At entry = below(at, name, called(at.word, wordsOf(key)));
    const std::optional<V> was = in(base, key);
    auto merged = mergeValue(merger, entry, &was, in(&mine, key), in(&theirs, key));
    if (merged) into.emplace(key, std::move(*merged));
  }
  return into;
}

template <typename T>
struct IsVector : std::false_type {};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {};
template <typename T>
struct IsMap : std::false_type {};
template <typename K, typename V>
struct IsMap<std::map<K, V>> : std::true_type {};
template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <typename T>
struct IsVariant : std::false_type {};
template <typename... T>
struct IsVariant<std::variant<T...>> : std::true_type {};

/// One kind of row in all three, or asked as a whole.
template <typename T>
T mergeVariant(Merger& merger, const At& at, const T* base, const T& mine, const T& theirs) {
  if (mine.index() != theirs.index() || (base != nullptr && base->index() != mine.index())) {
    return askValue(merger, at, base, mine, theirs);
  }
  return std::visit(
      [&](const auto& own) -> T {
        using Row = std::decay_t<decltype(own)>;
        const Row* was = base == nullptr ? nullptr : std::get_if<Row>(base);
        return mergeValue(merger, at, was, own, *std::get_if<Row>(&theirs));
      },
      mine);
}

/// Lists whose rows only make sense as they stand: what was appended alone is no question.
template <typename T>
constexpr bool kIsLedger =
    std::is_same_v<T, std::vector<RoundStep>> || std::is_same_v<T, std::vector<PanelCandidate>>;

// Tables that hold other tables (merge_tables.cpp).
ElementTable mergeNested(Merger& merger, const At& at, const ElementTable* base, const ElementTable& mine,
                         const ElementTable& theirs);
SkillStructure mergeNested(Merger& merger, const At& at, const SkillStructure* base,
                           const SkillStructure& mine, const SkillStructure& theirs);
std::vector<LevelRequirements> mergeNested(Merger& merger, const At& at,
                                           const std::vector<LevelRequirements>* base,
                                           const std::vector<LevelRequirements>& mine,
                                           const std::vector<LevelRequirements>& theirs);
std::vector<PaperSection> mergeNested(Merger& merger, const At& at, const std::vector<PaperSection>* base,
                                      const std::vector<PaperSection>& mine,
                                      const std::vector<PaperSection>& theirs);
template <typename T>
concept Nested =
    std::is_same_v<T, ElementTable> || std::is_same_v<T, SkillStructure> ||
    std::is_same_v<T, std::vector<LevelRequirements>> || std::is_same_v<T, std::vector<PaperSection>>;

template <typename T>
T mergeParts(Merger& merger, const At& at, const T* base, const T& mine, const T& theirs) {
  if constexpr (Nested<T>) {
    return mergeNested(merger, at, base, mine, theirs);
  } else if constexpr (kIsLedger<T>) {
    const T* longer = longerOf(base, mine, theirs);
    return longer != nullptr && !merger.contested(at.address) ? *longer
                                                              : askValue(merger, at, base, mine, theirs);
  } else if constexpr (IsVariant<T>::value && !std::is_same_v<T, Key>) {
    return mergeVariant(merger, at, base, mine, theirs);
  } else if constexpr (IsVector<T>::value) {
    return mergeList(merger, at, base, mine, theirs);
  } else if constexpr (IsMap<T>::value) {
    return mergeMap(merger, at, base, mine, theirs);
  } else if constexpr (IsOptional<T>::value) {
    using Value = typename T::value_type;
    if constexpr (kIsText<Value> || Record<Value>) {
      if (mine && theirs) {
        const Value* was = base != nullptr && *base ? &**base : nullptr;
        return mergeValue(merger, at, was, *mine, *theirs);
      }
    }
    return askValue(merger, at, base, mine, theirs);
  } else if constexpr (Record<T>) {
    return mergeRecord(merger, at, base, mine, theirs);
  } else {
    return askValue(merger, at, base, mine, theirs);
  }
}

}  // namespace tiku::formats::merging
