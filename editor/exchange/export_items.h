#pragma once

class wxWindow;

namespace tiku::editor {

class Host;

/// Asks for format and items, shows what the format cannot hold, and writes the file.
void exportItems(wxWindow* parent, Host& host);

}  // namespace tiku::editor
