#include "editor/widgets/wrapped_text.h"

#include <algorithm>

#include "editor/widgets/wrap.h"

namespace tiku::editor {

WrappedText::WrappedText(wxWindow* parent)
    : wxStaticText(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE) {
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    // Not from within the layout that gave the width.
    if (event.GetSize().x != width_) CallAfter([this] { wrapNow(); });
  });
}

void WrappedText::tell(const std::string& words) {
  words_ = words;
  width_ = 0;
  wrapNow();
}

void WrappedText::wrapNow() {
  const int narrowest = FromDIP(160);
  const int width = std::max(narrowest, GetSize().x);
  if (width == width_) return;
  width_ = width;
  SetLabelText(wrapped(this, words_, width));
  // As narrow as it must be, so that a window can be made narrower than its longest line.
  SetMinSize(wxDefaultSize);
  InvalidateBestSize();
  SetMinSize({narrowest, GetBestSize().y});
  GetParent()->Layout();
}

}  // namespace tiku::editor
