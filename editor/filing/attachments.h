#pragma once

#include <wx/panel.h>

#include "editor/workspace/host.h"

class wxButton;
class wxDataViewListCtrl;
class wxTextCtrl;

namespace tiku::editor {

/// 其他相关佐证材料: the files that go into the bundle as they are, with their titles.
class Attachments final : public wxPanel {
 public:
  Attachments(wxWindow* parent, Host& host);
  void show();

 private:
  void add();
  void rename();
  void remove();
  void showTitle();
  [[nodiscard]] std::string chosen() const;

  Host& host_;
  std::vector<std::string> files_;
  wxDataViewListCtrl* list_ = nullptr;
  wxTextCtrl* title_ = nullptr;
  wxButton* remove_ = nullptr;
};

}  // namespace tiku::editor
