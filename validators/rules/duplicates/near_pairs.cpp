#include "validators/rules/duplicates/near_pairs.h"

#include <utility>

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
    if (!tooMany_) {
      for (const LiveIndex::Match& match : matches) link(object, *bank.find<T>(match.id), touched);
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
  near_.clear();
  const std::vector<Id> ids(known_.begin(), known_.end());
  StatementList statements;
  for (const Id id : ids) statements.add(index_.statement(id));
  JoinSettings settings;
  settings.threshold = threshold_;
  settings.limit = kMostPairs;
  try {
    const std::vector<AlikePair> pairs = selfJoin(statements, settings);
    tooMany_ = false;
    count_ = pairs.size();
    for (const AlikePair& pair : pairs) link(*bank.find<T>(ids[pair.a]), *bank.find<T>(ids[pair.b]), touched);
  } catch (const TooManyPairs&) {
    giveUp(touched);
    count_ = 0;
    for (const Id id : ids) count_ += othersLike(id);
    count_ /= 2;
  }
}

template <typename T>
void NearPairs<T>::link(const T& a, const T& b, std::set<Id>& touched) {
  // In one order, so that the history of the bank makes no difference.
  const bool inOrder = a.id < b.id;
  const PairReading reading =
      readPair(KeptWords(inOrder ? a : b).words(), KeptWords(inOrder ? b : a).words());
  Near near{b.id, reading.kind, reading.likeness, reading.similarity, sameWordsKey(a) == sameWordsKey(b)};
  near_[a.id].push_back(near);
  near.other = a.id;
  near_[b.id].push_back(near);
  touched.insert(a.id);
  touched.insert(b.id);
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
