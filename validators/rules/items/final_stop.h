#pragma once

#include <array>
#include <map>
#include <set>
#include <utility>

#include "formats/model/bank.h"
#include "validators/checker/facts.h"
#include "validators/checker/rule.h"

namespace tiku::validators {

/// GB/T 15834 4.1: a sentence ends with its mark. Professional practice, no regulation: the stems of a
/// level's judgements, and likewise those of its short answers, end with a full stop, a question mark or
/// neither, but all alike.
///
/// Judged from `min-items` stems of the type on and where at least `share` per cent of them end with a mark:
/// then the others lack it. A bank that leaves the marks out has its own style. A blank for the answer at the
/// end, “……。（　）”, is no part of the sentence.
///
/// False positives met: stems of a few characters, which are names or formulas, and stems that end with a
/// formula or a picture: excepted.
class FinalStop final : public Rule {
 public:
  static constexpr std::string_view kId = "items/final-stop";
  static constexpr std::array<std::string_view, 2> kFigures{"min-items", "share"};

  FinalStop(const Profile& /*profile*/, const RuleSettings& settings) : settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  /// The stems of one type at one level.
  struct Group {
    int ended = 0;
    std::set<formats::Id> lacking;
    std::set<formats::Id> touched;
    bool told = false;  ///< Whether those that lack the mark were told at the last judgement.
  };
  using GroupKey = std::pair<formats::Level, formats::ItemType>;

  void count(const formats::TheoryItem* item, int by);
  [[nodiscard]] bool isHabit(formats::Level level, const Group& group) const;
  void put(const formats::TheoryItem& item, FindingSink& sink) const;

  const RuleSettings& settings_;
  std::map<GroupKey, Group> groups_;
  std::set<GroupKey> touched_;
};

}  // namespace tiku::validators
