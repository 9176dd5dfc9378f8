#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/reading.h"
#include "formats/model/bank.h"

/// Files of institutions into a bank. Every paragraph, row and cell of a source ends in exactly one verdict;
/// nothing is dropped silently. An import is an Edit: a dry run is the same work without applying it.
namespace tiku::formats {

/// What a file is to be read as.
enum class ImportKind {
  kElementTable,  ///< 要素细目表, theory and operational as found
  kItems,         ///< 理论知识试题, or a paper with its key
  kSkillsItems,   ///< 操作技能试题 with their score sheets
  kPlan,          ///< 认定方案: paper plan and structure table
  kExperts,       ///< 专家名单, into the pool
  kStandard,      ///< 职业标准: 国家职业标准, 评价规范, 专项职业能力考核规范
};

enum class Verdict {
  kImported,
  kSkipped,  ///< Rightly not part of the bank: a title, an instruction, an empty paragraph.
  kUnclear,  ///< Should perhaps be part of the bank; a person must look.
};

/// The verdict on one paragraph, row or cell of the source.
struct SourceVerdict {
  std::string at;  ///< "段 12", "表 1 行 3", "Sheet1!A7"
  Verdict verdict = Verdict::kImported;
  std::string reason;  ///< A sentence; for kImported what it became ("单选题 17 的题干").
  /// What stands there in the source; the cells of a row apart by " | ".
  std::string words{};
};

struct ImportReport {
  std::string file;
  ImportKind kind = ImportKind::kItems;
  /// What was found, by stable names: "points", "single-choice", "without-key", "skills-items", "added",
  /// "changed", "unchanged" ...
  std::map<std::string, int> counts;
  std::vector<SourceVerdict> rows;
  /// How the layout was understood.
  std::vector<ReadingLine> reading{};
  /// What the reader met beside the units and left out or changed (comments, headers, text boxes), as
  /// sentences.
  std::vector<std::string> notes;

  [[nodiscard]] int count(Verdict verdict) const;
};

/// How judgement keys written as 0/1, A/B or Y/N are to be read (layouts differ; see docs).
enum class JudgementCode {
  kUsual,     ///< √ 对 正确 T Y A 1 are right; × 错 错误 F N B 0 (and 2) are wrong.
  kZeroRight  ///< 0 is right and 1 is wrong, as in some banks of low-voltage electricians.
};

struct ImportOptions {
  ImportKind kind = ImportKind::kItems;
  std::optional<Level> level;  ///< Needed where the file does not say it.
  /// Column of a sheet by field: "stem" -> "C" or -> a header text. Overrides recognition.
  std::map<std::string, std::string> columns;
  JudgementCode judgement = JudgementCode::kUsual;
  /// What a person put right in the reading of the layout. A key or value that the file does not know is an
  /// error (kUsage).
  ReadingCorrections corrections{};
  /// Link items to points by order when there are as many items of a type as points, as review question sets
  /// do.
  bool pointsByOrder = false;
  /// An item that comes again in the file is one more item, where it would be told as a repetition and left
  /// out: for those who look for repetitions.
  bool keepRepeats = false;
  /// Told how far the work is, 0 to 1, on the thread that imports; while another program converts a file,
  /// again and again with the same share. What it throws ends the work.
  std::function<void(double share)> progress{};
};

/// A theory item that the source holds.
struct ImportedItem {
  Id id;                           ///< Of the item of the bank that it is; empty when it was not taken.
  std::vector<std::string> units;  ///< Of the report's rows: what it was read from.
  /// The item as the file says it, where the bank's answer is another one: `edit` keeps the bank's, and a
  /// person may decide otherwise.
  std::optional<TheoryItem> theirs{};
};

struct ImportResult {
  Edit edit;  ///< Empty when the bank has all of it already.
  ImportReport report;
  std::vector<ImportedItem> items{};  ///< In the order of the source; of ImportKind::kItems only.
};

/// Reads `file` against the bank. Importing a file a second time gives an empty edit: objects are recognised
/// by their codes (tables), by their source and content (items), by name and institution (experts), or by
/// their words and place (standard). Throws
/// FormatError: kNotUnderstood when the file is not of a readable kind or holds nothing of that kind,
/// kOverLimit, kIo, kUsage when the level is needed and missing.
ImportResult importFile(const Bank& bank, const std::filesystem::path& file, const ImportOptions& options);

}  // namespace tiku::formats
