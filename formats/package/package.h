#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "formats/package/file_tree.h"

/// A bank as files: where each object lies, how it is written, how a whole bank is read.
namespace tiku::formats {

/// The version of the package format. A newer minor version only adds elements and attributes, which this
/// program keeps; a newer major version is refused with code kNotAPackage.
struct FormatVersion {
  int major = 1;
  int minor = 0;
  [[nodiscard]] std::string str() const;
  auto operator<=>(const FormatVersion&) const = default;
};
inline constexpr FormatVersion kFormatVersion{1, 0};

/// Path of the object's file in a package: `items/level-3/theory/<uuid>.xml`. Empty for monostate.
std::string pathOf(const Object& object);

/// The canonical file of the object: fixed order of attributes and elements, one element per line, LF, UTF-8,
/// a final newline. For media its bytes. Throws FormatError for an object that could not be read again: no
/// id, two of the same id, a negative number, nested too deep or too large; text always can.
std::string write(const Object& object);

/// What `tiku.xml` says.
struct Manifest {
  FormatVersion version;
  Id packageId;
  bool operator==(const Manifest&) const = default;
};

/// `tiku.xml` of a package.
std::string writeManifest(const Id& packageId, FormatVersion version = kFormatVersion);
/// The manifest that belongs to a bank: of this program's version, or of the newer minor one that the bank
/// was read from.
std::string writeManifest(const BankInfo& info);

/// Reads `tiku.xml` of any version, also one that this program cannot read otherwise. Throws kNotAPackage.
Manifest readManifest(const std::string& content, const std::string& file, const Limits& limits = {});

/// Reads one file of a package. `path` decides the kind and must agree with the content; `treeName` is for
/// messages. What is unknown is an error, or is kept as extras when `version` (of the package's manifest) is
/// a newer minor one. Throws FormatError kNotUnderstood with file, line, what was found and what was
/// expected.
///
/// A BankInfo read alone has no packageId: that is in the manifest, and readBank() sets it.
Object read(const std::string& path, const std::string& content, const std::string& treeName,
            const Limits& limits = {}, FormatVersion version = kFormatVersion);

/// Something that a reader should know and that did not stop the reading.
struct ReadNote {
  enum class Kind { kMigrated, kNewerMinor, kForeignFile };
  Kind kind;
  std::string path;
  std::string message;
};

/// What a migration did beside changing objects; saveMigrated() carries it out on disk.
struct Migration {
  std::vector<std::string> gone;  ///< Paths of the old version that the new one does not have.
  std::string logPath;            ///< `logs/2026-03-01_migration-to-1.0.txt`
  std::string log;                ///< For the user.
};

struct ReadResult {
  Bank bank;
  FormatVersion version;  ///< As found.
  std::vector<ReadNote> notes;
  /// Set when the bank was brought from an older version.
  std::optional<Migration> migration;
};

/// Reads a whole bank, files in parallel. Files that belong to no known object (a README, an unknown folder
/// of a newer minor version) are left alone and noted. Throws FormatError; the first failing path in sorted
/// order is reported.
ReadResult readBank(const FileTree& tree, const Limits& limits = {});

/// openTree and readBank.
ReadResult loadBank(const std::filesystem::path& path, const Limits& limits = {});

}  // namespace tiku::formats
