#pragma once

#include <string>

#include "formats/compare/merge.h"
#include "formats/history/repository.h"
#include "formats/model/bank.h"

namespace tiku::editor {

/// What a merge makes of an object, as HTML for a preview.
struct MergedPage {
  std::string html;
  formats::Bank bank;  ///< After the merge: pictures come from it.
};

/// The object that a question asks about as it comes out with these answers; an item as printed, of anything
/// else the field that is asked about. `bank` is mine.
MergedPage mergedPage(const formats::Repository& repository, const std::string& theirs,
                      const formats::MergeAnswers& answers, const formats::Bank& bank,
                      const formats::MergeQuestion& question);

}  // namespace tiku::editor
