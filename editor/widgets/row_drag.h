#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <wx/gdicmn.h>
#include <wx/timer.h>

#include "editor/widgets/table_model.h"

class wxGrid;
class wxMouseEvent;

namespace tiku::editor {

/// The mouse at the numbers of a table's rows: a press on a row that is selected draws the selected rows to
/// another place, as in other tables; anywhere else it selects, as wxGrid does.
class RowDrag {
 public:
  struct Deeds {
    std::function<std::vector<int>()> rows;        ///< Those that would be drawn; what is being typed is in.
    std::function<void(std::optional<int>)> mark;  ///< Shows the gap that they would come to lie in.
    std::function<void(RowMove)> drop;
  };
  RowDrag(wxGrid* grid, const TableModel& model, Deeds deeds);

  /// Lets go of the rows where they were. False when none are drawn.
  bool cancel();

 private:
  void pressed(wxMouseEvent& event);
  void moved(wxMouseEvent& event);
  void released(wxMouseEvent& event);
  void follow(wxPoint at);
  void scroll();
  [[nodiscard]] int gapAt(int y) const;
  [[nodiscard]] bool isChosen(int row) const;
  void finish();

  wxGrid* grid_;
  wxWindow* labels_;
  const TableModel& model_;
  Deeds deeds_;
  RowMove move_;
  std::optional<int> landing_;
  std::optional<wxPoint> press_;  ///< Where the mouse went down; nothing while it is up.
  bool drawing_ = false;
  wxTimer edge_;  ///< Runs while the mouse is beyond the edge: the table scrolls.
};

}  // namespace tiku::editor
