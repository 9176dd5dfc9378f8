#pragma once

#include <string>
#include <string_view>

#include <wx/string.h>

/// Between the UTF-8 of the document and the strings of the screen.
namespace tiku::editor {

/// For the screen: `shown(say("保存"))`. What is no UTF-8 shows as its bytes.
inline wxString shown(std::string_view utf8) {
  wxString text = wxString::FromUTF8(utf8.data(), utf8.size());
  return text.empty() && !utf8.empty() ? wxString::From8BitData(utf8.data(), utf8.size()) : text;
}

/// From the screen: what was typed.
inline std::string typed(const wxString& text) {
  const wxScopedCharBuffer utf8 = text.utf8_str();
  return {utf8.data(), utf8.length()};
}

}  // namespace tiku::editor
