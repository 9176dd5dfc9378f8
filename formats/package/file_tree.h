#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tiku::formats {

/// Limits on what is read from outside. Each one passed is an error with code kOverLimit that names it.
struct Limits {
  std::uint64_t fileBytes = 32U << 20U;    ///< One XML document.
  std::uint64_t mediaBytes = 64U << 20U;   ///< One picture or attachment.
  std::uint64_t totalBytes = 4ULL << 30U;  ///< All files together, unpacked.
  std::uint64_t fileCount = 500'000;
  int compressionRatio = 1000;  ///< Unpacked to packed, of one entry over 1 MiB.
  int xmlDepth = 64;
  int xmlAttributes = 64;  ///< Of one element.
};

/// A package's files, wherever they lie: a directory, a `.tiku`, a git revision. Paths are relative, with
/// '/', in UTF-8, never with "..". Reading never changes anything and never leaves the tree.
class FileTree {
 public:
  virtual ~FileTree() = default;

  /// For messages: what the user called it.
  [[nodiscard]] virtual std::string name() const = 0;
  /// Paths of all files, sorted.
  [[nodiscard]] virtual std::vector<std::string> list() const = 0;
  [[nodiscard]] virtual bool has(const std::string& path) const = 0;
  /// Content of one file. May be called from several threads. Throws FormatError kIo when there is none,
  /// kOverLimit.
  [[nodiscard]] virtual std::string read(const std::string& path) const = 0;
};

/// A directory. Symbolic links, device files, `.git` and everything else that starts with a dot are not part
/// of the tree. An interrupted save (see save.h) is seen as finished if it had been committed, else as never
/// begun.
std::unique_ptr<FileTree> openDirectory(const std::filesystem::path& directory, const Limits& limits = {});

/// A `.tiku` file: a zip whose first entry is `mimetype`. Refuses entries that would leave the tree, links,
/// encrypted entries, duplicates, and everything over the limits.
std::unique_ptr<FileTree> openArchive(const std::filesystem::path& file, const Limits& limits = {});

/// An archive in memory whose first entry must be this mimetype. `name` is for messages.
std::unique_ptr<FileTree> openArchive(std::string bytes, std::string name, std::string_view mimetype,
                                      const Limits& limits = {});

/// Either of them, by what lies at the path. Throws kNotAPackage with advice when it is neither.
std::unique_ptr<FileTree> openTree(const std::filesystem::path& path, const Limits& limits = {});

/// A tree in memory, for tests and for what is read from elsewhere.
std::unique_ptr<FileTree> memoryTree(std::string name,
                                     std::vector<std::pair<std::string, std::string>> files);

}  // namespace tiku::formats
