#pragma once

#include <string>
#include <vector>

#include <wx/panel.h>

#include "formats/model/review.h"
#include "workflows/review/report/scores.h"

class wxDC;

namespace tiku::editor {

/// The rubric's dimensions as bars: the mean share of the marks, and a dot for each expert. The numbers are
/// in the list beside it.
class RubricChart final : public wxPanel {
 public:
  explicit RubricChart(wxWindow* parent);
  void show(const formats::Rubric& rubric, const workflows::PanelScores& scores);

 private:
  struct Bar {
    std::string dimension;
    double mean = 0;              ///< Share of the marks, 0 to 1.
    std::vector<double> experts;  ///< Each one's share.
  };
  void paint();
  void draw(wxDC& dc, const Bar& bar, int y, int labels) const;
  [[nodiscard]] int lineHeight() const { return FromDIP(34); }

  std::vector<Bar> bars_;
};

/// A dimension's share of its marks, of each expert who scored all its lines.
struct DimensionShare {
  std::string dimension;
  formats::Marks marks;        ///< The most that it can get.
  std::vector<double> shares;  ///< 0 to 1.
};
std::vector<DimensionShare> dimensionShares(const formats::Rubric& rubric,
                                            const workflows::PanelScores& scores);

}  // namespace tiku::editor
