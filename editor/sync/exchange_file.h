#pragma once

#include "editor/workspace/host.h"

class wxWindow;

namespace tiku::editor {

/// Asks for whom and where, and writes what he lacks into a file for a disc, with a sheet beside it that says
/// what is in it. What is not checked in is checked in first.
void writeExchangeFile(wxWindow* window, Host& host);

}  // namespace tiku::editor
