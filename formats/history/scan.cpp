#include <future>

#include "formats/history/repository_impl.h"
#include "formats/history/work_file.h"

/// Which files differ from the last check-in. A file is read only when its stamp in git's index does not
/// prove that it is the same. The last check-in, the index and the directory are gone through side by side,
/// all in the order of the paths.
namespace tiku::formats {

Repository::Impl::Scan Repository::Impl::scan() const {
  // The last check-in is listed while the directory is looked at.
  auto listing = std::async(std::launch::async, [this] {
    const auto head = headCommit();
    if (!head) return std::vector<git::TreeFile>();
    const git_oid tree = *git_commit_tree_id(commit(*head).get());
    return git::listFiles(store(), tree, Limits{}.fileCount, directory);
  });
  const std::vector<git::StampedFile> files = git::stampedFiles(directory);
  const std::vector<git::TreeFile> committed = listing.get();
  const git::Stage stage(repository.get(), directory, git::Stage::Use::kRead);
  git::HashingSink hash;
  Scan scan;
  git::IndexFile::InOrder lines = stage.inOrder([&scan](std::string_view path) {
    if (git::isTreePath(path)) scan.unstaged.emplace_back(path);
  });
  auto before = committed.begin();
  for (const git::StampedFile& file : files) {
    const auto line = lines.find(file.path);
    git_oid id{};
    if (const auto known = stage.unchanged(line, file.stamp)) {
      id = *known;
    } else {
      const auto content = git::readWorkFile(directory, file.path);
      if (!content) {  // It vanished meanwhile.
        if (line) scan.unstaged.push_back(file.path);
        continue;
      }
      id = hash.put(GIT_OBJECT_BLOB, content->content);
    }
    const auto staged = git::Stage::blobOf(line);
    if (!staged || git_oid_equal(&*staged, &id) == 0) scan.unstaged.push_back(file.path);
    for (; before != committed.end() && before->path < file.path; ++before)
      scan.dirty.removed.push_back(before->path);
    if (before == committed.end() || before->path != file.path) {
      scan.dirty.added.push_back(file.path);
    } else {
      if (before->executable || git_oid_equal(&before->id, &id) == 0) scan.dirty.changed.push_back(file.path);
      ++before;
    }
  }
  lines.finish();
  for (; before != committed.end(); ++before) scan.dirty.removed.push_back(before->path);
  return scan;
}

}  // namespace tiku::formats
