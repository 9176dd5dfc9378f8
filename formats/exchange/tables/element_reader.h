#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/exchange/tables/element_layout.h"
#include "formats/exchange/tables/rows.h"
#include "formats/model/blueprint.h"

namespace tiku::formats::tables {

/// Builds one element table from the rows of one or several document tables, and says of each row what it
/// became or what is wrong with it. Objects come without ids; the merge gives them.
class ElementReader {
 public:
  /// `skills` tells an operational table: its top scopes are never 基本要求.
  ElementReader(Rows& rows, bool skills) : rows_(rows), skills_(skills) {}

  /// Reads the rows from `first` (0-based) on; head rows that a page break repeats are skipped.
  void read(const TableView& view, const ElementLayout& layout, std::size_t first);

  /// Compares the stated figures with the counted ones: ratios with the points below (domain.md 3.4 no. 4),
  /// weights with the sum of the children's (no. 1). Factors of points are no part of that sum: in the
  /// Shanghai table they add up to the marks of all papers together. `titleAt` gets the doubt about the sum
  /// of the top scopes.
  void checkFigures(const std::string& titleAt);

  [[nodiscard]] ElementTable& table() { return table_; }
  /// How many rows with content could not be taken.
  [[nodiscard]] int unread() const { return unread_; }
  /// 相关知识要求 beside a point, by its full code.
  [[nodiscard]] const std::map<std::string, std::string>& knowledge() const { return knowledge_; }

 private:
  struct Place {
    std::string at;
    std::optional<Ratio> ratio;
  };
  /// What a row says of one scope or point.
  struct Entry {
    std::string code;
    std::string name;
    std::string weight;
    std::string ratio;
    std::string importance;
    std::string knowledge;
    std::string note;
  };

  void readStepped(const TableView& view, const ElementLayout& layout, std::size_t row);
  void readCoded(const TableView& view, const ElementLayout& layout, std::size_t row);
  void readWide(const TableView& view, const ElementLayout& layout, std::size_t row);
  void readPath(const std::string& at, const std::vector<std::string>& codes, bool isPoint,
                const Entry& entry);
  /// The last row, where it sums up the others.
  [[nodiscard]] bool isTotalRow(const TableView& view, std::size_t row) const;
  Entry entryOf(const TableView& view, const ElementLayout& layout, std::size_t row) const;
  void addScope(const std::string& at, const std::vector<std::string>& path, const Entry& entry);
  void addPoint(const std::string& at, const std::vector<std::string>& path, const Entry& entry);
  bool enterWideScopes(const TableView& view, const ElementLayout& layout, std::size_t row);
  bool enterWideScope(const std::string& at, std::size_t depth, const Entry& entry);
  bool codeFits(const std::string& at, const std::string& code);
  std::optional<Weight> weightOf(const std::string& at, const std::string& text);
  void checkScope(const Scope& scope, const std::string& code);
  /// The scope at the path, or null.
  Scope* find(const std::vector<std::string>& path);

  /// A doubt for which the row's content is not taken.
  void refuse(const std::string& at, const std::string& reason);

  Rows& rows_;
  bool skills_;
  int unread_ = 0;
  ElementTable table_;
  std::map<std::string, Place> places_;  ///< By full code.
  std::map<std::string, std::string> knowledge_;
  std::size_t codedDepth_ = 0;     ///< kCoded: parts of a point's code.
  std::vector<std::string> wide_;  ///< kWide: codes of the scopes that are open.
  std::optional<std::size_t>
      broken_;  ///< kWide: depth of a scope that could not be entered and is still open.
};

/// 基本要求 and its parts, against 工作要求 (domain.md 3.1).
[[nodiscard]] Part partOfScope(std::string_view name);

}  // namespace tiku::formats::tables
