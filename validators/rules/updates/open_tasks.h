#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "validators/checker/rule.h"
#include "validators/rules/support/update_tasks.h"

namespace tiku::validators {

/// 第十八条（二）: a new edition of the standard asked for things to be looked at, and some still wait.
///
/// One finding for each update, on the update. Whether the 6 months are over is not said: a bank must be
/// judged the same on every day (docs/decisions/013-updates-of-the-standard.md).
class OpenTasks final : public Rule {
 public:
  static constexpr std::string_view kId = "updates/open";

  OpenTasks(const Profile& /*profile*/, const RuleSettings& settings) : settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  using Kind = formats::UpdateTask::Kind;

  void lookAt(formats::Id update, const Facts& facts, bool itemsToo);
  void lookAtChanged(formats::Id update, const Facts& facts);
  void follow(const formats::StandardUpdate& was, const formats::StandardUpdate& is);
  void report(formats::Id update, const Facts& facts, FindingSink& sink);

  const RuleSettings& settings_;
  std::unordered_set<formats::Id> updates_;                           ///< Of the bank.
  std::unordered_map<formats::Id, std::set<formats::Id>> updatesOf_;  ///< By the object of a task.
  /// Of each update what is open.
  std::map<formats::Id, std::map<formats::Id, Kind>> open_;
  std::set<formats::Id> touched_;            ///< Updates to be looked at from one end to the other.
  std::set<formats::Id> reworded_;           ///< Updates whose tasks are what they were.
  std::unordered_set<formats::Id> changed_;  ///< Objects of tasks.
  bool tablesChanged_ = false;
  TaskSubjects subjects_;
};

}  // namespace tiku::validators
