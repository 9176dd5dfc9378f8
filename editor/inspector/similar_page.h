#pragma once

#include <vector>

#include <wx/panel.h>
#include <wx/timer.h>

#include "editor/workspace/host.h"

class wxDataViewListCtrl;
class wxHtmlWindow;
class wxStaticText;

namespace tiku::editor {

/// 相似题: the items of the bank most like the one that is being written, while it is written; below, the
/// chosen one with the words that both have.
class SimilarPage final : public wxPanel {
 public:
  SimilarPage(wxWindow* parent, Host& host);

  void show(const Place& place);
  /// The bank changed, or has been read for likeness.
  void changed();
  /// Nothing is looked for while nobody looks.
  void setVisible(bool visible);

 private:
  void refresh();
  void showChosen();

  Host& host_;
  Place place_;
  bool visible_ = false;
  wxTimer timer_;
  std::vector<SimilarTo> found_;
  wxStaticText* state_ = nullptr;
  wxDataViewListCtrl* list_ = nullptr;
  wxHtmlWindow* detail_ = nullptr;
};

}  // namespace tiku::editor
