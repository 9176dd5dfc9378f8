#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "editor/document/worker.h"
#include "formats/base/error.h"
#include "formats/exchange/import.h"

/// Files that are to be imported, as a person looks at them before anything is taken.
namespace tiku::editor {

struct ImportQuestion {
  std::vector<std::filesystem::path> files;
  formats::ImportOptions options;
};

/// What came of one file.
struct FileReading {
  std::string name;                           ///< Without folders.
  std::optional<formats::FormatError> error;  ///< Set: nothing of the file is taken.
  formats::ImportReport report;
};

/// One line of what comes in: an item, a paper, a line of a table.
struct IncomingRow {
  formats::Id object;  ///< Lines of one object are taken or left together.
  std::string kind{};  ///< 单选题, 试卷, 理论考评点
  std::string words{};
  std::string result{};  ///< "新题", "题库已有，不重复收入" ... and the doubts.
  bool isChange = true;  ///< False: the bank has it already, there is nothing to take.
  bool isNew = false;
  bool isDoubtful = false;
};

struct ImportReading {
  formats::ImportKind kind = formats::ImportKind::kItems;
  std::vector<FileReading> files;
  std::vector<IncomingRow> rows;
  formats::Edit edit;  ///< Everything; empty when there is nothing to take.

  /// How many units of all files got this verdict.
  [[nodiscard]] int count(formats::Verdict verdict) const;
};

/// Reads one file after the other as the command does, each against the bank with what came before it. A
/// file that cannot be read keeps its error and stops nobody. Throws Cancelled.
ImportReading readForImport(const formats::Bank& bank, const ImportQuestion& question, TaskControl& control);

/// The edit without the objects in `left`: papers lose the new items that are left out, and no picture comes
/// for them alone. Named by what it takes: "导入 37 道试题".
formats::Edit editOf(const ImportReading& reading, const formats::Bank& bank,
                     const std::set<formats::Id>& left);

/// What a file probably is, by its name alone: 细目表, 方案, 操作技能.
formats::ImportKind likelyKind(const std::filesystem::path& file);

}  // namespace tiku::editor
