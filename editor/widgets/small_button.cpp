#include "editor/widgets/small_button.h"

#include <wx/button.h>

#include "editor/widgets/words.h"

namespace tiku::editor {

wxButton* smallButton(wxWindow* parent, std::string_view words) {
  auto* button =
      new wxButton(parent, wxID_ANY, shown(words), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
  // An exact fit leaves nothing between the words and the frame.
  wxSize size = button->GetBestSize();
  size.IncBy(parent->FromDIP(12), 0);
  button->SetMinSize(size);
  return button;
}

}  // namespace tiku::editor
