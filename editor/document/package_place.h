#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>

#include "formats/package/package.h"
#include "formats/package/save.h"

namespace tiku::editor {

/// Where a bank lies: a package directory or a `.tiku` file. Everything throws FormatError.
class PackagePlace {
 public:
  /// Something that is there; what it is shows when it is read.
  explicit PackagePlace(std::filesystem::path path);
  /// Makes a new package: a `.tiku` where the name ends so, else a directory. Refuses with kConflict what is
  /// there already; a directory may be empty.
  static PackagePlace create(const formats::Bank& bank, const std::filesystem::path& path);
  /// A place to be written to by writeNew(), of the kind that its name says.
  static PackagePlace named(const std::filesystem::path& path);

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] bool isArchive() const { return archive_; }
  /// The folder of what an editing session keeps: `.tiku-edit` in a directory, `.<name>-edit` beside a
  /// `.tiku`. No part of the package: its name has a dot in front.
  [[nodiscard]] std::filesystem::path sideFolder() const;

  [[nodiscard]] std::unique_ptr<formats::FileTree> openTree() const;
  /// Makes the package of these files. A `.tiku` that is there is replaced only if `replace`.
  void writeNew(const std::map<std::string, std::string>& files, bool replace) const;
  void write(std::span<const formats::FileChange> files) const;
  /// Also what a migration asks for.
  void writeMigrated(const formats::ReadResult& result) const;

 private:
  PackagePlace(std::filesystem::path path, bool archive) : path_(std::move(path)), archive_(archive) {}

  std::filesystem::path path_;
  bool archive_ = false;
};

}  // namespace tiku::editor
