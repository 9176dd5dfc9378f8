#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "formats/history/git.h"
#include "formats/history/incoming.h"
#include "formats/history/transfer.h"

/// The other side of an exchange: a server, or a repository in a folder.
namespace tiku::formats::git {

struct PeerReference {
  std::string name;  ///< "refs/heads/main"
  git_oid id{};
};

/// A reference to be set on the other side.
struct PeerUpdate {
  std::string here;   ///< "refs/heads/main"
  std::string there;  ///< "refs/heads/main"
  git_oid id{};
  std::optional<git_oid> before;  ///< What must stand there when it is set.
};

struct Traffic {
  std::size_t objects = 0;
  std::uint64_t bytes = 0;
};

class Peer {
 public:
  virtual ~Peer() = default;

  /// All references as they are now. Throws TransferError.
  virtual std::vector<PeerReference> references() = 0;
  /// The branch that the other side's HEAD names; empty when it says none. After references().
  [[nodiscard]] virtual std::string head() const = 0;
  /// Whether bring() fails by itself unless every object that is needed comes.
  [[nodiscard]] virtual bool bringsAllOrFails() const { return false; }
  /// Brings these references' objects aside. The connection must have been made for the repository of
  /// `incoming`. Throws TransferError.
  virtual Traffic bring(Incoming& incoming, const std::vector<PeerReference>& wanted) = 0;
  /// Sends the objects and sets the references there; the first is the branch. False when somebody else was
  /// quicker with it. Throws TransferError.
  virtual bool send(const std::vector<PeerUpdate>& updates, Traffic& traffic) = 0;
};

/// A connection to the address, for `repository`, to `push` or to fetch.
std::unique_ptr<Peer> connectPeer(git_repository* repository, const std::filesystem::path& bank,
                                  const std::string& url, bool push, const Transfer& how);

/// Says what goes on, not oftener than people can read, and stops when it is asked to.
class Reporter {
 public:
  explicit Reporter(const Transfer& how) : how_(how) {}
  /// Throws TransferError kCancelled.
  void tell(const TransferProgress& progress);
  void throwIfCancelled() const;

 private:
  const Transfer& how_;
  std::chrono::steady_clock::time_point last_{};
  std::optional<TransferProgress::Phase> phase_;
};

}  // namespace tiku::formats::git
