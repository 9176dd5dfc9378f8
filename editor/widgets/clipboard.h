#pragma once

#include <optional>
#include <string>

/// The clipboard, in UTF-8 and PNG.
namespace tiku::editor {

/// Empty when there is no text.
std::string clipboardText();
void setClipboardText(const std::string& text);
/// The picture of the clipboard as a PNG file; nothing when it holds text or none.
std::optional<std::string> clipboardPicture();

}  // namespace tiku::editor
