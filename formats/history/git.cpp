#include "formats/history/git.h"

#include <array>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/history/stuck_indexer.h"

namespace tiku::formats::git {
namespace {

std::string lastMessage() {
  const git_error* error = git_error_last();
  return error == nullptr || error->message == nullptr ? "?" : error->message;
}

bool isDamage(int kind) {
  switch (kind) {
    case GIT_ERROR_ODB:
    case GIT_ERROR_OBJECT:
    case GIT_ERROR_TREE:
    case GIT_ERROR_INDEX:
    case GIT_ERROR_REFERENCE:
    case GIT_ERROR_REPOSITORY:
    case GIT_ERROR_ZLIB:
    case GIT_ERROR_SHA:
      return true;
    default:
      return false;
  }
}

}  // namespace

void start() {
  struct Library {
    Library() {
      installCountingAllocator();
      git_libgit2_init();
      git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
    }
    ~Library() { git_libgit2_shutdown(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
  };
  // Never destroyed: a FileTree of a revision may outlive every other static.
  static const auto* library = new Library;
  (void)library;
}

void throwLocked(const std::filesystem::path& directory) {
  throw FormatError(ErrorCode::kConflict, say("版本库正被另一个程序使用，没有签入任何内容。"),
                    {directory.string(), 0, {}},
                    say("等它结束后重试；若没有别的程序在用，删除 .git 里以 .lock 结尾的文件。"));
}

void check(int result, const std::filesystem::path& directory) {
  if (result >= 0) return;
  const git_error* error = git_error_last();
  const int kind = error == nullptr ? GIT_ERROR_NONE : error->klass;
  const Place place{directory.string(), 0, {}};
  if (result == GIT_ELOCKED) throwLocked(directory);
  if (result == GIT_EMODIFIED || result == GIT_EEXISTS) {
    throw FormatError(ErrorCode::kConflict, say("版本库刚被另一个程序改动，没有签入任何内容。"), place,
                      say("请重试。"));
  }
  if (result == GIT_EOWNER) {
    throw FormatError(ErrorCode::kIo, say("这个版本库属于另一个用户，git 不予使用。"), place,
                      say("确认目录可信后运行 git config --global --add safe.directory {directory}。",
                          "directory"_a = directory.string()));
  }
  if (kind == GIT_ERROR_CONFIG) {
    throw FormatError(ErrorCode::kNotUnderstood,
                      say("git 的配置文件有误：{reason}。", "reason"_a = lastMessage()), place,
                      say("用 git config --list 找到并改正它。"));
  }
  if (isDamage(kind)) {
    throw FormatError(ErrorCode::kNotUnderstood,
                      say("版本库的内容不完好：{reason}。", "reason"_a = lastMessage()), place,
                      say("用 tiku doctor 检查；工作目录里的文件没有被改动。"));
  }
  throw FormatError(ErrorCode::kIo, say("无法读写版本库：{reason}。", "reason"_a = lastMessage()), place,
                    say("检查目录的权限和磁盘空间。"));
}

void forEachReference(git_repository* repository, const std::filesystem::path& directory,
                      const std::function<void(const std::string& name, const git_oid& id)>& each,
                      const char* pattern) {
  git_reference_iterator* raw = nullptr;
  check(git_reference_iterator_glob_new(&raw, repository, pattern), directory);
  const std::unique_ptr<git_reference_iterator, Release<git_reference_iterator_free>> iterator(raw);
  const char* name = nullptr;
  while (git_reference_next_name(&name, raw) == 0) {
    git_oid id{};
    if (git_reference_name_to_id(&id, repository, name) == 0) each(name, id);
  }
  git_error_clear();
}

std::optional<git_oid> commitBehind(const git_object* object) {
  git_object* peeled = nullptr;
  if (git_object_peel(&peeled, object, GIT_OBJECT_COMMIT) == 0)
    return *git_object_id(ObjectHandle(peeled).get());
  git_error_clear();
  return std::nullopt;
}

std::optional<git_oid> commitBehind(git_repository* repository, const git_oid& id) {
  git_object* found = nullptr;
  if (git_object_lookup(&found, repository, &id, GIT_OBJECT_ANY) == 0)
    return commitBehind(ObjectHandle(found).get());
  git_error_clear();
  return std::nullopt;
}

std::string hex(const git_oid& id) {
  std::array<char, GIT_OID_HEXSZ> text{};
  git_oid_fmt(text.data(), &id);
  return {text.data(), text.size()};
}

}  // namespace tiku::formats::git
