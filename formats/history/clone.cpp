#include <functional>

#include "formats/base/say.h"
#include "formats/history/bundle.h"
#include "formats/history/git.h"
#include "formats/history/remote.h"
#include "formats/history/remote_repository.h"
#include "formats/history/repository.h"
#include "formats/model/values.h"
#include "formats/package/paths.h"
#include "formats/package/save.h"

namespace tiku::formats {
namespace {

namespace fs = std::filesystem;

// Beside the place where it will lie, so that the last step is one rename.
class Beside {
 public:
  explicit Beside(const fs::path& target)
      : path_(target.parent_path() / ("." + target.filename().string() + ".tiku-" + Id::random().str())) {
    std::error_code error;
    fs::create_directories(path_, error);
    if (error) {
      throw FormatError(ErrorCode::kIo, say("无法建立文件夹：{reason}。", "reason"_a = error.message()),
                        {path_.string(), 0, {}}, say("检查目录的权限和磁盘空间。"));
    }
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  ~Beside() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void requireFree(const fs::path& directory) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(directory, error))) return;
  if (fs::is_directory(directory, error) && fs::is_empty(directory, error)) return;
  throw FormatError(ErrorCode::kConflict, say("目录已经存在，而且不是空的。"), {directory.string(), 0, {}},
                    say("换一个目录名。"));
}

void moveBranch(const fs::path& where, const std::string& id) {
  const git::RepositoryHandle repository = git::openForRemote(where);
  git_oid tip{};
  git::check(git_oid_fromstr(&tip, id.c_str()), where);
  git_reference* raw = nullptr;
  git::check(
      git_reference_create(&raw, repository.get(), git::branchOf(repository.get()).c_str(), &tip, 0, "clone"),
      where);
  git_reference_free(raw);
}

}  // namespace

namespace {

// Makes the directory of what `bring` brings into an empty repository; it tells the newest check-in.
void make(const fs::path& given, const std::string& from,
          const std::function<std::string(const fs::path& history)>& bring) {
  const fs::path directory = fs::absolute(given).lexically_normal();
  const fs::path target = directory.has_filename() ? directory : directory.parent_path();
  requireFree(target);
  const Beside beside(target);
  const fs::path history = beside.path() / "history";
  const fs::path bank = beside.path() / "bank";
  fs::create_directory(history);
  (void)Repository::init(history);
  const std::string tip = bring(history);
  moveBranch(history, tip);
  const auto tree = Repository::open(history).treeAt(tip);
  if (!tree->has(std::string(kManifestPath))) {
    throw FormatError(ErrorCode::kNotAPackage, say("这个版本库里没有题库。"), {from, 0, {}},
                      say("核对地址或文件。"));
  }
  unpackTree(*tree, bank);
  fs::rename(history / ".git", bank / ".git");
  // Nothing is dirty, so this only tells git's index of the files.
  (void)Repository::open(bank).checkIn("clone");
  std::error_code error;
  fs::remove(target, error);  // When it is an empty folder.
  fs::rename(bank, target, error);
  if (error) {
    throw FormatError(ErrorCode::kIo, say("无法建立文件夹：{reason}。", "reason"_a = error.message()),
                      {target.string(), 0, {}}, say("检查目录的权限和磁盘空间。"));
  }
}

}  // namespace

void clone(const std::string& url, const fs::path& directory, const Transfer& how) {
  make(directory, shownAddress(url), [&](const fs::path& history) {
    setRemote(history, {kDefaultRemote, absoluteAddress(url)});
    const FetchResult fetched = fetch(history, kDefaultRemote, how);
    if (!fetched.after) {
      throw TransferError(TransferError::Trouble::kNotThere, say("对方的版本库还是空的。"),
                          {shownAddress(url), 0, {}}, say("先由有题库的一方用 tiku sync 送去。"));
    }
    return *fetched.after;
  });
}

void cloneBundle(const fs::path& file, const fs::path& directory, const Inspect& inspect,
                 const Transfer& how) {
  make(directory, file.string(), [&](const fs::path& history) {
    const BundleTaken taken = readBundle(history, file, inspect, how);
    dropBundle(history, taken);
    return taken.tip;
  });
}

}  // namespace tiku::formats
