#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "formats/base/error.h"

/// What it takes to move check-ins over a wire: who is asked for passwords and trust, who hears of progress,
/// how long is waited, and what can go wrong on the way.
namespace tiku::formats {

/// Something went wrong between here and the other side. Nothing here has changed then.
class TransferError final : public FormatError {
 public:
  enum class Trouble {
    kOffline,    ///< The other side cannot be reached, or the connection broke or went silent.
    kDenied,     ///< It does not accept who we say we are.
    kUntrusted,  ///< It is not who it was, or nobody vouched for it.
    kNotThere,   ///< It was reached and has no repository at this address.
    kRefused,    ///< It was reached and does not take what was sent; the message holds its words.
    kCancelled,  ///< The user stopped it.
    kFault,      ///< What it sent is damaged or incomplete.
  };

  TransferError(Trouble trouble, const std::string& message, Place place = {}, std::string advice = {})
      : FormatError(ErrorCode::kIo, message, std::move(place), std::move(advice)), trouble_(trouble) {}

  [[nodiscard]] Trouble trouble() const { return trouble_; }

 private:
  Trouble trouble_;
};

struct TransferProgress {
  enum class Phase { kConnecting, kPacking, kSending, kReceiving, kChecking };
  Phase phase = Phase::kConnecting;
  std::size_t objects = 0;
  std::size_t totalObjects = 0;  ///< 0 while it is not known.
  std::uint64_t bytes = 0;
};

struct Login {
  std::string user;
  std::string password;
  bool keep = false;  ///< In the desktop's keyring, where there is one, once the other side has accepted it.
};

struct LoginQuestion {
  std::string address;  ///< Without a user or a password in it.
  std::string user;     ///< Where the address or the keyring names one.
  int refused = 0;      ///< How often an answer was refused already.
  bool open = false;  ///< Whoever listens on the way can read the password: the connection is not encrypted.
};

/// Whether the other side is who it says.
struct TrustQuestion {
  enum class About {
    kHostKey,      ///< A host that ssh does not know yet.
    kCertificate,  ///< A certificate that no authority vouches for.
  };
  About about = About::kHostKey;
  std::string host;         ///< With its port where that is not the usual one.
  std::string fingerprint;  ///< As `ssh-keygen -l` and `openssl x509 -fingerprint -sha256` print it.
  std::string kind;         ///< Of a host key: "ED25519".
  /// ssh knows the host by a key of another kind, or another certificate was accepted before.
  bool knownOtherwise = false;
};

/// Answers what the other side asks. Called from the thread that does the work.
class CredentialSource {
 public:
  virtual ~CredentialSource() = default;
  /// Nothing: give up.
  virtual std::optional<Login> login(const LoginQuestion& question) = 0;
  /// Whether to go on, and to remember it: a host key in the user's known_hosts, a certificate in
  /// `~/.config/tiku/certificates`.
  virtual bool trust(const TrustQuestion& question) = 0;
};

/// How something is moved.
struct Transfer {
  std::function<void(const TransferProgress&)> progress;  ///< Called from the thread that does the work.
  std::stop_token cancel;                   ///< Breaks the connection off at any moment, from any thread.
  CredentialSource* credentials = nullptr;  ///< Nobody to ask: agent, key files and keyring alone are tried.
  std::chrono::milliseconds connectTimeout{15'000};
  std::chrono::milliseconds silenceTimeout{60'000};  ///< Nothing came and nothing went.
};

}  // namespace tiku::formats
