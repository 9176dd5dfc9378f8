#include <algorithm>
#include <set>
#include <unordered_map>

#include "formats/history/repository_impl.h"
#include "formats/history/work_file.h"

/// Which files differ from the last check-in. A file is read only when its stamp in git's index does not
/// prove that it is the same.
namespace tiku::formats {

Repository::Impl::Scan Repository::Impl::scan() const {
  std::unordered_map<std::string, git::TreeFile> committed;
  if (const auto head = headCommit()) {
    const git_oid tree = *git_commit_tree_id(commit(*head).get());
    for (git::TreeFile& file : git::listFiles(store(), tree, Limits{}.fileCount, directory)) {
      committed.emplace(file.path, std::move(file));
    }
  }
  const git::Stage stage(repository.get(), directory, git::Stage::Use::kRead);
  git::HashingSink hash;
  Scan scan;
  std::set<std::string> present;
  for (const std::string& path : openDirectory(directory)->list()) {
    const auto stamp = git::stampOf(directory, path);
    if (!stamp) continue;
    git_oid id{};
    if (const auto known = stage.unchanged(path, *stamp)) {
      id = *known;
    } else {
      const auto file = git::readWorkFile(directory, path);
      if (!file) continue;
      id = hash.put(GIT_OBJECT_BLOB, file->content);
    }
    present.insert(path);
    const auto staged = stage.find(path);
    if (!staged || git_oid_equal(&*staged, &id) == 0) scan.unstaged.push_back(path);
    const auto found = committed.find(path);
    if (found == committed.end()) {
      scan.dirty.added.push_back(path);
    } else if (found->second.executable || git_oid_equal(&found->second.id, &id) == 0) {
      scan.dirty.changed.push_back(path);
    }
  }
  for (const auto& [path, file] : committed) {
    if (!present.contains(path)) scan.dirty.removed.push_back(path);
  }
  std::ranges::sort(scan.dirty.removed);
  for (const std::string& path : stage.paths()) {
    if (git::isTreePath(path) && !present.contains(path)) scan.unstaged.push_back(path);
  }
  return scan;
}

}  // namespace tiku::formats
