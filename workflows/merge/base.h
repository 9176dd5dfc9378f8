#pragma once

#include <set>
#include <string>
#include <vector>

#include "formats/compare/merge.h"
#include "formats/history/repository.h"
#include "workflows/merge/join.h"
#include "workflows/merge/state.h"

namespace tiku::workflows {

/// What two sides have in common.
struct MergeBase {
  MergeState state;
  std::string commit;  ///< That the state lies over; empty of unrelated histories.
  /// Where several common ancestors were never brought together: the state has one of them there.
  std::set<std::string> contested;

  /// The paths at which a revision differs from it.
  [[nodiscard]] std::set<std::string> changedTo(const formats::Repository& repository,
                                                const std::string& commit, const MergeState& state) const;
};

/// Of one common ancestor that; several are merged with one another over their own common ancestors, as git's
/// recursive strategy does; with none an empty state.
MergeBase mergeBaseOf(const formats::Repository& repository, const std::vector<std::string>& bases);

/// The questions with the ids in them replaced by what people call the thing (formats/compare/named_ids.h).
std::vector<formats::MergeQuestion> nameIds(std::vector<formats::MergeQuestion> questions,
                                            const Meeting& meeting);

}  // namespace tiku::workflows
