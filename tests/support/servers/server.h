#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

#include "tests/support/folder.h"

/// Real git servers on the loopback, for one test each.
namespace tiku::test {

/// Whether every one of these programs is there; says so when not, since the test is then skipped.
bool haveTools(const std::vector<std::string>& names);

/// tests/support/servers/serve.py with these arguments, until the object goes.
class Server {
 public:
  explicit Server(const std::vector<std::string>& arguments);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  [[nodiscard]] int port() const { return port_; }
  /// What happens to the connections from now on: "cut 5000", "cut-up 5000", "stall 5000", "".
  void rule(const std::string& words) const;
  /// As a power cut would.
  void kill();

 private:
  Folder folder_;
  pid_t process_ = -1;
  int port_ = 0;
};

/// `git daemon` over the repositories below `root`; anybody may push.
class GitServer : public Server {
 public:
  explicit GitServer(const std::filesystem::path& root);
  [[nodiscard]] std::string url(const std::string& name) const;
};

/// `git http-backend` behind a web server; `login` is "user:password" or empty.
class HttpServer : public Server {
 public:
  explicit HttpServer(const std::filesystem::path& root, const std::string& login = {});
  [[nodiscard]] std::string url(const std::string& name) const;
};

/// The same with TLS and a certificate that it signed itself.
class HttpsServer {
 public:
  explicit HttpsServer(const std::filesystem::path& root, const std::string& login = {});
  [[nodiscard]] std::string url(const std::string& name) const;
  /// As `openssl x509 -fingerprint -sha256` prints it.
  [[nodiscard]] std::string fingerprint() const;

 private:
  Folder folder_;
  std::optional<Server> server_;
};

/// `sshd` as the user who runs the test, with a host key, a user key and an authorized_keys of its own.
class SshServer {
 public:
  explicit SshServer(const std::filesystem::path& root);
  /// Whether sshd accepts its configuration on this machine.
  [[nodiscard]] bool works() const { return server_.has_value(); }
  [[nodiscard]] Server& server() { return *server_; }
  [[nodiscard]] std::string url(const std::string& name) const;
  /// The private key that it accepts.
  [[nodiscard]] std::filesystem::path userKey() const { return folder_ / "user_key"; }
  /// "SHA256:..." of its key, as `ssh-keygen -l` prints it.
  [[nodiscard]] std::string fingerprint() const;
  /// The line of known_hosts.
  [[nodiscard]] std::string knownHost() const;
  /// The same line with another key in it: what ssh knows when a stranger stands in the server's place.
  [[nodiscard]] std::string otherKnownHost() const;

 private:
  [[nodiscard]] std::string knownHostLine(const std::string& publicKey) const;
  Folder folder_;
  std::filesystem::path root_;
  std::optional<Server> server_;
};

}  // namespace tiku::test
