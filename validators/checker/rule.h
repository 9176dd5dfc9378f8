#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/finding.h"
#include "validators/checker/profile.h"

namespace tiku::validators {

class Facts;

/// Where a rule puts what it found. Findings stay until the rule takes them back.
class FindingSink {
 public:
  virtual ~FindingSink() = default;
  /// Adds the finding, or replaces the one with its key. The checker fills in the rule's id, the clause that
  /// the profile cites for the subject's level, and the profile's severity; a finding that the rule itself
  /// set to a weaker severity (deeper scopes are information only) keeps the weaker one.
  virtual void put(Finding finding) = 0;
  /// Takes back this rule's finding on the subject and field, if there is one.
  virtual void clear(formats::Id subject, std::string_view field = {}) = 0;
  /// Takes back all of this rule's findings on the subject, whatever the field.
  virtual void clearSubject(formats::Id subject) = 0;
};

/// One rule family member: self-contained, with its own few counters.
///
/// A check has two steps. `observe` is told of every change and only keeps book: it costs what the changed
/// object costs. `judge` comes once after a batch of changes and judges again what the changes touched, and
/// nothing else. A full check is the same thing with every object added at once, so a rule has no second way
/// to be computed. The objects of a batch come in no particular order, and no finding may depend on it.
///
/// Most rules judge a level or the whole bank at a time: those derive from LevelRule (level_rule.h).
class Rule {
 public:
  virtual ~Rule() = default;

  /// `facts` already reflect the whole batch.
  virtual void observe(const formats::Change& change, const Facts& facts) = 0;
  virtual void judge(const Facts& facts, FindingSink& sink) = 0;
};

/// Makes a rule for a profile that knows it. Profile and settings outlive the rule.
using RuleMaker = std::unique_ptr<Rule> (*)(const Profile& profile, const RuleSettings& settings);

/// A rule that exists in the program.
struct RuleEntry {
  /// Stable slug, "coverage/points-per-weight": what profiles, waivers and `--rule` name.
  std::string_view id;
  /// Names of the figures that the rule reads; a profile that gives it another one is refused.
  std::span<const std::string_view> figures;
  /// Null for `waivers/stale`, which the checker itself judges from all the others.
  RuleMaker make = nullptr;
};

/// The entry of a rule class, which says `static constexpr std::string_view kId` and, when it reads figures,
/// `static constexpr std::array<std::string_view, N> kFigures`, and is made from (profile, settings).
template <typename T>
constexpr RuleEntry entry() {
  RuleEntry made{
      T::kId, {}, [](const Profile& profile, const RuleSettings& settings) -> std::unique_ptr<Rule> {
        return std::make_unique<T>(profile, settings);
      }};
  if constexpr (requires { T::kFigures; }) made.figures = T::kFigures;
  return made;
}

/// All rules, sorted by id. validators/rules/registry.cpp holds one line per rule.
std::span<const RuleEntry> allRules();
/// Null for an id that no rule has.
const RuleEntry* findRule(std::string_view id);

}  // namespace tiku::validators
