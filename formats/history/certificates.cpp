#include "formats/history/certificates.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "formats/base/digest.h"
#include "formats/history/known_hosts.h"
#include "formats/package/save.h"

namespace tiku::formats::git {
namespace {

namespace fs = std::filesystem;

// Lines about other hosts than this one.
std::string linesWithout(const std::string& hostAndPort) {
  std::ifstream stream(certificatesFile());
  std::string kept;
  std::string line;
  while (std::getline(stream, line)) {
    if (!line.starts_with(hostAndPort + " ")) kept += line + "\n";
  }
  return kept;
}

}  // namespace

fs::path certificatesFile() {
  const char* config = std::getenv("XDG_CONFIG_HOME");
  const fs::path folder = config != nullptr && *config == '/' ? fs::path(config) : homeFolder() / ".config";
  return folder / "tiku/certificates";
}

std::string certificateFingerprint(std::string_view der) {
  std::string text;
  const std::string hex = sha256(der);
  for (std::size_t i = 0; i < hex.size(); ++i) {
    if (i != 0 && i % 2 == 0) text += ':';
    text += hex[i] >= 'a' ? static_cast<char>(hex[i] - 'a' + 'A') : hex[i];
  }
  return text;
}

CertificateState lookUpCertificate(const std::string& hostAndPort, const std::string& fingerprint) {
  std::ifstream stream(certificatesFile());
  std::string line;
  CertificateState state = CertificateState::kUnknown;
  while (std::getline(stream, line)) {
    if (line == hostAndPort + " SHA256:" + fingerprint) return CertificateState::kAccepted;
    if (line.starts_with(hostAndPort + " ")) state = CertificateState::kOtherAccepted;
  }
  return state;
}

void accept(const std::string& hostAndPort, const std::string& fingerprint) {
  const fs::path file = certificatesFile();
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  writeFileSafely(file, linesWithout(hostAndPort) + hostAndPort + " SHA256:" + fingerprint + "\n", true);
}

}  // namespace tiku::formats::git
