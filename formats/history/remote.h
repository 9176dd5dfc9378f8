#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "formats/history/transfer.h"
#include "formats/package/file_tree.h"

/// The other places where a bank's history lies, and moving check-ins between them and here. Any git server
/// will do, and any folder. Nothing is ever fetched by merely reading a package: only the functions below
/// open a connection. All of them take the directory of the bank.
namespace tiku::formats {

struct Remote {
  std::string name;  ///< "origin"
  std::string url;   ///< A folder's path, https://..., ssh://user@host/path, user@host:path, git://...
};

/// Looks at the files of what would come before it is there, and may throw to refuse it.
using Inspect = std::function<void(const FileTree& theirs)>;

/// Where people look for the shared history.
inline constexpr const char* kDefaultRemote = "origin";

std::vector<Remote> remotes(const std::filesystem::path& bank);
/// Throws kUsage when there is none of the name.
Remote findRemote(const std::filesystem::path& bank, const std::string& name = kDefaultRemote);
/// Adds it or changes its address. An address with a password in it is refused (kUsage): it would lie open in
/// the configuration.
void setRemote(const std::filesystem::path& bank, const Remote& remote);
void removeRemote(const std::filesystem::path& bank, const std::string& name);

/// The address as it may be shown and logged: without a password.
std::string shownAddress(const std::string& url);

/// A relative path as it is meant where the program was started; every other address as it is.
std::string absoluteAddress(const std::string& url);

struct FetchResult {
  std::optional<std::string> before;  ///< The other side's newest check-in as it was remembered.
  std::optional<std::string> after;   ///< As it is now; nothing when it is empty.
  /// What was remembered is no longer part of its history: somebody rewrote it. Nothing of it is lost here.
  bool rewritten = false;
  std::vector<std::string> tags;  ///< New ones, taken over.
  std::size_t objects = 0;
  std::uint64_t bytes = 0;
};

/// Brings the other side's check-ins here, as `refs/remotes/<name>/main`, and the tags on them. All or
/// nothing: what comes lies aside until every object of it is there. Changes neither the branch nor a file of
/// the bank. Throws TransferError.
FetchResult fetch(const std::filesystem::path& bank, const std::string& name, const Transfer& how = {},
                  const Inspect& inspect = {});

struct PushResult {
  enum class State {
    kPushed,
    kNothingNew,
    kBehind,  ///< The other side has check-ins that are not here: fetch, merge, push again.
  };
  State state = State::kNothingNew;
  std::vector<std::string> tags;  ///< New there.
  std::size_t objects = 0;
  std::uint64_t bytes = 0;
};

/// Brings the branch that HEAD is on, and its tags, to the other side; never forces. Throws TransferError.
PushResult push(const std::filesystem::path& bank, const std::string& name, const Transfer& how = {});

/// Makes `directory`, which must not exist or be empty, a copy of the bank at the address, with its history.
/// All or nothing: until it is complete it lies beside, under a name with a dot in front. Throws
/// TransferError, kConflict, kNotAPackage when what lies there is no bank.
void clone(const std::string& url, const std::filesystem::path& directory, const Transfer& how = {});

/// Makes an empty repository without work tree at a path (a shared folder, a disc), for others to sync with.
/// Throws kConflict when something lies there.
void createShared(const std::filesystem::path& path);

}  // namespace tiku::formats
