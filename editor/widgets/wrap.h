#pragma once

#include <string_view>

#include <wx/string.h>

class wxWindow;

namespace tiku::editor {

/// The words with line breaks so that no line is wider than `width` pixels in the window's font. Chinese
/// breaks between any two characters, which wxStaticText::Wrap() does not know.
[[nodiscard]] wxString wrapped(const wxWindow* window, std::string_view utf8, int width);

}  // namespace tiku::editor
