#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

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
  void judgeCode(const LevelCode& code, const Facts& facts, FindingSink& sink) const;
  void judgeGrammar(const formats::TheoryItem& item, const Facts& facts, FindingSink& sink) const;

  const RuleSettings& settings_;
  const Profile& profile_;
  std::map<LevelCode, std::set<formats::Id>> holders_;  ///< Live items.
  ItemsByPoint items_;
  std::set<LevelCode> touchedCodes_;
  std::set<formats::Id> touched_;
  std::set<formats::Id> touchedGrammar_;
};

}  // namespace tiku::validators
