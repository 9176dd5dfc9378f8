#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "formats/history/git.h"
#include "formats/history/peer.h"

/// What fetching and pushing share.
namespace tiku::formats::git {

RepositoryHandle openForRemote(const std::filesystem::path& bank);
/// The branch that HEAD is on, "refs/heads/main" where it is on none.
std::string branchOf(git_repository* repository);
std::optional<git_oid> idOf(git_repository* repository, const std::string& reference);
/// Sets a reference to the object, whatever stood there; `why` is for git's own record. Should the process be
/// killed in between, the next one takes away the lock that it leaves.
void setReference(git_repository* repository, const std::filesystem::path& bank, const std::string& name,
                  const git_oid& id, const char* why);
/// Where the other side's branch is remembered: "refs/remotes/origin/main".
std::string trackingName(const std::string& remote, const std::string& branch);
/// The branch that both sides share: ours by name, else main, else the one that the other side's HEAD names;
/// ours where there is none yet.
std::string sharedBranch(const std::vector<PeerReference>& references, const std::string& head,
                         const std::string& own);

}  // namespace tiku::formats::git
