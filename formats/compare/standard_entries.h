#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "formats/model/standard.h"

/// The entries of a standard one by one, and which of them stand in two editions of it.
namespace tiku::formats {

struct StandardEntry {
  enum class Kind { kTopic, kFunction, kContent, kSkill, kKnowledge };
  Id id;
  Kind kind = Kind::kKnowledge;
  std::optional<Level> level;  ///< None of a basic topic.
  std::string number;          ///< "1.2.3"
  std::string text;            ///< Of a topic its title and entries.
  Id parent;                   ///< The content of a requirement, the function of a content.
  bool critical = false;       ///< ★ 关键技能.
};

/// In printed order: basics, then level by level.
std::vector<StandardEntry> entriesOf(const Standard& standard);

/// The new edition with the ids of the old one where an entry is found again: by its id, by its words below
/// the same entry, by its words anywhere in the level, by its likeness below the same entry. What the points
/// are traced to stays traced that way. An id in `keep`, to which something is traced already, stays.
Standard withKnownIds(const Standard& before, Standard after, const std::unordered_set<Id>& keep = {});

}  // namespace tiku::formats
