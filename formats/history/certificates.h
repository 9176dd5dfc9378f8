#pragma once

#include <filesystem>
#include <string>
#include <string_view>

/// Certificates that no authority vouches for and a person accepted: pinned to the host and to the very
/// certificate, in a file of the user's own, never in a package.
namespace tiku::formats::git {

/// `$XDG_CONFIG_HOME/tiku/certificates`: lines of "host:port SHA256:AB:CD:...".
std::filesystem::path certificatesFile();

/// As `openssl x509 -fingerprint -sha256` prints it: "AB:CD:...".
std::string certificateFingerprint(std::string_view der);

enum class CertificateState { kUnknown, kAccepted, kOtherAccepted };
CertificateState lookUpCertificate(const std::string& hostAndPort, const std::string& fingerprint);
/// In the place of what was accepted for the host before. Throws FormatError kIo.
void accept(const std::string& hostAndPort, const std::string& fingerprint);

}  // namespace tiku::formats::git
