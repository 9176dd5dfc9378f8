#pragma once

#include <cstdint>

#include <git2.h>

namespace tiku::formats::git {

/// libgit2 1.5 goes round for ever, and takes more memory each time, in a pack that holds one object twice
/// (resolve_deltas() in its indexer.c passes over what it cannot enter without counting it). Nothing is
/// called in that loop but the allocator. So ours counts: what has been asked for so often without any
/// progress of the indexer gets no more memory, and libgit2 ends with an error.
class StuckIndexerGuard {
 public:
  /// Of this thread, until it is gone. `progress` is what the indexer counts in.
  explicit StuckIndexerGuard(const git_indexer_progress& progress);
  ~StuckIndexerGuard();
  StuckIndexerGuard(const StuckIndexerGuard&) = delete;
  StuckIndexerGuard& operator=(const StuckIndexerGuard&) = delete;
};

/// To be called before anything else of libgit2.
void installCountingAllocator();

}  // namespace tiku::formats::git
