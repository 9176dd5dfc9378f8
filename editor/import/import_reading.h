#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "editor/document/worker.h"
#include "editor/import/layout_memory.h"
#include "formats/base/error.h"
#include "formats/exchange/import.h"
#include "workflows/intake/import_record.h"
#include "workflows/intake/point_proposals.h"

/// Files that are to be imported, as a person looks at them before anything is taken.
namespace tiku::editor {

struct ImportQuestion {
  std::vector<std::filesystem::path> files;
  formats::ImportOptions options;
  /// What a person put right in the reading of these files; a file that is here is read just so.
  std::map<std::filesystem::path, formats::ReadingCorrections> corrections{};
  /// What was put right for other files of the same layouts; for the files that are not in `corrections`.
  KnownLayouts layouts{};
};

/// What came of one file.
struct FileReading : workflows::ReadFile {
  std::string layout{};  ///< As layoutOf() calls it; empty where `corrections` were given.
  formats::ReadingCorrections corrections{};  ///< With which it was read.
  bool fromMemory = false;                    ///< Another file of the layout taught them.
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
  std::string point{};  ///< Code and name of the point that the item belongs to.
  /// The point that could be it, where it belongs to none.
  std::optional<workflows::PointProposal> proposal{};
  /// Set: the line offers the item as the file says it instead of the bank's, whose answer is another one.
  std::shared_ptr<const formats::TheoryItem> theirs{};
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

/// What a person decided about what comes in.
struct ImportDecision {
  std::set<formats::Id> left;    ///< Objects that stay out.
  std::set<formats::Id> linked;  ///< Items that take the point that is proposed for them.
  std::set<formats::Id> theirs;  ///< Items of the bank that become as the file says them.
};

/// The edit as decided: without the objects in `left`, with the proposed points of
/// `linked`, and with the items of `theirs` as the file says them. Papers lose the
/// new items that are left out, and no picture comes for them alone. Named by what it takes: "导入 37
/// 道试题".
formats::Edit editOf(const ImportReading& reading, const formats::Bank& bank, const ImportDecision& decision);

/// What a file probably is, by its name alone: 细目表, 方案, 操作技能.
formats::ImportKind likelyKind(const std::filesystem::path& file);

}  // namespace tiku::editor
