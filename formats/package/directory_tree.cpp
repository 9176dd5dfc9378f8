// A package that lies in a folder.
#include <algorithm>
#include <dirent.h>
#include <fcntl.h>
#include <map>
#include <unistd.h>
#include <unordered_set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/file_tree.h"
#include "formats/package/list_directory.h"
#include "formats/package/paths.h"
#include "formats/package/posix.h"
#include "formats/package/save_plan.h"

namespace tiku::formats {
namespace {

constexpr int kMostFolders = 32;  // Deep enough for every package; shallow enough for open file descriptors.
// So many stay open to be read from without walking to them again; a bank has about twenty.
constexpr std::size_t kOpenFolders = 64;

// Whether `folder + name` is safe, where `folder` is. Its own path is not looked at once for each of its
// files.
bool isSafeBelow(const std::string& folder, std::string_view name) {
  constexpr std::size_t kSurelyShort = 200;
  if (!isSafePath(name)) return false;
  return folder.size() + name.size() <= kSurelyShort || isSafePath(folder + std::string(name));
}

class DirectoryTree final : public FileTree {
 public:
  DirectoryTree(const std::filesystem::path& directory, const Limits& limits)
      : name_(directory.string()), limits_(limits), root_(posix::openFolder(directory)) {
    collect(posix::openFolder(directory), "", 0);
    applyInterruptedSave();
    if (!std::ranges::is_sorted(paths_)) std::ranges::sort(paths_);
  }

  [[nodiscard]] std::vector<std::string> takeList() && { return std::move(paths_); }

  [[nodiscard]] std::string name() const override { return name_; }
  [[nodiscard]] std::vector<std::string> list() const override { return paths_; }
  [[nodiscard]] bool has(const std::string& path) const override {
    return std::ranges::binary_search(paths_, path);
  }

  [[nodiscard]] std::string read(const std::string& path) const override {
    const std::string file = name_ + "/" + path;
    if (!has(path)) throw FormatError(ErrorCode::kIo, say("没有这个文件。"), {file, 0, {}});
    const std::uint64_t limit = path.starts_with("media/") || parsePath(path).kind == FileKind::kForeign
                                    ? limits_.mediaBytes
                                    : limits_.fileBytes;
    const auto waiting = waiting_.find(path);
    if (waiting != waiting_.end()) {
      const posix::File folder = posix::openFolderBelow(root_, kSaveFolder, false, name_);
      // Another process may have finished the save meanwhile; then the file is in its place.
      if (folder.valid() && ::faccessat(folder.get(), waiting->second.c_str(), F_OK, 0) == 0) {
        return posix::readAll(folder, waiting->second, limit, file);
      }
    }
    const auto [parent, leaf] = posix::splitPath(path);
    if (const auto open = folders_.find(parent); open != folders_.end()) {
      return posix::readAll(open->second, leaf, limit, file);
    }
    const posix::File folder = posix::openFolderBelow(root_, parent, false, name_);
    if (!folder.valid()) throw FormatError(ErrorCode::kIo, say("没有这个文件。"), {file, 0, {}});
    return posix::readAll(folder, leaf, limit, file);
  }

 private:
  void collect(posix::File folder, const std::string& prefix, int depth) {
    if (depth > kMostFolders) {
      throw FormatError(ErrorCode::kOverLimit, say("文件夹嵌套超过 {limit} 层。", "limit"_a = kMostFolders),
                        {name_ + "/" + prefix, 0, {}});
    }
    const int copy = ::fcntl(folder.get(), F_DUPFD_CLOEXEC, 0);
    DIR* entries = copy < 0 ? nullptr : ::fdopendir(copy);
    if (entries == nullptr) posix::failIo(errno, name_ + "/" + prefix);
    const std::unique_ptr<DIR, int (*)(DIR*)> closer(entries, &::closedir);
    std::vector<std::string> paths;  // Of a folder with '/' at the end: that is the order of what it holds.
    while (const dirent* entry = ::readdir(entries)) {
      const std::string_view entryName = static_cast<const char*>(entry->d_name);
      // What starts with a dot, or has a name that no archive may hold, is not part of the package.
      if (!isSafeBelow(prefix, entryName)) continue;
      unsigned char type = entry->d_type;
      if (type == DT_UNKNOWN) type = typeOf(folder, std::string(entryName));
      if (type != DT_DIR && type != DT_REG) continue;
      std::string& path = paths.emplace_back();
      path.reserve(prefix.size() + entryName.size() + 1);
      path.append(prefix).append(entryName);
      if (type == DT_DIR) path += '/';
    }
    std::ranges::sort(paths);
    for (std::string& path : paths) {
      if (!path.ends_with('/')) {
        add(std::move(path));
        continue;
      }
      const std::string inner = path.substr(prefix.size(), path.size() - prefix.size() - 1);
      posix::File next = posix::openFolderBelow(folder, inner, false, name_ + "/" + prefix);
      if (next.valid()) collect(std::move(next), path, depth + 1);
    }
    if (folders_.size() < kOpenFolders) {
      folders_.emplace(prefix.substr(0, prefix.empty() ? 0 : prefix.size() - 1), std::move(folder));
    }
  }

  void add(std::string path) {
    if (paths_.size() >= limits_.fileCount) {
      throw FormatError(ErrorCode::kOverLimit, say("文件超过 {limit} 个。", "limit"_a = limits_.fileCount),
                        {name_, 0, {}});
    }
    if (path != kMimetypePath) paths_.push_back(std::move(path));
  }

  static unsigned char typeOf(const posix::File& folder, const std::string& entryName) {
    struct stat status{};
    if (::fstatat(folder.get(), entryName.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return DT_UNKNOWN;
    return S_ISDIR(status.st_mode) ? DT_DIR : S_ISREG(status.st_mode) ? DT_REG : DT_UNKNOWN;
  }

  void applyInterruptedSave() {
    const auto plan = committedPlan(root_, name_);
    if (!plan) return;
    const posix::File folder = posix::openFolderBelow(root_, kSaveFolder, false, name_);
    std::unordered_set<std::string_view> named;
    for (const PlanStep& step : *plan) named.insert(step.path);
    std::erase_if(paths_, [&](const std::string& path) { return named.contains(path); });
    for (std::size_t i = 0; i < plan->size(); ++i) {
      const PlanStep& step = (*plan)[i];
      if (step.remove) continue;
      const std::string content = std::to_string(i);
      if (folder.valid() && ::faccessat(folder.get(), content.c_str(), F_OK, 0) == 0) {
        waiting_.emplace(step.path, content);
      }
      add(step.path);
    }
  }

  std::string name_;
  Limits limits_;
  posix::File root_;
  std::vector<std::string> paths_;
  std::map<std::string, posix::File> folders_;
  std::map<std::string, std::string> waiting_;  // Path to the file in .tiku-save that holds its content.
};

}  // namespace

std::vector<std::string> listDirectory(const std::filesystem::path& directory, const Limits& limits) {
  return DirectoryTree(directory, limits).takeList();
}

std::unique_ptr<FileTree> openDirectory(const std::filesystem::path& directory, const Limits& limits) {
  return std::make_unique<DirectoryTree>(directory, limits);
}

}  // namespace tiku::formats
