#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The files of a package, wherever it lies. Nothing outside it is ever read.
namespace tiku::formats::qti {

class PackageFiles {
 public:
  virtual ~PackageFiles() = default;
  [[nodiscard]] virtual bool has(const std::string& path) const = 0;
  /// Throws FormatError; kOverLimit where all that was read is too much together.
  [[nodiscard]] std::string read(const std::string& path) const;
  /// Something odd about how the files are named, as a sentence; empty where nothing is.
  [[nodiscard]] virtual std::string oddity() const { return {}; }
  /// Paths of all files with '/', sorted.
  [[nodiscard]] virtual std::vector<std::string> list() const = 0;

 private:
  [[nodiscard]] virtual std::string bytesOf(const std::string& path) const = 0;
  mutable std::uint64_t read_ = 0;
};

/// A zip. Throws FormatError for one that is over the limits, encrypted, damaged, or whose names lie outside
/// or are one name twice.
std::unique_ptr<PackageFiles> filesOfZip(const std::string& bytes, const std::string& name);
/// The folder in which a manifest lies, unpacked. Links are not followed.
std::unique_ptr<PackageFiles> filesOfFolder(const std::filesystem::path& folder);
/// A file by itself, without a package around it.
std::unique_ptr<PackageFiles> noFiles();

/// A path that `href` in the file `from` means, from the root of the package; nothing where it leads out of
/// it or is no path of it: an address of the web, a drive, a backslash.
std::optional<std::string> pathOf(std::string_view from, std::string_view href);

/// The path as an address in a manifest: what an address may not hold is %-encoded.
std::string hrefOf(std::string_view path);

/// The path without its case and the forms of its accents: two of a package that are one so are one file on
/// many disks.
std::string foldedPath(const std::string& path);

}  // namespace tiku::formats::qti
