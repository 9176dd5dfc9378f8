#pragma once

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "validators/rules/support/per_object.h"

namespace tiku::validators {

/// A rule whose fault tends to be one cause with many consequences: a level whose items came without keys has
/// one finding that says how many there are, and under it one per item.
///
/// The summary's subject is the level's blueprint id, whether the bank has that blueprint yet or not, so that
/// its key is known beforehand.
template <typename T>
class PerLevel : public PerObject<T> {
 public:
  /// `field` is the summary's: "theory" or "skills".
  PerLevel(std::string_view id, std::string_view field, const RuleSettings& settings)
      : PerObject<T>(settings), id_(id), field_(field) {}

 protected:
  /// What is wrong with the item; nothing when all is well.
  virtual std::optional<Finding> fault(const T& item, const Facts& facts) const = 0;
  /// The finding above all of the level: `faulty` of its `total` items have the fault. Words and figures
  /// only.
  virtual Finding summary(formats::Level level, int faulty, int total, const Facts& facts) const = 0;

  void follow(const formats::Change& change, const Facts& facts) override {
    if (const T* was = change.was<T>()) levels_.insert(was->level);
    if (const T* is = change.is<T>()) levels_.insert(is->level);
    followOther(change, facts);
  }
  virtual void followOther(const formats::Change& /*change*/, const Facts& /*facts*/) {}
  void touchLevel(formats::Level level) { levels_.insert(level); }

 private:
  void examine(const T& item, const Facts& facts, FindingSink& sink) final {
    leave(item.id);
    std::optional<Finding> finding = fault(item, facts);
    if (!finding) return;
    finding->cause = FindingKey{std::string(id_), formats::Blueprint::idOf(item.level), std::string(field_)};
    faultyAt_.emplace(item.id, item.level);
    ++faulty_[item.level];
    levels_.insert(item.level);
    this->report(sink, std::move(*finding));
  }

  void leave(formats::Id id) final {
    const auto found = faultyAt_.find(id);
    if (found == faultyAt_.end()) return;
    --faulty_[found->second];
    levels_.insert(found->second);
    faultyAt_.erase(found);
  }

  void finish(const Facts& facts, FindingSink& sink) final {
    for (const formats::Level level : levels_) {
      const formats::Id subject = formats::Blueprint::idOf(level);
      if (faulty_[level] == 0) {
        sink.clear(subject, field_);
        continue;
      }
      const Facts::LevelCounts& counts = facts.counts(level);
      const int total = std::is_same_v<T, formats::TheoryItem> ? counts.theory.total() : counts.skills;
      Finding finding = summary(level, faulty_[level], total, facts);
      finding.subject = {subject, subject, std::string(field_), {}, level};
      sink.put(std::move(finding));
    }
    levels_.clear();
  }

  std::string_view id_;
  std::string_view field_;
  std::set<formats::Level> levels_;
  std::map<formats::Level, int> faulty_;
  std::unordered_map<formats::Id, formats::Level> faultyAt_;
};

}  // namespace tiku::validators
