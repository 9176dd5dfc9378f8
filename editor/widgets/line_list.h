#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <wx/dataview.h>

#include "editor/widgets/colours.h"

namespace tiku::editor {

/// A list of lines of words with heads above the columns. A line may be said in the ink of a State.
class LineList final : public wxDataViewListCtrl {
 public:
  struct Column {
    std::string title;
    int width = 80;      ///< In DIP.
    bool wraps = false;  ///< Long words break into lines of that width.
  };
  struct Line {
    std::vector<std::string> cells;
    State state = State::kNeutral;
    bool operator==(const Line&) const = default;
  };

  /// `name` is said by screen readers. With `several`, more than one line can be chosen.
  LineList(wxWindow* parent, std::string_view name, const std::vector<Column>& columns, bool several = false);

  /// Shows these lines; what was chosen by its number stays chosen. Nothing happens where they show already.
  void show(std::vector<Line> lines);
  /// The chosen line; -1 for none.
  [[nodiscard]] int chosen() const { return GetSelectedRow(); }
  [[nodiscard]] std::vector<int> allChosen() const;
  void choose(int line);
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }

 private:
  std::vector<Line> lines_;
};

}  // namespace tiku::editor
