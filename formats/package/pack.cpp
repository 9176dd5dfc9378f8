// A tree of files as one zip: the same bytes for the same content, on every machine and day.
#include <sys/stat.h>

#include <zip.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/paths.h"
#include "formats/package/save.h"

namespace tiku::formats {
namespace {

[[noreturn]] void failToPack(const std::string& reason) {
  throw FormatError(ErrorCode::kIo, say("打包失败：{reason}。", "reason"_a = reason));
}

/// Collects files and gives the finished zip. The contents must live until finish().
class Packer {
 public:
  Packer() {
    zip_error_t error;
    ::zip_error_init(&error);
    target_ = ::zip_source_buffer_create(nullptr, 0, 0, &error);
    if (target_ == nullptr) failToPack(::zip_error_strerror(&error));
    ::zip_source_keep(target_);
    zip_ = ::zip_open_from_source(target_, ZIP_TRUNCATE, &error);
    if (zip_ == nullptr) {
      ::zip_source_free(target_);
      ::zip_source_free(target_);
      failToPack(::zip_error_strerror(&error));
    }
  }
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;
  ~Packer() {
    if (zip_ != nullptr) ::zip_discard(zip_);
    ::zip_source_free(target_);
    if (begun_ != nullptr) ::zip_discard(begun_);
  }

  /// Takes over what an archive holds, packed as it is there; it must live until finish().
  void begin(const std::string& archive) {
    zip_error_t error;
    ::zip_error_init(&error);
    zip_source_t* source = ::zip_source_buffer_create(archive.data(), archive.size(), 0, &error);
    if (source == nullptr) failToPack(::zip_error_strerror(&error));
    begun_ = ::zip_open_from_source(source, ZIP_RDONLY, &error);
    if (begun_ == nullptr) {
      ::zip_source_free(source);
      failToPack(::zip_error_strerror(&error));
    }
    const zip_int64_t count = ::zip_get_num_entries(begun_, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
      const auto index = static_cast<zip_uint64_t>(i);
      zip_stat_t status;
      ::zip_stat_init(&status);
      if (::zip_stat_index(begun_, index, 0, &status) != 0) failToPack(::zip_strerror(begun_));
      addSource(status.name, ::zip_source_zip(zip_, begun_, index, ZIP_FL_COMPRESSED, 0, -1),
                status.comp_method == ZIP_CM_STORE);
    }
  }

  void add(const std::string& path, std::string_view content, bool stored) {
    addSource(path, ::zip_source_buffer(zip_, content.data(), content.size(), 0), stored);
  }

  std::string finish() {
    if (::zip_close(zip_) != 0) fail();
    zip_ = nullptr;
    zip_stat_t status;
    ::zip_stat_init(&status);
    if (::zip_source_open(target_) != 0 || ::zip_source_stat(target_, &status) != 0) failToPack("zip_source");
    std::string bytes(static_cast<std::size_t>(status.size), '\0');
    const zip_int64_t got = ::zip_source_read(target_, bytes.data(), bytes.size());
    ::zip_source_close(target_);
    if (got != static_cast<zip_int64_t>(bytes.size())) failToPack("zip_source_read");
    return bytes;
  }

 private:
  void addSource(const std::string& path, zip_source_t* source, bool stored) {
    const zip_int64_t at =
        source == nullptr ? -1 : ::zip_file_add(zip_, path.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
      ::zip_source_free(source);
      fail();
    }
    const auto index = static_cast<zip_uint64_t>(at);
    // 1 January 1980, the first moment that a zip can name; the mode of a plain file.
    constexpr zip_uint16_t kFirstDay = (1U << 5U) | 1U;
    constexpr zip_uint32_t kPlainFile = static_cast<zip_uint32_t>(S_IFREG | 0644) << 16U;
    constexpr zip_uint32_t kLevel = 6;
    if (::zip_set_file_compression(zip_, index, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                   stored ? 0 : kLevel) != 0 ||
        ::zip_file_set_dostime(zip_, index, 0, kFirstDay, 0) != 0 ||
        ::zip_file_set_external_attributes(zip_, index, 0, ZIP_OPSYS_UNIX, kPlainFile) != 0) {
      fail();
    }
  }

  [[noreturn]] void fail() { failToPack(::zip_strerror(zip_)); }

  zip_source_t* target_ = nullptr;
  zip_t* zip_ = nullptr;
  zip_t* begun_ = nullptr;
};

}  // namespace

std::string packToMemory(const FileTree& tree, std::string_view mimetype) {
  std::vector<std::pair<std::string, std::string>> files;
  for (std::string& path : tree.list()) {
    if (path == kMimetypePath) continue;
    std::string content = tree.read(path);
    files.emplace_back(std::move(path), std::move(content));
  }
  Packer packer;
  packer.add(std::string(kMimetypePath), mimetype, true);
  for (const auto& [path, content] : files) packer.add(path, content, false);
  return packer.finish();
}

std::string packBehind(const std::string& archive,
                       const std::vector<std::pair<std::string, std::string>>& files) {
  Packer packer;
  packer.begin(archive);
  for (const auto& [path, content] : files) packer.add(path, content, false);
  return packer.finish();
}

void packTree(const FileTree& tree, const std::filesystem::path& file) {
  writeFileSafely(file, packToMemory(tree), true);
}

void saveArchive(const std::filesystem::path& file, std::span<const FileChange> changes) {
  const auto old = openArchive(file);
  std::map<std::string, std::string> files;
  for (const std::string& path : old->list()) files[path] = old->read(path);
  for (const FileChange& change : changes) {
    if (change.remove) {
      files.erase(change.path);
    } else {
      files[change.path] = change.content;
    }
  }
  packTree(*memoryTree(file.string(), {files.begin(), files.end()}), file);
}

}  // namespace tiku::formats
