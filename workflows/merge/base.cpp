#include "workflows/merge/base.h"

#include <algorithm>

namespace tiku::workflows {

using namespace formats;

namespace {

// The common ancestors of two states, each of which may be several check-ins already brought together.
std::vector<std::string> commonOf(const Repository& repository, const std::vector<std::string>& merged,
                                  const std::string& next) {
  std::set<std::string> found;
  for (const std::string& one : merged) {
    for (std::string& base : repository.mergeBases(one, next)) found.insert(std::move(base));
  }
  std::vector<std::string> newest;
  for (const std::string& base : found) {
    const bool older = std::ranges::any_of(
        found, [&](const std::string& other) { return other != base && repository.isAncestor(base, other); });
    if (!older) newest.push_back(base);
  }
  return newest;
}

// The same state with another one merged into it.
MergeBase broughtTogether(const Repository& repository, const MergeBase& first,
                          const std::vector<std::string>& merged, const std::string& next) {
  MergeBase below = mergeBaseOf(repository, commonOf(repository, merged, next));
  Meeting meeting;
  meeting.mine = first.state;
  meeting.theirs = MergeState(repository.treeAt(next));
  meeting.mineChanged = below.changedTo(repository, first.commit, first.state);
  for (const auto& [path, content] : first.state.laid()) meeting.mineChanged.insert(path);
  meeting.theirsChanged = below.changedTo(repository, next, meeting.theirs);
  meeting.base = std::move(below.state);
  meeting.contested = std::move(below.contested);
  const Joined joined = join(meeting, {});
  MergeState::Laid laid = first.state.laid();
  for (const FileChange& file : joined.files) {
    laid[file.path] = file.remove ? std::nullopt : std::optional(file.content);
  }
  MergeBase base{MergeState(first.state.tree(), std::move(laid)), first.commit, first.contested};
  for (const MergeQuestion& question : joined.questions) base.contested.insert(question.address);
  return base;
}

}  // namespace

std::set<std::string> MergeBase::changedTo(const Repository& repository, const std::string& other,
                                           const MergeState& otherState) const {
  if (commit.empty()) return otherState.paths();
  std::vector<std::string> paths = repository.changedFiles(commit, other);
  std::set<std::string> changed(std::make_move_iterator(paths.begin()), std::make_move_iterator(paths.end()));
  for (const auto& [path, content] : state.laid()) changed.insert(path);
  return changed;
}

MergeBase mergeBaseOf(const Repository& repository, const std::vector<std::string>& bases) {
  if (bases.empty()) return {};
  MergeBase base{MergeState(repository.treeAt(bases.front())), bases.front(), {}};
  std::vector<std::string> merged{bases.front()};
  for (std::size_t i = 1; i < bases.size(); ++i) {
    base = broughtTogether(repository, base, merged, bases[i]);
    merged.push_back(bases[i]);
  }
  return base;
}

}  // namespace tiku::workflows
