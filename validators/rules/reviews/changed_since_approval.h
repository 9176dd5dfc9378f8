#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "formats/model/bank.h"
#include "validators/checker/rule.h"

namespace tiku::validators {

/// 第十八条（四）: an item or a table that a round of review approved says something else now, or was
/// deleted.
///
/// The stamp is in the round, as the hash of what was approved (formats/package/reviewed.h): a status, a
/// difficulty or a printed code set later changes nothing. Of several rounds the last that approved it
/// counts; one that was retired is left alone. What a set prints above its items is part of each of them. The
/// subject is the object; of a deleted one the round, with the object's id as field.
class ChangedSinceApproval final : public Rule {
 public:
  static constexpr std::string_view kId = "reviews/changed-since-approval";

  ChangedSinceApproval(const Profile& /*profile*/, const RuleSettings& settings) : settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  /// When the round ended, and which it was.
  using RoundEnd = std::pair<std::string, formats::Id>;

  void stamp(const formats::Round* round, bool add);
  void judgeOne(formats::Id object, const Facts& facts, FindingSink& sink);

  const RuleSettings& settings_;
  /// Of each stamped object what rounds approved; the last entry counts.
  std::unordered_map<formats::Id, std::map<RoundEnd, std::string>> stamps_;
  std::unordered_set<formats::Id> touched_;
  /// Where the finding of an object stands: its subject, and the field.
  std::unordered_map<formats::Id, std::pair<formats::Id, std::string>> standing_;
};

}  // namespace tiku::validators
