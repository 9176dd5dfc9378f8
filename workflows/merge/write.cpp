// The merged files on disk and in the history.
#include <algorithm>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/file_tree.h"
#include "workflows/merge/merge.h"

namespace tiku::workflows {

using namespace formats;

namespace {

// A process that died between the save and the check-in has left just these.
bool isOfMerge(const std::string& path, const MergeResult& result, const FileTree& tree) {
  const auto file = std::ranges::find(result.files, path, &FileChange::path);
  if (file == result.files.end()) return false;
  return tree.has(path) ? !file->remove && tree.read(path) == file->content : file->remove;
}

void requireClean(const Repository& repository, const std::filesystem::path& directory,
                  const MergeResult& result) {
  const Dirty dirty = repository.dirty();
  if (dirty.empty()) return;
  const auto tree = openDirectory(directory);
  for (const auto* part : {&dirty.added, &dirty.changed, &dirty.removed}) {
    for (const std::string& path : *part) {
      if (isOfMerge(path, result, *tree)) continue;
      throw FormatError(ErrorCode::kConflict, say("题库里有没签入的改动，先不合并。"),
                        {directory.string() + "/" + path, 0, {}}, say("请先签入（tiku commit），再合并。"));
    }
  }
}

void requireUnmoved(const Repository& repository, const std::filesystem::path& directory,
                    const MergeResult& result) {
  const std::vector<Revision> tip = repository.log(1);
  if ((tip.empty() ? std::string() : tip.front().commit) == result.mine) return;
  throw FormatError(ErrorCode::kConflict, say("合并期间又签入了新的版本。"), {directory.string(), 0, {}},
                    say("请重新合并。"));
}

}  // namespace

Revision writeMerge(Repository& repository, const std::filesystem::path& directory, const MergeResult& result,
                    const std::string& message, const std::optional<Signature>& author) {
  if (result.nothingNew) return repository.find("HEAD");
  finishSave(directory);
  requireUnmoved(repository, directory, result);
  requireClean(repository, directory, result);
  if (!result.files.empty()) saveFiles(directory, result.files);
  std::vector<std::string> paths;
  for (const FileChange& file : result.files) paths.push_back(file.path);
  return repository.checkInMerge(paths, result.theirs, message, author);
}

}  // namespace tiku::workflows
