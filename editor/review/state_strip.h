#pragma once

#include <string>
#include <vector>

#include <wx/panel.h>

#include "formats/model/review.h"

class wxDC;

namespace tiku::editor {

/// The way of a round as a row of boxes: where it has been, where it is, what is to come. The words are in
/// the list of steps as well; this is for the eye.
class StateStrip final : public wxPanel {
 public:
  explicit StateStrip(wxWindow* parent);
  /// `late`: the deadline of the state has passed.
  void show(const formats::Round& round, bool late);

 private:
  enum class Part { kBeen, kNow, kLate, kNext };
  struct Box {
    std::string word;
    std::string below;  ///< The day.
    Part part = Part::kNext;
  };
  void paint();
  void draw(wxDC& dc, const Box& box, const wxRect& at) const;

  std::vector<Box> boxes_;
};

}  // namespace tiku::editor
