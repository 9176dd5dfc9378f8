#include "editor/widgets/reading_text.h"

#include <algorithm>

#include "editor/widgets/gtk_text.h"
#include "editor/widgets/words.h"

namespace tiku::editor {

namespace {

GdkPixbuf* pictureFrom(const std::string& bytes, int widest) {
  GdkPixbufLoader* loader = gdk_pixbuf_loader_new();
  // A damaged picture shows as far as it goes, or not at all: the checks have said so to its author.
  gdk_pixbuf_loader_write(loader, reinterpret_cast<const guchar*>(bytes.data()), bytes.size(), nullptr);
  gdk_pixbuf_loader_close(loader, nullptr);
  GdkPixbuf* picture = gdk_pixbuf_loader_get_pixbuf(loader);
  if (picture != nullptr) {
    const int width = gdk_pixbuf_get_width(picture);
    const int height = gdk_pixbuf_get_height(picture);
    if (width > widest) {
      picture =
          gdk_pixbuf_scale_simple(picture, widest, std::max(1, height * widest / width), GDK_INTERP_BILINEAR);
    } else {
      g_object_ref(picture);
    }
  }
  g_object_unref(loader);
  return picture;
}

// GTK hides and shows the cursor of a text by F7, before any menu sees the key. Here the cursor always shows,
// and the key is free.
void freeCursorKey(GtkTextView* view) {
  gtk_binding_entry_remove(gtk_binding_set_by_class(GTK_TEXT_VIEW_GET_CLASS(view)), GDK_KEY_F7,
                           GdkModifierType(0));
}

}  // namespace

ReadingText::ReadingText(wxWindow* parent, std::string_view name)
    : wxTextCtrl(
          parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
          wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2 | wxTE_BESTWRAP | wxTE_NOHIDESEL | wxBORDER_NONE) {
  nameForReaders(this, name);
  if (GtkTextView* view = textViewOf(this)) {
    // Whoever marks words with the keyboard must see where he is.
    gtk_text_view_set_cursor_visible(view, TRUE);
    freeCursorKey(view);
    gtk_text_view_set_top_margin(view, FromDIP(16));
    gtk_text_view_set_bottom_margin(view, FromDIP(16));
  }
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    keepLinesShort();
  });
}

void ReadingText::setTextSize(int points) {
  wxFont font = GetFont();
  font.SetPointSize(points);
  SetFont(font);
  keepLinesShort();
}

void ReadingText::keepLinesShort() {
  GtkTextView* view = textViewOf(this);
  if (view == nullptr) return;
  const int em = GetTextExtent(wxString(wchar_t(0x6C49))).x;
  const int spare = GetClientSize().x - kLineLength * em;
  const int margin = std::max(FromDIP(20), spare / 2);
  gtk_text_view_set_left_margin(view, margin);
  gtk_text_view_set_right_margin(view, margin);
  gtk_text_view_set_pixels_inside_wrap(view, em / 3);
  gtk_text_view_set_pixels_below_lines(view, em / 3);
}

void ReadingText::show(const std::string& utf8, std::vector<LookAt> looks,
                       const std::vector<Picture>& pictures) {
  ChangeValue(shown(utf8));
  looks_ = std::move(looks);
  if (GtkTextView* view = textViewOf(this)) {
    GtkTextBuffer* buffer = gtk_text_view_get_buffer(view);
    const int widest = std::max(FromDIP(120), kLineLength * GetTextExtent(wxString(wchar_t(0x6C49))).x);
    for (const Picture& one : pictures) {
      GdkPixbuf* picture = pictureFrom(one.bytes, widest);
      if (picture == nullptr) continue;
      GtkTextIter from;
      GtkTextIter to;
      gtk_text_buffer_get_iter_at_offset(buffer, &from, one.at);
      gtk_text_buffer_get_iter_at_offset(buffer, &to, one.at + 1);
      gtk_text_buffer_delete(buffer, &from, &to);
      gtk_text_buffer_insert_pixbuf(buffer, &from, picture);
      g_object_unref(picture);
    }
  }
  setLooks(this, looks_);
  SetInsertionPoint(0);
  ShowPosition(0);
}

void ReadingText::mark(const std::vector<LookAt>& marks) {
  std::vector<LookAt> all = looks_;
  all.insert(all.end(), marks.begin(), marks.end());
  setLooks(this, all);
}

ReadingText::Selected ReadingText::selected() const {
  long from = 0;
  long to = 0;
  GetSelection(&from, &to);
  return {static_cast<int>(from), static_cast<int>(to - from)};
}

void ReadingText::select(int from, int length) {
  SetSelection(from, from + length);
  ShowPosition(from);
}

}  // namespace tiku::editor
