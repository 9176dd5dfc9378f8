#pragma once

#include <functional>
#include <unordered_map>

#include <wx/panel.h>

#include "editor/workspace/host.h"
#include "workflows/sampling/sample.h"

class wxDataViewTreeCtrl;
class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

/// 题库样本: what would be drawn for a number of the authority.
class SamplePanel final : public wxPanel {
 public:
  SamplePanel(wxWindow* parent, Host& host);

 private:
  void draw();
  void show(const workflows::Sample& sample);

  Host& host_;
  wxTextCtrl* nonce_ = nullptr;
  wxStaticText* about_ = nullptr;
  wxDataViewTreeCtrl* tree_ = nullptr;
  std::unordered_map<void*, formats::Id> items_;  ///< By the line of the tree.
};

}  // namespace tiku::editor
