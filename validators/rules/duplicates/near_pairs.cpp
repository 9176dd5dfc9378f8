#include "validators/rules/duplicates/near_pairs.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "formats/base/parallel.h"
#include "validators/checker/facts.h"
#include "validators/rules/duplicates/same_words.h"
#include "validators/similarity/self_join.h"
#include "validators/similarity/statement.h"

namespace tiku::validators {

using namespace formats;

namespace {

bool says(const TheoryItem& a, const TheoryItem& b) {
  return a.type == b.type && a.stem == b.stem && a.options == b.options && a.key == b.key;
}

bool says(const SkillItem& a, const SkillItem& b) {
  return a.task == b.task;
}

template <typename T>
std::u16string statementText(const T& object) {
  const KeptWords kept(object);
  std::u16string text;
  StatementWriter().append(kept.words(), text);
  return text;
}

/// What a pair is read from: made once for an object, however many it is like.
struct Wording {
  template <typename T>
  explicit Wording(const T& object)
      : id(object.id), kept(object), statement(statementOf(kept.words())), sameWords(sameWordsKey(object)) {}

  Id id;
  KeptWords kept;
  Statement statement;
  std::string sameWords;
};

/// What `other` is to `one`.
Near nearOf(const Wording& one, const Wording& other) {
  // In one order, so that the history of the bank makes no difference.
  const bool inOrder = one.id < other.id;
  const Wording& a = inOrder ? one : other;
  const Wording& b = inOrder ? other : one;
  const PairReading reading = readPair(a.kept.words(), a.statement, b.kept.words(), b.statement);
  return {other.id, reading.kind, reading.likeness, reading.similarity, one.sameWords == other.sameWords};
}

/// Objects by what they state, so that what is stated a thousand times is compared once.
struct Stated {
  std::vector<std::vector<std::uint32_t>> holders;  ///< By statement: numbers of the objects.
  StatementList statements;

  void add(std::uint32_t object, std::u16string_view statement) {
    if (statement.empty()) return;
    const auto [known, isNew] =
        numbers_.try_emplace(statement, static_cast<std::uint32_t>(statements.size()));
    if (isNew) {
      statements.add(statement);
      holders.emplace_back();
    }
    holders[known->second].push_back(object);
  }
  /// Pairs of objects that state the same.
  [[nodiscard]] std::size_t equalPairs() const {
    std::size_t count = 0;
    for (const auto& some : holders) count += some.size() * (some.size() - 1) / 2;
    return count;
  }

 private:
  std::unordered_map<std::u16string_view, std::uint32_t> numbers_;
};

using ObjectPair = std::pair<std::uint32_t, std::uint32_t>;

std::vector<ObjectPair> objectPairs(const Stated& stated, const std::vector<AlikePair>& alike) {
  std::vector<ObjectPair> pairs;
  for (const auto& same : stated.holders) {
    for (std::size_t at = 1; at < same.size(); ++at) {
      for (std::size_t before = 0; before < at; ++before) pairs.emplace_back(same[before], same[at]);
    }
  }
  for (const AlikePair& pair : alike) {
    for (const std::uint32_t a : stated.holders[pair.a]) {
      for (const std::uint32_t b : stated.holders[pair.b]) pairs.emplace_back(a, b);
    }
  }
  return pairs;
}

/// What the second of each pair is to the first, read on all processors.
template <typename T>
std::vector<Near> readAll(const std::vector<Id>& ids, const std::vector<ObjectPair>& pairs,
                          const Bank& bank) {
  constexpr std::size_t kPiece = 128;
  const auto inPieces = [](std::size_t count, const auto& work) {
    inParallel((count + kPiece - 1) / kPiece, 0, [&](unsigned /*thread*/, std::size_t piece) {
      for (std::size_t at = piece * kPiece; at < std::min(count, (piece + 1) * kPiece); ++at) work(at);
    });
  };
  std::vector<std::uint8_t> isNeeded(ids.size());
  for (const auto& [a, b] : pairs) isNeeded[a] = isNeeded[b] = 1;
  std::vector<std::unique_ptr<const Wording>> wordings(ids.size());
  inPieces(ids.size(), [&](std::size_t at) {
    if (isNeeded[at] != 0) wordings[at] = std::make_unique<const Wording>(*bank.find<T>(ids[at]));
  });
  std::vector<Near> found(pairs.size());
  inPieces(pairs.size(), [&](std::size_t at) {
    found[at] = nearOf(*wordings[pairs[at].first], *wordings[pairs[at].second]);
  });
  return found;
}

}  // namespace

bool asksTheSame(PairKind kind) {
  return kind == PairKind::kSame || kind == PairKind::kSameStem || kind == PairKind::kTwin ||
         kind == PairKind::kContained;
}

template <typename T>
void NearPairs<T>::observe(const Change& change) {
  const T* was = change.was<T>();
  const T* is = change.is<T>();
  if (was == nullptr && is == nullptr) return;
  const bool keepsWords = isLive(was) && isLive(is) && says(*was, *is);
  (keepsWords ? moved_ : changed_).insert(change.id);
}

template <typename T>
std::set<Id> NearPairs<T>::update(const Bank& bank) {
  std::set<Id> touched = std::exchange(moved_, {});
  for (const Id id : std::set<Id>(touched)) {
    for (const Near& near : of(id)) touched.insert(near.other);
  }
  const std::set<Id> changed = std::exchange(changed_, {});
  touched.insert(changed.begin(), changed.end());
  for (const Id id : changed) take(id, touched);
  if (known_.empty()) {
    enterAll(changed, bank, touched);
  } else {
    for (const Id id : changed) {
      const T* object = bank.find<T>(id);
      if (takesPart(object)) enter(*object, bank, touched);
    }
  }
  if (tooMany_ && count_ <= kMostPairs) joinAll(bank, touched);
  return touched;
}

template <typename T>
const std::vector<Near>& NearPairs<T>::of(Id id) const {
  static const std::vector<Near> kNone;
  const auto found = near_.find(id);
  return found == near_.end() ? kNone : found->second;
}

template <typename T>
bool NearPairs<T>::takesPart(const T* object) const {
  return isLive(object) && (!wanted_ || wanted_(object->id));
}

template <typename T>
std::size_t NearPairs<T>::othersLike(Id id) const {
  const std::u16string_view text = index_.statement(id);
  return text.empty() ? 0 : index_.alike(text, threshold_).size() - 1;
}

template <typename T>
void NearPairs<T>::take(Id id, std::set<Id>& touched) {
  if (known_.erase(id) == 0) return;
  if (tooMany_) {
    count_ -= othersLike(id);
  } else if (auto lost = near_.extract(id); !lost.empty()) {
    for (const Near& near : lost.mapped()) {
      touched.insert(near.other);
      std::erase_if(near_.at(near.other), [id](const Near& back) { return back.other == id; });
    }
    count_ -= lost.mapped().size();
  }
  index_.remove(id);
}

template <typename T>
void NearPairs<T>::enter(const T& object, const Bank& bank, std::set<Id>& touched) {
  const std::u16string text = statementText(object);
  if (!text.empty()) {
    const auto matches = index_.alike(text, threshold_);
    count_ += matches.size();
    if (!tooMany_ && count_ > kMostPairs) giveUp(touched);
    if (!tooMany_ && !matches.empty()) {
      const Wording own(object);
      for (const LiveIndex::Match& match : matches)
        link(object.id, nearOf(own, Wording(*bank.find<T>(match.id))), touched);
    }
  }
  index_.put(object.id, text);
  known_.insert(object.id);
}

template <typename T>
void NearPairs<T>::enterAll(const std::set<Id>& ids, const Bank& bank, std::set<Id>& touched) {
  for (const Id id : ids) {
    const T* object = bank.find<T>(id);
    if (!takesPart(object)) continue;
    index_.put(id, statementText(*object));
    known_.insert(id);
  }
  joinAll(bank, touched);
}

template <typename T>
void NearPairs<T>::joinAll(const Bank& bank, std::set<Id>& touched) {
  giveUp(touched);
  const std::vector<Id> ids(known_.begin(), known_.end());
  Stated stated;
  for (std::uint32_t number = 0; number < ids.size(); ++number)
    stated.add(number, index_.statement(ids[number]));
  count_ = stated.equalPairs();
  std::vector<AlikePair> alike;
  try {
    alike = selfJoin(stated.statements, {.threshold = threshold_, .progress = {}, .limit = kMostCounted});
  } catch (const TooManyPairs&) {
    // More than are worth the memory: a question for each statement counts them, too.
    count_ = 0;
    for (const auto& holders : stated.holders) count_ += holders.size() * othersLike(ids[holders.front()]);
    count_ /= 2;
    return;
  }
  for (const AlikePair& pair : alike) count_ += stated.holders[pair.a].size() * stated.holders[pair.b].size();
  if (count_ > kMostPairs) return;
  tooMany_ = false;
  const std::vector<ObjectPair> pairs = objectPairs(stated, alike);
  const std::vector<Near> near = readAll<T>(ids, pairs, bank);
  for (std::size_t at = 0; at < pairs.size(); ++at) link(ids[pairs[at].first], near[at], touched);
}

template <typename T>
void NearPairs<T>::link(Id id, Near near, std::set<Id>& touched) {
  touched.insert(id);
  touched.insert(near.other);
  near_[id].push_back(near);
  near_[std::exchange(near.other, id)].push_back(near);
}

template <typename T>
void NearPairs<T>::giveUp(std::set<Id>& touched) {
  tooMany_ = true;
  for (const auto& [id, near] : near_) touched.insert(id);
  near_.clear();
}

template class NearPairs<TheoryItem>;
template class NearPairs<SkillItem>;

}  // namespace tiku::validators
