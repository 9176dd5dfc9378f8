#pragma once

#include "editor/blueprint/plan_model.h"
#include "editor/blueprint/rows_page.h"

class wxTextCtrl;

namespace tiku::editor {

/// The paper plan of the theory half.
class PlanPage final : public RowsPage {
 public:
  PlanPage(wxWindow* parent, BlueprintSource& source);

  void refresh() override;
  void countAgain() override { table().reload(); }
  void finishTyping() override;

 private:
  void putMinutes();

  BlueprintSource& source_;
  PlanModel model_;
  wxTextCtrl* minutes_ = nullptr;
};

}  // namespace tiku::editor
