#pragma once

#include <functional>
#include <vector>

#include <wx/grid.h>

#include "editor/widgets/colours.h"
#include "editor/workspace/place.h"
#include "workflows/progress/progress.h"

namespace tiku::editor {

/// A line per level, a column per thing that is counted: what there is, out of how many, coloured by state.
class ProgressTable final : public wxGrid {
 public:
  explicit ProgressTable(wxWindow* parent);

  /// A double click, or Enter: the user wants to see what was counted.
  void onOpen(std::function<void(const Place&)> open) { open_ = std::move(open); }
  /// `pointWord`: what the profile calls a point.
  void show(const std::vector<workflows::LevelProgress>& progress, const std::string& pointWord);

 private:
  struct Column;
  static std::vector<Column> columnsFor(const std::vector<workflows::LevelProgress>& progress,
                                        const std::string& pointWord);
  void openAt(int row, int column);
  void fit();

  std::vector<std::vector<Place>> places_;
  std::function<void(const Place&)> open_;
};

}  // namespace tiku::editor
