#include "formats/history/known_hosts.h"

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <pwd.h>
#include <sstream>
#include <unistd.h>

#include "formats/base/digest.h"
#include "formats/base/secret.h"
#include "formats/package/posix.h"

namespace tiku::formats::git {
namespace {

namespace fs = std::filesystem;

// "host" for the usual port, "[host]:port" for another one.
std::string nameOf(const std::string& host, int port) {
  if (port == 0 || port == 22) return host;
  return "[" + host + "]:" + std::to_string(port);
}

// '*' and '?', as ssh has them; without regard to case, as names of hosts are.
bool matches(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern.front() == '*') {
    for (std::size_t skip = 0; skip <= text.size(); ++skip) {
      if (matches(pattern.substr(1), text.substr(skip))) return true;
    }
    return false;
  }
  if (text.empty()) return false;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  if (pattern.front() != '?' && lower(pattern.front()) != lower(text.front())) return false;
  return matches(pattern.substr(1), text.substr(1));
}

// "|1|salt|hash": HMAC-SHA1 of the name under the salt, both in base64.
bool matchesHashed(std::string_view field, const std::string& name) {
  const std::size_t middle = field.find('|', 3);
  if (middle == std::string_view::npos) return false;
  const auto salt = fromBase64(field.substr(3, middle - 3));
  const auto hash = fromBase64(field.substr(middle + 1));
  return salt && hash && hmac(Hash::kSha1, *salt, name) == toHex(*hash);
}

bool namesHost(std::string_view field, const std::string& name) {
  if (field.starts_with("|1|")) return matchesHashed(field, name);
  // A pattern of many stars costs much and names nothing that people have.
  constexpr std::ptrdiff_t kMostStars = 8;
  bool named = false;
  while (!field.empty()) {
    const std::size_t end = std::min(field.find(','), field.size());
    std::string_view pattern = field.substr(0, end);
    field.remove_prefix(std::min(end + 1, field.size()));
    const bool negated = pattern.starts_with('!');
    if (negated) pattern.remove_prefix(1);
    if (std::ranges::count(pattern, '*') > kMostStars || !matches(pattern, name)) continue;
    if (negated) return false;
    named = true;
  }
  return named;
}

std::string contentOf(const fs::path& file, std::size_t limit) {
  std::ifstream stream(file, std::ios::binary);
  std::string content(limit, '\0');
  stream.read(content.data(), static_cast<std::streamsize>(limit));
  content.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
  return content;
}

constexpr std::size_t kMostBytes = 16U << 20U;

}  // namespace

std::string HostKey::type() const {
  if (bytes.size() < 4) return {};
  std::size_t size = 0;
  for (int i = 0; i < 4; ++i) size = size << 8U | static_cast<unsigned char>(bytes[i]);
  if (size > bytes.size() - 4 || size > 64) return {};
  return bytes.substr(4, size);
}

std::string HostKey::kind() const {
  const std::string name = type();
  if (name == "ssh-ed25519") return "ED25519";
  if (name.starts_with("ecdsa-")) return "ECDSA";
  if (name == "ssh-rsa") return "RSA";
  if (name == "ssh-dss") return "DSA";
  return name;
}

std::string HostKey::fingerprint() const {
  std::string text = toBase64(fromHex(sha256(bytes)).value_or(""));
  while (text.ends_with('=')) text.pop_back();
  return "SHA256:" + text;
}

HostState lookUpHost(std::string_view knownHosts, const std::string& host, int port, const HostKey& key) {
  const std::string name = nameOf(host, port);
  const std::string type = key.type();
  const std::string encoded = toBase64(key.bytes);
  HostState state = HostState::kUnknown;
  std::istringstream lines{std::string(knownHosts)};
  std::string line;
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::string marker;
    std::string hosts;
    std::string itsType;
    std::string itsKey;
    words >> hosts;
    if (hosts.starts_with('@')) {
      marker = hosts;
      words >> hosts;
    }
    if (!(words >> itsType >> itsKey) || hosts.starts_with('#')) continue;
    if (marker == "@cert-authority" || !namesHost(hosts, name)) continue;
    const bool same = itsType == type && itsKey == encoded;
    if (marker == "@revoked") {
      if (same) return HostState::kRevoked;
    } else if (same) {
      state = HostState::kKnown;
    } else if (state != HostState::kKnown) {
      if (itsType == type) state = HostState::kChanged;
      if (state == HostState::kUnknown) state = HostState::kOtherKindKnown;
    }
  }
  return state;
}

fs::path homeFolder() {
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') return home;
  const struct passwd* user = ::getpwuid(::getuid());
  return user != nullptr && user->pw_dir != nullptr ? fs::path(user->pw_dir) : fs::path("/");
}

std::vector<fs::path> knownHostsFiles() {
  return {homeFolder() / ".ssh/known_hosts", "/etc/ssh/ssh_known_hosts"};
}

HostState lookUpHost(const std::string& host, int port, const HostKey& key) {
  std::string all;
  for (const fs::path& file : knownHostsFiles()) all += contentOf(file, kMostBytes) + "\n";
  return lookUpHost(all, host, port, key);
}

void rememberHost(const std::string& host, int port, const HostKey& key) {
  const fs::path file = knownHostsFiles().front();
  std::error_code error;
  if (fs::create_directories(file.parent_path(), error))
    fs::permissions(file.parent_path(), fs::perms::owner_all, error);
  const std::string old = contentOf(file, kMostBytes);
  std::string line = old.empty() || old.ends_with('\n') ? "" : "\n";
  line += nameOf(host, port) + " " + key.type() + " " + toBase64(key.bytes) + "\n";
  // Appended in one write, as ssh does it: what others write at the same time stays.
  const posix::File open(::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600));
  if (!open.valid() || ::write(open.get(), line.data(), line.size()) != static_cast<ssize_t>(line.size()))
    posix::failIo(errno, file.string());
}

}  // namespace tiku::formats::git
