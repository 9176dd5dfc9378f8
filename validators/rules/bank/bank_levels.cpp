#include "validators/rules/bank/bank_levels.h"

#include <algorithm>

#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::BankInfo;
using formats::Change;
using formats::Level;
using formats::Object;
using formats::say;
using formats::operator""_a;

namespace {

std::optional<Level> levelOf(const Object& object) {
  if (const auto* blueprint = formats::as<formats::Blueprint>(object)) return blueprint->level;
  const auto* theory = formats::as<formats::TheoryItem>(object);
  if (isLive(theory)) return theory->level;
  const auto* skills = formats::as<formats::SkillItem>(object);
  if (isLive(skills)) return skills->level;
  const auto* paper = formats::as<formats::Paper>(object);
  if (isLive(paper)) return paper->level;
  return std::nullopt;
}

std::string fieldOf(Level level) {
  return "levels/" + std::to_string(level.number());
}

}  // namespace

void BankLevels::observe(const Change& change, const Facts& /*facts*/) {
  const auto was = levelOf(change.before);
  const auto is = levelOf(change.after);
  if (was) --objects_[*was];
  if (is) ++objects_[*is];
  touched_ = touched_ || was != is || change.id == BankInfo::kId;
}

void BankLevels::judge(const Facts& facts, FindingSink& sink) {
  if (!touched_) return;
  touched_ = false;
  const std::vector<Level>& levels = facts.bank().info().levels;
  Finding finding;
  finding.subject = {BankInfo::kId, BankInfo::kId, "levels", {}, {}};
  finding.measured = std::to_string(levels.size());
  finding.required = "1";
  finding.message = say("题库没有写明等级，什么都无从检查（{clause}）。", "clause"_a = settings_.clause);
  finding.advice = say("写明题库包括哪几个等级。");
  if (levels.empty()) {
    sink.put(finding);
  } else {
    sink.clear(BankInfo::kId, "levels");
  }
  for (const auto& [level, count] : objects_) {
    if (count == 0 || levels.empty() || std::ranges::find(levels, level) != levels.end()) {
      sink.clear(BankInfo::kId, fieldOf(level));
      continue;
    }
    Finding foreign;
    foreign.subject = {BankInfo::kId, BankInfo::kId, fieldOf(level), {}, level};
    foreign.measured = std::to_string(count);
    foreign.required = "0";
    foreign.message =
        say("题库没有写明{level}，却有{level}的蓝图、试题或试卷 {count} 件，它们不会被检查（{clause}）。",
            "level"_a = levelWord(level), "count"_a = count, "clause"_a = settings_.clauseFor(level));
    foreign.advice = say("把{level}加进题库的等级，或移走这些内容。", "level"_a = levelWord(level));
    sink.put(std::move(foreign));
  }
}

}  // namespace tiku::validators
