#include "editor/widgets/wrap.h"

#include <wx/window.h>

#include "editor/widgets/words.h"

namespace tiku::editor {

namespace {

bool isNarrow(wxUniChar c) {
  return c < 0x2E80 && c != ' ';
}

// Marks that stay with what is before them.
bool clings(wxUniChar c) {
  return wxString(L"，。、；：！？）》”’」』】…").Find(c) != wxNOT_FOUND;
}

}  // namespace

wxString wrapped(const wxWindow* window, std::string_view utf8, int width) {
  const wxString text = shown(utf8);
  wxString lines;
  std::size_t from = 0;
  while (from < text.size()) {
    std::size_t fits = from + 1;
    std::size_t end = fits;
    for (; end <= text.size(); ++end) {
      if (text[end - 1] == '\n' || window->GetTextExtent(text.Mid(from, end - from)).x > width) break;
      const bool inWord = end < text.size() && isNarrow(text[end - 1]) && isNarrow(text[end]);
      if (!inWord && !(end < text.size() && clings(text[end]))) fits = end;
    }
    if (end <= text.size() && text[end - 1] == '\n') {
      lines += text.Mid(from, end - from);
      from = end;
      continue;
    }
    if (end > text.size()) fits = text.size();
    lines += text.Mid(from, fits - from);
    from = fits;
    if (from < text.size()) lines += '\n';
  }
  return lines;
}

}  // namespace tiku::editor
