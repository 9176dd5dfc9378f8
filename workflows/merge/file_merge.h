#pragma once

#include <string>
#include <vector>

#include "formats/compare/merge.h"

namespace tiku::workflows {

/// One file of a bank, merged for a program that knows files only (git).
struct FileMerge {
  std::string content;  ///< Where a question is open it has mine; readable in any case.
  std::vector<formats::MergeQuestion> questions;
};

/// Three versions of the file at the path; `base` is empty where both sides added it. Throws FormatError: a
/// version that is no such file, or what is merged belongs to another path, since its level changed.
FileMerge mergeFile(const std::string& path, const std::string& base, const std::string& mine,
                    const std::string& theirs);

}  // namespace tiku::workflows
