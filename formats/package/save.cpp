#include "formats/package/save.h"

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <map>
#include <set>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"
#include "formats/package/posix.h"
#include "formats/package/save_plan.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;

// More files than this are made durable by one call for the file system instead of one call each.
constexpr std::size_t kSyncEachUpTo = 16;

// A package folder that this process alone saves into, until it goes out of scope.
class Target {
 public:
  explicit Target(const fs::path& directory)
      : name_(directory.string()), root_(posix::openFolder(directory)) {
    using namespace std::chrono_literals;
    for (int tries = 0; ::flock(root_.get(), LOCK_EX | LOCK_NB) != 0; ++tries) {
      if (errno != EWOULDBLOCK && errno != EINTR) return;  // A file system without locks.
      if (tries == 100) {
        throw FormatError(ErrorCode::kConflict, say("另一个程序正在保存这个题库。"), {name_, 0, {}},
                          say("请稍后再试。"));
      }
      std::this_thread::sleep_for(100ms);
    }
  }

  [[nodiscard]] const posix::File& root() const { return root_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string at(const std::string& path) const { return name_ + "/" + path; }

  // Removes the folder of the save, which holds files only.
  void clearStaging() const {
    std::error_code ignored;  // A leftover without a plan means nothing to any reader.
    fs::remove_all(fs::path(name_) / kSaveFolder, ignored);
  }

 private:
  std::string name_;
  posix::File root_;
};

void checkPaths(std::span<const FileChange> changes) {
  std::set<std::string_view> seen;
  for (const FileChange& change : changes) {
    if (!isSafePath(change.path)) {
      throw FormatError(ErrorCode::kOverLimit, say("不能写到题库文件夹以外或用这样的文件名。"),
                        {change.path, 0, {}});
    }
    if (!seen.insert(change.path).second) {
      throw std::logic_error("one save names " + change.path + " twice");
    }
  }
}

// Everything that could fail after the commit is tried before it: the folders are made, and nothing but a
// file may lie where a file goes.
void prepareTarget(const Target& target, const FileChange& change) {
  const auto [parent, leaf] = posix::splitPath(change.path);
  const posix::File folder = posix::openFolderBelow(target.root(), parent, !change.remove, target.name());
  if (!folder.valid()) return;  // Nothing to remove.
  struct stat status{};
  const bool exists = ::fstatat(folder.get(), leaf.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
  if (exists && S_ISDIR(status.st_mode)) posix::failIo(EISDIR, target.at(change.path));
  if (change.remove && !exists) return;
  if (::faccessat(folder.get(), ".", W_OK, AT_EACCESS) != 0) posix::failIo(errno, target.at(change.path));
}

void stage(const Target& target, std::span<const FileChange> changes) {
  const posix::File staging = posix::openFolderBelow(target.root(), kSaveFolder, true, target.name());
  const bool syncEach = changes.size() <= kSyncEachUpTo;
  std::vector<PlanStep> steps;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const FileChange& change = changes[i];
    prepareTarget(target, change);
    steps.push_back({change.path, change.remove});
    if (change.remove) continue;
    posix::writeNew(staging, std::to_string(i), change.content, syncEach, target.at(change.path));
  }
  posix::writeNew(staging, kPlanDraft, printPlan(steps), syncEach, target.at(kSaveFolder));
  if (syncEach) {
    posix::syncFolder(staging);
  } else {
    posix::syncAll(staging, target.name());
  }
  if (::renameat(staging.get(), kPlanDraft, staging.get(), kPlanFile) != 0)
    posix::failIo(errno, target.name());
  posix::syncFolder(staging);
}

// A folder that the removal of its last file has left empty goes too, as it would in git.
void removeEmptyFolders(const Target& target, std::string path) {
  while (true) {
    const auto [parent, leaf] = posix::splitPath(path);
    if (parent.empty()) return;
    const auto [above, name] = posix::splitPath(parent);
    const posix::File folder = posix::openFolderBelow(target.root(), above, false, target.name());
    if (!folder.valid() || ::unlinkat(folder.get(), name.c_str(), AT_REMOVEDIR) != 0) return;
    path = parent;
  }
}

void putInPlace(const Target& target, const posix::File& staging, const PlanStep& step, std::size_t number) {
  const auto [parent, leaf] = posix::splitPath(step.path);
  const posix::File folder = posix::openFolderBelow(target.root(), parent, !step.remove, target.name());
  if (step.remove) {
    if (!folder.valid()) return;
    if (::unlinkat(folder.get(), leaf.c_str(), 0) != 0 && errno != ENOENT) {
      posix::failIo(errno, target.at(step.path));
    }
    removeEmptyFolders(target, step.path);
    return;
  }
  // Already there when an earlier attempt was interrupted after this step.
  const std::string content = std::to_string(number);
  if (::renameat(staging.get(), content.c_str(), folder.get(), leaf.c_str()) != 0 && errno != ENOENT) {
    posix::failIo(errno, target.at(step.path));
  }
}

// One file needs no plan: its own rename is the commit.
void saveOne(const Target& target, const FileChange& change) {
  prepareTarget(target, change);
  const auto [parent, leaf] = posix::splitPath(change.path);
  if (!change.remove) {
    const posix::File staging = posix::openFolderBelow(target.root(), kSaveFolder, true, target.name());
    posix::writeNew(staging, "0", change.content, true, target.at(change.path));
    putInPlace(target, staging, {change.path, false}, 0);
    target.clearStaging();
  } else {
    putInPlace(target, target.root(), {change.path, true}, 0);
  }
  const posix::File folder = posix::openFolderBelow(target.root(), parent, false, target.name());
  if (folder.valid()) posix::syncFolder(folder);
}

void rollForward(const Target& target) {
  const auto plan = committedPlan(target.root(), target.name());
  if (!plan) {
    target.clearStaging();
    return;
  }
  const posix::File staging = posix::openFolderBelow(target.root(), kSaveFolder, false, target.name());
  std::set<std::string> folders;
  for (std::size_t i = 0; i < plan->size(); ++i) {
    putInPlace(target, staging, (*plan)[i], i);
    folders.insert(posix::splitPath((*plan)[i].path).first);
  }
  // The files are in place for good before the plan that could repeat the work goes.
  if (plan->size() > kSyncEachUpTo) {
    posix::syncAll(staging, target.name());
  } else {
    for (const std::string& path : folders) {
      const posix::File folder = posix::openFolderBelow(target.root(), path, false, target.name());
      if (folder.valid()) posix::syncFolder(folder);
    }
  }
  ::unlinkat(staging.get(), kPlanFile, 0);
  target.clearStaging();
}

}  // namespace

void saveFiles(const fs::path& directory, std::span<const FileChange> changes) {
  checkPaths(changes);
  if (changes.empty()) return;
  const Target target(directory);
  rollForward(target);
  try {
    if (changes.size() == 1) {
      saveOne(target, changes.front());
      return;
    }
    stage(target, changes);
  } catch (...) {
    if (!committedPlan(target.root(), target.name())) target.clearStaging();
    throw;
  }
  rollForward(target);
}

void finishSave(const fs::path& directory) {
  rollForward(Target(directory));
}

std::vector<FileChange> filesFor(std::span<const Change> changes) {
  // By path: of several changes to one object the last one counts.
  std::map<std::string, FileChange> files;
  const auto set = [&files](FileChange file) { files.insert_or_assign(file.path, std::move(file)); };
  for (const Change& change : changes) {
    const std::string before = pathOf(change.before);
    const std::string after = pathOf(change.after);
    if (!before.empty() && before != after) set({before, {}, true});
    if (!after.empty()) set({after, write(change.after), false});
    const auto* was = change.was<BankInfo>();
    const auto* is = change.is<BankInfo>();
    if (is != nullptr && (was == nullptr || writeManifest(*was) != writeManifest(*is))) {
      set({std::string(kManifestPath), writeManifest(*is), false});
    }
  }
  std::vector<FileChange> list;
  for (auto& [path, file] : files) list.push_back(std::move(file));
  return list;
}

void writeFileSafely(const fs::path& file, std::string_view content, bool replace) {
  const fs::path folderPath = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const posix::File folder = posix::openFolder(folderPath);
  const std::string leaf = file.filename().string();
  const std::string aside = "." + leaf.substr(0, 100) + ".tiku-" + Id::random().str();
  const auto exists = [&] {
    return FormatError(ErrorCode::kConflict, say("文件已经存在。"), {file.string(), 0, {}},
                       say("请换一个文件名，或先移走原来的文件。"));
  };
  if (!replace && ::faccessat(folder.get(), leaf.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0) throw exists();
  try {
    posix::writeNew(folder, aside, content, true, file.string());
    // A link fails where a rename would silently replace a file that appeared meanwhile.
    if (!replace && ::linkat(folder.get(), aside.c_str(), folder.get(), leaf.c_str(), 0) == 0) {
      ::unlinkat(folder.get(), aside.c_str(), 0);
    } else if (!replace && errno == EEXIST) {
      throw exists();
    } else if (::renameat(folder.get(), aside.c_str(), folder.get(), leaf.c_str()) != 0) {
      posix::failIo(errno, file.string());
    }
    posix::syncFolder(folder);
  } catch (...) {
    ::unlinkat(folder.get(), aside.c_str(), 0);
    throw;
  }
}

}  // namespace tiku::formats
