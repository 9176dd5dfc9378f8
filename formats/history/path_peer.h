#pragma once

#include "formats/history/peer.h"

namespace tiku::formats::git {

/// A repository in a folder: a shared drive, a disc. Not by libgit2's own transport, which sets a branch
/// whatever stands there by then, so that of two people the quicker one would lose.
std::unique_ptr<Peer> connectPath(git_repository* repository, std::filesystem::path bank,
                                  std::filesystem::path there, const Transfer& how);

}  // namespace tiku::formats::git
