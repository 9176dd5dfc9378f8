#pragma once

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

/// Against the check-in before it; costs what changed. An object whose file moved with its level is one
/// change.
RevisionChanges changesOf(const formats::Repository& repository, const std::string& revision);

/// What people call an object: "三级单选题 B-A-001“…”", "三级考评蓝图", "人员名单".
std::string objectName(const formats::Object& object);

}  // namespace tiku::workflows
