#pragma once

#include "editor/blueprint/blueprint_page.h"
#include "editor/blueprint/structure_model.h"

namespace tiku::editor {

/// The structure table of the operational half.
class StructurePage final : public BlueprintPage {
 public:
  StructurePage(wxWindow* parent, BlueprintSource& source);

  void refresh() override;
  void countAgain() override { grid_->reload(); }
  [[nodiscard]] TableGrid& table() const override { return *grid_; }
  [[nodiscard]] formats::Id chosen() const override { return model_.moduleAt(grid_->row()); }
  bool reveal(formats::Id part) override;
  [[nodiscard]] bool can(Deed deed) const override;
  void perform(Deed deed) override;

 private:
  BlueprintSource& source_;
  StructureModel model_;
  TableGrid* grid_ = nullptr;
};

}  // namespace tiku::editor
