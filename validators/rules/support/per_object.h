#pragma once

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "validators/checker/facts.h"
#include "validators/checker/rule.h"

namespace tiku::validators {

/// A finding on an item or a paper, without its words yet.
template <typename T>
[[nodiscard]] Finding findingOn(const T& object, std::string field = {}) {
  Finding finding;
  finding.subject = {object.id, object.id, std::move(field), {}, object.level};
  return finding;
}

/// A rule that looks at objects one by one: at those that changed, and at those that `follow` found to depend
/// on a change of something else.
template <typename T>
class PerObject : public Rule {
 public:
  explicit PerObject(const RuleSettings& settings) : settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) final {
    const T* is = change.is<T>();
    if (is != nullptr || change.was<T>() != nullptr) changed_.emplace_back(change.id, is);
    follow(change, facts);
  }

  void judge(const Facts& facts, FindingSink& sink) final {
    leaveOutChanged();
    for (const auto& [id, object] : changed_) judgeOne(id, object, facts, sink);
    for (const formats::Id id : touched_) judgeOne(id, facts.bank().template find<T>(id), facts, sink);
    changed_.clear();
    touched_.clear();
    finish(facts, sink);
  }

 protected:
  /// Judges one live object; what it reports goes through report().
  virtual void examine(const T& object, const Facts& facts, FindingSink& sink) = 0;
  /// Keeps book of a change of any kind, and touches the objects that depend on it.
  virtual void follow(const formats::Change& /*change*/, const Facts& /*facts*/) {}
  /// The object is gone or retired.
  virtual void leave(formats::Id /*id*/) {}
  /// After all touched objects were judged.
  virtual void finish(const Facts& /*facts*/, FindingSink& /*sink*/) {}

  void touch(formats::Id id) { touched_.push_back(id); }

  /// Puts a finding on an object that is being examined.
  void report(FindingSink& sink, Finding finding) {
    reported_.insert(finding.subject.id);
    sink.put(std::move(finding));
  }

  [[nodiscard]] const RuleSettings& settings() const { return settings_; }
  [[nodiscard]] const std::string& clause(formats::Level level) const { return settings_.clauseFor(level); }

 private:
  void judgeOne(formats::Id id, const T* object, const Facts& facts, FindingSink& sink) {
    if (reported_.erase(id) > 0) sink.clearSubject(id);
    if (isLive(object)) {
      examine(*object, facts, sink);
    } else {
      leave(id);
    }
  }

  /// Leaves each of the touched ones once, and none that changed itself.
  void leaveOutChanged() {
    if (touched_.empty()) return;
    std::vector<formats::Id> changed;
    for (const auto& [id, object] : changed_) changed.push_back(id);
    std::sort(changed.begin(), changed.end());
    std::sort(touched_.begin(), touched_.end());
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
    std::erase_if(touched_, [&changed](formats::Id id) {
      return std::binary_search(changed.begin(), changed.end(), id);
    });
  }

  const RuleSettings& settings_;
  /// The objects that changed, as they are now; a batch changes each once. Null for what is gone.
  std::vector<std::pair<formats::Id, const T*>> changed_;
  std::vector<formats::Id> touched_;  ///< Others.
  std::unordered_set<formats::Id> reported_;
};

}  // namespace tiku::validators
