#pragma once

#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <vector>

namespace tiku::formats::git {

/// A file of the work tree as it lay there at one moment.
struct WorkFile {
  struct stat stamp{};  ///< Taken before the content was read: a later change shows as a later time.
  std::string content;
};

/// A file with what its folder says of it.
struct StampedFile {
  std::string path;
  struct stat stamp{};
};

/// Every file of the package in the directory (see openDirectory()), by path. Files that vanish meanwhile are
/// left out.
std::vector<StampedFile> stampedFiles(const std::filesystem::path& root);

/// The stamp of the regular file at the path; nothing when there is none.
std::optional<struct stat> stampOf(const std::filesystem::path& root, const std::string& path);

/// The file; nothing when there is no regular file at the path, or a link lies on the way to it. Throws
/// FormatError kIo, kOverLimit.
std::optional<WorkFile> readWorkFile(const std::filesystem::path& root, const std::string& path);

/// Whether a file of a FileTree may have this path: an isSafePath(), and not the `mimetype` of archives.
bool isTreePath(std::string_view path);
/// Throws FormatError kUsage unless it is one.
void requireTreePath(const std::filesystem::path& root, const std::string& path);

}  // namespace tiku::formats::git
