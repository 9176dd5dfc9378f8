#pragma once

#include "formats/history/peer.h"
#include "formats/history/remote_address.h"

namespace tiku::formats::git {

/// A server, by https, ssh or git.
std::unique_ptr<Peer> connectServer(git_repository* repository, std::filesystem::path bank,
                                    const std::string& url, bool push, const Transfer& how);

}  // namespace tiku::formats::git
