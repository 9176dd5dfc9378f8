#pragma once

#include <array>

#include "editor/blueprint/blueprint_page.h"
#include "editor/blueprint/element_model.h"

class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

/// An element table with its sums and the people who signed it.
class ElementPage final : public BlueprintPage {
 public:
  ElementPage(wxWindow* parent, BlueprintSource& source, workflows::TableHalf half);

  void refresh() override;
  void countAgain() override;
  void judged() override;
  [[nodiscard]] TableGrid& table() const override { return *grid_; }
  [[nodiscard]] formats::Id chosen() const override;
  bool reveal(formats::Id part) override;
  [[nodiscard]] bool can(Deed deed) const override;
  void perform(Deed deed) override;
  [[nodiscard]] bool folds() const override { return model_.rows() > 0; }
  void finishTyping() override;

 private:
  struct Signer {
    wxTextCtrl* field = nullptr;
    std::string title;
    std::string formats::ElementTable::* name = nullptr;
    std::optional<formats::Date> formats::ElementTable::* day = nullptr;
  };
  void makeSigners(wxSizer* all);
  void sign(const Signer& signer);
  void showSigners();
  void showSums();
  /// Whether the deed did something to the table; `stay` is where the cursor goes.
  bool apply(Deed deed, formats::ElementTable& table, formats::Id& stay) const;
  void reshape(Deed deed);
  void renumber();
  void remove();

  BlueprintSource& source_;
  ElementModel model_;
  TableGrid* grid_ = nullptr;
  wxStaticText* sums_ = nullptr;
  std::array<Signer, 4> signers_;
};

}  // namespace tiku::editor
