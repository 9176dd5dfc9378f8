#pragma once

#include <functional>
#include <vector>

#include <wx/dataview.h>
#include <wx/panel.h>

#include "editor/text/item_index.h"
#include "editor/workspace/host.h"

class wxSearchCtrl;
class wxStaticText;

namespace tiku::editor {

/// The theory items of a level as a list, with one box to look for some of them. Only what is seen is drawn,
/// so 100,000 items scroll as ten do.
class ItemList final : public wxPanel {
 public:
  ItemList(wxWindow* parent, Host& host);

  /// The selected item is another one; empty for none. Not told when the program selects.
  void onSelected(std::function<void(formats::Id)> selected) { selected_ = std::move(selected); }
  /// A key in the list that is the room's: 1 to 5, Delete, Enter.
  void onKey(std::function<bool(int key)> key) { key_ = std::move(key); }

  /// Shows another level from nothing.
  void setIndex(const ItemIndex* index);
  /// The index has other rows, or the same ones elsewhere.
  void rowsMoved();
  /// One item looks otherwise.
  void rowChanged(formats::Id item);
  /// A round or an opinion changed. The column of reviews is there once they say something.
  void reviewsMoved();
  /// Findings changed: their column is painted anew.
  void repaint();

  void select(formats::Id item);
  [[nodiscard]] formats::Id selected() const;
  /// All selected items, in order.
  [[nodiscard]] std::vector<formats::Id> selection() const;
  [[nodiscard]] const std::vector<formats::Id>& shownItems() const { return items_; }
  /// Selects the one `by` lines further; stays at either end.
  void move(int by);
  /// The keyboard goes to the box.
  void startSearch();
  void setQuery(const std::string& query);
  void takeFocus() { list_->SetFocus(); }

 private:
  class Model;
  void build();
  void search();
  void complete();
  void told();

  Host& host_;
  const ItemIndex* index_ = nullptr;
  std::vector<formats::Id> items_;
  wxObjectDataPtr<Model> model_;
  wxSearchCtrl* box_ = nullptr;
  wxStaticText* count_ = nullptr;
  wxDataViewCtrl* list_ = nullptr;
  std::function<void(formats::Id)> selected_;
  std::function<bool(int)> key_;
  bool quiet_ = false;
};

}  // namespace tiku::editor
