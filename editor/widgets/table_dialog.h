#pragma once

#include <optional>

#include "formats/model/text.h"

class wxWindow;

namespace tiku::editor {

class ProseField;

/// Edits a table of an item's text as a grid. Empty when the user thought better of it. A cell that holds
/// more than plain words is shown and kept, and cannot be typed into.
std::optional<formats::TextTable> askTable(wxWindow* parent, const formats::TextTable& before);

/// Edits the table at the field's cursor, or a new one of three rows and columns that goes in there.
/// False when the user thought better of it.
bool editTableAtCursor(wxWindow* parent, ProseField& field);

}  // namespace tiku::editor
