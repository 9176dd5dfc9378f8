#include "formats/exchange/qti/package_files.h"

#include <algorithm>
#include <map>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/exchange/qti/limits.h"
#include "formats/exchange/zip_parts.h"

namespace tiku::formats::qti {
namespace {

// Two names that are one on a disk that does not tell cases or the forms of accents apart.
void refuseDoubled(const std::vector<std::string>& paths, const std::string& name) {
  std::map<std::string, std::string> seen;
  for (const std::string& path : paths) {
    const auto [first, fresh] = seen.emplace(foldedPath(path), path);
    if (fresh) continue;
    throw FormatError(ErrorCode::kNotUnderstood,
                      say("包里有两个名称只差大小写或字形的文件：“{one}”和“{other}”。",
                          "one"_a = first->second, "other"_a = path),
                      {name, 0, {}}, say("请让提供者改掉其中一个的名称，再导出一次。"));
  }
}

class ZipFiles final : public PackageFiles {
 public:
  ZipFiles(const std::string& bytes, const std::string& name) : parts_(ZipParts::open(bytes, name)) {
    refuseDoubled(parts_.list(), name);
  }
  [[nodiscard]] bool has(const std::string& path) const override { return parts_.has(path); }
  [[nodiscard]] std::string bytesOf(const std::string& path) const override { return parts_.read(path); }
  [[nodiscard]] std::vector<std::string> list() const override { return parts_.list(); }
  [[nodiscard]] std::string oddity() const override {
    return parts_.hasBackslashes() ? say("包里有用反斜杠“\\”写的路径，当作“/”读。") : std::string();
  }

 private:
  ZipParts parts_;
};

class FolderFiles final : public PackageFiles {
 public:
  explicit FolderFiles(const std::filesystem::path& folder) : folder_(folder) {}

  [[nodiscard]] bool has(const std::string& path) const override {
    std::error_code none;
    std::filesystem::path at = folder_;
    for (const auto& part : pathFrom(path)) {
      at /= part;
      if (std::filesystem::is_symlink(at, none)) return false;
    }
    return std::filesystem::is_regular_file(at, none);
  }
  [[nodiscard]] std::string bytesOf(const std::string& path) const override {
    if (!has(path)) throw FormatError(ErrorCode::kIo, say("文件中缺少这一部分。"), {path, 0, {}});
    return readWholeFile(folder_ / pathFrom(path), Limits().mediaBytes);
  }
  [[nodiscard]] std::vector<std::string> list() const override {
    std::vector<std::string> paths;
    std::error_code none;
    for (auto it = std::filesystem::recursive_directory_iterator(
             folder_, std::filesystem::directory_options::skip_permission_denied, none);
         it != std::filesystem::recursive_directory_iterator(); it.increment(none)) {
      if (none || paths.size() > Limits().fileCount) break;
      if (!it->is_regular_file(none) || it->is_symlink(none)) continue;
      const std::u8string path = it->path().lexically_relative(folder_).generic_u8string();
      paths.emplace_back(path.begin(), path.end());
    }
    std::ranges::sort(paths);
    return paths;
  }

 private:
  static std::filesystem::path pathFrom(const std::string& path) {
    return {std::u8string(path.begin(), path.end())};
  }
  std::filesystem::path folder_;
};

class NoFiles final : public PackageFiles {
 public:
  [[nodiscard]] bool has(const std::string& /*path*/) const override { return false; }
  [[nodiscard]] std::string bytesOf(const std::string& path) const override {
    throw FormatError(ErrorCode::kIo, say("文件中缺少这一部分。"), {path, 0, {}});
  }
  [[nodiscard]] std::vector<std::string> list() const override { return {}; }
};

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// "a%20b" -> "a b"
std::string decoded(std::string_view href) {
  std::string out;
  for (std::size_t i = 0; i < href.size(); ++i) {
    const bool escaped =
        href[i] == '%' && i + 2 < href.size() && hexDigit(href[i + 1]) >= 0 && hexDigit(href[i + 2]) >= 0;
    if (escaped) {
      out += static_cast<char>(hexDigit(href[i + 1]) * 16 + hexDigit(href[i + 2]));
      i += 2;
    } else {
      out += href[i];
    }
  }
  return out;
}

}  // namespace

std::string PackageFiles::read(const std::string& path) const {
  std::string bytes = bytesOf(path);
  read_ += bytes.size();
  if (read_ <= kMostBytes) return bytes;
  throw FormatError(ErrorCode::kOverLimit,
                    say("包里的内容超过安全上限 {limit} MiB。", "limit"_a = kMostBytes >> 20U), {path, 0, {}},
                    say("请让提供者分成几个包。"));
}

std::unique_ptr<PackageFiles> filesOfZip(const std::string& bytes, const std::string& name) {
  return std::make_unique<ZipFiles>(bytes, name);
}

std::unique_ptr<PackageFiles> filesOfFolder(const std::filesystem::path& folder) {
  return std::make_unique<FolderFiles>(folder);
}

std::unique_ptr<PackageFiles> noFiles() {
  return std::make_unique<NoFiles>();
}

std::string hrefOf(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    // Letters beyond ASCII may stand in an address of XML as they are.
    const bool plain = byte > ' ' && std::string_view("%#?\"<>\\^`{|}").find(c) == std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte / kDigits.size()];
      out += kDigits[byte % kDigits.size()];
    }
  }
  return out;
}

std::string foldedPath(const std::string& path) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composed = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(path);
  if (U_SUCCESS(status)) text = composed->normalize(text.foldCase(), status);
  std::string folded;
  return text.toUTF8String(folded);
}

std::optional<std::string> pathOf(std::string_view from, std::string_view href) {
  std::string path = decoded(href.substr(0, href.find_first_of("#?")));
  if (path.empty() || path.front() == '/' || path.find_first_of("\\:") != std::string::npos ||
      path.find('\0') != std::string::npos)
    return std::nullopt;
  const std::size_t slash = from.rfind('/');
  if (slash != std::string_view::npos) path = std::string(from.substr(0, slash + 1)) + path;
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string part = path.substr(at, end - at);
    if (part == "..") {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
    at = end + 1;
  }
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "/") + part;
  return out.empty() ? std::nullopt : std::optional(out);
}

}  // namespace tiku::formats::qti
