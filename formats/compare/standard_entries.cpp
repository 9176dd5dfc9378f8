#include "formats/compare/standard_entries.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "formats/base/fold.h"
#include "formats/compare/word_diff.h"

namespace tiku::formats {
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
                        requirements[i].text, content.id, requirements[i].critical});
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

}  // namespace

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

}  // namespace tiku::formats
