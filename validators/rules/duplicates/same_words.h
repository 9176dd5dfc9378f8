#pragma once

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "formats/base/say.h"
#include "validators/checker/facts.h"
#include "validators/checker/rule.h"

namespace tiku::validators {

/// What makes two theory items the same: the folded words of stem and options, these in any order, and the
/// pictures shown. Not the key, the type or the marks. Empty when the stem says and shows nothing.
std::string sameWordsKey(const formats::TheoryItem& item);
/// Of operational items: the folded words and pictures of the task; empty when there is none. The title alone
/// makes no two tasks the same, nor does another title make them different.
std::string sameWordsKey(const formats::SkillItem& item);

/// The keys of the objects of a batch, each made once for all rules of the family `duplicates`.
template <typename T>
class SameWordsKeys {
 public:
  const std::string& of(const T& object) {
    const auto [known, isNew] = keys_.try_emplace(&object);
    if (isNew) known->second = sameWordsKey(object);
    return known->second;
  }

 private:
  std::unordered_map<const T*, std::string> keys_;
};

/// A rule on live items that say the same. Keeps them in groups by their words and judges a group again when
/// one of its members changes, comes or goes.
template <typename T>
class SameWords : public Rule {
 public:
  static constexpr const char* kField = "duplicate";

  explicit SameWords(const RuleSettings& settings) : settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) final {
    const T* was = change.was<T>();
    const T* is = change.is<T>();
    if (was != nullptr || is != nullptr) {
      const bool sameText = isLive(was) && isLive(is) && says(*was, *is);
      if (!sameText)
        enter(change.id, isLive(is) ? facts.sharedForBatch<SameWordsKeys<T>>().of(*is) : std::string());
      touch(change.id);
    }
    follow(change);
  }

  void judge(const Facts& facts, FindingSink& sink) final {
    for (const formats::Id id : gone_) take(id, sink);
    for (const std::string& words : touched_) judgeGroup(words, facts, sink);
    gone_.clear();
    touched_.clear();
  }

 protected:
  /// Judges two or more live items that say the same, in reading order: by level (五级 first), code, id.
  virtual void judgeSame(const std::vector<const T*>& items, const std::string& words, const Facts& facts,
                         FindingSink& sink) = 0;
  virtual void follow(const formats::Change& /*change*/) {}

  /// The item's group must be judged again.
  void touch(formats::Id id) {
    const auto found = wordsOf_.find(id);
    if (found != wordsOf_.end() && groups_.at(*found->second).size() > 1) touched_.insert(*found->second);
  }

  void report(FindingSink& sink, Finding finding) {
    reported_.insert(finding.subject.id);
    sink.put(std::move(finding));
  }

  [[nodiscard]] const RuleSettings& settings() const { return settings_; }

 private:
  static bool says(const formats::TheoryItem& a, const formats::TheoryItem& b) {
    return a.stem == b.stem && a.options == b.options;
  }
  static bool says(const formats::SkillItem& a, const formats::SkillItem& b) { return a.task == b.task; }

  void enter(formats::Id id, std::string words) {
    const auto known = wordsOf_.find(id);
    if (known != wordsOf_.end()) {
      if (*known->second == words) return;
      gone_.insert(id);
      touched_.insert(*known->second);
      const auto group = groups_.find(*known->second);
      std::erase(group->second, id);
      wordsOf_.erase(known);
      if (group->second.empty()) groups_.erase(group);
    }
    if (words.empty()) return;
    const auto group = groups_.try_emplace(std::move(words)).first;
    group->second.push_back(id);
    wordsOf_.emplace(id, &group->first);
  }

  void take(formats::Id id, FindingSink& sink) {
    if (reported_.erase(id) > 0) sink.clear(id, kField);
  }

  void judgeGroup(const std::string& words, const Facts& facts, FindingSink& sink) {
    const auto found = groups_.find(words);
    if (found == groups_.end()) return;
    std::vector<const T*> items;
    for (const formats::Id id : found->second) {
      take(id, sink);
      items.push_back(facts.bank().template find<T>(id));
    }
    if (items.size() < 2) return;
    std::ranges::sort(items, [](const T* a, const T* b) {
      if (a->level != b->level) return a->level > b->level;
      return a->code != b->code ? a->code < b->code : a->id < b->id;
    });
    judgeSame(items, words, facts, sink);
  }

  const RuleSettings& settings_;
  std::unordered_map<std::string, std::vector<formats::Id>> groups_;
  std::unordered_map<formats::Id, const std::string*> wordsOf_;  ///< Keys of `groups_`.
  std::unordered_set<std::string> touched_;
  std::unordered_set<formats::Id> gone_;
  std::unordered_set<formats::Id> reported_;
};

}  // namespace tiku::validators
