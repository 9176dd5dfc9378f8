#include "workflows/impact/standard_match.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "formats/compare/print.h"
#include "formats/compare/word_diff.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::workflows {

using namespace formats;

namespace {

using Kind = StandardEntry::Kind;

class Entries {
 public:
  void add(const BasicTopic& topic, std::size_t number) {
    std::string text = topic.title;
    for (const std::string& entry : topic.entries) text += "\n" + entry;
    all_.push_back({topic.id, Kind::kTopic, {}, std::to_string(number), std::move(text), {}});
  }
  void add(const LevelRequirements& level) {
    for (std::size_t f = 0; f < level.functions.size(); ++f) {
      const Function& function = level.functions[f];
      const std::string number = std::to_string(f + 1);
      all_.push_back({function.id, Kind::kFunction, level.level, number, function.name, {}});
      for (std::size_t c = 0; c < function.contents.size(); ++c)
        add(function.contents[c], function.id, level.level, fmt::format("{}.{}", number, c + 1));
    }
  }
  std::vector<StandardEntry> take() && { return std::move(all_); }

 private:
  void add(const WorkContent& content, Id parent, Level level, const std::string& number) {
    all_.push_back({content.id, Kind::kContent, level, number, content.name, parent});
    const auto column = [&](const std::vector<Requirement>& requirements, Kind kind) {
      for (std::size_t i = 0; i < requirements.size(); ++i) {
        all_.push_back({requirements[i].id, kind, level, fmt::format("{}.{}", number, i + 1),
                        requirements[i].text, content.id});
      }
    };
    column(content.skills, Kind::kSkill);
    column(content.knowledge, Kind::kKnowledge);
  }

  std::vector<StandardEntry> all_;
};

double likeness(const std::string& a, const std::string& b) {
  std::size_t same = 0;
  for (const DiffPiece& piece : wordDiff(a, b)) {
    if (piece.kind == DiffPiece::Kind::kSame) same += piece.text.size();
  }
  const std::size_t longer = std::max(a.size(), b.size());
  return longer == 0 ? 1 : static_cast<double>(same) / static_cast<double>(longer);
}

// Finds for each entry of the new edition the old one that it is.
class Matching {
 public:
  Matching(const std::vector<StandardEntry>& before, const std::vector<StandardEntry>& after,
           const std::unordered_set<Id>& keep)
      : before_(before), after_(after) {
    for (const StandardEntry& now : after) {
      if (keep.contains(now.id)) {
        found_.emplace(now.id, now.id);
        taken_.insert(now.id);
      }
    }
  }

  // New id -> old id.
  std::unordered_map<Id, Id> run() && {
    byId();
    for (const Kind kind : {Kind::kTopic, Kind::kFunction, Kind::kContent, Kind::kSkill, Kind::kKnowledge}) {
      byWords(kind, true);
      byWords(kind, false);
      byLikeness(kind);
    }
    return std::move(found_);
  }

 private:
  void pair(const StandardEntry& now, const StandardEntry& then) {
    found_.emplace(now.id, then.id);
    taken_.insert(then.id);
  }
  [[nodiscard]] bool isFree(const StandardEntry& then) const { return !taken_.contains(then.id); }
  [[nodiscard]] bool isOpen(const StandardEntry& now) const { return !found_.contains(now.id); }

  [[nodiscard]] bool mayBe(const StandardEntry& now, const StandardEntry& then, bool sameParent) const {
    if (now.kind != then.kind || now.level != then.level || !isFree(then)) return false;
    if (!sameParent || now.parent.empty()) return true;
    const auto parent = found_.find(now.parent);
    return parent != found_.end() && parent->second == then.parent;
  }

  void byId() {
    std::unordered_map<Id, const StandardEntry*> old;
    for (const StandardEntry& then : before_) old.emplace(then.id, &then);
    for (const StandardEntry& now : after_) {
      const auto same = old.find(now.id);
      if (same != old.end() && same->second->kind == now.kind && isOpen(now)) pair(now, *same->second);
    }
  }

  void byWords(Kind kind, bool sameParent) {
    std::unordered_map<std::string, std::vector<const StandardEntry*>> old;
    for (const StandardEntry& then : before_) {
      if (then.kind == kind && isFree(then)) old[foldWords(then.text)].push_back(&then);
    }
    for (const StandardEntry& now : after_) {
      if (now.kind != kind || !isOpen(now)) continue;
      const auto same = old.find(foldWords(now.text));
      if (same == old.end()) continue;
      const auto then = std::ranges::find_if(
          same->second, [&](const StandardEntry* one) { return mayBe(now, *one, sameParent); });
      if (then != same->second.end()) pair(now, **then);
    }
  }

  // The most alike first.
  void byLikeness(Kind kind) {
    constexpr double kAlike = 0.5;
    struct Candidate {
      double likeness;
      const StandardEntry* now;
      const StandardEntry* then;
    };
    std::vector<Candidate> candidates;
    for (const StandardEntry& now : after_) {
      if (now.kind != kind || !isOpen(now)) continue;
      for (const StandardEntry& then : before_) {
        if (!mayBe(now, then, true)) continue;
        const double alike = likeness(then.text, now.text);
        if (alike >= kAlike) candidates.push_back({alike, &now, &then});
      }
    }
    std::ranges::stable_sort(candidates, std::greater(), &Candidate::likeness);
    for (const Candidate& one : candidates) {
      if (isOpen(*one.now) && isFree(*one.then)) pair(*one.now, *one.then);
    }
  }

  const std::vector<StandardEntry>& before_;
  const std::vector<StandardEntry>& after_;
  std::unordered_map<Id, Id> found_;
  std::unordered_set<Id> taken_;
};

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

std::string StandardEntry::place() const {
  const std::string word = level ? validators::levelWord(*level) + " " + kindWord(kind) : kindWord(kind);
  return word + " " + number;
}

std::vector<StandardEntry> entriesOf(const Standard& standard) {
  Entries entries;
  for (std::size_t i = 0; i < standard.basics.size(); ++i) entries.add(standard.basics[i], i + 1);
  for (const LevelRequirements& level : standard.levels) entries.add(level);
  return std::move(entries).take();
}

Standard withKnownIds(const Standard& before, Standard after, const std::unordered_set<Id>& keep) {
  const std::vector<StandardEntry> then = entriesOf(before);
  const std::vector<StandardEntry> now = entriesOf(after);
  const std::unordered_map<Id, Id> known = Matching(then, now, keep).run();
  std::unordered_set<Id> old;
  for (const StandardEntry& entry : then) old.insert(entry.id);
  const auto rename = [&](Id& id) {
    if (const auto found = known.find(id); found != known.end()) {
      id = found->second;
    } else if (old.contains(id)) {
      id = Id::random();  // Another entry has this id.
    }
  };
  for (BasicTopic& topic : after.basics) rename(topic.id);
  for (LevelRequirements& level : after.levels) {
    for (Function& function : level.functions) {
      rename(function.id);
      for (WorkContent& content : function.contents) {
        rename(content.id);
        for (auto* column : {&content.skills, &content.knowledge}) {
          for (Requirement& requirement : *column) rename(requirement.id);
        }
      }
    }
  }
  after.id = Standard::kId;
  return after;
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
      changes.push_back({entry.id, EntryChange::Kind::kAdded, entry.place(), {}, entry.text});
    } else if (foldWords(was->second->text) != foldWords(entry.text)) {
      changes.push_back(
          {entry.id, EntryChange::Kind::kChanged, entry.place(), was->second->text, entry.text});
    }
  }
  for (const StandardEntry& entry : then) {
    if (!left.contains(entry.id))
      changes.push_back({entry.id, EntryChange::Kind::kRemoved, entry.place(), entry.text, {}});
  }
  addWeights(translate("理论知识权重表"), before.theoryWeights, after.theoryWeights, changes);
  addWeights(translate("技能要求权重表"), before.skillsWeights, after.skillsWeights, changes);
  return changes;
}

}  // namespace tiku::workflows
