#include <algorithm>

#include "formats/base/say.h"
#include "formats/history/remote.h"
#include "formats/history/remote_repository.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;
using git::PeerReference;
using git::PeerUpdate;

// Tags that the other side does not have, and whose check-in is part of what it gets or has.
std::vector<PeerUpdate> tagsFor(git_repository* repository, const fs::path& bank, const git_oid& tip,
                                const std::vector<PeerReference>& there) {
  std::vector<PeerUpdate> updates;
  const auto look = [&](const std::string& name, const git_oid& id) {
    if (std::ranges::find(there, name, &PeerReference::name) != there.end()) return;
    const auto at = git::commitBehind(repository, id);
    if (!at) return;
    const bool part = git_oid_equal(&*at, &tip) != 0 || git_graph_descendant_of(repository, &tip, &*at) == 1;
    if (part) updates.push_back({name, name, id, std::nullopt});
  };
  git::forEachReference(repository, bank, look, "refs/tags/*");
  return updates;
}

}  // namespace

PushResult push(const fs::path& bank, const std::string& name, const Transfer& how) {
  const Remote remote = findRemote(bank, name);
  const git::RepositoryHandle repository = git::openForRemote(bank);
  const std::string own = git::branchOf(repository.get());
  const auto tip = git::idOf(repository.get(), own);
  PushResult result;
  if (!tip) return result;  // Nothing was ever checked in.

  const auto peer = git::connectPeer(repository.get(), bank, remote.url, true, how);
  const std::vector<PeerReference> there = peer->references();
  const std::string branch = git::sharedBranch(there, peer->head(), own);
  const auto theirs = std::ranges::find(there, branch, &PeerReference::name);
  std::vector<PeerUpdate> updates;
  if (theirs == there.end()) {
    updates.push_back({own, branch, *tip, std::nullopt});
  } else if (git_oid_equal(&theirs->id, &*tip) == 0) {
    if (git_graph_descendant_of(repository.get(), &*tip, &theirs->id) != 1) {
      result.state = PushResult::State::kBehind;
      return result;
    }
    updates.push_back({own, branch, *tip, theirs->id});
  }
  const bool branchMoves = !updates.empty();
  for (PeerUpdate& tag : tagsFor(repository.get(), bank, *tip, there)) updates.push_back(std::move(tag));
  if (updates.empty()) return result;

  git::Traffic traffic;
  if (!peer->send(updates, traffic)) {
    result.state = branchMoves ? PushResult::State::kBehind : PushResult::State::kNothingNew;
    return result;
  }
  git::setReference(repository.get(), bank, git::trackingName(name, branch), *tip, "push");
  result.state = PushResult::State::kPushed;
  for (const PeerUpdate& update : updates) {
    if (update.there.starts_with("refs/tags/"))
      result.tags.push_back(update.there.substr(std::string("refs/tags/").size()));
  }
  result.objects = traffic.objects;
  result.bytes = traffic.bytes;
  return result;
}

}  // namespace tiku::formats
