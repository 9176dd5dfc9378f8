#include "formats/exchange/standard/settle.h"

#include <algorithm>
#include <unordered_map>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "formats/compare/standard_entries.h"

namespace tiku::formats::standards {
namespace {

// Visits everything of a standard that is named by an id.
template <typename AnyStandard, typename Visit>
void eachNamed(AnyStandard& standard, const Visit& visit) {
  for (auto& topic : standard.basics) visit(topic);
  for (auto& level : standard.levels) {
    for (auto& function : level.functions) {
      visit(function);
      for (auto& content : function.contents) {
        visit(content);
        for (auto& entry : content.skills) visit(entry);
        for (auto& entry : content.knowledge) visit(entry);
      }
    }
  }
}

/// What a newer program wrote into the bank's standard stays with what it was written to.
void keepExtras(const Standard& before, Standard& after) {
  after.extras = before.extras;
  std::unordered_map<Id, const Extras*> known;
  eachNamed(before, [&known](const auto& one) {
    if (!one.extras.empty()) known.emplace(one.id, &one.extras);
  });
  eachNamed(after, [&known](auto& one) {
    if (const auto found = known.find(one.id); found != known.end()) one.extras = *found->second;
  });
  for (const OverviewSection& then : before.overview) {
    for (OverviewSection& now : after.overview) {
      if (now.number == then.number && now.title == then.title) now.extras = then.extras;
    }
  }
  for (const LevelRequirements& then : before.levels) {
    for (LevelRequirements& now : after.levels) {
      if (now.level == then.level) now.extras = then.extras;
    }
  }
  for (auto table : {&Standard::theoryWeights, &Standard::skillsWeights}) {
    for (const WeightRow& then : before.*table) {
      for (WeightRow& now : after.*table) {
        if (now.kind == then.kind && foldWords(now.name) == foldWords(then.name)) now.extras = then.extras;
      }
    }
  }
}

void keepLevels(const Standard& before, Standard& found, const std::set<Level>& named,
                std::vector<std::string>& notes) {
  for (const LevelRequirements& then : before.levels) {
    if (found.at(then.level) != nullptr) continue;
    if (!named.empty() && !named.contains(then.level)) {
      notes.push_back(say("文件的“职业技能等级”已没有{level}，它的工作要求从题库的标准里去掉。",
                          "level"_a = then.level.longName()));
      continue;
    }
    notes.push_back(say("文件里没有{level}的工作要求，题库原有的保留；确已取消的，请在题库里删去。",
                        "level"_a = then.level.longName()));
    found.levels.push_back(then);
  }
  std::ranges::stable_sort(found.levels, std::greater(), &LevelRequirements::level);
}

}  // namespace

Standard settled(const Standard& before, Standard found, const std::set<Level>& named,
                 std::vector<std::string>& notes) {
  const auto keep = [&](auto member, const std::string& part) {
    if (!(found.*member).empty() || (before.*member).empty()) return;
    found.*member = before.*member;
    notes.push_back(say("文件里没有{part}，题库原有的保留。", "part"_a = part));
  };
  keep(&Standard::title, say("标准的名称"));
  keep(&Standard::edition, say("版次"));
  keep(&Standard::issuer, say("发布机关或文号"));
  keep(&Standard::overview, say("“职业概况”"));
  keep(&Standard::basics, say("“基本要求”"));
  keepLevels(before, found, named, notes);
  keep(&Standard::theoryWeights, say("理论知识权重表"));
  keep(&Standard::skillsWeights, say("技能要求权重表"));
  Standard after = withKnownIds(before, std::move(found));
  keepExtras(before, after);
  return after;
}

void countEntries(const Standard* before, const Standard& after, std::map<std::string, int>& counts) {
  std::unordered_map<Id, std::string> then;
  if (before != nullptr) {
    for (const StandardEntry& entry : entriesOf(*before)) then.emplace(entry.id, foldWords(entry.text));
  }
  std::size_t found = 0;
  for (const StandardEntry& entry : entriesOf(after)) {
    const auto known = then.find(entry.id);
    found += known == then.end() ? 0 : 1;
    ++counts[known == then.end() ? "added"
                                 : (known->second == foldWords(entry.text) ? "unchanged" : "changed")];
  }
  if (found < then.size()) counts["removed"] += static_cast<int>(then.size() - found);
}

}  // namespace tiku::formats::standards
