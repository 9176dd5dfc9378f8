#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/base/error.h"
#include "formats/exchange/import.h"

namespace tiku::workflows {

/// A file that was read for import, or could not be.
struct ReadFile {
  std::string name;                           ///< Without folders.
  std::optional<formats::FormatError> error;  ///< Set: nothing of the file was taken.
  formats::ImportReport report;
};

/// 导入记录, an Excel file: how each file was understood, and the verdict on every place of it with its
/// words. Words that Excel cannot hold in a cell are cut, and end with an ellipsis. Throws as writeXlsx().
std::string importRecord(const std::vector<ReadFile>& files);

/// 收入, 略过, 需要核对
std::string verdictWord(formats::Verdict verdict);

}  // namespace tiku::workflows
