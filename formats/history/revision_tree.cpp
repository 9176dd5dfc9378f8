#include "formats/history/revision_tree.h"

#include <algorithm>
#include <atomic>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "formats/package/paths.h"

namespace tiku::formats {
namespace git {
namespace {

class RevisionTree final : public FileTree {
 public:
  RevisionTree(ObjectStore store, std::vector<TreeFile> files, std::string name, const Limits& limits)
      : store_(std::move(store)),
        files_(std::move(files)),
        name_(std::move(name)),
        limits_(limits),
        counted_(files_.size()) {}

  [[nodiscard]] std::string name() const override { return name_; }

  [[nodiscard]] std::vector<std::string> list() const override {
    std::vector<std::string> paths;
    paths.reserve(files_.size());
    for (const TreeFile& file : files_) paths.push_back(file.path);
    return paths;
  }

  [[nodiscard]] bool has(const std::string& path) const override { return find(path) != files_.end(); }

  [[nodiscard]] std::string read(const std::string& path) const override {
    const auto file = find(path);
    const Place place{name_ + "!" + path, 0, {}};
    if (file == files_.end()) throw FormatError(ErrorCode::kIo, say("这个版本里没有这个文件。"), place);
    const std::uint64_t size = store_.sizeOf(file->id);
    const FileKind kind = parsePath(path).kind;
    const bool large = kind == FileKind::kMedia || kind == FileKind::kForeign;
    const std::uint64_t limit = large ? limits_.mediaBytes : limits_.fileBytes;
    if (size > limit) {
      throw FormatError(
          ErrorCode::kOverLimit,
          say("文件有 {size} 字节，超过上限 {limit} 字节。", "size"_a = size, "limit"_a = limit), place);
    }
    // Each file counts once, however often it is read.
    const bool first = !counted_[static_cast<std::size_t>(file - files_.begin())].exchange(true);
    if (first && (total_ += size) > limits_.totalBytes) {
      throw FormatError(ErrorCode::kOverLimit,
                        say("所有文件合计超过上限 {limit} 字节。", "limit"_a = limits_.totalBytes), place);
    }
    return store_.read(file->id);
  }

 private:
  using Files = std::vector<TreeFile>;
  [[nodiscard]] Files::const_iterator find(const std::string& path) const {
    const auto found = std::ranges::lower_bound(files_, path, {}, &TreeFile::path);
    return found != files_.end() && found->path == path ? found : files_.end();
  }

  ObjectStore store_;
  Files files_;
  std::string name_;
  Limits limits_;
  mutable std::vector<std::atomic<bool>> counted_;
  mutable std::atomic<std::uint64_t> total_{0};
};

}  // namespace

std::unique_ptr<FileTree> openRevision(ObjectStore store, const git_oid& tree, std::string name,
                                       const std::filesystem::path& directory, const Limits& limits) {
  std::vector<TreeFile> files = listFiles(store, tree, limits.fileCount, directory);
  return std::make_unique<RevisionTree>(std::move(store), std::move(files), std::move(name), limits);
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
