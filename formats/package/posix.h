#pragma once

#include <cerrno>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <utility>

/// The few system calls that reading and saving a directory need: by open folder, so that no path can lead
/// out of the package through a symbolic link.
namespace tiku::formats::posix {

/// Owns a file descriptor.
class File {
 public:
  File() = default;
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  File& operator=(File&& other) noexcept;
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File();

  [[nodiscard]] int get() const { return descriptor_; }
  [[nodiscard]] bool valid() const { return descriptor_ >= 0; }

 private:
  int descriptor_ = -1;
};

/// Throws FormatError kIo: "<what> failed" in the user's words, with the system's reason and, for a full disk
/// or a missing right, with advice. `error` is an errno.
[[noreturn]] void failIo(int error, const std::string& file);

/// Opens a folder that the user named. Throws kIo.
File openFolder(const std::filesystem::path& folder);
/// Opens a folder below `root` by a relative path ("" is root itself), never through a symbolic link. Invalid
/// when there is none, unless `create`, which makes what is missing and throws kIo when it cannot.
File openFolderBelow(const File& root, std::string_view path, bool create, const std::string& rootName);

/// Whole content of a regular file in the folder; at most `limit` bytes, else throws kOverLimit. `file` is
/// for messages.
std::string readAll(const File& folder, const std::string& name, std::uint64_t limit,
                    const std::string& file);
/// Makes a new file with this content, and syncs it when `sync`. Throws kIo.
void writeNew(const File& folder, const std::string& name, std::string_view content, bool sync,
              const std::string& file);
/// Makes the folder's entries durable.
void syncFolder(const File& folder);
/// Makes everything written to the folder's file system durable.
void syncAll(const File& folder, const std::string& file);

/// Splits "a/b/c" into "a/b" and "c".
std::pair<std::string, std::string> splitPath(std::string_view path);

}  // namespace tiku::formats::posix
