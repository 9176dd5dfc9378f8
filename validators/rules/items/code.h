#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/facts.h"
#include "validators/checker/rule.h"
#include "validators/rules/support/items_by_point.h"

namespace tiku::validators {

/// 题号: one of its level, and where it follows the national grammar
/// `题型代码-一级-二级-三级-考评点-顺序号` (B-A-B-C-001-002) it names the item's own type and point.
///
/// Items without a code are left alone: the code is printed, the identity is not. Each level has an element
/// table of its own whose codes begin at A-A-A-001 again, so the same code at two levels is what the grammar
/// itself brings about.
///
/// A code that is given twice, as two people do who write at once, is mended by giving all but one of the
/// items the next free numbers behind the same beginning; by hand where it does not fit one of them anyway.
///
/// False positives met: codes of another house's grammar ("SS-1-1-1-01", "2024-017"). Only a code that begins
/// with one letter of the type table and has at least four parts is read as the national one; any code must
/// still be the only one.
class Code final : public Rule {
 public:
  static constexpr std::string_view kId = "items/code";

  Code(const Profile& profile, const RuleSettings& settings) : settings_(settings), profile_(profile) {}

  void observe(const formats::Change& change, const Facts& facts) override;
  void judge(const Facts& facts, FindingSink& sink) override;

 private:
  using LevelCode = std::pair<formats::Level, std::string>;

  static std::optional<LevelCode> codeOf(const formats::Object& object);
  /// The codes that begin alike: which are given twice, and what is free for the items that have them.
  struct Family {
    std::vector<LevelCode> twice;
    std::map<formats::Id, std::string> free;
  };
  using Families = std::map<LevelCode, Family>;  ///< By what they begin with.
  /// Costs the codes that begin so, once.
  const Family& familyOf(const LevelCode& code, Families& known) const;
  void judgeCode(const LevelCode& code, const Facts& facts, Families& families, FindingSink& sink) const;
  void judgeGrammar(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) const;

  const RuleSettings& settings_;
  const Profile& profile_;
  std::map<LevelCode, std::set<formats::Id>> holders_;  ///< Live items.
  ItemsByPoint items_;
  std::set<LevelCode> touchedCodes_;
  std::set<LevelCode> renumbered_;  ///< Codes that an item came to have or has no more.
  std::set<formats::Id> touched_;
  std::set<formats::Id> touchedGrammar_;
};

}  // namespace tiku::validators
