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
  /// Adds the finding, or replaces the one with its key. Rule id, severity and clause are filled in by the
  /// checker.
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
/// to be computed.
class Rule {
 public:
  virtual ~Rule() = default;

  /// Stable slug, "coverage/points-per-weight": what profiles, waivers and `--rule` name.
  [[nodiscard]] virtual std::string_view id() const = 0;
  /// `facts` already reflect the whole batch.
  virtual void observe(const formats::Change& change, const Facts& facts) = 0;
  virtual void judge(const Facts& facts, FindingSink& sink) = 0;
};

/// Makes a rule for a profile that knows it.
using RuleMaker = std::unique_ptr<Rule> (*)(const Profile& profile, const RuleSettings& settings);

/// A rule that exists in the program.
struct RuleEntry {
  std::string_view id;
  RuleMaker make;
};

/// All rules, sorted by id. validators/rules/registry.cpp holds one line per rule.
std::span<const RuleEntry> allRules();

}  // namespace tiku::validators
