#include "editor/document/unchecked_files.h"

#include "formats/package/package.h"

namespace tiku::editor {

using formats::Dirty;

UncheckedFiles::UncheckedFiles(const Dirty& dirty) {
  for (const std::string& path : dirty.added) files_.emplace(path, Kind::kAdded);
  for (const std::string& path : dirty.changed) files_.emplace(path, Kind::kChanged);
  for (const std::string& path : dirty.removed) files_.emplace(path, Kind::kRemoved);
}

void UncheckedFiles::follow(std::span<const formats::Change> changes) {
  for (const formats::Change& change : changes) {
    const std::string before = formats::pathOf(change.before);
    const std::string after = formats::pathOf(change.after);
    if (!before.empty() && before != after) add(before, Kind::kRemoved);
    if (!after.empty()) add(after, before == after ? Kind::kChanged : Kind::kAdded);
  }
}

void UncheckedFiles::add(const std::string& path, Kind kind) {
  const auto [known, isNew] = files_.try_emplace(path, kind);
  if (isNew) return;
  Kind& now = known->second;
  if (now == Kind::kAdded && kind == Kind::kRemoved) {
    files_.erase(known);
  } else if (now == Kind::kRemoved) {
    now = kind == Kind::kRemoved ? kind : Kind::kChanged;
  } else if (now == Kind::kChanged) {
    now = kind == Kind::kRemoved ? kind : now;
  }
}

Dirty UncheckedFiles::dirty() const {
  Dirty dirty;
  for (const auto& [path, kind] : files_) {
    (kind == Kind::kAdded     ? dirty.added
     : kind == Kind::kChanged ? dirty.changed
                              : dirty.removed)
        .push_back(path);
  }
  return dirty;
}

std::vector<std::string> UncheckedFiles::paths() const {
  std::vector<std::string> paths;
  paths.reserve(files_.size());
  for (const auto& [path, kind] : files_) paths.push_back(path);
  return paths;
}

}  // namespace tiku::editor
