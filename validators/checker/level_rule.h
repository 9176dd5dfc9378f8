#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "validators/checker/facts.h"
#include "validators/checker/rule.h"

namespace tiku::validators {

/// The findings of one thing judged as a whole: puts the new ones and takes back those that are no longer
/// found.
class FindingGroup {
 public:
  void replace(std::vector<Finding> found, FindingSink& sink);

 private:
  std::set<std::pair<formats::Id, std::string>> standing_;  ///< Subject and field.
};

/// What a rule reads of the bank, besides its list of levels: the changes after which it must judge again.
enum Reads : unsigned {
  kReadsBlueprint = 1U,
  kReadsStandard = 2U,
  kReadsTheoryItems = 4U,  ///< Which there are at which point and of which type; not their words.
  kReadsSkillItems = 8U,   ///< Likewise.
  kReadsPapers = 16U,      ///< Their whole content.
};

/// A rule that judges each level of the bank by itself.
class LevelRule : public Rule {
 public:
  void observe(const formats::Change& change, const Facts& facts) final;
  void judge(const Facts& facts, FindingSink& sink) final;

 protected:
  LevelRule(const Profile& profile, const RuleSettings& settings, unsigned reads)
      : profile_(profile), settings_(settings), reads_(reads) {}

  /// Called for levels of the bank only. Adds what is wrong at the level; `subject.level` is filled in.
  virtual void judgeLevel(formats::Level level, const Facts& facts, std::vector<Finding>& found) const = 0;

  [[nodiscard]] const Profile& profile() const { return profile_; }
  [[nodiscard]] const RuleSettings& settings() const { return settings_; }

 private:
  const Profile& profile_;
  const RuleSettings& settings_;
  unsigned reads_;
  std::set<formats::Level> touched_;
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
