#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "formats/compare/merge.h"
#include "formats/package/save.h"
#include "workflows/merge/state.h"

namespace tiku::workflows {

/// Three states and what differs between them.
struct Meeting {
  MergeState base;
  MergeState mine;
  MergeState theirs;
  std::set<std::string> mineChanged;  ///< Paths that differ from the base.
  std::set<std::string> theirsChanged;
  std::set<std::string> contested;  ///< As mergeObject() has it.
};

/// What they come to, from mine on.
struct Joined {
  std::vector<formats::Change> changes;
  std::vector<formats::Change> incoming;
  std::vector<formats::MergeQuestion> questions;  ///< By address.
  std::map<formats::Id, std::string> names;       ///< What people call the objects that are asked about.
  std::vector<formats::FileChange> otherFiles;
  std::vector<formats::FileChange> files;  ///< All, by path; what only theirs changed is theirs to the byte.
};

/// Costs what differs.
Joined join(const Meeting& meeting, const formats::MergeAnswers& answers);

}  // namespace tiku::workflows
