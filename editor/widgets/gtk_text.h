#pragma once

#include <gtk/gtk.h>

class wxTextCtrl;

namespace tiku::editor {

/// The GTK widget of a multi-line text control; null of a single-line one.
GtkTextView* textViewOf(wxTextCtrl* control);

}  // namespace tiku::editor
