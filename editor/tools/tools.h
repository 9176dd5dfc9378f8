#pragma once

#include <vector>

#include "editor/workspace/workspace.h"

namespace tiku::editor {

/// What can be done with a bank as a whole, wherever one is in it: the lines of the menu 工具.
std::vector<Command> bankTools(wxWindow* window, Host& host);

}  // namespace tiku::editor
