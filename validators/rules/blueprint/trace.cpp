#include "validators/rules/blueprint/trace.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "formats/base/say.h"
#include "validators/rules/support/causes.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::validators {

using formats::Blueprint;
using formats::Id;
using formats::Level;
using formats::LevelRequirements;
using formats::Part;
using formats::say;
using formats::Standard;
using formats::TablePlace;
using formats::operator""_a;

namespace {

struct Entry {
  Id id;
  std::string number;  ///< "1.2.3" as printed.
  std::string text;
};

std::vector<Entry> knowledgeOf(const LevelRequirements& requirements) {
  std::vector<Entry> entries;
  for (std::size_t f = 0; f < requirements.functions.size(); ++f) {
    const auto& contents = requirements.functions[f].contents;
    for (std::size_t c = 0; c < contents.size(); ++c) {
      for (std::size_t k = 0; k < contents[c].knowledge.size(); ++k) {
        const auto& entry = contents[c].knowledge[k];
        entries.push_back({entry.id, fmt::format("{}.{}.{}", f + 1, c + 1, k + 1), entry.text});
      }
    }
  }
  return entries;
}

/// What the points of a table are traced to.
class Tracing {
 public:
  Tracing(const Blueprint& blueprint, const Standard& standard, const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) work_.insert(entry.id);
    for (const auto& topic : standard.basics) basic_.insert(topic.id);
    walk(blueprint.theory, [this](const TablePlace& at) {
      if (at.point == nullptr) return;
      ++points;
      if (!at.point->requirements.empty()) anyTraced = true;
      used_.insert(at.point->requirements.begin(), at.point->requirements.end());
    });
  }

  [[nodiscard]] bool isUsed(Id entry) const { return used_.contains(entry); }
  [[nodiscard]] bool isTraced(const TablePlace& at) const {
    const auto& known = at.part == Part::kBasic ? basic_ : work_;
    const auto knows = [&known](Id id) { return known.contains(id); };
    if (std::ranges::any_of(at.point->requirements, knows)) return true;
    return at.part == Part::kBasic && std::ranges::any_of(at.path, [&knows](const formats::Scope* scope) {
             return scope->requirement && knows(*scope->requirement);
           });
  }

  int points = 0;
  bool anyTraced = false;

 private:
  std::unordered_set<Id> work_;
  std::unordered_set<Id> basic_;
  std::unordered_set<Id> used_;
};

/// Puts the summary before what folds under it.
void addFolded(Finding summary, std::vector<Finding> consequences, std::vector<Finding>& found) {
  for (Finding& finding : consequences) {
    finding.cause = FindingKey{std::string(Trace::kId), summary.subject.id, summary.subject.field};
  }
  found.push_back(std::move(summary));
  std::ranges::move(consequences, std::back_inserter(found));
}

}  // namespace

void Trace::judgeLevel(Level level, const Facts& facts, std::vector<Finding>& found) const {
  const Blueprint* blueprint = facts.bank().blueprint(level);
  const Standard* standard = facts.bank().standard();
  const LevelRequirements* requirements = standard == nullptr ? nullptr : standard->at(level);
  if (blueprint == nullptr || blueprint->theory.empty() || requirements == nullptr) return;
  const std::vector<Entry> entries = knowledgeOf(*requirements);
  const Tracing tracing(*blueprint, *standard, entries);
  const std::string& clause = settings().clauseFor(level);
  Finding summary;
  summary.subject.id = blueprint->id;
  summary.required = "0";

  if (!tracing.anyTraced) {
    summary.subject.field = "points";
    summary.measured = std::to_string(tracing.points);
    summary.message = say("{level}细目表的 {count} 个{point}都还没有与标准的条目对应（{clause}）。",
                          "level"_a = levelWord(level), "count"_a = tracing.points,
                          "point"_a = pointWord(profile()), "clause"_a = clause);
    summary.advice =
        say("给每个{point}选定它所依据的相关知识要求或基本要求条目。", "point"_a = pointWord(profile()));
    found.push_back(std::move(summary));
    return;
  }

  std::vector<Finding> uncovered;
  for (const Entry& entry : entries) {
    if (tracing.isUsed(entry.id)) continue;
    Finding finding;
    finding.subject.id = entry.id;
    finding.subject.object = standard->id;
    finding.judged = entry.text;
    finding.message = say("{level}相关知识要求 {number}「{text}」没有{point}（{clause}）。",
                          "level"_a = levelWord(level), "number"_a = entry.number, "text"_a = entry.text,
                          "point"_a = pointWord(profile()), "clause"_a = clause);
    finding.advice =
        say("为这条要求设{point}，或把已有的{point}与它对应。", "point"_a = pointWord(profile()));
    uncovered.push_back(std::move(finding));
  }
  if (!uncovered.empty()) {
    Finding both = summary;
    both.subject.field = "requirements";
    both.measured = std::to_string(uncovered.size());
    const auto strays = static_cast<std::size_t>(facts.counts(level).strayPoints);
    if (strays >= uncovered.size()) both.cause = pointMissingKey(level);
    both.message = say("{level}标准的 {total} 条相关知识要求中，有 {count} 条没有{point}（{clause}）。",
                       "level"_a = levelWord(level), "total"_a = entries.size(), "count"_a = uncovered.size(),
                       "point"_a = pointWord(profile()), "clause"_a = clause);
    both.advice = say("逐条补设{point}，或把已有的{point}与它对应。", "point"_a = pointWord(profile()));
    addFolded(std::move(both), std::move(uncovered), found);
  }

  std::vector<Finding> untraced;
  walk(blueprint->theory, [&](const TablePlace& at) {
    if (at.point == nullptr || tracing.isTraced(at)) return;
    Finding finding;
    finding.subject.id = at.point->id;
    for (const Id id : at.point->requirements) finding.judged += id.str() + " ";
    finding.message =
        say("{where}没有对应标准的条目（{clause}）。",
            "where"_a = scopeWords(level, at.part, at.code(), at.point->name), "clause"_a = clause);
    finding.advice = say("选定它所依据的条目；标准里没有的内容不宜考评。");
    untraced.push_back(std::move(finding));
  });
  if (untraced.empty()) return;
  summary.subject.field = "points";
  summary.measured = std::to_string(untraced.size());
  summary.message = say("{level} {total} 个{point}中，有 {count} 个没有对应标准的条目（{clause}）。",
                        "level"_a = levelWord(level), "total"_a = tracing.points, "count"_a = untraced.size(),
                        "point"_a = pointWord(profile()), "clause"_a = clause);
  summary.advice = say("逐个选定所依据的条目。");
  addFolded(std::move(summary), std::move(untraced), found);
}

}  // namespace tiku::validators
