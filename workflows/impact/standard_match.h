#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "formats/model/standard.h"
#include "formats/model/standard_update.h"

/// Two editions of a standard, entry by entry.
namespace tiku::workflows {

struct StandardEntry {
  enum class Kind { kTopic, kFunction, kContent, kSkill, kKnowledge };
  formats::Id id;
  Kind kind = Kind::kKnowledge;
  std::optional<formats::Level> level;  ///< None of a basic topic.
  std::string number;                   ///< "1.2.3"
  std::string text;                     ///< Of a topic its title and entries.
  formats::Id parent;                   ///< The content of a requirement, the function of a content.

  /// "三级 相关知识要求 1.2.3"
  [[nodiscard]] std::string place() const;
};

/// In printed order: basics, then level by level.
std::vector<StandardEntry> entriesOf(const formats::Standard& standard);

/// The new edition with the ids of the old one where an entry is found again: by its id, by its words below
/// the same entry, by its words anywhere in the level, by its likeness below the same entry. What the points
/// are traced to stays traced that way. An id in `keep`, to which something is traced already, stays.
formats::Standard withKnownIds(const formats::Standard& before, formats::Standard after,
                               const std::unordered_set<formats::Id>& keep = {});

/// What the new edition says otherwise, in its order, what it removed where it stood. Numbers alone are no
/// change, nor are white space, punctuation and the width of letters. Entries are told by id: take the new
/// edition from withKnownIds().
std::vector<formats::EntryChange> changesOfStandard(const formats::Standard& before,
                                                    const formats::Standard& after);

}  // namespace tiku::workflows
