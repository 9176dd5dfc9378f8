#pragma once

class wxWindow;

namespace tiku::editor {

class Host;

/// 导入: asks for files of an institution, shows what they are understood to be, and takes what stays ticked
/// as one edit; then shows it.
void importFiles(wxWindow* parent, Host& host);

}  // namespace tiku::editor
