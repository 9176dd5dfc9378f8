#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "editor/blueprint/blueprint_source.h"
#include "editor/blueprint/element_cells.h"
#include "validators/rules/coverage/table_ladder.h"
#include "workflows/blueprint/table_edit.h"

namespace tiku::editor {

/// An element table as a grid. The theory table shows what is needed and had, as the rules count it.
class ElementModel final : public TableModel {
 public:
  ElementModel(BlueprintSource& source, workflows::TableHalf half)
      : source_(source), half_(half), shape_(shape()) {}

  /// The blueprint or the standard changed.
  void follow();
  /// Items came or went.
  void count();
  /// Other findings.
  void judge();

  [[nodiscard]] const formats::ElementTable& table() const {
    return workflows::tableOf(source_.blueprint(), half_);
  }
  [[nodiscard]] workflows::TableHalf half() const { return half_; }
  /// The number of a scope or point among all rows; -1 for none.
  [[nodiscard]] int find(formats::Id id) const;
  /// Null for the empty row.
  [[nodiscard]] const ElementRow* row(int row) const;
  [[nodiscard]] int nameColumn() const { return 1; }
  /// What the whole table comes to, in a line.
  [[nodiscard]] std::string sums() const;

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] int rows() const override { return static_cast<int>(open_.size()); }
  [[nodiscard]] bool grows() const override { return source_.level().has_value(); }
  [[nodiscard]] TableCell cell(int row, int column) const override;
  std::optional<Refusal> put(const std::vector<CellWords>& words) override;
  void open(int row, int column) override;

  [[nodiscard]] bool movesRows() const override { return true; }
  [[nodiscard]] std::optional<int> landing(const RowMove& move) const override;
  std::optional<RowSpan> drop(const RowMove& move) override;

  [[nodiscard]] int allRows() const override { return static_cast<int>(rows_.size()); }
  [[nodiscard]] TableCell cellOfAll(int number, int column) const override;
  [[nodiscard]] int numberOf(int row) const override { return open_[static_cast<std::size_t>(row)]; }
  [[nodiscard]] int rowShowing(int number) const override;
  void bringOut(int number) override;
  bool fold(int row, bool closed) override;
  void foldAll(bool closed) override;
  [[nodiscard]] int parentOf(int row) const override;

 private:
  enum class Kind { kCode, kName, kWeight, kImportance, kPoints, kRatio, kItems, kTrace, kNote };
  struct Column {
    Kind kind;
    formats::ItemType type = formats::ItemType::kSingleChoice;  ///< Of kItems.
  };
  struct Entry {
    const formats::Scope* scope = nullptr;
    const formats::Point* point = nullptr;
  };

  [[nodiscard]] std::vector<Column> shape() const;
  [[nodiscard]] static std::optional<ElementField> fieldOf(Kind kind);
  [[nodiscard]] TableCell emptyCell(Kind kind) const;
  [[nodiscard]] TableCell pointsCell(int number) const;
  [[nodiscard]] TableCell itemsCell(int number, formats::ItemType type) const;
  [[nodiscard]] const validators::LadderRow* ladderRow(int number) const;
  [[nodiscard]] bool holdsRows(int number) const;
  /// Finds out which rows show.
  void lookWhatShows();
  /// The blueprint with the rows drawn there; nothing where that does not go.
  [[nodiscard]] std::optional<formats::Blueprint> moved(const RowMove& move) const;

  BlueprintSource& source_;
  workflows::TableHalf half_;
  std::shared_ptr<const formats::Blueprint> kept_;  ///< What the entries point into.
  std::vector<ElementRow> rows_;
  std::vector<Entry> entries_;
  std::unordered_map<formats::Id, int> numberOf_;
  std::unordered_set<formats::Id> closed_;         ///< Scopes of every level that was seen.
  std::vector<int> open_;                          ///< The numbers of the rows that show.
  std::optional<validators::TableLadder> ladder_;  ///< Only of the theory table.
  StandardNumbers numbers_;
  std::unordered_map<formats::Id, State> judged_;
  std::vector<Column> shape_;  ///< Last: made from the others.
};

}  // namespace tiku::editor
