#include "workflows/review/keys.h"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/secret.h"

namespace tiku::workflows {

using namespace formats;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kKeyHead = "tiku-review-key-1";
constexpr std::size_t kKeyBytes = 32;

std::string keyText(Id round, std::string_view key) {
  return std::string(kKeyHead) + " " + round.str() + " " + toHex(key) + "\n";
}

}  // namespace

fs::path defaultKeyFile(Id round) {
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  fs::path folder = data != nullptr && *data == '/' ? fs::path(data)
                    : home != nullptr               ? fs::path(home) / ".local" / "share"
                                                    : fs::path(".");
  return folder / "tiku" / "review-keys" / (round.str() + ".key");
}

std::string keyFingerprint(std::string_view key) {
  return sha256("tiku-review-key-1\n" + std::string(key)).substr(0, 16);
}

void saveKey(const fs::path& file, Id round, std::string_view key) {
  const auto fail = [&](ErrorCode code, const std::string& message) {
    throw FormatError(code, message, {file.string(), 0, {}});
  };
  std::error_code error;
  if (file.has_parent_path() && fs::create_directories(file.parent_path(), error))
    fs::permissions(file.parent_path(), fs::perms::owner_all, error);
  const int open = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (open < 0 && errno == EEXIST) fail(ErrorCode::kConflict, say("这里已经有一个同名的文件。"));
  if (open < 0) fail(ErrorCode::kIo, say("密钥文件写不进去。"));
  const std::string text = keyText(round, key);
  const bool good =
      ::write(open, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(open) == 0;
  ::close(open);
  if (good) return;
  fs::remove(file, error);
  fail(ErrorCode::kIo, say("密钥文件写不进去。"));
}

std::string loadKey(const fs::path& file, const Round& round) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw FormatError(ErrorCode::kIo, say("没有本轮评审的密钥文件。"), {file.string(), 0, {}},
                      say("在开始本轮评审的电脑上办理，或者指明密钥文件在哪里。"));
  }
  std::array<char, 256> bytes{};
  stream.read(bytes.data(), bytes.size());
  const std::string text(bytes.data(), static_cast<std::size_t>(stream.gcount()));
  std::istringstream words(text);
  std::string head;
  std::string id;
  std::string digits;
  words >> head >> id >> digits;
  const auto key = fromHex(digits);
  if (head != kKeyHead || !Id::parse(id) || !key || key->size() != kKeyBytes) {
    throw FormatError(ErrorCode::kNotUnderstood, say("这不是评审的密钥文件，或者已经损坏。"),
                      {file.string(), 0, {}});
  }
  if (*Id::parse(id) != round.id || keyFingerprint(*key) != round.key) {
    throw FormatError(ErrorCode::kUsage, say("这是另一轮评审的密钥。"), {file.string(), 0, {}});
  }
  return *key;
}

}  // namespace tiku::workflows
