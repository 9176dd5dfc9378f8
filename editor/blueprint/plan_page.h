#pragma once

#include "editor/blueprint/blueprint_page.h"
#include "editor/blueprint/plan_model.h"

class wxTextCtrl;

namespace tiku::editor {

/// The paper plan of the theory half.
class PlanPage final : public BlueprintPage {
 public:
  PlanPage(wxWindow* parent, BlueprintSource& source);

  void refresh() override;
  void countAgain() override { grid_->reload(); }
  [[nodiscard]] TableGrid& table() const override { return *grid_; }
  [[nodiscard]] bool can(Deed deed) const override;
  void perform(Deed deed) override;
  void finishTyping() override;

 private:
  void putMinutes();

  BlueprintSource& source_;
  PlanModel model_;
  TableGrid* grid_ = nullptr;
  wxTextCtrl* minutes_ = nullptr;
};

}  // namespace tiku::editor
