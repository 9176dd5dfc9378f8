#pragma once

#include "workflows/blueprint/derive.h"

class wxWindow;

namespace tiku::editor {

/// Shows what the standard proposes for the level, row by row, and whether the user takes it.
bool askDerive(wxWindow* parent, const workflows::Derivation& derived, formats::Level level);

}  // namespace tiku::editor
