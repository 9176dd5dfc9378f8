#include "editor/document/sync_state.h"

#include <algorithm>
#include <optional>
#include <set>

#include "formats/base/error.h"
#include "formats/history/remote.h"
#include "workflows/checkin/message.h"
#include "workflows/sync/sync.h"

namespace tiku::editor {

using formats::FormatError;
using formats::Repository;
using formats::Revision;

namespace {

// Nothing where it was never reached.
std::optional<std::string> sharedTip(const Repository& repository) {
  try {
    return repository.find(sharedBranch()).commit;
  } catch (const FormatError& error) {
    if (error.code() != formats::ErrorCode::kUsage) throw;
    return std::nullopt;
  }
}

// The files that were changed here since both were the same.
std::set<std::string> changedHere(const Repository& repository, const std::string& shared) {
  std::set<std::string> paths;
  for (const std::string& base : repository.mergeBases("HEAD", shared)) {
    for (std::string& path : repository.changedFiles(base, "HEAD")) paths.insert(std::move(path));
  }
  // What came from there by a merge is no news there.
  const std::vector<std::string> differing = repository.changedFiles(shared, "HEAD");
  std::erase_if(paths, [&](const std::string& path) { return !std::ranges::binary_search(differing, path); });
  return paths;
}

}  // namespace

std::string sharedBranch() {
  return std::string("refs/remotes/") + formats::kDefaultRemote + "/main";
}

SyncState syncStateOf(const std::filesystem::path& bank, const std::vector<std::string>& unchecked) {
  SyncState state;
  if (!std::filesystem::is_directory(bank) || !Repository::isRepository(bank)) return state;
  const auto places = formats::remotes(bank);
  const auto place = std::ranges::find(places, formats::kDefaultRemote, &formats::Remote::name);
  state.kind = SyncState::Kind::kNoPlace;
  if (place == places.end()) return state;
  state.address = formats::shownAddress(place->url);
  state.kind = SyncState::Kind::kNever;
  const Repository repository = Repository::open(bank);
  const auto shared = sharedTip(repository);
  if (!shared || repository.log(1).empty()) return state;
  std::set<std::string> paths = changedHere(repository, *shared);
  paths.insert(unchecked.begin(), unchecked.end());
  formats::Dirty files;
  files.changed.assign(paths.begin(), paths.end());
  state.outgoing = workflows::objectsIn(files);
  const bool sent = repository.isAncestor("HEAD", *shared);
  state.kind = !repository.isAncestor(*shared, "HEAD") ? SyncState::Kind::kIncoming
               : !sent || !unchecked.empty()           ? SyncState::Kind::kOutgoing
                                                       : SyncState::Kind::kInStep;
  return state;
}

std::vector<Revision> outgoingOf(const Repository& repository) {
  return workflows::revisionsBetween(repository, sharedTip(repository).value_or(""), "HEAD");
}

}  // namespace tiku::editor
