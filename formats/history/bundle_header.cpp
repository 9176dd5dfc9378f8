#include <algorithm>
#include <fstream>

#include "formats/base/say.h"
#include "formats/history/bundle.h"

namespace tiku::formats {
namespace {

constexpr std::size_t kLongestLine = 4096;
constexpr std::size_t kMostLines = 20'000;
constexpr std::size_t kIdDigits = 40;

class HeaderReader {
 public:
  HeaderReader(std::istream& stream, std::string name) : stream_(stream), name_(std::move(name)) {}

  BundleHeader read() {
    BundleHeader header;
    header.version = readVersion();
    for (std::string text = line(); !text.empty(); text = line()) {
      if (header.references.size() + header.prerequisites.size() > kMostLines)
        fail(ErrorCode::kOverLimit, say("文件头的行数超过 {limit}。", "limit"_a = kMostLines));
      if (text.starts_with('@') && header.version == 3) {
        readCapability(text);
      } else if (text.starts_with('-')) {
        header.prerequisites.push_back({idOf(text.substr(1)), commentOf(text.substr(1))});
      } else {
        header.references.push_back({commentOf(text), idOf(text)});
      }
    }
    if (header.references.empty()) fail(ErrorCode::kNotUnderstood, say("其中没有任何版本。"));
    header.size = size_;
    return header;
  }

 private:
  int readVersion() {
    constexpr std::string_view kBegin = "# v";
    constexpr std::string_view kEnd = " git bundle";
    const std::string first = line();
    if (!first.starts_with(kBegin) || !first.ends_with(kEnd) || first.size() <= kBegin.size() + kEnd.size())
      fail(ErrorCode::kNotUnderstood, say("这不是交换文件（git bundle）。"));
    const std::string version = first.substr(kBegin.size(), first.size() - kBegin.size() - kEnd.size());
    if (version == "2") return 2;
    if (version == "3") return 3;
    fail(ErrorCode::kNotUnderstood,
         say("交换文件的版本是 {version}，本程序只认得 2 和 3。", "version"_a = version));
  }

  void readCapability(const std::string& text) const {
    if (text == "@object-format=sha1") return;
    if (text.starts_with("@filter")) {
      fail(ErrorCode::kNotUnderstood, say("这个交换文件省略了一部分内容（filter），不能收入。"));
    }
    fail(ErrorCode::kNotUnderstood,
         say("这个交换文件用了本程序不认得的写法：{text}。", "text"_a = text.substr(1)));
  }

  std::string line() {
    std::string text;
    for (int c = stream_.get(); c != '\n'; c = stream_.get()) {
      if (c == std::istream::traits_type::eof())
        fail(ErrorCode::kNotUnderstood,
             number_ == 0 ? say("这不是交换文件（git bundle）。") : say("交换文件不完整，文件头没有写完。"));
      if (text.size() >= kLongestLine) {
        if (number_ == 0) fail(ErrorCode::kNotUnderstood, say("这不是交换文件（git bundle）。"));
        fail(ErrorCode::kOverLimit, say("文件头有一行超过 {limit} 字节。", "limit"_a = kLongestLine));
      }
      text += static_cast<char>(c);
    }
    size_ += text.size() + 1;
    ++number_;
    return text;
  }

  [[nodiscard]] std::string idOf(const std::string& text) const {
    const std::string id = text.substr(0, kIdDigits);
    const auto hexDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    const bool whole = id.size() == kIdDigits && std::ranges::all_of(id, hexDigit) &&
                       (text.size() == kIdDigits || text[kIdDigits] == ' ');
    if (!whole) fail(ErrorCode::kNotUnderstood, say("交换文件的文件头写得不对。"));
    return id;
  }

  static std::string commentOf(const std::string& text) {
    return text.size() > kIdDigits + 1 ? text.substr(kIdDigits + 1) : "";
  }

  [[noreturn]] void fail(ErrorCode code, const std::string& message) const {
    throw FormatError(code, message, {name_, number_, {}}, say("请对方重新写出；这里没有任何改动。"));
  }

  std::istream& stream_;
  std::string name_;
  int number_ = 0;
  std::uint64_t size_ = 0;
};

}  // namespace

const BundleHeader::Reference& BundleHeader::branch() const {
  const Reference* only = nullptr;
  for (const Reference& reference : references) {
    if (reference.name == "refs/heads/main") return reference;
  }
  int branches = 0;
  for (const Reference& reference : references) {
    if (!reference.name.starts_with("refs/heads/")) continue;
    only = &reference;
    ++branches;
  }
  for (const Reference& reference : references) {
    if (branches == 0 && reference.name == "HEAD") return reference;
  }
  if (branches == 1) return *only;
  throw FormatError(ErrorCode::kNotUnderstood, say("交换文件里没有名为 main 的分支，不知道收入哪一个。"), {},
                    say("请对方写出 main 分支。"));
}

BundleHeader readBundleHeader(std::istream& bundle, const std::string& name) {
  return HeaderReader(bundle, name).read();
}

BundleHeader readBundleHeader(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw FormatError(ErrorCode::kIo, say("没有这个文件。"), {file.string(), 0, {}});
  return readBundleHeader(stream, file.string());
}

}  // namespace tiku::formats
