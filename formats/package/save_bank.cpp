// A whole bank into a folder.
#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"
#include "formats/package/save.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;

// Makes a new or takes an empty folder. Throws kConflict, kIo.
void needEmptyFolder(const fs::path& directory) {
  std::error_code error;
  const bool exists = fs::exists(fs::symlink_status(directory, error));
  if (exists && (!fs::is_directory(directory, error) || !fs::is_empty(directory, error))) {
    throw FormatError(ErrorCode::kConflict, say("这里已经有文件，不能在这里新建题库。"),
                      {directory.string(), 0, {}}, say("请选择一个新的或空的文件夹。"));
  }
  fs::create_directories(directory, error);
  if (error) {
    throw FormatError(ErrorCode::kIo, say("不能建立文件夹：{reason}。", "reason"_a = error.message()),
                      {directory.string(), 0, {}});
  }
}

void saveInto(const fs::path& directory, std::vector<FileChange> files) {
  needEmptyFolder(directory);
  saveFiles(directory, files);
}

// What brings the files of the tree to the state of the bank.
std::vector<FileChange> changesTo(const Bank& bank, const FileTree& tree) {
  const std::string manifestPath(kManifestPath);
  if (tree.has(manifestPath)) {
    const Manifest manifest = readManifest(tree.read(manifestPath), tree.name() + "/" + manifestPath);
    if (manifest.packageId != bank.info().packageId) {
      throw FormatError(ErrorCode::kConflict, say("这个文件夹里是另一个题库。"), {tree.name(), 0, {}},
                        say("请换一个文件夹。"));
    }
  }
  std::map<std::string, std::string> files = filesOf(bank);
  std::vector<FileChange> changes;
  for (const std::string& path : tree.list()) {
    const auto wanted = files.find(path);
    if (wanted == files.end()) {
      if (isObjectFile(parsePath(path).kind)) changes.push_back({path, {}, true});
      continue;
    }
    if (tree.read(path) == wanted->second) files.erase(wanted);
  }
  for (auto& [path, content] : files) changes.push_back({path, std::move(content), false});
  return changes;
}

}  // namespace

std::map<std::string, std::string> filesOf(const Bank& bank) {
  std::map<std::string, std::string> files;
  for (const auto& [id, object] : bank.objects()) files.emplace(pathOf(object), write(object));
  files.emplace(kManifestPath, writeManifest(bank.info()));
  return files;
}

void saveNew(const Bank& bank, const fs::path& directory) {
  std::vector<FileChange> changes;
  for (auto& [path, content] : filesOf(bank)) changes.push_back({path, std::move(content), false});
  saveInto(directory, std::move(changes));
}

void saveAll(const Bank& bank, const fs::path& directory) {
  finishSave(directory);
  saveFiles(directory, changesTo(bank, *openDirectory(directory)));
}

void saveMigrated(const ReadResult& result, const fs::path& directory) {
  finishSave(directory);
  const auto tree = openDirectory(directory);
  std::vector<FileChange> changes = changesTo(result.bank, *tree);
  if (result.migration) {
    for (const std::string& path : result.migration->gone) {
      const bool named = std::ranges::any_of(changes, [&](const FileChange& c) { return c.path == path; });
      if (!named && tree->has(path)) changes.push_back({path, {}, true});
    }
    changes.push_back({result.migration->logPath, result.migration->log, false});
  }
  saveFiles(directory, changes);
}

void unpackTree(const FileTree& tree, const fs::path& directory) {
  std::vector<FileChange> files;
  for (const std::string& path : tree.list()) files.push_back({path, tree.read(path), false});
  saveInto(directory, std::move(files));
}

}  // namespace tiku::formats
