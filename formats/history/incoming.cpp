#include "formats/history/incoming.h"

#include <fcntl.h>
#include <set>
#include <sys/file.h>
#include <sys/stat.h>

#include <git2/sys/repository.h>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/loose_objects.h"
#include "formats/history/objects.h"
#include "formats/history/pack_limits.h"
#include "formats/history/revision_tree.h"
#include "formats/history/stuck_indexer.h"
#include "formats/history/tree_cache.h"
#include "formats/history/tree_difference.h"
#include "formats/model/values.h"

namespace tiku::formats::git {
namespace {

namespace fs = std::filesystem;

// As git names what it receives: `git gc` clears such a folder, too, once it is old.
constexpr const char* kAside = "tmp_objdir-tiku-";

[[noreturn]] void throwMissing(const fs::path& directory, const git_oid& id, const git_oid& neededBy) {
  throw FormatError(ErrorCode::kNotUnderstood,
                    say("收到的历史不完整：{by} 需要的 {id} 不在其中。", "by"_a = hex(neededBy).substr(0, 10),
                        "id"_a = hex(id).substr(0, 10)),
                    {directory.string(), 0, {}},
                    say("对方的版本库可能已损坏，或是浅克隆；这里没有任何改动。"));
}

/// Looks at commits from the oldest on; of each only at what differs from the one before it.
class Completeness {
 public:
  Completeness(git_repository* repository, fs::path directory, const std::function<void(std::size_t)>& count)
      : repository_(repository),
        directory_(std::move(directory)),
        store_(acquire<OdbHandle>(directory_,
                                  [&](git_odb** out) { return git_repository_odb(out, repository); }),
               directory_),
        count_(count) {}

  void look(const std::vector<git_oid>& tips) {
    const auto walk =
        acquire<WalkHandle>(directory_, [&](git_revwalk** out) { return git_revwalk_new(out, repository_); });
    check(git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE), directory_);
    for (const git_oid& tip : tips) push(walk.get(), tip);
    hideKnown(walk.get());
    git_oid id{};
    int result = 0;
    while ((result = git_revwalk_next(&id, walk.get())) == 0) lookAtCommit(id);
    if (result != GIT_ITEROVER) throwMissing(directory_, id, tips.front());
  }

 private:
  // Through tags to the commit.
  void push(git_revwalk* walk, git_oid id) {
    for (const git_oid first = id;;) {
      std::size_t size = 0;
      git_object_t type = GIT_OBJECT_ANY;
      if (git_odb_read_header(&size, &type, store_.odb(), &id) < 0) throwMissing(directory_, id, first);
      tick();
      if (type != GIT_OBJECT_TAG) break;
      const std::string bytes = store_.read(id);
      if (bytes.size() < 47 || git_oid_fromstr(&id, bytes.c_str() + 7) < 0)
        throwMissing(directory_, id, first);
    }
    if (git_revwalk_push(walk, &id) < 0) {
      throw FormatError(ErrorCode::kNotUnderstood,
                        say("收到的 {id} 不是一次签入。", "id"_a = hex(id).substr(0, 10)),
                        {directory_.string(), 0, {}});
    }
  }

  void hideKnown(git_revwalk* walk) {
    forEachReference(repository_, directory_, [walk](const std::string& /*name*/, const git_oid& id) {
      if (git_revwalk_hide(walk, &id) < 0) git_error_clear();  // No check-in.
    });
  }

  void lookAtCommit(const git_oid& id) {
    tick();
    git_commit* raw = nullptr;
    if (git_commit_lookup(&raw, repository_, &id) < 0) throwMissing(directory_, id, id);
    const CommitHandle commit(raw);
    git_oid before{};
    bool hasBefore = false;
    for (unsigned int i = 0; i < git_commit_parentcount(commit.get()); ++i) {
      git_commit* parent = nullptr;
      if (git_commit_parent(&parent, commit.get(), i) < 0)
        throwMissing(directory_, *git_commit_parent_id(commit.get(), i), id);
      if (i == 0) before = *git_commit_tree_id(parent);
      hasBefore = true;
      git_commit_free(parent);
    }
    lookAtTree(*git_commit_tree_id(commit.get()), hasBefore ? &before : nullptr, id, 0);
  }

  void lookAtTree(const git_oid& id, const git_oid* before, const git_oid& commit, int depth) {
    if (before != nullptr && git_oid_equal(&id, before) != 0) return;
    if (!seen_.insert(id).second) return;
    tick();
    if (depth > kDeepestFolder || git_odb_exists(store_.odb(), &id) == 0)
      throwMissing(directory_, id, commit);
    const auto bytes = trees_.read(id);
    const auto old = trees_.read(before);
    differingLines(*old, *bytes, directory_, [&](const TreeLine* was, const TreeLine* line) {
      if (line == nullptr || (was != nullptr && git_oid_equal(&was->id, &line->id) != 0)) return;
      if (line->kind == TreeLine::Kind::kTree) {
        const bool wasTree = was != nullptr && was->kind == TreeLine::Kind::kTree;
        lookAtTree(line->id, wasTree ? &was->id : nullptr, commit, depth + 1);
      } else if (line->mode != "160000" && seen_.insert(line->id).second) {
        tick();
        if (git_odb_exists(store_.odb(), &line->id) == 0) throwMissing(directory_, line->id, commit);
      }
    });
  }

  void tick() {
    ++looked_;
    if (count_ && looked_ % 256 == 0) count_(looked_);
  }

  git_repository* repository_;
  fs::path directory_;
  ObjectStore store_;
  TreeCache trees_{store_};
  const std::function<void(std::size_t)>& count_;
  std::set<git_oid, OidOrder> seen_;
  std::size_t looked_ = 0;
};

[[noreturn]] void throwBadPack(const fs::path& directory) {
  const git_error* error = git_error_last();
  if (error != nullptr && error->klass == GIT_ERROR_OS) check(-1, directory);
  throw FormatError(ErrorCode::kNotUnderstood,
                    say("收到的数据已损坏或不完整：{reason}。",
                        "reason"_a = std::string(error == nullptr ? "?" : error->message)),
                    {directory.string(), 0, {}}, say("请对方重新发送；这里没有任何改动。"));
}

}  // namespace

std::size_t Incoming::clearLeftovers(const fs::path& objects) {
  std::size_t cleared = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(objects, error)) {
    if (!entry.path().filename().string().starts_with(kAside)) continue;
    const posix::File folder(::open(entry.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (!folder.valid() || ::flock(folder.get(), LOCK_EX | LOCK_NB) != 0) continue;
    std::error_code ignored;  // What cannot be removed is left for the next time.
    if (fs::remove_all(entry.path(), ignored) > 0) ++cleared;
  }
  return cleared;
}

Incoming::Incoming(fs::path directory) : directory_(std::move(directory)) {
  start();
  limitPacks();
  repository_ = acquire<RepositoryHandle>(directory_, [&](git_repository** out) {
    return git_repository_open_ext(out, directory_.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
  });
  Buffer objects;
  check(git_repository_item_path(objects.get(), repository_.get(), GIT_REPOSITORY_ITEM_OBJECTS), directory_);
  objects_ = objects.str();
  clearLeftovers(objects_);
  aside_ = objects_ / (kAside + Id::random().str());
  if (::mkdir(aside_.c_str(), 0777) != 0) posix::failIo(errno, aside_.string());
  held_ = posix::File(::open(aside_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!held_.valid() || ::flock(held_.get(), LOCK_EX | LOCK_NB) != 0) held_ = posix::File();
  try {
    if (::mkdir((aside_ / "pack").c_str(), 0777) != 0) posix::failIo(errno, aside_.string());
    lookAside();
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(aside_, ignored);
    throw;
  }
}

void Incoming::lookAside() {
  const auto odb =
      acquire<OdbHandle>(directory_, [&](git_odb** out) { return git_odb_open(out, aside_.c_str()); });
  check(git_odb_add_disk_alternate(odb.get(), objects_.c_str()), directory_);
  check(git_repository_set_odb(repository_.get(), odb.get()), directory_);
}

Incoming::~Incoming() {
  indexer_.reset();
  repository_.reset();
  std::error_code ignored;
  fs::remove_all(aside_, ignored);
}

void Incoming::append(std::string_view pack) {
  if (!indexer_) {
    const auto odb = acquire<OdbHandle>(
        directory_, [&](git_odb** out) { return git_repository_odb(out, repository_.get()); });
    git_indexer* raw = nullptr;
    const fs::path packs = aside_ / "pack";
    check(git_indexer_new(&raw, packs.c_str(), 0, odb.get(), nullptr), directory_);
    indexer_.reset(raw);
  }
  if (pack.empty()) return;  // Nothing follows a header: finish() tells that the pack is missing.
  if (git_indexer_append(indexer_.get(), pack.data(), pack.size(), &progress_) < 0) throwBadPack(directory_);
}

void Incoming::finish() {
  if (!indexer_) return;
  const StuckIndexerGuard guard(progress_);
  if (git_indexer_commit(indexer_.get(), &progress_) < 0) throwBadPack(directory_);
  indexer_.reset();
  const auto odb = acquire<OdbHandle>(
      directory_, [&](git_odb** out) { return git_repository_odb(out, repository_.get()); });
  check(git_odb_refresh(odb.get()), directory_);
}

void Incoming::requireComplete(const std::vector<git_oid>& tips,
                               const std::function<void(std::size_t)>& count) {
  if (!tips.empty()) Completeness(repository_.get(), directory_, count).look(tips);
}

std::unique_ptr<FileTree> Incoming::treeOf(const git_oid& commit, const std::string& name) const {
  const auto found = acquire<CommitHandle>(
      directory_, [&](git_commit** out) { return git_commit_lookup(out, repository_.get(), &commit); });
  auto odb = acquire<OdbHandle>(directory_,
                                [&](git_odb** out) { return git_repository_odb(out, repository_.get()); });
  return openRevision({std::move(odb), directory_}, *git_commit_tree_id(found.get()), name, directory_, {});
}

void Incoming::keep() {
  // A pack for each change that comes would make many of them, and each slows every search down.
  if (progress_.total_objects < kFewObjects) {
    unpackObjects(aside_, objects_);
  } else {
    keepPack();
  }
}

void Incoming::keepPack() {
  std::vector<fs::path> packs;
  std::vector<fs::path> indexes;
  for (const auto& entry : fs::directory_iterator(aside_ / "pack")) {
    if (entry.path().extension() == ".pack") packs.push_back(entry.path());
    if (entry.path().extension() == ".idx") indexes.push_back(entry.path());
  }
  std::error_code error;
  fs::create_directories(objects_ / "pack", error);
  // A pack counts once its index is there.
  packs.insert(packs.end(), indexes.begin(), indexes.end());
  for (const fs::path& file : packs) {
    const fs::path target = objects_ / "pack" / file.filename();
    if (::rename(file.c_str(), target.c_str()) != 0) posix::failIo(errno, target.string());
  }
  posix::syncFolder(posix::openFolder(objects_ / "pack"));
}

}  // namespace tiku::formats::git
