#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/standard/line_number.h"
#include "formats/exchange/tables/cells.h"
#include "formats/exchange/tables/rows.h"
#include "formats/model/standard.h"

/// Chapter 3 工作要求, level by level, as it was found: with the printed numbers and the places.
namespace tiku::formats::standards {

struct ReadEntry {
  std::vector<int> number;  ///< As printed; empty where nothing is.
  std::string text;
  bool critical = false;
  std::string at;
};

struct ReadContent {
  std::vector<int> number;
  std::string name;
  std::string at;
  std::vector<ReadEntry> skills;
  std::vector<ReadEntry> knowledge;
};

struct ReadFunction {
  std::vector<int> number;
  std::string name;
  std::string at;
  std::vector<ReadContent> contents;
  std::optional<Weight> share;  ///< 考核比重 in the table of a 专项职业能力考核规范.
};

struct ReadLevel {
  Level level;
  std::string variant;  ///< 方向 or 工种 that alone it holds for; mostly empty.
  std::string at;
  std::vector<ReadFunction> functions;
  std::vector<std::string> units;  ///< What it was read from.
};

/// Where the columns of a table of work requirements stand.
struct WorkColumns {
  int function = -1;
  int content = -1;
  int skills = -1;
  int knowledge = -1;
  int share = -1;  ///< 考核比重
  int count = 0;   ///< Of the whole table.
  std::vector<std::string> unused;
};

/// The columns where the row is the head of such a table.
std::optional<WorkColumns> workColumnsIn(const tables::TableView& view, std::size_t row);
/// The first row that is such a head.
std::optional<std::size_t> workHeadOf(const tables::TableView& view);

class WorkChapter {
 public:
  /// `fallback` is the level of tables that stand below no heading.
  WorkChapter(tables::Rows& rows, std::optional<Level> fallback) : rows_(rows), fallback_(fallback) {}

  /// A heading that names a level ("3.1 五级/初级工") or, within the chapter, a 方向 or 工种; judges its
  /// unit.
  bool takeHeading(const std::string& line, const std::string& at);

  /// Whether the table holds work requirements: by its head, or as the rest of the one before it.
  [[nodiscard]] bool reads(const tables::TableView& view) const;
  void read(const tables::TableView& view);
  /// A line of a text without tables: "1. 功能", "1.1 内容", "1.1.1 能…", several of them, or a row with
  /// tabs.
  void readLine(const std::string& line, const std::string& at);

  /// Whether a line "3.1 …" is a content of the function that is being read.
  [[nodiscard]] bool inFunction(int number) const;

  /// A table that does not go on with the one before has come between.
  void tableDone() { columns_.reset(); }

  /// By level and variant, in order.
  [[nodiscard]] const std::vector<std::unique_ptr<ReadLevel>>& levels() const { return levels_; }
  [[nodiscard]] bool empty() const { return levels_.empty(); }

 private:
  enum class Column { kNone, kSkills, kKnowledge };

  void readRow(const tables::TableView& view, std::size_t row);
  void readWideRow(const std::string& words, const std::string& at);
  void takeFunction(const std::string& words, const std::string& at);
  void takeContents(const std::string& words, const std::string& at);
  void addContent(std::vector<int> number, const std::string& words, const std::string& at);
  int takeEntries(const std::string& words, bool skills, const std::string& at);
  void addEntry(ReadEntry entry, bool skills);
  void addShare(const std::string& words, const std::string& at);
  void readPiece(const std::string& piece, const std::string& at);
  [[nodiscard]] bool isSkill(const ReadEntry& entry) const;
  [[nodiscard]] std::vector<std::string> piecesOf(const std::string& line) const;
  [[nodiscard]] bool beginsPiece(const std::string& behind, const DottedNumber& number,
                                 const std::string& piece) const;
  ReadFunction& function(const std::string& at);
  ReadContent& content(const std::string& at);
  ReadLevel* part(const std::string& at);
  [[nodiscard]] std::string levelName() const;

  tables::Rows& rows_;
  std::optional<Level> fallback_;
  std::optional<Level> level_;
  std::string levelAt_;
  std::string variant_;
  std::size_t variantDepth_ = 0;
  bool readSinceVariant_ = false;
  std::vector<std::unique_ptr<ReadLevel>> levels_;
  ReadLevel* part_ = nullptr;
  std::optional<WorkColumns> columns_;     ///< Of the table read last.
  std::array<const DocCell*, 4> above_{};  ///< The cells of the row above.
  bool broken_ = false;                    ///< A page break may have cut the row above.
  Column column_ = Column::kNone;          ///< Said by a label, in a text without tables.
  std::string* last_ = nullptr;            ///< What a line without number goes on with.
};

}  // namespace tiku::formats::standards
