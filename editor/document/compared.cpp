#include "editor/document/compared.h"

#include <map>
#include <set>

#include "formats/base/error.h"
#include "formats/package/package.h"
#include "formats/package/paths.h"

namespace tiku::editor {

using namespace tiku::formats;

namespace {

/// The objects of one check-in.
class StateThen {
 public:
  StateThen(const Repository& repository, const std::string& revision) : tree_(repository.treeAt(revision)) {
    if (tree_->has("tiku.xml")) version_ = readManifest(tree_->read("tiku.xml"), tree_->name()).version;
  }
  /// Nothing where there is no such file. Throws FormatError where it cannot be read.
  [[nodiscard]] Object read(const std::string& path) const {
    return tree_->has(path) ? formats::read(path, tree_->read(path), tree_->name(), {}, version_) : Object();
  }

 private:
  std::unique_ptr<FileTree> tree_;
  FormatVersion version_ = kFormatVersion;
};

class Collected {
 public:
  void add(const Object& object, Object Change::* side) {
    const Id id = idOf(object);
    if (id.empty()) return;
    Change& change = changes_[id];
    change.id = id;
    change.*side = object;
  }
  // What is the same on both sides lay elsewhere only.
  std::vector<Change> take() && {
    std::vector<Change> taken;
    for (auto& [id, change] : changes_) {
      if (!sameContent(change.before, change.after)) taken.push_back(std::move(change));
    }
    return taken;
  }

 private:
  std::map<Id, Change> changes_;
};

workflows::RevisionChanges compareThen(const Repository& repository, const Compared& what) {
  const StateThen from(repository, what.from);
  const StateThen to(repository, what.to);
  workflows::RevisionChanges found;
  Collected collected;
  for (const std::string& path : repository.changedFiles(what.from, what.to)) {
    if (!isObjectFile(parsePath(path).kind)) {
      found.otherFiles.push_back(path);
      continue;
    }
    try {
      const Object before = from.read(path);
      const Object after = to.read(path);
      collected.add(before, &Change::before);
      collected.add(after, &Change::after);
    } catch (const FormatError&) {
      found.otherFiles.push_back(path);
    }
  }
  found.objects = std::move(collected).take();
  return found;
}

workflows::RevisionChanges compareNow(const Repository& repository, const std::string& then, const Bank& now,
                                      std::span<const std::string> unchecked) {
  const StateThen from(repository, then);
  std::set<std::string> paths(unchecked.begin(), unchecked.end());
  for (std::string& path : repository.changedFiles(then, "HEAD")) paths.insert(std::move(path));
  workflows::RevisionChanges found;
  Collected collected;
  std::set<Id> touched;
  for (const std::string& path : paths) {
    const PathParts parts = parsePath(path);
    if (!isObjectFile(parts.kind)) {
      if (parts.kind == FileKind::kForeign) found.otherFiles.push_back(path);
      continue;
    }
    touched.insert(parts.id);
    try {
      const Object before = from.read(path);
      collected.add(before, &Change::before);
      touched.insert(idOf(before));
    } catch (const FormatError&) {
      found.otherFiles.push_back(path);
    }
  }
  for (const Id id : touched) {
    if (const Object* object = now.object(id)) collected.add(*object, &Change::after);
  }
  found.objects = std::move(collected).take();
  return found;
}

}  // namespace

workflows::RevisionChanges compare(const Repository& repository, const Compared& what, const Bank& now,
                                   std::span<const std::string> unchecked) {
  if (what.to.empty()) return compareNow(repository, what.from, now, unchecked);
  if (what.from.empty()) return workflows::changesOf(repository, what.to);
  return compareThen(repository, what);
}

}  // namespace tiku::editor
