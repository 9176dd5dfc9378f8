#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "formats/history/repository.h"

namespace tiku::editor {

/// A check-in as a line of the history that is looked at.
struct TimelineEntry {
  formats::Revision revision;
  /// 0: on the own line of work; 1: brought by a merge that stands above it; more: by a merge in what was
  /// brought.
  int depth = 0;
  std::size_t brought = 0;  ///< Of a merge: how many check-ins came with it.
};

/// The check-ins of a log, latest first, with what a merge brought right below it, so that a merge is told
/// with what came of it and the own work stays one line. Check-ins of which the log lacks everything that
/// leads to them stand by their time.
std::vector<TimelineEntry> timelineOf(const std::vector<formats::Revision>& log);

/// What somebody looks for in a history. Empty members ask for nothing.
struct TimelineFilter {
  std::string person;  ///< The name of who checked in.
  std::string words;   ///< In the message, the tags or the name; every word must be there, in any case.
  [[nodiscard]] bool empty() const { return person.empty() && words.empty(); }
  [[nodiscard]] bool takes(const formats::Revision& revision) const;
};

/// Who checked in, each once, the one with the latest check-in first.
std::vector<std::string> peopleOf(const std::vector<formats::Revision>& log);

}  // namespace tiku::editor
