#pragma once

#include <map>
#include <string>
#include <unordered_map>
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
  /// The row of a scope or point; -1 for none.
  [[nodiscard]] int rowOf(formats::Id id) const;
  /// Null for the empty row.
  [[nodiscard]] const ElementRow* row(int row) const;
  [[nodiscard]] int nameColumn() const { return 1; }
  /// What the whole table comes to, in a line.
  [[nodiscard]] std::string sums() const;

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] int rows() const override { return static_cast<int>(rows_.size()); }
  [[nodiscard]] bool grows() const override { return source_.level().has_value(); }
  [[nodiscard]] TableCell cell(int row, int column) const override;
  std::optional<Refusal> put(const std::vector<CellWords>& words) override;
  void open(int row, int column) override;

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
  [[nodiscard]] TableCell pointsCell(int row) const;
  [[nodiscard]] TableCell itemsCell(int row, formats::ItemType type) const;
  [[nodiscard]] const validators::LadderRow* ladderRow(int row) const;

  BlueprintSource& source_;
  workflows::TableHalf half_;
  std::shared_ptr<const formats::Blueprint> kept_;  ///< What the entries point into.
  std::vector<ElementRow> rows_;
  std::vector<Entry> entries_;
  std::unordered_map<formats::Id, int> rowOf_;
  std::optional<validators::TableLadder> ladder_;  ///< Only of the theory table.
  StandardNumbers numbers_;
  std::unordered_map<formats::Id, State> judged_;
  std::vector<Column> shape_;  ///< Last: made from the others.
};

}  // namespace tiku::editor
