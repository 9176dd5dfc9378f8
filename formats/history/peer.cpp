#include "formats/history/peer.h"

#include "formats/base/say.h"
#include "formats/history/net_peer.h"
#include "formats/history/path_peer.h"

namespace tiku::formats::git {

void Reporter::throwIfCancelled() const {
  if (how_.cancel.stop_requested()) {
    throw TransferError(TransferError::Trouble::kCancelled, say("已按要求停止；这里没有任何改动。"));
  }
}

void Reporter::tell(const TransferProgress& progress) {
  throwIfCancelled();
  if (!how_.progress) return;
  using namespace std::chrono_literals;
  const auto now = std::chrono::steady_clock::now();
  const bool last = progress.totalObjects != 0 && progress.objects == progress.totalObjects;
  if (phase_ == progress.phase && !last && now - last_ < 100ms) return;
  last_ = now;
  phase_ = progress.phase;
  how_.progress(progress);
}

std::unique_ptr<Peer> connectPeer(git_repository* repository, const std::filesystem::path& bank,
                                  const std::string& url, bool push, const Transfer& how) {
  const RemoteAddress address = parseAddress(url);
  if (address.kind != RemoteAddress::Kind::kPath) return connectServer(repository, bank, url, push, how);
  // A relative path is meant from the bank, wherever the program was started.
  const std::filesystem::path there = address.file();
  return connectPath(repository, bank, there.is_absolute() ? there : bank / there, how);
}

}  // namespace tiku::formats::git
