#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/history/git.h"
#include "formats/history/remote_address.h"
#include "formats/history/transfer.h"
#include "formats/history/wire.h"

namespace tiku::formats::git {

/// Who we say we are, one way after the other, each once: the agent, the key files that need no passphrase,
/// what the keyring holds, a person. And whether the other side is who it says.
class Credentials {
 public:
  Credentials(const RemoteAddress& address, const std::string& url, CredentialSource* source, Wire& wire);

  /// For libgit2's callbacks; 0, or an error code of libgit2.
  int acquire(git_credential** out, const char* user, unsigned int allowed);
  int judge(git_cert* certificate, bool valid);

  /// The other side has let us in: what a person asked to keep is kept. A server may ask as late as when
  /// something is sent, so this is said after each step.
  void accepted();
  /// Throws what stands in the way, in the user's words, if something does.
  void throwTrouble() const;
  [[nodiscard]] TransferError denied() const;

 private:
  int acquireKey(git_credential** out, const std::string& user);
  int acquireLogin(git_credential** out, const std::string& user);
  int judgeHostKey(const git_cert_hostkey& key);
  int judgeCertificate(const git_cert_x509& certificate);
  void listKeys();

  const RemoteAddress& address_;
  std::string shown_;  ///< The address without user and password.
  CredentialSource* source_;
  Wire& wire_;
  std::optional<TransferError> trouble_;

  struct Key {
    std::string file;  ///< Empty: the agent.
  };
  std::vector<Key> keys_;
  bool listed_ = false;
  std::size_t nextKey_ = 0;
  std::vector<std::string> locked_;  ///< Key files that ask for a passphrase.
  bool rsa_ = false;  ///< There is an RSA key, which libssh2 1.10 cannot use with today's servers.
  bool keyringTried_ = false;
  bool fromKeyring_ = false;
  int asked_ = 0;
  bool gaveUp_ = false;
  std::optional<Login> login_;
};

}  // namespace tiku::formats::git
