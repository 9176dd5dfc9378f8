#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "validators/rules/papers/paper_rule.h"

namespace tiku::validators {

/// What a paper asks, told by the words of its items: two items with the same words are one question, however
/// often they were typed.
struct PaperQuestions {
  PaperQuestions(formats::Level l, formats::Paper::Kind k) : level(l), kind(k) {}

  formats::Level level;
  formats::Paper::Kind kind;
  std::string number;
  formats::Id id;
  formats::Marks total;
  std::map<std::string, formats::Marks> questions;  ///< By their words, with all the marks they count.
};

/// Words of the item; its id when the bank does not have it or it says nothing.
std::string questionWords(formats::Id item, const formats::Bank& bank);
/// `wordsOf` tells the words of an item, as questionWords().
PaperQuestions questionsOf(const formats::Paper& paper,
                           const std::function<const std::string&(formats::Id)>& wordsOf);

/// What two papers have in common, from one paper's side.
struct Shared {
  int items = 0;
  formats::Marks marks;
};
Shared sharedOf(const PaperQuestions& paper, const PaperQuestions& other);

/// A share as two whole numbers, so that it compares exactly.
struct OverlapShare {
  std::int64_t part = 0;
  std::int64_t whole = 0;

  [[nodiscard]] bool operator>(const OverlapShare& other) const {
    return part * other.whole > other.part * whole;
  }
  /// "12" or "12.5": per cent with one place, rounded up, so that what passes the limit never prints as it.
  [[nodiscard]] std::string percent() const;
};
/// How much of the paper is repeated, of its questions and of its marks.
OverlapShare shareOfItems(const PaperQuestions& paper, const Shared& shared);
OverlapShare shareOfMarks(const PaperQuestions& paper, const Shared& shared);

/// A rule on pairs of live papers: compares a paper with every other one again when it, or an item on it,
/// changes. The subject of a pair's finding is the later paper in reading order (五级 first, then number,
/// then id); the field names the other one.
class PaperPairs : public Rule {
 public:
  explicit PaperPairs(const RuleSettings& settings) : settings_(settings) {}

  void observe(const formats::Change& change, const Facts& facts) final;
  void judge(const Facts& facts, FindingSink& sink) final;

 protected:
  [[nodiscard]] virtual bool compares(const formats::Paper& paper) const = 0;
  [[nodiscard]] virtual bool comparable(const PaperQuestions& a, const PaperQuestions& b) const = 0;
  /// What is wrong between two papers; nothing when all is well. Subject and field are filled in.
  [[nodiscard]] virtual std::optional<Finding> judgePair(const formats::Paper& later,
                                                         const formats::Paper& earlier,
                                                         const PaperQuestions& laterContent,
                                                         const PaperQuestions& earlierContent) const = 0;

  [[nodiscard]] const RuleSettings& settings() const { return settings_; }

 private:
  /// Subject and other paper of a standing finding.
  using Pair = std::pair<formats::Id, formats::Id>;

  [[nodiscard]] PaperQuestions contentOf(const formats::Paper& paper, const formats::Bank& bank);
  void takeBack(formats::Id paper, FindingSink& sink);
  void comparePair(formats::Id a, formats::Id b, const Facts& facts, FindingSink& sink);

  const RuleSettings& settings_;
  PaperUses uses_;
  std::set<formats::Id> touched_;
  std::map<formats::Id, PaperQuestions> contents_;
  std::unordered_map<formats::Id, std::string> wordsOf_;  ///< Of items on papers; made when first needed.
  std::map<formats::Id, std::set<Pair>> standing_;        ///< By either paper.
};

}  // namespace tiku::validators
