#pragma once

#include <vector>

#include <wx/string.h>

#include "editor/workspace/workspace.h"

namespace tiku::editor {

/// All workspaces, in the order of the navigator.
const std::vector<WorkspaceEntry>& workspaces();

/// What the room is called, without the access key of its menu.
wxString titleOf(Room room);

}  // namespace tiku::editor
