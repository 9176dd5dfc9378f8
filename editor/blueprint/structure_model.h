#pragma once

#include <vector>

#include "editor/blueprint/blueprint_source.h"
#include "editor/blueprint/rows_page.h"

namespace tiku::editor {

/// 操作技能考评内容结构表 as a grid: a row per module, with the sums of what a candidate takes.
class StructureModel final : public RowsModel {
 public:
  explicit StructureModel(BlueprintSource& source) : source_(source) {}

  enum Column { kGroup, kTake, kCode, kFunction, kName, kForm, kMarks, kMinutes, kPlanned, kHad, kColumns };

  void follow();
  [[nodiscard]] int rowOf(formats::Id module) const;
  [[nodiscard]] formats::Id moduleAt(int row) const;

  int insertBelow(int row) override;
  void remove(const std::vector<int>& rows) override;
  int move(int row, bool up) override;

  [[nodiscard]] std::vector<TableColumn> columns() const override;
  [[nodiscard]] int rows() const override { return static_cast<int>(rows_.size()); }
  [[nodiscard]] bool grows() const override { return source_.level().has_value(); }
  [[nodiscard]] int sumRows() const override { return grows() ? 1 : 0; }
  [[nodiscard]] TableCell cell(int row, int column) const override;
  std::optional<Refusal> put(const std::vector<CellWords>& words) override;
  [[nodiscard]] bool movesRows() const override { return true; }
  [[nodiscard]] std::optional<int> landing(const RowMove& move) const override;
  std::optional<RowSpan> drop(const RowMove& move) override;

 private:
  struct Row {
    std::size_t group = 0;
    std::size_t module = 0;
  };
  [[nodiscard]] const formats::SkillModule& module(const Row& row) const;
  [[nodiscard]] TableCell sumCell(int column) const;
  [[nodiscard]] std::optional<formats::SkillStructure> moved(const RowMove& move) const;
  [[nodiscard]] static std::vector<Row> rowsOf(const formats::SkillStructure& structure);

  BlueprintSource& source_;
  std::vector<Row> rows_;
  formats::SkillStructure structure_;
};

}  // namespace tiku::editor
