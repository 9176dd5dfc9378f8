#pragma once

#include <string_view>

class wxButton;
class wxWindow;

namespace tiku::editor {

/// A button no wider than its words need, with a little room at their sides.
wxButton* smallButton(wxWindow* parent, std::string_view words);

}  // namespace tiku::editor
