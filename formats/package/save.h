#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "formats/package/file_tree.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"

/// Writing a bank. All or nothing: a killed process, a full disk or a missing right leaves the old state or
/// the new one.
namespace tiku::formats {

/// One file to write, or to remove when `remove` is set.
struct FileChange {
  std::string path;
  std::string content;
  bool remove = false;
};

/// Writes the files into the package directory as one step: all contents go aside into `.tiku-save`, are
/// synced, are committed by one rename, and only then put in place; an interrupted step is finished by the
/// next one or by finishSave(). Throws FormatError kIo. Paths that would leave the directory throw
/// kOverLimit.
void saveFiles(const std::filesystem::path& directory, std::span<const FileChange> changes);

/// Completes or forgets an interrupted saveFiles(). Nothing to do is no error.
void finishSave(const std::filesystem::path& directory);

/// The file changes that bring a package from one state of the bank to another, sorted by path. The changes
/// may come from several edits, in their order.
std::vector<FileChange> filesFor(std::span<const Change> changes);

/// Every file of the bank by its path.
std::map<std::string, std::string> filesOf(const Bank& bank);

/// Makes a new package directory from the bank. The directory must not exist or be empty (else kConflict).
void saveNew(const Bank& bank, const std::filesystem::path& directory);

/// Brings the files of the directory to the state of the bank: writes what differs, removes the files of
/// objects that are gone, leaves foreign files alone. Used after a migration and by imports; an editor saves
/// its changes with filesFor().
void saveAll(const Bank& bank, const std::filesystem::path& directory);

/// saveAll() for a bank that was read from an older version of the format: the files of the old version go,
/// the log of the migration stays in the package. One step, like every save.
void saveMigrated(const ReadResult& result, const std::filesystem::path& directory);

/// The deterministic zip of the tree's files: same content, same bytes. `file` is written aside and renamed.
void packTree(const FileTree& tree, const std::filesystem::path& file);

/// Puts a `.tiku` with the changes laid over its files in the place of the old one.
void saveArchive(const std::filesystem::path& file, std::span<const FileChange> changes);

/// The same archive in memory, of another kind where a mimetype is given.
std::string packToMemory(const FileTree& tree, std::string_view mimetype = kMimetype);

/// An archive of packToMemory() with more files behind its own, which are taken over as they are packed:
/// costs what the new ones cost. Their paths must be new.
std::string packBehind(const std::string& archive,
                       const std::vector<std::pair<std::string, std::string>>& files);

/// Unpacks into a new or empty directory.
void unpackTree(const FileTree& tree, const std::filesystem::path& directory);

/// Writes one file aside and renames it into place, with fsync. Refuses to replace an existing file unless
/// `replace`.
void writeFileSafely(const std::filesystem::path& file, std::string_view content, bool replace);

}  // namespace tiku::formats
