#include <algorithm>

#include "formats/base/say.h"
#include "formats/history/remote.h"
#include "formats/history/remote_repository.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;
using git::PeerReference;

bool isAncestorOf(git_repository* repository, const git_oid& older, const git_oid& newer) {
  return git_oid_equal(&older, &newer) != 0 || git_graph_descendant_of(repository, &newer, &older) == 1;
}

std::vector<PeerReference> newTags(git_repository* repository, const std::vector<PeerReference>& there) {
  std::vector<PeerReference> tags;
  for (const PeerReference& reference : there) {
    int valid = 0;
    if (reference.name.starts_with("refs/tags/") &&
        git_reference_name_is_valid(&valid, reference.name.c_str()) == 0 && valid != 0 &&
        !git::idOf(repository, reference.name))
      tags.push_back(reference);
  }
  return tags;
}

}  // namespace

FetchResult fetch(const fs::path& bank, const std::string& name, const Transfer& how,
                  const Inspect& inspect) {
  const Remote remote = findRemote(bank, name);
  const git::RepositoryHandle repository = git::openForRemote(bank);
  git::Incoming incoming(bank);
  const auto peer = git::connectPeer(incoming.repository(), bank, remote.url, false, how);
  const std::vector<PeerReference> there = peer->references();
  const std::string branch = git::sharedBranch(there, peer->head(), git::branchOf(repository.get()));
  const std::string tracking = git::trackingName(name, branch);

  FetchResult result;
  const auto before = git::idOf(repository.get(), tracking);
  if (before) result.before = git::hex(*before);
  const auto tip = std::ranges::find(there, branch, &PeerReference::name);
  if (tip == there.end()) return result;
  result.after = git::hex(tip->id);

  const std::vector<PeerReference> tags = newTags(repository.get(), there);
  std::vector<PeerReference> wanted = tags;
  if (!before || git_oid_equal(&*before, &tip->id) == 0) wanted.insert(wanted.begin(), *tip);
  if (wanted.empty()) return result;

  const git::Traffic traffic = peer->bring(incoming, wanted);
  git::Reporter report(how);
  std::vector<git_oid> tips;
  for (const PeerReference& reference : wanted) tips.push_back(reference.id);
  if (!peer->bringsAllOrFails()) {
    incoming.requireComplete(
        tips, [&](std::size_t n) { report.tell({TransferProgress::Phase::kChecking, n, 0, traffic.bytes}); });
  }
  if (inspect) inspect(*incoming.treeOf(tip->id, shownAddress(remote.url)));
  report.throwIfCancelled();
  incoming.keep();

  for (const PeerReference& tag : tags) {
    git::setReference(repository.get(), bank, tag.name, tag.id, "fetch");
    result.tags.push_back(tag.name.substr(std::string("refs/tags/").size()));
  }
  result.rewritten = before && !isAncestorOf(repository.get(), *before, tip->id);
  git::setReference(repository.get(), bank, tracking, tip->id, "fetch");
  result.objects = traffic.objects;
  result.bytes = traffic.bytes;
  return result;
}

}  // namespace tiku::formats
