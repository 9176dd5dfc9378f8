#include "editor/widgets/native.h"

#include <algorithm>
#include <array>
#include <string>

#include <gtk/gtk.h>
#include <wx/dataview.h>
#include <wx/event.h>
#include <wx/textctrl.h>
#include <wx/window.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/gtk_text.h"
#include "editor/widgets/words.h"

namespace tiku::editor {

using validators::Severity;

GtkTextView* textViewOf(wxTextCtrl* control) {
  GtkWidget* widget = control->m_widget;
  if (GTK_IS_SCROLLED_WINDOW(widget)) widget = gtk_bin_get_child(GTK_BIN(widget));
  return GTK_IS_TEXT_VIEW(widget) ? GTK_TEXT_VIEW(widget) : nullptr;
}

namespace {

GdkRGBA rgba(const wxColour& colour) {
  return {colour.Red() / 255.0, colour.Green() / 255.0, colour.Blue() / 255.0, 1.0};
}

constexpr std::array kTagNames{
    "tiku-sub",     "tiku-sup",   "tiku-emphasis", "tiku-formula",    "tiku-mark",   "tiku-error",
    "tiku-warning", "tiku-info",  "tiku-found",    "tiku-title",      "tiku-label",  "tiku-quiet",
    "tiku-removed", "tiku-added", "tiku-on-error", "tiku-on-warning", "tiku-on-info"};

void setInk(GtkTextTag* tag, const wxColour& colour) {
  const GdkRGBA ink = rgba(colour);
  g_object_set(tag, "foreground-rgba", &ink, nullptr);
}

void setGround(GtkTextTag* tag, const wxColour& colour) {
  const GdkRGBA ground = rgba(colour);
  g_object_set(tag, "background-rgba", &ground, nullptr);
}

// As a marker pen draws: the words keep their colour.
void setMarker(GtkTextTag* tag, Severity severity) {
  setGround(tag, mix(colourOf(severity), groundOf(State::kNeutral), isDark() ? 0.4 : 0.25));
}

void setSquiggle(GtkTextTag* tag, Severity severity) {
  const GdkRGBA colour = rgba(colourOf(severity));
  g_object_set(tag, "underline", PANGO_UNDERLINE_ERROR, "underline-rgba", &colour, nullptr);
}

void setTag(GtkTextTag* tag, Look look) {
  switch (look) {
    case Look::kSubscript:
      g_object_set(tag, "rise", -3 * PANGO_SCALE, "scale", 0.8, nullptr);
      return;
    case Look::kSuperscript:
      g_object_set(tag, "rise", 5 * PANGO_SCALE, "scale", 0.8, nullptr);
      return;
    case Look::kEmphasis:
      g_object_set(tag, "weight", PANGO_WEIGHT_BOLD, nullptr);
      return;
    case Look::kFormula:
      g_object_set(tag, "family", "monospace", nullptr);
      return;
    case Look::kMark:
      return setGround(tag, groundOf(State::kGood));
    case Look::kErrorSquiggle:
      setSquiggle(tag, Severity::kError);
      return;
    case Look::kWarningSquiggle:
      setSquiggle(tag, Severity::kWarning);
      return;
    case Look::kInfoSquiggle:
      setSquiggle(tag, Severity::kInfo);
      return;
    case Look::kFound:
      return setGround(tag, groundOf(State::kShort));
    case Look::kTitle:
      g_object_set(tag, "weight", PANGO_WEIGHT_BOLD, nullptr);
      return;
    case Look::kLabel:
      g_object_set(tag, "weight", PANGO_WEIGHT_BOLD, "scale", 0.9, nullptr);
      return setInk(tag, quietInk());
    case Look::kQuiet:
      g_object_set(tag, "scale", 0.9, nullptr);
      return setInk(tag, quietInk());
    case Look::kRemoved:
      g_object_set(tag, "strikethrough", TRUE, nullptr);
      return setInk(tag, inkOf(State::kEmpty));
    case Look::kAdded:
      g_object_set(tag, "underline", PANGO_UNDERLINE_SINGLE, nullptr);
      return setInk(tag, inkOf(State::kGood));
    case Look::kOnError:
      return setMarker(tag, Severity::kError);
    case Look::kOnWarning:
      return setMarker(tag, Severity::kWarning);
    case Look::kOnInfo:
      return setMarker(tag, Severity::kInfo);
  }
}

GtkTextTag* tagOf(GtkTextBuffer* buffer, Look look) {
  GtkTextTagTable* table = gtk_text_buffer_get_tag_table(buffer);
  const char* name = kTagNames[static_cast<std::size_t>(look)];
  GtkTextTag* tag = gtk_text_tag_table_lookup(table, name);
  if (tag == nullptr) {
    tag = gtk_text_tag_new(name);
    gtk_text_tag_table_add(table, tag);
    g_object_unref(tag);
  }
  setTag(tag, look);  // Each time: the colours follow the theme.
  return tag;
}

}  // namespace

void nameForReaders(wxWindow* window, std::string_view utf8) {
  const std::string name(utf8);
  window->SetName(shown(name));
  for (GtkWidget* widget : {window->m_widget, window->m_wxwindow}) {
    if (widget == nullptr) continue;
    if (AtkObject* accessible = gtk_widget_get_accessible(widget))
      atk_object_set_name(accessible, name.c_str());
  }
  if (auto* control = dynamic_cast<wxTextCtrl*>(window)) {
    if (GtkTextView* view = textViewOf(control)) {
      atk_object_set_name(gtk_widget_get_accessible(GTK_WIDGET(view)), name.c_str());
    }
  }
}

void setLooks(wxTextCtrl* control, const std::vector<LookAt>& looks) {
  GtkTextView* view = textViewOf(control);
  if (view == nullptr) return;
  GtkTextBuffer* buffer = gtk_text_view_get_buffer(view);
  GtkTextIter from;
  GtkTextIter end;
  gtk_text_buffer_get_bounds(buffer, &from, &end);
  GtkTextTagTable* table = gtk_text_buffer_get_tag_table(buffer);
  for (const char* name : kTagNames) {
    if (GtkTextTag* tag = gtk_text_tag_table_lookup(table, name))
      gtk_text_buffer_remove_tag(buffer, tag, &from, &end);
  }
  for (const LookAt& at : looks) {
    gtk_text_buffer_get_iter_at_offset(buffer, &from, at.from);
    gtk_text_buffer_get_iter_at_offset(buffer, &end, at.from + at.length);
    gtk_text_buffer_apply_tag(buffer, tagOf(buffer, at.look), &from, &end);
  }
}

int heightOfWords(wxTextCtrl* control, int width) {
  GtkTextView* view = textViewOf(control);
  if (view == nullptr) return control->GetBestSize().y;
  const int across = gtk_text_view_get_left_margin(view) + gtk_text_view_get_right_margin(view);
  const int around = gtk_text_view_get_top_margin(view) + gtk_text_view_get_bottom_margin(view);
  PangoLayout* layout =
      gtk_widget_create_pango_layout(GTK_WIDGET(view), control->GetValue().utf8_str().data());
  pango_layout_set_width(layout, std::max(1, width - across) * PANGO_SCALE);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  int height = 0;
  pango_layout_get_pixel_size(layout, nullptr, &height);
  g_object_unref(layout);
  return height + around;
}

void letWheelThrough(wxTextCtrl* control) {
  control->Bind(wxEVT_MOUSEWHEEL, [control](wxMouseEvent& event) {
    if (control->GetScrollRange(wxVERTICAL) > control->GetScrollThumb(wxVERTICAL)) {
      event.Skip();
      return;
    }
    wxMouseEvent up(event);
    up.ResumePropagation(wxEVENT_PROPAGATE_MAX);
    control->GetParent()->ProcessWindowEvent(up);
  });
}

void wrapCells(wxDataViewRenderer* renderer, int width) {
  g_object_set(renderer->GetGtkHandle(), "wrap-width", width, "wrap-mode", PANGO_WRAP_WORD_CHAR, nullptr);
  // Rows that were measured with another width keep their height otherwise.
  if (wxDataViewColumn* column = renderer->GetOwner()) {
    gtk_tree_view_column_queue_resize(GTK_TREE_VIEW_COLUMN(column->GetGtkHandle()));
  }
}

namespace {

using FilesTaker = std::function<void(int at, std::vector<std::string> paths)>;

std::vector<std::string> pathsOf(GtkSelectionData* data) {
  std::vector<std::string> paths;
  gchar** uris = gtk_selection_data_get_uris(data);
  for (gchar** uri = uris; uri != nullptr && *uri != nullptr; ++uri) {
    gchar* path = g_filename_from_uri(*uri, nullptr, nullptr);
    // What lies elsewhere, as a picture of a web page does, is told by its address.
    paths.emplace_back(path != nullptr ? path : *uri);
    g_free(path);
  }
  g_strfreev(uris);
  return paths;
}

void filesReceived(GtkWidget* widget, GdkDragContext* context, gint x, gint y, GtkSelectionData* data, guint,
                   guint time, gpointer taker) {
  GdkAtom target = gtk_selection_data_get_target(data);
  if (!gtk_targets_include_uri(&target, 1)) return;  // Words: GTK's own business.
  g_signal_stop_emission_by_name(widget, "drag-data-received");
  std::vector<std::string> paths = pathsOf(data);
  GtkTextView* view = GTK_TEXT_VIEW(widget);
  const bool wanted = !paths.empty() && gtk_text_view_get_editable(view) != FALSE;
  gtk_drag_finish(context, wanted ? TRUE : FALSE, FALSE, time);
  if (!wanted) return;
  gint bufferX = 0;
  gint bufferY = 0;
  gtk_text_view_window_to_buffer_coords(view, GTK_TEXT_WINDOW_WIDGET, x, y, &bufferX, &bufferY);
  GtkTextIter at;
  gtk_text_view_get_iter_at_location(view, &at, bufferX, bufferY);
  (*static_cast<FilesTaker*>(taker))(gtk_text_iter_get_offset(&at), std::move(paths));
}

void deleteTaker(gpointer taker, GClosure*) {
  delete static_cast<FilesTaker*>(taker);
}

}  // namespace

void letFilesDrop(wxTextCtrl* control, FilesTaker dropped) {
  GtkTextView* view = textViewOf(control);
  if (view == nullptr) return;
  GtkWidget* widget = GTK_WIDGET(view);
  // Files first: a file manager offers their paths as words, too.
  GtkTargetList* targets = gtk_target_list_new(nullptr, 0);
  gtk_target_list_add_uri_targets(targets, 0);
  if (GtkTargetList* words = gtk_drag_dest_get_target_list(widget)) {
    gint count = 0;
    GtkTargetEntry* entries = gtk_target_table_new_from_list(words, &count);
    gtk_target_list_add_table(targets, entries, static_cast<guint>(count));
    gtk_target_table_free(entries, count);
  }
  gtk_drag_dest_set_target_list(widget, targets);
  gtk_target_list_unref(targets);
  g_signal_connect_data(widget, "drag-data-received", G_CALLBACK(filesReceived),
                        new FilesTaker(std::move(dropped)), deleteTaker, GConnectFlags(0));
}

void setInnerMargin(wxTextCtrl* control, int pixels) {
  GtkTextView* view = textViewOf(control);
  if (view == nullptr) return;
  gtk_text_view_set_left_margin(view, pixels);
  gtk_text_view_set_right_margin(view, pixels);
  gtk_text_view_set_top_margin(view, pixels);
  gtk_text_view_set_bottom_margin(view, pixels);
}

}  // namespace tiku::editor
