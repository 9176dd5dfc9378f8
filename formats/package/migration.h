#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "formats/package/package.h"
#include "formats/package/xml/tree.h"

/// How a package of an older format version becomes one of the current version. To add a step: derive from
/// MigrationStep in a file of its own, name it in migrationSteps(), and put a package of the old version into
/// tests/data.
namespace tiku::formats {

/// What a step tells the user.
struct MigrationMessage {
  enum class Severity {
    kNote,     ///< Done; nothing to do.
    kWarning,  ///< The user should look at it.
  };
  Severity severity = Severity::kNote;
  std::vector<std::string> objects;  ///< Paths, as they are after the step.
  std::string text;                  ///< In the user's language.
};

/// The files of the package while they are being changed, in memory. The package on disk is not touched.
class PackageFiles {
 public:
  PackageFiles(std::string treeName, std::vector<std::pair<std::string, std::string>> files,
               const Limits& limits);

  /// Sorted.
  [[nodiscard]] std::vector<std::string> paths() const;
  [[nodiscard]] bool has(const std::string& path) const { return files_.contains(path); }

  /// The document at the path, to be changed in place; parsed at the first call. Throws FormatError
  /// kNotUnderstood, kIo when there is none.
  xml::Element& document(const std::string& path);
  void setText(const std::string& path, std::string content);
  void rename(const std::string& from, const std::string& to);
  void remove(const std::string& path);

  /// All files as they are now; documents in the form of xml::document().
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> take();

 private:
  struct File {
    std::string content;
    std::unique_ptr<xml::Element> root;  // Set once the document was asked for; then it is what counts.
  };
  File& at(const std::string& path);

  std::string treeName_;
  std::map<std::string, File> files_;
  xml::Parser parser_;
};

/// One step from a version to the next.
class MigrationStep {
 public:
  virtual ~MigrationStep() = default;
  [[nodiscard]] virtual FormatVersion from() const = 0;
  [[nodiscard]] virtual FormatVersion to() const = 0;
  /// Changes the files and tells what it did. `tiku.xml` is brought to the new version by the caller.
  virtual void apply(PackageFiles& files, std::vector<MigrationMessage>& messages) const = 0;
};

/// The steps that this program knows, oldest first. Version 1.0 is the first version, so there is none yet.
std::span<const MigrationStep* const> migrationSteps();

/// readBank() with other steps than the program's own.
ReadResult readBank(const FileTree& tree, const Limits& limits, std::span<const MigrationStep* const> steps);

/// A package brought to the current version, before it is read.
struct MigratedPackage {
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<ReadNote> notes;
  Migration record;
};

/// Applies the steps that lead from the manifest's version to the current one. Throws kNotAPackage when they
/// do not lead there.
MigratedPackage migrate(const FileTree& tree, const Manifest& manifest, const Limits& limits,
                        std::span<const MigrationStep* const> steps);

}  // namespace tiku::formats
