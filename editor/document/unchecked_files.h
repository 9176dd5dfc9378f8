#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "formats/history/repository.h"
#include "formats/model/bank.h"

namespace tiku::editor {

/// What differs between a package directory and its last check-in, kept current while the program saves.
class UncheckedFiles {
 public:
  UncheckedFiles() = default;
  explicit UncheckedFiles(const formats::Dirty& dirty);

  /// The files of what changed are written or removed, or are going to be.
  void follow(std::span<const formats::Change> changes);

  [[nodiscard]] formats::Dirty dirty() const;
  [[nodiscard]] std::vector<std::string> paths() const;

 private:
  enum class Kind { kAdded, kChanged, kRemoved };
  void add(const std::string& path, Kind kind);

  std::map<std::string, Kind> files_;
};

}  // namespace tiku::editor
