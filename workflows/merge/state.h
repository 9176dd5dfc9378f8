#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "formats/package/package.h"

namespace tiku::workflows {

/// One state of a bank's files, of which objects are read as they are wanted.
class MergeState {
 public:
  /// Files laid over those of the tree; nothing where one is gone.
  using Laid = std::map<std::string, std::optional<std::string>>;

  /// No files at all.
  MergeState() = default;
  /// Throws kNotAPackage for files that a newer program wrote, or an older one.
  explicit MergeState(std::shared_ptr<const formats::FileTree> tree, Laid laid = {});

  [[nodiscard]] bool empty() const { return tree_ == nullptr; }
  [[nodiscard]] const std::optional<formats::Manifest>& manifest() const { return manifest_; }
  [[nodiscard]] bool has(const std::string& path) const;
  /// Nothing where there is no such file.
  [[nodiscard]] std::optional<std::string> bytes(const std::string& path) const;
  /// Which of the paths is there. Throws kNotUnderstood when several are: one object has one file.
  [[nodiscard]] std::string pathAmong(const std::set<std::string>& paths) const;
  /// The object in that file, monostate for an empty path.
  [[nodiscard]] formats::Object read(const std::string& path) const;
  /// All paths.
  [[nodiscard]] std::set<std::string> paths() const;

  [[nodiscard]] const std::shared_ptr<const formats::FileTree>& tree() const { return tree_; }
  [[nodiscard]] const Laid& laid() const { return laid_; }

 private:
  std::shared_ptr<const formats::FileTree> tree_;
  Laid laid_;
  std::optional<formats::Manifest> manifest_;
};

}  // namespace tiku::workflows
