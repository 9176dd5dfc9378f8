#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/history/git.h"

/// Blobs and trees: how a set of files becomes one id.
namespace tiku::formats::git {

/// Deeper folders are refused: no bank has them, and each level takes room on the stack.
inline constexpr int kDeepestFolder = 64;

struct OidOrder {
  bool operator()(const git_oid& a, const git_oid& b) const { return git_oid_cmp(&a, &b) < 0; }
};

/// Where new objects go.
class ObjectSink {
 public:
  virtual ~ObjectSink() = default;
  virtual git_oid put(git_object_t type, std::string_view bytes) = 0;
};

/// Only computes the ids: needs no repository.
class HashingSink final : public ObjectSink {
 public:
  git_oid put(git_object_t type, std::string_view bytes) override;
};

/// The objects of one repository.
class ObjectStore final : public ObjectSink {
 public:
  ObjectStore(OdbHandle odb, std::filesystem::path directory)
      : odb_(std::move(odb)), directory_(std::move(directory)) {}

  git_oid put(git_object_t type, std::string_view bytes) override;
  [[nodiscard]] std::string read(const git_oid& id) const;
  /// Without reading the content, as far as the storage allows.
  [[nodiscard]] std::uint64_t sizeOf(const git_oid& id) const;
  [[nodiscard]] git_odb* odb() const { return odb_.get(); }

 private:
  OdbHandle odb_;
  std::filesystem::path directory_;
};

/// One line of a tree object.
struct TreeLine {
  enum class Kind { kFile, kTree, kOther };  ///< kOther: a symbolic link, another repository.
  Kind kind = Kind::kFile;
  std::string mode;  ///< As git writes it: "100644", "40000".
  std::string_view name;
  git_oid id{};
};

/// Git's order of lines: as if the name of a folder ended in '/'.
bool treeOrder(const TreeLine& a, const TreeLine& b);

/// The bytes of the first line; 0 when they end before it does.
std::size_t treeLineSize(std::string_view bytes);
/// The first line; the name points into `bytes`. Throws FormatError about `directory`.
TreeLine parseTreeLine(std::string_view bytes, const std::filesystem::path& directory);
/// The lines of a tree object; the names point into `bytes`. Throws FormatError about `directory`.
std::vector<TreeLine> parseTree(std::string_view bytes, const std::filesystem::path& directory);

/// The line of that name, file before folder; null when there is none.
const TreeLine* findLine(const std::vector<TreeLine>& lines, std::string_view name);

/// A file of a tree.
struct TreeFile {
  std::string path;
  git_oid id{};
  bool executable = false;  ///< Another program checked it in so; a treeIdOf() knows no such files.
};

/// All files of a tree and its folders that can be part of a FileTree, sorted by path: what starts with a
/// dot, links and nested repositories are left out. Throws kOverLimit past `limit` files.
std::vector<TreeFile> listFiles(const ObjectStore& store, const git_oid& tree, std::uint64_t limit,
                                const std::filesystem::path& directory);

/// A file to put into a tree, or to take out of it when there is no blob.
struct TreeEdit {
  std::string path;
  std::optional<git_oid> blob;
};

/// The tree `base` (the empty tree when null) after the edits. Touches only the trees on the way to what
/// changes. `store` may be null when there is no base. A folder that becomes empty is gone, as git has it.
git_oid editTree(const ObjectStore* store, ObjectSink& sink, const git_oid* base,
                 std::vector<TreeEdit> edits);

}  // namespace tiku::formats::git
