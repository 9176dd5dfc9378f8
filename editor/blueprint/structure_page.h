#pragma once

#include "editor/blueprint/rows_page.h"
#include "editor/blueprint/structure_model.h"

namespace tiku::editor {

/// The structure table of the operational half.
class StructurePage final : public RowsPage {
 public:
  StructurePage(wxWindow* parent, BlueprintSource& source);

  void refresh() override;
  void countAgain() override { table().reload(); }
  [[nodiscard]] formats::Id chosen() const override { return model_.moduleAt(table().row()); }
  bool reveal(formats::Id part) override;

 private:
  [[nodiscard]] bool mayRemove(const std::vector<int>& rows) override;

  BlueprintSource& source_;
  StructureModel model_;
};

}  // namespace tiku::editor
