#include "formats/history/revision_tree.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <unordered_set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "formats/history/work_file.h"
#include "formats/package/paths.h"

namespace tiku::formats {
namespace git {
namespace {

class RevisionTree final : public FileTree {
 public:
  RevisionTree(ObjectStore store, const git_oid& tree, std::string name, std::filesystem::path directory,
               const Limits& limits)
      : store_(std::move(store)),
        root_(tree),
        name_(std::move(name)),
        directory_(std::move(directory)),
        limits_(limits) {}

  [[nodiscard]] std::string name() const override { return name_; }

  [[nodiscard]] std::vector<std::string> list() const override {
    const std::lock_guard lock(mutex_);
    if (!files_) files_ = listFiles(store_, root_, limits_.fileCount, directory_);
    std::vector<std::string> paths;
    paths.reserve(files_->size());
    for (const TreeFile& file : *files_) paths.push_back(file.path);
    return paths;
  }

  [[nodiscard]] bool has(const std::string& path) const override { return find(path).has_value(); }

  [[nodiscard]] std::string read(const std::string& path) const override {
    const auto id = find(path);
    const Place place{name_ + "!" + path, 0, {}};
    if (!id) throw FormatError(ErrorCode::kIo, say("这个版本里没有这个文件。"), place);
    const std::uint64_t size = store_.sizeOf(*id);
    const FileKind kind = parsePath(path).kind;
    const bool large = kind == FileKind::kMedia || kind == FileKind::kForeign;
    const std::uint64_t limit = large ? limits_.mediaBytes : limits_.fileBytes;
    if (size > limit) {
      throw FormatError(
          ErrorCode::kOverLimit,
          say("文件有 {size} 字节，超过上限 {limit} 字节。", "size"_a = size, "limit"_a = limit), place);
    }
    if (countOnce(path, size) > limits_.totalBytes) {
      throw FormatError(ErrorCode::kOverLimit,
                        say("所有文件合计超过上限 {limit} 字节。", "limit"_a = limits_.totalBytes), place);
    }
    return store_.read(*id);
  }

 private:
  struct Folder {
    std::string bytes;
    std::vector<TreeLine> lines;  ///< Their names point into `bytes`.
  };

  [[nodiscard]] std::optional<git_oid> find(const std::string& path) const {
    const std::lock_guard lock(mutex_);
    if (files_) {
      const auto found = std::ranges::lower_bound(*files_, path, {}, &TreeFile::path);
      return found != files_->end() && found->path == path ? std::optional(found->id) : std::nullopt;
    }
    if (!isTreePath(path)) return std::nullopt;
    git_oid folder = root_;
    std::size_t begin = 0;
    for (std::size_t end = path.find('/'); end != std::string::npos; end = path.find('/', begin)) {
      const TreeLine* line = findLine(open(folder), std::string_view(path).substr(begin, end - begin));
      if (line == nullptr || line->kind != TreeLine::Kind::kTree) return std::nullopt;
      folder = line->id;
      begin = end + 1;
    }
    const TreeLine* line = findLine(open(folder), std::string_view(path).substr(begin));
    return line != nullptr && line->kind == TreeLine::Kind::kFile ? std::optional(line->id) : std::nullopt;
  }

  [[nodiscard]] const std::vector<TreeLine>& open(const git_oid& id) const {
    Folder& folder = folders_[hex(id)];
    if (folder.bytes.empty()) {
      folder.bytes = store_.read(id);
      folder.lines = parseTree(folder.bytes, directory_);
    }
    return folder.lines;
  }

  /// What was read so far; each file counts once, however often it is read.
  [[nodiscard]] std::uint64_t countOnce(const std::string& path, std::uint64_t size) const {
    const std::lock_guard lock(mutex_);
    if (counted_.insert(path).second) total_ += size;
    return total_;
  }

  ObjectStore store_;
  git_oid root_;
  std::string name_;
  std::filesystem::path directory_;
  Limits limits_;
  mutable std::mutex mutex_;
  mutable std::optional<std::vector<TreeFile>> files_;
  mutable std::map<std::string, Folder> folders_;  ///< By the id of their tree.
  mutable std::unordered_set<std::string> counted_;
  mutable std::uint64_t total_ = 0;
};

}  // namespace

std::unique_ptr<FileTree> openRevision(ObjectStore store, const git_oid& tree, std::string name,
                                       std::filesystem::path directory, const Limits& limits) {
  return std::make_unique<RevisionTree>(std::move(store), tree, std::move(name), std::move(directory),
                                        limits);
}

}  // namespace git

std::string treeIdOf(const FileTree& tree) {
  git::start();
  git::HashingSink hash;
  std::vector<git::TreeEdit> files;
  for (const std::string& path : tree.list()) {
    files.push_back({path, hash.put(GIT_OBJECT_BLOB, tree.read(path))});
  }
  return git::hex(git::editTree(nullptr, hash, nullptr, std::move(files)));
}

}  // namespace tiku::formats
