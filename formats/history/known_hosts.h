#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tiku::formats::git {

/// A host's public key as ssh sends it.
struct HostKey {
  std::string bytes;
  /// "ssh-ed25519": the name in front of the key itself; empty for bytes that are no key.
  [[nodiscard]] std::string type() const;
  /// "ED25519", as `ssh-keygen -l` says it.
  [[nodiscard]] std::string kind() const;
  /// "SHA256:..." as `ssh-keygen -l` prints it.
  [[nodiscard]] std::string fingerprint() const;
};

enum class HostState {
  kKnown,
  kUnknown,
  kOtherKindKnown,  ///< By keys of other types alone.
  kChanged,         ///< By another key of this type.
  kRevoked,
};

/// What ssh knows of a host, from the text of a known_hosts file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT):
/// patterns, hashed names, ports, `@revoked`. Keys of authorities (`@cert-authority`) vouch for certificates,
/// which are not used here.
HostState lookUpHost(std::string_view knownHosts, const std::string& host, int port, const HostKey& key);

/// The user's known_hosts, and the machine's. The first is where a host that is accepted is remembered.
std::vector<std::filesystem::path> knownHostsFiles();
HostState lookUpHost(const std::string& host, int port, const HostKey& key);

/// Adds a line to the user's known_hosts. Throws FormatError kIo.
void rememberHost(const std::string& host, int port, const HostKey& key);

/// `$HOME`, else the home of the login; where ssh keeps its things.
std::filesystem::path homeFolder();

}  // namespace tiku::formats::git
