#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/finding.h"
#include "validators/checker/profile.h"

namespace tiku::validators {

class Facts;

/// Counts of what is neither waived nor folded away: a finding with a cause counts under its cause only.
struct Summary {
  int errors = 0;
  int warnings = 0;
  int infos = 0;
  int waived = 0;
  bool operator==(const Summary&) const = default;
};

/// Judges a bank by a profile and keeps the judgement current while the bank changes: after each Bank::apply
/// the findings are what a full check would give, at the cost of what changed.
///
/// A change of the user's language does not reach findings that stand; `rejudgeAll` renders them anew.
class Checker {
 public:
  /// Told of a full check: how many of its steps are done. From any thread, one at a time. What it throws
  /// ends the check.
  using Progress = std::function<void(std::size_t done, std::size_t all)>;

  /// Checks the whole bank and follows its changes from then on. The bank must outlive the checker.
  Checker(formats::Bank& bank, Profile profile, const Progress& progress = {});
  ~Checker();
  Checker(const Checker&) = delete;
  Checker& operator=(const Checker&) = delete;

  [[nodiscard]] const Profile& profile() const;
  [[nodiscard]] const Facts& facts() const;

  /// Judges everything again from nothing.
  void rejudgeAll();

  /// All findings in reading order: by level (五级 first, the bank as a whole before), rule, printed code or
  /// path of the subject, field. Includes waived ones (marked) and consequences (with their cause).
  [[nodiscard]] std::vector<Finding> findings() const;
  /// Those whose subject is the object or a part of it.
  [[nodiscard]] std::vector<Finding> findingsOf(formats::Id object) const;
  /// Kept current; costs nothing.
  [[nodiscard]] Summary summary() const;
  /// What the object's own findings come to, without their words: for a list of thousands of objects. Those
  /// that follow from another one are not counted, as in summary().
  [[nodiscard]] Summary summaryOf(formats::Id object) const;
  /// Objects whose own findings came, went or changed since the last call; may name too many. A finding that
  /// only folds under another one, or unfolds, names no object.
  [[nodiscard]] std::set<formats::Id> takeJudged();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// One full check of a bank that nobody changes.
std::vector<Finding> check(const formats::Bank& bank, const Profile& profile);
Summary summarise(const std::vector<Finding>& findings);

/// SHA-256 of what a finding judged, as a Waiver stores it.
std::string judgedDigest(const Finding& finding);

}  // namespace tiku::validators
