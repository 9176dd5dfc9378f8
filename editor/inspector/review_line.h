#pragma once

#include <wx/panel.h>

#include "editor/workspace/host.h"

class wxButton;
class wxStaticText;

namespace tiku::editor {

/// What reviews say of the selected object, in a line above all else; not there where they say nothing.
class ReviewLine final : public wxPanel {
 public:
  ReviewLine(wxWindow* parent, Host& host);
  void show(const Place& place);
  void changed(std::span<const formats::Change> changes);

 private:
  void refresh();

  Host& host_;
  formats::Id object_;
  wxStaticText* words_ = nullptr;
  wxButton* go_ = nullptr;
};

}  // namespace tiku::editor
