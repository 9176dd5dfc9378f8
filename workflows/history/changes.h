#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "formats/history/repository.h"
#include "formats/model/bank.h"

namespace tiku::workflows {

/// What a check-in did to the bank.
struct RevisionChanges {
  std::vector<formats::Change> objects;
  /// Files that are no object, or that cannot be read as one.
  std::vector<std::string> otherFiles;
};

/// What became of the objects of these files between two states; null has no files. An object whose file
/// moved with its level is one change.
RevisionChanges changesBetween(const formats::FileTree* before, const formats::FileTree* after,
                               const std::vector<std::string>& paths);

/// Against the check-in before it; costs what changed. An object whose file moved with its level is one
/// change.
RevisionChanges changesOf(const formats::Repository& repository, const std::string& revision);

/// What a check-in did to one object.
struct ObjectRevision {
  formats::Revision revision;
  /// Nothing where a state of the object cannot be read.
  std::optional<formats::Change> change;
};

/// The check-ins that touched an object, latest first, also those from when its file lay in another level's
/// folder, and those of both sides of a merge; a merge itself only where it took the object from neither.
/// Costs the folders on the way to the object, each read once, and one read of the object for each state.
/// `check` is called between them and may throw to stop.
std::vector<ObjectRevision> historyOf(const formats::Repository& repository, const formats::Object& object,
                                      int limit = 100, const std::function<void()>& check = {});
/// The same of the object whose file lies at the path, or lay there once.
std::vector<ObjectRevision> historyOf(const formats::Repository& repository, const std::string& path,
                                      int limit = 100, const std::function<void()>& check = {});

/// The edit by which the bank has an object as it was. The bank goes on being the package that it is.
formats::Edit restoreEdit(const formats::Bank& bank, formats::Object version);

/// What people call an object: "三级单选题 B-A-001“…”", "三级考评蓝图", "人员名单".
std::string objectName(const formats::Object& object);

}  // namespace tiku::workflows
