#include "formats/history/credentials.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "formats/base/say.h"
#include "formats/base/secret.h"
#include "formats/base/user.h"
#include "formats/history/certificates.h"
#include "formats/history/keyring.h"
#include "formats/history/known_hosts.h"
#include "formats/history/remote.h"

namespace tiku::formats::git {
namespace {

namespace fs = std::filesystem;
using Kind = RemoteAddress::Kind;
using Trouble = TransferError::Trouble;

constexpr int kMostQuestions = 3;

// The kinds that the libssh2 of Debian 12 can use with servers of today, in ssh's order.
constexpr const char* kKeyFiles[] = {"id_ecdsa", "id_ed25519"};

std::string textOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

// Whether a private key is encrypted. OpenSSH's own format names the cipher behind its magic word.
bool needsPassphrase(const std::string& pem) {
  if (pem.find("ENCRYPTED") != std::string::npos) return true;
  constexpr std::string_view kBegin = "-----BEGIN OPENSSH PRIVATE KEY-----";
  const std::size_t begin = pem.find(kBegin);
  if (begin == std::string::npos) return false;
  std::string body;
  for (const char c : pem.substr(begin + kBegin.size(), 200)) {
    if (c == '-') break;
    if (c != '\n' && c != '\r') body += c;
  }
  body.resize(body.size() / 4 * 4);
  const std::string bytes = fromBase64(body).value_or("");
  constexpr std::string_view kMagic{"openssh-key-v1\0", 15};
  return bytes.starts_with(kMagic) && bytes.substr(kMagic.size() + 4, 4) != "none";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : translate("、")) + word;
  return text;
}

}  // namespace

Credentials::Credentials(const RemoteAddress& address, const std::string& url, CredentialSource* source,
                         Wire& wire)
    : address_(address), shown_(withoutUser(url)), source_(source), wire_(wire) {}

int Credentials::acquire(git_credential** out, const char* user, unsigned int allowed) {
  const std::string name = user != nullptr ? user : address_.user.empty() ? loginName() : address_.user;
  if ((allowed & GIT_CREDENTIAL_USERNAME) != 0) return git_credential_username_new(out, name.c_str());
  if ((allowed & GIT_CREDENTIAL_SSH_KEY) != 0) {
    const int result = acquireKey(out, name);
    if (result != GIT_EAUTH) return result;
  }
  if ((allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT) != 0)
    return acquireLogin(out, address_.kind == Kind::kSsh ? name : address_.user);
  trouble_ = denied();
  return GIT_EAUTH;
}

void Credentials::listKeys() {
  listed_ = true;
  if (const char* agent = std::getenv("SSH_AUTH_SOCK"); agent != nullptr && *agent != '\0')
    keys_.push_back({});
  const fs::path folder = homeFolder() / ".ssh";
  std::error_code error;
  rsa_ = fs::exists(folder / "id_rsa", error);
  for (const char* name : kKeyFiles) {
    const std::string file = (folder / name).string();
    if (!fs::exists(file, error)) continue;
    if (needsPassphrase(textOf(file))) {
      locked_.push_back(file);
    } else {
      keys_.push_back({file});
    }
  }
}

int Credentials::acquireKey(git_credential** out, const std::string& user) {
  if (!listed_) listKeys();
  if (nextKey_ >= keys_.size()) return GIT_EAUTH;
  const Key& key = keys_[nextKey_++];
  if (key.file.empty()) return git_credential_ssh_key_from_agent(out, user.c_str());
  const std::string publicFile = key.file + ".pub";
  std::error_code error;
  return git_credential_ssh_key_new(
      out, user.c_str(), fs::exists(publicFile, error) ? publicFile.c_str() : nullptr, key.file.c_str(), "");
}

int Credentials::acquireLogin(git_credential** out, const std::string& user) {
  if (fromKeyring_) forgetLogin(shown_, login_ ? login_->user : "");  // It was refused.
  fromKeyring_ = false;
  if (!keyringTried_) {
    keyringTried_ = true;
    login_ = findLogin(shown_, user);
    fromKeyring_ = login_.has_value();
  } else {
    login_.reset();
  }
  if (!login_ && source_ != nullptr && asked_ < kMostQuestions) {
    const Wire::Asking asking(wire_);
    login_ = source_->login(
        {shown_, user, asked_++, address_.kind != Kind::kHttps && address_.kind != Kind::kSsh});
    gaveUp_ = !login_;
  }
  if (!login_) {
    trouble_ = denied();
    return GIT_EAUTH;
  }
  const std::string& name = address_.kind == Kind::kSsh || login_->user.empty() ? user : login_->user;
  return git_credential_userpass_plaintext_new(out, name.c_str(), login_->password.c_str());
}

TransferError Credentials::denied() const {
  const Place place{shown_, 0, {}};
  if (gaveUp_ && asked_ == 1) return {Trouble::kCancelled, say("没有给出用户名和密码，没有同步。"), place};
  if (address_.kind != Kind::kSsh) {
    return {Trouble::kDenied,
            asked_ == 0 ? say("对方要求用户名和密码。") : say("对方不接受这个用户名和密码。"), place,
            say("在终端或编辑器里同步时会询问；可以保存在系统的密码环里。")};
  }
  std::string advice;
  if (!locked_.empty()) {
    advice = say("密钥 {files} 设有口令，先用 ssh-add 交给 ssh-agent。", "files"_a = joined(locked_));
  } else if (keys_.empty() && rsa_) {
    advice = say("RSA 密钥不能使用，用 ssh-keygen -t ed25519 另做一把，把公钥交给对方。");
  } else if (keys_.empty()) {
    advice = say("这台电脑还没有密钥，用 ssh-keygen -t ed25519 做一把，把公钥交给对方。");
  } else {
    advice = say("核对地址里的用户名，并请对方登记你的公钥（~/.ssh 里以 .pub 结尾的文件）。");
  }
  return {Trouble::kDenied, say("对方不接受你的密钥。"), place, advice};
}

int Credentials::judge(git_cert* certificate, bool valid) {
  if (certificate->cert_type == GIT_CERT_HOSTKEY_LIBSSH2)
    return judgeHostKey(*reinterpret_cast<const git_cert_hostkey*>(certificate));
  if (valid) return 0;
  if (certificate->cert_type == GIT_CERT_X509)
    return judgeCertificate(*reinterpret_cast<const git_cert_x509*>(certificate));
  return GIT_ECERTIFICATE;
}

int Credentials::judgeHostKey(const git_cert_hostkey& cert) {
  const HostKey key{(cert.type & GIT_CERT_SSH_RAW) != 0 ? std::string(cert.hostkey, cert.hostkey_len) : ""};
  const std::string host = address_.hostAndPort();
  const Place place{shown_, 0, {}};
  const HostState state = lookUpHost(address_.host, address_.port, key);
  if (state == HostState::kKnown) return 0;
  if (state == HostState::kChanged || state == HostState::kRevoked) {
    trouble_ =
        TransferError(Trouble::kUntrusted,
                      say("{host} 的主机密钥与以前的不同（现在是 {fingerprint}），可能有人冒充，没有连接。",
                          "host"_a = host, "fingerprint"_a = key.fingerprint()),
                      place, say("向管理员核实；确是更换了密钥的，用 ssh-keygen -R 去掉旧的再试。"));
    return GIT_ECERTIFICATE;
  }
  bool trusted = false;
  if (source_ != nullptr) {
    const Wire::Asking asking(wire_);
    trusted = source_->trust({TrustQuestion::About::kHostKey, host, key.fingerprint(), key.kind(),
                              state == HostState::kOtherKindKnown});
  }
  if (!trusted) {
    trouble_ = TransferError(
        Trouble::kUntrusted,
        say("还不认识主机 {host}（{kind} 密钥 {fingerprint}），没有连接。", "host"_a = host,
            "kind"_a = key.kind(), "fingerprint"_a = key.fingerprint()),
        place, say("向管理员核对指纹，一致时在终端或编辑器里同步并确认，或先用 ssh 连接一次。"));
    return GIT_ECERTIFICATE;
  }
  rememberHost(address_.host, address_.port, key);
  return 0;
}

int Credentials::judgeCertificate(const git_cert_x509& cert) {
  const std::string fingerprint = certificateFingerprint({static_cast<const char*>(cert.data), cert.len});
  const std::string host = address_.hostAndPort();
  const std::string kept = address_.host + ":" + std::to_string(address_.port == 0 ? 443 : address_.port);
  const CertificateState state = lookUpCertificate(kept, fingerprint);
  if (state == CertificateState::kAccepted) return 0;
  bool trusted = false;
  if (source_ != nullptr) {
    const Wire::Asking asking(wire_);
    trusted = source_->trust({TrustQuestion::About::kCertificate,
                              host,
                              fingerprint,
                              {},
                              state == CertificateState::kOtherAccepted});
  }
  if (!trusted) {
    trouble_ = TransferError(Trouble::kUntrusted,
                             say("{host} 的证书没有可信的机构担保（SHA-256 指纹 {fingerprint}），没有连接。",
                                 "host"_a = host, "fingerprint"_a = fingerprint),
                             {shown_, 0, {}}, say("向管理员核对指纹，一致时在终端或编辑器里同步并确认。"));
    return GIT_ECERTIFICATE;
  }
  git::accept(kept, fingerprint);
  return 0;
}

void Credentials::accepted() {
  if (login_ && login_->keep && !fromKeyring_) fromKeyring_ = keepLogin(shown_, *login_);
}

void Credentials::throwTrouble() const {
  if (trouble_) throw TransferError(*trouble_);
}

}  // namespace tiku::formats::git
