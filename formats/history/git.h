#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <git2.h>
#include <git2/sys/commit.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>

/// libgit2 behind handles that free themselves and errors that are exceptions. Only this folder uses it.
namespace tiku::formats::git {

template <auto Free>
struct Release {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};

using RepositoryHandle = std::unique_ptr<git_repository, Release<git_repository_free>>;
using ReferenceHandle = std::unique_ptr<git_reference, Release<git_reference_free>>;
using ObjectHandle = std::unique_ptr<git_object, Release<git_object_free>>;
using CommitHandle = std::unique_ptr<git_commit, Release<git_commit_free>>;
using OdbHandle = std::unique_ptr<git_odb, Release<git_odb_free>>;
using OdbObjectHandle = std::unique_ptr<git_odb_object, Release<git_odb_object_free>>;
using WalkHandle = std::unique_ptr<git_revwalk, Release<git_revwalk_free>>;
using SignatureHandle = std::unique_ptr<git_signature, Release<git_signature_free>>;
using ConfigHandle = std::unique_ptr<git_config, Release<git_config_free>>;
using TreeHandle = std::unique_ptr<git_tree, Release<git_tree_free>>;
using DiffHandle = std::unique_ptr<git_diff, Release<git_diff_free>>;
using RemoteHandle = std::unique_ptr<git_remote, Release<git_remote_free>>;
using IndexerHandle = std::unique_ptr<git_indexer, Release<git_indexer_free>>;
using TreeEntryHandle = std::unique_ptr<git_tree_entry, Release<git_tree_entry_free>>;

/// A git_buf that frees its memory.
class Buffer {
 public:
  Buffer() = default;
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() { git_buf_dispose(&buffer_); }
  git_buf* get() { return &buffer_; }
  [[nodiscard]] const char* data() const { return buffer_.ptr; }
  [[nodiscard]] std::size_t size() const { return buffer_.size; }
  [[nodiscard]] std::string str() const { return {buffer_.ptr, buffer_.size}; }

 private:
  git_buf buffer_{};
};

/// Starts libgit2 once per process: objects and references are synced to the disk before they count.
void start();

/// Throws what libgit2 last said as a FormatError about `directory`, unless `result` is 0 or more.
void check(int result, const std::filesystem::path& directory);

/// Throws kConflict: another program is at work.
[[noreturn]] void throwLocked(const std::filesystem::path& directory);

/// Calls a libgit2 function that gives an object through its first argument.
template <typename Handle, typename Call>
Handle acquire(const std::filesystem::path& directory, const Call& call) {
  typename Handle::pointer raw = nullptr;
  const int result = call(&raw);
  Handle handle(raw);
  check(result, directory);
  return handle;
}

/// Calls `each` with the name of every reference, "refs/heads/main", and what it leads to. With a pattern of
/// git's, "refs/tags/*", only of those. What leads nowhere is passed over.
void forEachReference(git_repository* repository, const std::filesystem::path& directory,
                      const std::function<void(const std::string& name, const git_oid& id)>& each,
                      const char* pattern = "refs/*");

/// The check-in that an object is or that a tag stands at; nothing where there is none.
std::optional<git_oid> commitBehind(const git_object* object);
/// The same of an object by its id; nothing either where it is not here.
std::optional<git_oid> commitBehind(git_repository* repository, const git_oid& id);

/// 40 hex digits.
std::string hex(const git_oid& id);

}  // namespace tiku::formats::git
