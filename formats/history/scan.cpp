#include <algorithm>
#include <functional>
#include <future>

#include "formats/history/repository_impl.h"
#include "formats/history/work_file.h"

/// Which files differ from the last check-in. A file is read only when its stamp in git's index does not
/// prove that it is the same. The last check-in, the index and the directory are gone through side by side,
/// all in the order of the paths.
namespace tiku::formats {
namespace {

/// The elements of `all` whose path is not among `others`, both in the order of the paths.
template <typename All, typename Path, typename Others>
std::vector<std::string> pathsMissingIn(const All& all, Path path, const Others& others) {
  std::vector<std::string> missing;
  auto other = others.begin();
  for (const auto& one : all) {
    const std::string& name = std::invoke(path, one);
    while (other != others.end() && other->path < name) ++other;
    if (other == others.end() || other->path != name) missing.push_back(name);
  }
  return missing;
}

}  // namespace

Repository::Impl::Scan Repository::Impl::scan() const {
  // The last check-in is listed while the directory is looked at.
  auto listing = std::async(std::launch::async, [this] {
    const auto head = headCommit();
    if (!head) return std::vector<git::TreeFile>();
    const git_oid tree = *git_commit_tree_id(commit(*head).get());
    return git::listFiles(store(), tree, Limits{}.fileCount, directory);
  });
  std::vector<git::StampedFile> files = git::stampedFiles(directory);
  const std::vector<git::TreeFile> committed = listing.get();
  const git::Stage stage(repository.get(), directory, git::Stage::Use::kRead);
  git::IndexFile::InOrder lines = stage.inOrder();
  git::HashingSink hash;
  Scan scan;
  auto before = committed.begin();
  for (git::StampedFile& file : files) {
    const auto line = lines.find(file.path);
    git_oid id{};
    if (const auto known = stage.unchanged(line, file.stamp)) {
      id = *known;
    } else {
      const auto content = git::readWorkFile(directory, file.path);
      if (!content) {
        file.path.clear();  // It vanished meanwhile.
        continue;
      }
      id = hash.put(GIT_OBJECT_BLOB, content->content);
    }
    const auto staged = git::Stage::blobOf(line);
    if (!staged || git_oid_equal(&*staged, &id) == 0) scan.unstaged.push_back(file.path);
    while (before != committed.end() && before->path < file.path) ++before;
    if (before == committed.end() || before->path != file.path) {
      scan.dirty.added.push_back(file.path);
    } else if (before->executable || git_oid_equal(&before->id, &id) == 0) {
      scan.dirty.changed.push_back(file.path);
    }
  }
  std::erase_if(files, [](const git::StampedFile& file) { return file.path.empty(); });
  scan.dirty.removed = pathsMissingIn(committed, &git::TreeFile::path, files);
  for (std::string& path : pathsMissingIn(stage.paths(), std::identity(), files)) {
    if (git::isTreePath(path)) scan.unstaged.push_back(std::move(path));
  }
  return scan;
}

}  // namespace tiku::formats
