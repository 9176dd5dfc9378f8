#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/facts.h"
#include "validators/checker/rule.h"

namespace tiku::validators {

/// An item, theory or operational, or what the items of a set share, shows a picture whose file the bank does
/// not have.
///
/// Follows the items and the media files alike: adding the file takes the finding back.
class MediaMissing final : public Rule {
 public:
  static constexpr std::string_view kId = "items/media-missing";

  MediaMissing(const Profile& /*profile*/, const RuleSettings& settings) : settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  void forget(formats::Id item);
  void judgeItem(formats::Id item, const Facts& facts, FindingSink& sink);

  const RuleSettings& settings_;
  std::unordered_set<formats::Id> touched_;
  std::unordered_map<formats::Id, std::vector<std::string>> shown_;  ///< File names by item; only where any.
  std::unordered_map<formats::Id, std::unordered_set<formats::Id>> showers_;  ///< Items by media id.
};

}  // namespace tiku::validators
