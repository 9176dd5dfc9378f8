#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/history/git.h"

namespace tiku::formats::git {

/// What git's index knows of a file's content without reading it.
struct IndexStamp {
  std::uint32_t ctimeSeconds = 0, ctimeNanoseconds = 0;
  std::uint32_t mtimeSeconds = 0, mtimeNanoseconds = 0;
  std::uint32_t device = 0, inode = 0, user = 0, group = 0, size = 0;
};

/// The bytes of git's index (gitformat-index(5), versions 2 to 4), changed in a few places without unpacking
/// the rest: a bank of 100,000 items has 13 MB of it, and each check-in rewrites it. Why not libgit2's own:
/// docs/decisions/004-git-index.md.
class IndexFile {
 public:
  /// Throws FormatError about `directory`: kNotUnderstood for bytes that are no index, kConflict for a split
  /// or sparse one, which libgit2 cannot work with either.
  IndexFile(std::string bytes, std::filesystem::path directory);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] bool hasConflicts() const { return conflicts_; }

  struct Entry {
    git_oid id{};
    std::uint32_t mode = 0;
    IndexStamp stamp;
    /// Written by `git add --intent-to-add`: the name without a content.
    bool intentOnly = false;
  };
  [[nodiscard]] std::optional<Entry> find(std::string_view path) const;

  /// Finds the lines of many files that are asked for in the order of their paths, each once, without a
  /// search for each. Tells of the lines that nobody asked for.
  class InOrder {
   public:
    using Passed = std::function<void(std::string_view path)>;
    InOrder(const IndexFile& index, Passed passed) : index_(index), passed_(std::move(passed)) {}
    std::optional<Entry> find(std::string_view path);
    /// No file comes any more.
    void finish();

   private:
    const IndexFile& index_;
    Passed passed_;
    std::size_t at_ = 0;
  };

  void put(const std::string& path, const git_oid& id, const IndexStamp& stamp);
  void remove(const std::string& path);

  /// The new bytes, in pieces that point into this object. A line whose file changed no earlier than
  /// `(seconds, nanoseconds)`, the time at which the old index was written, is marked to be read again, since
  /// the time of the new index would make it look older than it is.
  [[nodiscard]] std::vector<std::string_view> serialize(std::uint32_t seconds, std::uint32_t nanoseconds);

 private:
  [[nodiscard]] std::string_view bytesOf(std::size_t entry) const;
  [[nodiscard]] std::string_view pathOf(std::size_t entry) const;
  [[nodiscard]] Entry entryAt(std::size_t entry) const;
  [[nodiscard]] std::size_t lowerBound(std::string_view path) const;
  void readEntries(std::size_t count);
  void expandVersion4(std::size_t count);
  [[nodiscard]] std::string extensions() const;
  [[noreturn]] void throwDamaged() const;

  std::filesystem::path directory_;
  std::string bytes_;
  std::vector<std::uint32_t> entries_;  ///< Offsets, in order of the paths.
  std::size_t end_ = 0;                 ///< Behind the last entry, in bytes_.
  bool conflicts_ = false;
  std::map<std::string, std::optional<std::string>>
      edits_;                                       ///< Path to the entry's bytes, none to remove it.
  std::vector<std::unique_ptr<std::string>> made_;  ///< Owns what serialize() points to.
};

}  // namespace tiku::formats::git
