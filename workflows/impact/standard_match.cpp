#include "workflows/impact/standard_match.h"

#include <set>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::workflows {

using namespace formats;

namespace {

using Kind = StandardEntry::Kind;

std::string kindWord(Kind kind) {
  switch (kind) {
    case Kind::kTopic:
      return translate("基本要求");
    case Kind::kFunction:
      return translate("职业功能");
    case Kind::kContent:
      return translate("工作内容");
    case Kind::kSkill:
      return translate("技能要求");
    case Kind::kKnowledge:
      break;
  }
  return translate("相关知识要求");
}

// ★ is part of what an entry asks: who fails there fails the whole skills assessment.
std::string printed(const StandardEntry& entry) {
  return (entry.critical ? "★" : "") + entry.text;
}

bool saysTheSame(const StandardEntry& a, const StandardEntry& b) {
  return a.critical == b.critical && foldWords(a.text) == foldWords(b.text);
}

void addWeights(const std::string& table, const std::vector<WeightRow>& before,
                const std::vector<WeightRow>& after, std::vector<EntryChange>& changes) {
  struct Shares {
    std::string name;
    std::map<Level, std::string, std::greater<>> before;
    std::map<Level, std::string, std::greater<>> after;
  };
  std::vector<std::pair<std::string, Shares>> rows;
  const auto rowOf = [&rows](const WeightRow& row) -> Shares& {
    const std::string key = std::to_string(static_cast<int>(row.kind)) + foldWords(row.name);
    for (auto& [known, shares] : rows) {
      if (known == key) return shares;
    }
    rows.push_back({key, {row.name, {}, {}}});
    return rows.back().second;
  };
  for (const WeightRow& row : after) {
    for (const auto& [level, weight] : row.weights) rowOf(row).after[level] = weight.str();
  }
  for (const WeightRow& row : before) {
    for (const auto& [level, weight] : row.weights) rowOf(row).before[level] = weight.str();
  }
  for (const auto& [key, shares] : rows) {
    std::set<Level, std::greater<>> levels;
    for (const auto* side : {&shares.before, &shares.after}) {
      for (const auto& [level, weight] : *side) levels.insert(level);
    }
    for (const Level level : levels) {
      const auto at = [level](const auto& side) {
        const auto found = side.find(level);
        return found == side.end() ? std::string() : found->second;
      };
      if (at(shares.before) == at(shares.after)) continue;
      changes.push_back({{},
                         EntryChange::Kind::kWeight,
                         fmt::format("{} {} {}", table, shares.name, validators::levelWord(level)),
                         at(shares.before),
                         at(shares.after)});
    }
  }
}

}  // namespace

std::string placeOfEntry(const StandardEntry& entry) {
  const std::string kind = kindWord(entry.kind);
  const std::string word = entry.level ? validators::levelWord(*entry.level) + " " + kind : kind;
  return word + " " + entry.number;
}

std::vector<EntryChange> changesOfStandard(const Standard& before, const Standard& after) {
  const std::vector<StandardEntry> then = entriesOf(before);
  const std::vector<StandardEntry> now = entriesOf(after);
  std::unordered_map<Id, const StandardEntry*> old;
  for (const StandardEntry& entry : then) old.emplace(entry.id, &entry);
  std::unordered_set<Id> left;
  for (const StandardEntry& entry : now) left.insert(entry.id);
  std::vector<EntryChange> changes;
  for (const StandardEntry& entry : now) {
    const auto was = old.find(entry.id);
    if (was == old.end()) {
      changes.push_back({entry.id, EntryChange::Kind::kAdded, placeOfEntry(entry), {}, printed(entry)});
    } else if (!saysTheSame(*was->second, entry)) {
      changes.push_back({entry.id, EntryChange::Kind::kChanged, placeOfEntry(entry), printed(*was->second),
                         printed(entry)});
    }
  }
  for (const StandardEntry& entry : then) {
    if (!left.contains(entry.id))
      changes.push_back({entry.id, EntryChange::Kind::kRemoved, placeOfEntry(entry), printed(entry), {}});
  }
  addWeights(translate("理论知识权重表"), before.theoryWeights, after.theoryWeights, changes);
  addWeights(translate("技能要求权重表"), before.skillsWeights, after.skillsWeights, changes);
  return changes;
}

}  // namespace tiku::workflows
