#pragma once

#include <vector>

#include "editor/blueprint/blueprint_source.h"
#include "editor/blueprint/rows_page.h"

namespace tiku::editor {

/// 组卷方案 as a grid: a row per item type with its marks, and the sum against 100.
class PlanModel final : public RowsModel {
 public:
  explicit PlanModel(BlueprintSource& source) : source_(source) {}

  enum Column { kType, kCount, kEach, kTotal, kHad, kColumns };

  void follow();
  [[nodiscard]] const formats::PaperPlan& plan() const { return plan_; }

  int insertBelow(int row) override;
  void remove(const std::vector<int>& rows) override;
  int move(int row, bool up) override;

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] int rows() const override { return static_cast<int>(plan_.sections.size()); }
  [[nodiscard]] bool grows() const override { return source_.level().has_value(); }
  [[nodiscard]] int sumRows() const override { return grows() ? 1 : 0; }
  [[nodiscard]] TableCell cell(int row, int column) const override;
  std::optional<Refusal> put(const std::vector<CellWords>& words) override;
  [[nodiscard]] bool movesRows() const override { return true; }
  [[nodiscard]] std::optional<int> landing(const RowMove& move) const override;
  std::optional<RowSpan> drop(const RowMove& move) override;

 private:
  [[nodiscard]] TableCell sumCell(int column) const;

  BlueprintSource& source_;
  formats::PaperPlan plan_;
};

}  // namespace tiku::editor
