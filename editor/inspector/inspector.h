#pragma once

#include <wx/panel.h>

#include "editor/workspace/host.h"

class wxNotebook;

namespace tiku::editor {

class FindingsPage;
class HistoryPage;
class ReviewLine;
class SimilarPage;

/// The right side: what there is to know of the selected object.
class Inspector final : public wxPanel {
 public:
  Inspector(wxWindow* parent, Host& host);

  /// The user selected something.
  void show(const Place& place);
  /// What happened to the document.
  void happened(const DocumentEvent& event);
  /// Brings the list of all findings, at the gravest, and gives it the keyboard.
  void showAllFindings();

 private:
  ReviewLine* review_ = nullptr;
  wxNotebook* book_ = nullptr;
  FindingsPage* findings_ = nullptr;
  SimilarPage* similar_ = nullptr;
  HistoryPage* history_ = nullptr;
};

}  // namespace tiku::editor
