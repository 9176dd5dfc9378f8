// A package in one zip file.
#include <algorithm>
#include <map>
#include <mutex>
#include <sys/stat.h>

#include <zip.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/file_tree.h"
#include "formats/package/paths.h"
#include "formats/package/sniff.h"

namespace tiku::formats {
namespace {

struct ZipCloser {
  void operator()(zip_t* zip) const { ::zip_discard(zip); }
  void operator()(zip_file_t* file) const { ::zip_fclose(file); }
};

constexpr std::uint64_t kRatioMattersFrom = 1U << 20U;

std::unique_ptr<zip_t, ZipCloser> openZip(const std::string& bytes, int& code) {
  zip_error_t error;
  ::zip_error_init(&error);
  zip_source_t* source = ::zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = source == nullptr ? nullptr : ::zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr) ::zip_source_free(source);
  code = ::zip_error_code_zip(&error);
  ::zip_error_fini(&error);
  return std::unique_ptr<zip_t, ZipCloser>(zip);
}

class ArchiveTree final : public FileTree {
 public:
  ArchiveTree(const std::filesystem::path& file, const Limits& limits)
      : name_(file.string()), limits_(limits), mimetype_(kMimetype) {
    int code = 0;
    zip_.reset(::zip_open(file.c_str(), ZIP_RDONLY, &code));
    if (!zip_) failToOpen(code);
    addEntries();
  }
  ArchiveTree(std::string bytes, std::string name, std::string_view mimetype, const Limits& limits)
      : bytes_(std::move(bytes)), name_(std::move(name)), limits_(limits), mimetype_(mimetype) {
    int code = 0;
    zip_ = openZip(bytes_, code);
    if (!zip_) failToOpen(code);
    addEntries();
  }

  [[nodiscard]] std::string name() const override { return name_; }
  [[nodiscard]] std::vector<std::string> list() const override {
    std::vector<std::string> paths;
    paths.reserve(entries_.size());
    for (const auto& [path, entry] : entries_) paths.push_back(path);
    return paths;
  }
  [[nodiscard]] bool has(const std::string& path) const override { return entries_.contains(path); }

  [[nodiscard]] std::string read(const std::string& path) const override {
    const auto found = entries_.find(path);
    if (found == entries_.end()) throw FormatError(ErrorCode::kIo, say("没有这个文件。"), at(path));
    return readEntry(found->second.index, found->second.size, path);
  }

 private:
  struct Entry {
    zip_uint64_t index = 0;
    std::uint64_t size = 0;
  };
  void addEntries() {
    const zip_int64_t count = ::zip_get_num_entries(zip_.get(), 0);
    if (count < 0 || static_cast<std::uint64_t>(count) > limits_.fileCount) {
      overLimit(say("压缩包里的文件超过 {limit} 个。", "limit"_a = limits_.fileCount), {});
    }
    for (zip_int64_t i = 0; i < count; ++i) addEntry(static_cast<zip_uint64_t>(i));
    if (count == 0) needMimetype({}, 0);
  }

  [[nodiscard]] Place at(const std::string& path) const {
    return {path.empty() ? name_ : name_ + "!" + path, 0, {}};
  }
  [[noreturn]] void overLimit(const std::string& message, const std::string& path) const {
    throw FormatError(ErrorCode::kOverLimit, message, at(path));
  }
  [[noreturn]] void refuse(const std::string& message, const std::string& path) const {
    throw FormatError(ErrorCode::kNotUnderstood, message, at(path), say("请用 tiku pack 重新打包。"));
  }

  [[noreturn]] void notOfThisKind() const {
    if (mimetype_ == kReviewMimetype) {
      throw FormatError(ErrorCode::kNotAPackage, say("不是 Tiku 评审文件，或者文件不完整。"), at({}),
                        say("评审文件（.tiku-review）由 tiku review invite 生成；请重新取得完整的文件。"));
    }
    throw FormatError(ErrorCode::kNotAPackage,
                      say("不是 Tiku 题库包：{what}", "what"_a = whatItLooksLike(name_)), at({}),
                      say("题库包是用 tiku pack 打成的 .tiku 文件。"));
  }

  [[noreturn]] void failToOpen(int code) const {
    if (code == ZIP_ER_NOZIP || code == ZIP_ER_INCONS || code == ZIP_ER_EOF || code == ZIP_ER_MULTIDISK) {
      notOfThisKind();
    }
    zip_error_t error;
    ::zip_error_init_with_code(&error, code);
    const std::string reason = ::zip_error_strerror(&error);
    ::zip_error_fini(&error);
    throw FormatError(ErrorCode::kIo, say("读写失败：{reason}。", "reason"_a = reason), at({}));
  }

  void needMimetype(const std::string& firstName, std::uint64_t size) const {
    const bool looksRight = firstName == kMimetypePath && size == mimetype_.size();
    if (looksRight && readEntry(0, size, firstName) == mimetype_) return;
    notOfThisKind();
  }

  void addEntry(zip_uint64_t index) {
    zip_stat_t status;
    ::zip_stat_init(&status);
    if (::zip_stat_index(zip_.get(), index, ZIP_FL_ENC_RAW, &status) != 0 || status.name == nullptr ||
        (status.valid & ZIP_STAT_SIZE) == 0 || (status.valid & ZIP_STAT_COMP_SIZE) == 0) {
      refuse(say("压缩包的目录损坏了。"), {});
    }
    const std::string path = static_cast<const char*>(status.name);
    if (index == 0) {
      needMimetype(path, status.size);
      return;
    }
    if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
      refuse(say("压缩包里的文件加了密，读不了。"), path);
    }
    checkKind(index, path);
    if (path.ends_with('/')) {
      if (!isSafePath(std::string_view(path).substr(0, path.size() - 1))) refuseName(path);
      return;
    }
    if (!isSafePath(path)) refuseName(path);
    checkSize(status, path);
    if (path == kMimetypePath || !entries_.emplace(path, Entry{index, status.size}).second) {
      refuse(say("压缩包里有两个同名的文件。"), path);
    }
  }

  [[noreturn]] void refuseName(const std::string& path) const {
    refuse(say("压缩包里有不安全的文件名“{name}”。", "name"_a = printableName(path)), {});
  }

  void checkKind(zip_uint64_t index, const std::string& path) const {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (::zip_file_get_external_attributes(zip_.get(), index, 0, &system, &attributes) != 0) return;
    const auto mode = static_cast<mode_t>(attributes >> 16U);
    const mode_t type = mode & S_IFMT;
    if (system != ZIP_OPSYS_UNIX || type == 0 || type == S_IFREG || type == S_IFDIR) return;
    refuse(say("压缩包里有链接或设备文件，不安全。"), path);
  }

  void checkSize(const zip_stat_t& status, const std::string& path) {
    const std::uint64_t limit = limitOf(path);
    if (status.size > limit) {
      overLimit(say("文件有 {size} 字节，超过上限 {limit} 字节。", "size"_a = status.size, "limit"_a = limit),
                path);
    }
    const std::uint64_t ratio = status.size / std::max<std::uint64_t>(1, status.comp_size);
    if (status.size > kRatioMattersFrom && ratio > static_cast<std::uint64_t>(limits_.compressionRatio)) {
      overLimit(say("压缩比超过 {limit} 倍，可能是压缩炸弹。", "limit"_a = limits_.compressionRatio), path);
    }
    total_ += status.size;
    if (total_ > limits_.totalBytes) {
      overLimit(say("题库的文件合计超过上限 {limit} 字节。", "limit"_a = limits_.totalBytes), {});
    }
  }

  [[nodiscard]] std::uint64_t limitOf(const std::string& path) const {
    const bool document = !path.starts_with("media/") && parsePath(path).kind != FileKind::kForeign;
    return document ? limits_.fileBytes : limits_.mediaBytes;
  }

  // The declared size has passed the limits; the content must have exactly that size and the right CRC.
  [[nodiscard]] std::string readEntry(zip_uint64_t index, std::uint64_t size, const std::string& path) const {
    const std::scoped_lock lock(mutex_);  // A zip_t serves one thread at a time.
    const std::unique_ptr<zip_file_t, ZipCloser> file(::zip_fopen_index(zip_.get(), index, 0));
    std::string content(static_cast<std::size_t>(size) + 1, '\0');
    std::size_t have = 0;
    while (file && have < content.size()) {
      const zip_int64_t got = ::zip_fread(file.get(), content.data() + have, content.size() - have);
      if (got < 0) have = content.size() + 1;
      if (got <= 0) break;
      have += static_cast<std::size_t>(got);
    }
    if (!file || have != size) {
      throw FormatError(ErrorCode::kNotUnderstood, say("压缩包里的这个文件损坏了。"), at(path),
                        say("请重新取得完整的文件。"));
    }
    content.resize(have);
    return content;
  }

  std::string bytes_;  // Of an archive in memory; before zip_, which reads them.
  std::string name_;
  Limits limits_;
  std::string_view mimetype_;
  std::unique_ptr<zip_t, ZipCloser> zip_;
  mutable std::mutex mutex_;
  std::map<std::string, Entry> entries_;
  std::uint64_t total_ = 0;
};

}  // namespace

std::unique_ptr<FileTree> openArchive(const std::filesystem::path& file, const Limits& limits) {
  return std::make_unique<ArchiveTree>(file, limits);
}

std::unique_ptr<FileTree> openArchive(std::string bytes, std::string name, std::string_view mimetype,
                                      const Limits& limits) {
  return std::make_unique<ArchiveTree>(std::move(bytes), std::move(name), mimetype, limits);
}

std::unique_ptr<FileTree> openTree(const std::filesystem::path& path, const Limits& limits) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (std::filesystem::is_directory(status)) return openDirectory(path, limits);
  if (std::filesystem::is_regular_file(status)) return openArchive(path, limits);
  const bool missing = status.type() == std::filesystem::file_type::not_found;
  throw FormatError(missing ? ErrorCode::kIo : ErrorCode::kNotAPackage,
                    missing ? say("没有这个文件或文件夹。") : say("这里既不是文件夹，也不是普通文件。"),
                    {path.string(), 0, {}}, say("请选择题库所在的文件夹或 .tiku 文件。"));
}

}  // namespace tiku::formats
