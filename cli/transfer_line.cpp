#include "cli/transfer_line.h"

#include <iostream>
#include <termios.h>
#include <unistd.h>

#include "formats/base/say.h"

namespace tiku::cli {
namespace {

using namespace tiku::formats;

bool atTerminal() {
  return isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0;
}

std::string answerTo(const std::string& question) {
  std::cerr << question << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return answer;
}

// What is typed is not shown.
std::string secretAnswerTo(const std::string& question) {
  struct termios before{};
  tcgetattr(STDIN_FILENO, &before);
  struct termios hidden = before;
  hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  std::string answer = answerTo(question);
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  std::cerr << '\n';
  return answer;
}

bool yes(const std::string& answer) {
  return answer == "y" || answer == "Y" || answer == "yes" || answer == "是";
}

class Terminal final : public CredentialSource {
 public:
  std::optional<Login> login(const LoginQuestion& question) override {
    if (question.refused > 0) std::cerr << translate("对方不接受这个用户名和密码。") << '\n';
    if (question.open) std::cerr << translate("注意：这个连接没有加密，密码可能被别人看到。") << '\n';
    Login login;
    login.user = question.user.empty() ? answerTo(say("{address} 的用户名：", "address"_a = question.address))
                                       : question.user;
    if (login.user.empty()) return std::nullopt;
    login.password = secretAnswerTo(
        say("{user} 在 {address} 的密码：", "user"_a = login.user, "address"_a = question.address));
    if (login.password.empty()) return std::nullopt;
    login.keep = yes(answerTo(translate("保存在系统的密码环里？[y/N] ")));
    return login;
  }

  bool trust(const TrustQuestion& question) override {
    if (question.about == TrustQuestion::About::kHostKey) {
      std::cerr << say("还不认识主机 {host}，它的 {kind} 密钥指纹是 {fingerprint}", "host"_a = question.host,
                       "kind"_a = question.kind, "fingerprint"_a = question.fingerprint)
                << '\n';
      if (question.knownOtherwise)
        std::cerr << translate("注意：这台主机另有一把别的类型的密钥是认识的。") << '\n';
    } else {
      std::cerr << say("{host} 的证书没有可信的机构担保，SHA-256 指纹是 {fingerprint}",
                       "host"_a = question.host, "fingerprint"_a = question.fingerprint)
                << '\n';
      if (question.knownOtherwise) std::cerr << translate("注意：以前接受的是另一张证书。") << '\n';
    }
    return yes(answerTo(translate("指纹与管理员告诉你的一致，继续连接并记住？[y/N] ")));
  }
};

std::string sizeOf(std::uint64_t bytes) {
  constexpr std::uint64_t kMega = 1U << 20U;
  return bytes < kMega ? fmt::format("{} KB", (bytes + 1023) / 1024)
                       : fmt::format("{:.1f} MB", static_cast<double>(bytes) / kMega);
}

std::string lineOf(const TransferProgress& now) {
  using Phase = TransferProgress::Phase;
  const std::string count = now.totalObjects == 0 ? std::to_string(now.objects)
                                                  : fmt::format("{}/{}", now.objects, now.totalObjects);
  switch (now.phase) {
    case Phase::kConnecting:
      break;
    case Phase::kPacking:
      return say("正在整理 {count}", "count"_a = count);
    case Phase::kSending:
      return say("正在送出 {count}，{size}", "count"_a = count, "size"_a = sizeOf(now.bytes));
    case Phase::kReceiving:
      return say("正在接收 {count}，{size}", "count"_a = count, "size"_a = sizeOf(now.bytes));
    case Phase::kChecking:
      return say("正在核对 {count}", "count"_a = count);
  }
  return translate("正在连接");
}

}  // namespace

TransferLine::TransferLine() {
  if (!atTerminal()) return;
  person_ = std::make_unique<Terminal>();
  how_.credentials = person_.get();
  how_.progress = [this](const TransferProgress& now) {
    shown_ = true;
    std::cerr << "\r\033[K" << lineOf(now) << std::flush;
  };
}

TransferLine::~TransferLine() {
  if (shown_) std::cerr << "\r\033[K" << std::flush;
}

}  // namespace tiku::cli
