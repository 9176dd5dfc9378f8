#pragma once

#include "editor/standard/standard_table.h"

namespace tiku::editor {

/// 理论知识权重表 or 技能要求权重表: a row per 项目, a column per level, and under each column its sum.
class WeightsTable final : public StandardTable {
 public:
  enum class Kind { kTheory, kSkills };
  WeightsTable(StandardSource& source, Kind kind) : StandardTable(source), kind_(kind) { follow(); }

  void follow() override;
  Spot insertBelow(Spot spot) override;
  void remove(const std::vector<int>& rows, int column) override;
  Spot move(Spot spot, bool up) override;
  /// The column of a level.
  [[nodiscard]] int columnOf(formats::Level level) const;

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] int rows() const override { return static_cast<int>(table_.size()); }
  [[nodiscard]] int sumRows() const override { return 1; }
  [[nodiscard]] TableCell cell(int row, int column) const override;
  std::optional<Refusal> put(const std::vector<CellWords>& words) override;
  [[nodiscard]] std::optional<int> landing(const RowMove& move) const override;
  std::optional<RowSpan> drop(const RowMove& move) override;

 private:
  [[nodiscard]] int nameColumn() const { return kind_ == Kind::kTheory ? 1 : 0; }
  [[nodiscard]] TableCell sumCell(int column) const;
  std::optional<Refusal> putCell(formats::WeightRow& row, int column, const std::string& words) const;
  void putTable(const std::string& title, std::vector<formats::WeightRow> table);

  Kind kind_;
  std::vector<formats::Level> levels_;
  std::vector<formats::WeightRow> table_;
};

}  // namespace tiku::editor
