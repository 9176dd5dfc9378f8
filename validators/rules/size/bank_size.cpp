#include "validators/rules/size/bank_size.h"

#include "formats/base/say.h"
#include "validators/rules/mix/type_needs.h"
#include "validators/rules/size/level_sizes.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Level;
using formats::say;
using formats::operator""_a;

namespace {

/// The figures of a count that is too small; nothing when it is enough or nothing is asked.
std::optional<Finding> tooFew(const SizeNeed& size) {
  if (size.missing() == 0) return std::nullopt;
  Finding finding;
  finding.measured = std::to_string(size.had);
  finding.required = std::to_string(*size.needed);
  return finding;
}

}  // namespace

void TheoryItemsSize::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const SizeNeed size = levelSizes(level, facts, profile()).theoryItems;
  auto finding = tooFew(size);
  if (!finding) return;
  if (itemsMissingFromMix(level, facts, profile()) >= size.missing())
    finding->cause = typesPerPointKey(level);
  finding->message =
      say("{level}理论知识试题 {have} 道，少于 {needed} 道（{clause}）。", "level"_a = levelWord(level),
          "have"_a = size.had, "needed"_a = *size.needed, "clause"_a = settings().clauseFor(level));
  finding->advice = say("补 {missing} 道试题。", "missing"_a = size.missing());
  found.push_back(std::move(*finding));
}

void TheoryPapersSize::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const SizeNeed size = levelSizes(level, facts, profile()).theoryPapers;
  auto finding = tooFew(size);
  if (!finding) return;
  finding->message =
      say("{level}理论知识试卷 {have} 套，少于 {needed} 套（{clause}）。", "level"_a = levelWord(level),
          "have"_a = size.had, "needed"_a = *size.needed, "clause"_a = settings().clauseFor(level));
  finding->advice = say("补 {missing} 套试卷。", "missing"_a = size.missing());
  found.push_back(std::move(*finding));
}

void SkillsItemsSize::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const SizeNeed size = levelSizes(level, facts, profile()).skillItems;
  auto finding = tooFew(size);
  if (!finding) return;
  finding->message =
      say("{level}操作技能试题 {have} 道，少于 {needed} 道（{clause}）。", "level"_a = levelWord(level),
          "have"_a = size.had, "needed"_a = *size.needed, "clause"_a = settings().clauseFor(level));
  finding->advice = say("补 {missing} 道试题。", "missing"_a = size.missing());
  found.push_back(std::move(*finding));
}

void SkillsPapersSize::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const SizeNeed size = levelSizes(level, facts, profile()).skillsPapers;
  auto finding = tooFew(size);
  if (!finding) return;
  finding->message =
      say("{level}操作技能试卷 {have} 套，少于 {needed} 套（{clause}）。", "level"_a = levelWord(level),
          "have"_a = size.had, "needed"_a = *size.needed, "clause"_a = settings().clauseFor(level));
  finding->advice = say("补 {missing} 套试卷。", "missing"_a = size.missing());
  found.push_back(std::move(*finding));
}

}  // namespace tiku::validators
