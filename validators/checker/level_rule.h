#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "validators/checker/facts.h"
#include "validators/checker/rule.h"

namespace tiku::validators {

/// The findings of one thing judged as a whole, so that those no longer found can be taken back.
class FindingGroup {
 public:
  /// Takes back what stands and is not in `found`. To be called for all groups before anything is put: a
  /// point may have moved from one to another.
  void withdraw(const std::vector<Finding>& found, FindingSink& sink);

 private:
  std::set<std::pair<formats::Id, std::string>> standing_;  ///< Subject and field.
};

/// What a rule reads of the bank, besides its list of levels: the changes after which it must judge again.
enum Reads : unsigned {
  kReadsBlueprint = 1U,
  kReadsStandard = 2U,
  kReadsTheoryItems = 4U,   ///< Which there are at which point and of which type; not their words.
  kReadsSkillItems = 8U,    ///< Likewise.
  kReadsPapers = 16U,       ///< Their whole content.
  kReadsStrayPoints = 32U,  ///< Facts::LevelCounts::strayPoints.
};

/// A rule that judges each level of the bank by itself.
class LevelRule : public Rule {
 public:
  void observe(const formats::Change& change, const Facts& facts) final;
  void judge(const Facts& facts, FindingSink& sink) final;

 protected:
  LevelRule(const Profile& profile, const RuleSettings& settings, unsigned reads)
      : profile_(profile), settings_(settings), reads_(reads) {}

  /// Called for levels of the bank only. Adds what is wrong at the level; `subject.level` is filled in, and
  /// an empty subject becomes the level's blueprint, whether the bank has it yet or not.
  virtual void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const = 0;

  [[nodiscard]] const Profile& profile() const { return profile_; }
  [[nodiscard]] const RuleSettings& settings() const { return settings_; }

 private:
  const Profile& profile_;
  const RuleSettings& settings_;
  unsigned reads_;
  std::set<formats::Level> touched_;
  std::map<formats::Level, int> strayPoints_;  ///< As last judged.
  std::map<formats::Level, FindingGroup> groups_;
};

/// A rule that judges the bank as a whole.
class BankRule : public Rule {
 public:
  void observe(const formats::Change& change, const Facts& facts) final;
  void judge(const Facts& facts, FindingSink& sink) final;

 protected:
  BankRule(const Profile& profile, const RuleSettings& settings, unsigned reads)
      : profile_(profile), settings_(settings), reads_(reads) {}

  virtual void judgeBank(const Facts& facts, std::vector<Finding>& found) const = 0;

  [[nodiscard]] const Profile& profile() const { return profile_; }
  [[nodiscard]] const RuleSettings& settings() const { return settings_; }

 private:
  const Profile& profile_;
  const RuleSettings& settings_;
  unsigned reads_;
  bool touched_ = false;
  FindingGroup group_;
};

}  // namespace tiku::validators
