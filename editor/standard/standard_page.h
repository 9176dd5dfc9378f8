#pragma once

#include <memory>

#include <wx/panel.h>

#include "editor/standard/standard_table.h"
#include "editor/widgets/table_grid.h"

namespace tiku::editor {

/// One part of the standard on the right of the outline.
class StandardPage : public wxPanel {
 public:
  using wxPanel::wxPanel;

  enum class Deed { kInsert, kRemove, kUp, kDown, kStar, kFillDown };

  /// The standard changed.
  virtual void refresh() = 0;
  virtual void finishTyping() {}
  /// The keyboard goes to the first thing that can be written.
  virtual void takeKeyboard() = 0;
  /// Null where the page is a form.
  [[nodiscard]] virtual TableGrid* table() const { return nullptr; }
  /// The part of the standard at the cursor; empty for none.
  [[nodiscard]] virtual formats::Id chosen() const { return {}; }
  virtual bool reveal(formats::Id /*part*/) { return false; }
  [[nodiscard]] virtual bool can(Deed /*deed*/) const { return false; }
  virtual void perform(Deed /*deed*/) {}
};

/// A part that is a table.
class StandardTablePage final : public StandardPage {
 public:
  /// `moved` is told when the cursor goes to another cell.
  StandardTablePage(wxWindow* parent, const std::string& name, std::unique_ptr<StandardTable> model,
                    std::function<void()> moved);

  void refresh() override;
  void finishTyping() override { grid_->finishTyping(); }
  void takeKeyboard() override { grid_->SetFocus(); }
  [[nodiscard]] TableGrid* table() const override { return grid_; }
  [[nodiscard]] formats::Id chosen() const override;
  bool reveal(formats::Id part) override;
  [[nodiscard]] bool can(Deed deed) const override;
  void perform(Deed deed) override;
  [[nodiscard]] StandardTable& model() const { return *model_; }

 private:
  [[nodiscard]] StandardTable::Spot spot() const { return {grid_->row(), grid_->column()}; }
  void remove();

  std::unique_ptr<StandardTable> model_;
  TableGrid* grid_ = nullptr;
};

}  // namespace tiku::editor
