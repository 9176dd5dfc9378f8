#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/document.h"
#include "formats/model/values.h"

/// Small readings that all the form-like documents need: words of a cell, labels with values, figures.
namespace tiku::formats::tables {

/// Without any white space (ideographic and no-break too), full-width ASCII made half-width, the many middle
/// dots made one. Header words, labels and codes are compared in this form.
[[nodiscard]] std::string squeezed(std::string_view text);

/// Whether the word stands in the text of a head.
inline bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

/// Text as a name: lines joined, runs of white space made one blank, none at the ends.
[[nodiscard]] std::string tidy(std::string_view text);

/// Two texts say the same: equal after foldWords().
[[nodiscard]] bool sameWords(std::string_view a, std::string_view b);
/// What sameWords() compares: foldWords(text).
[[nodiscard]] std::string wordsKey(std::string_view text);

/// 0 (nothing in common) to 1 (equal): share of common character pairs of the wordsKeys (Dice, 1945).
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

/// "1.", "（2）", "三、", "(4)", "①" at the front taken away, with the white space after it.
[[nodiscard]] std::string withoutNumber(std::string_view text);

/// "2026年3月1日", "2026.3.1", "2026/03/01", "2026-3-1".
[[nodiscard]] std::optional<Date> parseDate(std::string_view text);
/// "30min", "30 分钟", "1小时", "1.5h", "90": minutes.
[[nodiscard]] std::optional<int> parseMinutes(std::string_view text);
/// A whole number up to 1,000,000, alone or with a measure word ("6", "5题", "3 项").
[[nodiscard]] std::optional<int> parseCount(std::string_view text);
/// A figure with up to two places, with "%" or "分" behind it at will.
[[nodiscard]] std::optional<Weight> parseWeight(std::string_view text);
[[nodiscard]] std::optional<Marks> parseMarks(std::string_view text);

/// The level that a title line names: "人工智能训练师（三级）…", "高级工理论知识…". Not "一级鉴定范围".
[[nodiscard]] std::optional<Level> levelInTitle(std::string_view text);

/// Values behind labels in one line: labelled("职业：焊工  等级：三级", {"职业", "等级"}). A label counts
/// with a colon behind it. Keys are the labels as given; values are tidy() and may be empty.
[[nodiscard]] std::map<std::string, std::string> labelled(std::string_view text,
                                                          const std::vector<std::string>& labels);

/// Likewise over the cells of one row: "label | value" in neighbouring cells or "label：value" in one.
[[nodiscard]] std::map<std::string, std::string> labelled(const std::vector<DocCell>& row,
                                                          const std::vector<std::string>& labels);

/// Names as one enumeration in the user's language: "章、节" or "章, 节".
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

/// One table with the small questions that every importer asks.
class TableView {
 public:
  explicit TableView(const DocTable& table);

  [[nodiscard]] const DocTable& table() const { return *table_; }
  [[nodiscard]] std::size_t rowCount() const { return table_->rows.size(); }
  [[nodiscard]] int columnCount() const { return columns_; }
  /// The words shown at a grid place, those of the merged cell that covers it; empty beyond the table.
  [[nodiscard]] std::string text(std::size_t row, int column) const;
  /// True when the place belongs to a vertically merged cell that starts further up.
  [[nodiscard]] bool continued(std::size_t row, int column) const;
  /// No cell of the row shows anything of its own.
  [[nodiscard]] bool blank(std::size_t row) const;
  /// The cell that covers the place; null when there is none.
  [[nodiscard]] const DocCell* shown(std::size_t row, int column) const;
  /// "表 1 行 3" of the report; `row` 0-based.
  [[nodiscard]] std::string at(std::size_t row) const;

 private:
  const DocTable* table_;
  int columns_ = 0;
  /// For each cell the one that shows in its place: itself, or the start of its vertical merge.
  std::vector<std::vector<const DocCell*>> shown_;
};

}  // namespace tiku::formats::tables
