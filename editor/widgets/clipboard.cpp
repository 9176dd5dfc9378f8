#include "editor/widgets/clipboard.h"

#include <wx/bitmap.h>
#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/image.h>
#include <wx/mstream.h>

#include "editor/widgets/words.h"

namespace tiku::editor {

std::string clipboardText() {
  wxClipboardLocker lock;
  if (!lock || !wxTheClipboard->IsSupported(wxDF_UNICODETEXT)) return {};
  wxTextDataObject data;
  return wxTheClipboard->GetData(data) ? typed(data.GetText()) : std::string();
}

void setClipboardText(const std::string& text) {
  wxClipboardLocker lock;
  if (!lock) return;
  wxTheClipboard->SetData(new wxTextDataObject(shown(text)));
}

std::optional<std::string> clipboardPicture() {
  wxClipboardLocker lock;
  // Word puts a picture of the words beside the words: those are meant.
  if (!lock || wxTheClipboard->IsSupported(wxDF_UNICODETEXT) || !wxTheClipboard->IsSupported(wxDF_BITMAP))
    return {};
  wxBitmapDataObject data;
  if (!wxTheClipboard->GetData(data) || !data.GetBitmap().IsOk()) return {};
  wxMemoryOutputStream out;
  if (!data.GetBitmap().ConvertToImage().SaveFile(out, wxBITMAP_TYPE_PNG)) return {};
  std::string bytes(out.GetSize(), '\0');
  out.CopyTo(bytes.data(), bytes.size());
  return bytes;
}

}  // namespace tiku::editor
