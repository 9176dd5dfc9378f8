#pragma once

#include <vector>

#include "editor/workspace/workspace.h"

namespace tiku::editor {

/// All workspaces, in the order of the navigator.
const std::vector<WorkspaceEntry>& workspaces();

}  // namespace tiku::editor
