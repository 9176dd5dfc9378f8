#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <wx/dataview.h>

#include "editor/papers/paper_edits.h"

namespace tiku::editor {

/// A paper as it is printed: its sections and their items, numbered through, with their marks. Titles and
/// marks are edited in place; lines are dragged.
class PaperTree final : public wxDataViewCtrl {
 public:
  PaperTree(wxWindow* parent, const formats::Bank& bank);
  ~PaperTree() override;

  /// What the user does; the paper itself is not touched here.
  struct Actions {
    std::function<bool(PaperLine section, const std::string& title)> rename;
    std::function<bool(PaperLine entry, const std::string& marks)> setMarks;
    std::function<void(formats::Id item)> open;  ///< Double click on an entry.
    std::function<void(PaperLine to)> drop;      ///< Of what is being dragged.
    std::function<void()> chosen;
  };
  void setActions(Actions actions) { actions_ = std::move(actions); }

  /// Shows the paper with these lines chosen; null for none.
  void show(std::shared_ptr<const formats::Paper> paper, const std::vector<PaperLine>& chosen);
  /// An item changed its words.
  void repaintItems() { Refresh(); }
  [[nodiscard]] std::vector<PaperLine> chosen() const;
  /// Whether a drag comes from here.
  [[nodiscard]] bool isDragging() const { return dragging_; }
  void dragDone() { dragging_ = false; }

 private:
  class Model;
  void bindDrag();

  wxObjectDataPtr<Model> model_;
  Actions actions_;
  bool dragging_ = false;
};

/// What is dragged is known on both sides of a drag within the window; the clipboard format only names it.
inline constexpr const char* kDraggedItems = "tiku-items";

}  // namespace tiku::editor
