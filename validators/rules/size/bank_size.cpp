#include "validators/rules/size/bank_size.h"

#include "formats/base/say.h"
#include "validators/rules/mix/type_needs.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::BankKind;
using formats::Level;
using formats::say;
using formats::operator""_a;

namespace {

/// The figures of a count that is too small; nothing when it is enough or nothing is asked.
std::optional<Finding> tooFew(int have, std::optional<int> needed) {
  if (!needed || have >= *needed) return std::nullopt;
  Finding finding;
  finding.measured = std::to_string(have);
  finding.required = std::to_string(*needed);
  return finding;
}

}  // namespace

void TheoryItemsSize::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  if (facts.bank().info().theoryKind != BankKind::kItems) return;
  const int have = facts.counts(level).theory.total();
  const auto needed = settings().count("items", level);
  auto finding = tooFew(have, needed);
  if (!finding) return;
  const int missing = *needed - have;
  if (itemsMissingFromMix(level, facts, profile()) >= missing) finding->cause = typesPerPointKey(level);
  finding->message =
      say("{level}理论知识试题 {have} 道，少于 {needed} 道（{clause}）。", "level"_a = levelWord(level),
          "have"_a = have, "needed"_a = *needed, "clause"_a = settings().clauseFor(level));
  finding->advice = say("补 {missing} 道试题。", "missing"_a = missing);
  found.push_back(std::move(*finding));
}

void TheoryPapersSize::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  if (facts.bank().info().theoryKind != BankKind::kPapers) return;
  const int have = facts.counts(level).theoryPapers;
  const auto needed = settings().count("papers", level);
  auto finding = tooFew(have, needed);
  if (!finding) return;
  finding->message =
      say("{level}理论知识试卷 {have} 套，少于 {needed} 套（{clause}）。", "level"_a = levelWord(level),
          "have"_a = have, "needed"_a = *needed, "clause"_a = settings().clauseFor(level));
  finding->advice = say("补 {missing} 套试卷。", "missing"_a = *needed - have);
  found.push_back(std::move(*finding));
}

void SkillsItemsSize::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  if (facts.bank().info().skillsKind != BankKind::kItems) return;
  const int have = facts.counts(level).skills;
  const auto needed = settings().count("items", level);
  auto finding = tooFew(have, needed);
  if (!finding) return;
  finding->message =
      say("{level}操作技能试题 {have} 道，少于 {needed} 道（{clause}）。", "level"_a = levelWord(level),
          "have"_a = have, "needed"_a = *needed, "clause"_a = settings().clauseFor(level));
  finding->advice = say("补 {missing} 道试题。", "missing"_a = *needed - have);
  found.push_back(std::move(*finding));
}

void SkillsPapersSize::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  if (facts.bank().info().skillsKind != BankKind::kPapers) return;
  const int have = facts.counts(level).skillsPapers;
  const auto needed = settings().count("papers", level);
  auto finding = tooFew(have, needed);
  if (!finding) return;
  finding->message =
      say("{level}操作技能试卷 {have} 套，少于 {needed} 套（{clause}）。", "level"_a = levelWord(level),
          "have"_a = have, "needed"_a = *needed, "clause"_a = settings().clauseFor(level));
  finding->advice = say("补 {missing} 套试卷。", "missing"_a = *needed - have);
  found.push_back(std::move(*finding));
}

}  // namespace tiku::validators
