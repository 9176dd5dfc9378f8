#pragma once

#include <optional>

#include "formats/model/text.h"

class wxWindow;

namespace tiku::editor {

/// Edits a table of an item's text as a grid. Empty when the user thought better of it. A cell that holds
/// more than plain words is shown and kept, and cannot be typed into.
std::optional<formats::TextTable> askTable(wxWindow* parent, const formats::TextTable& before);

}  // namespace tiku::editor
