#pragma once

#include <string>
#include <vector>

#include <wx/scrolwin.h>

#include "editor/expert/expert_host.h"

class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

class SentenceField;

/// 评分表: what the expert gives the whole, line by line, with sums.
class RubricPage final : public wxScrolledWindow {
 public:
  RubricPage(wxWindow* parent, ExpertHost& host);

  void follow();
  /// The keyboard goes to this line, or to the first that is empty.
  void go(const std::string& line);

 private:
  struct Row {
    formats::RubricLine line;
    wxTextCtrl* marks = nullptr;
    SentenceField* comment = nullptr;
    wxStaticText* wrong = nullptr;
  };
  void addLine(wxSizer* into, const formats::RubricLine& line);
  void read(std::size_t row, bool marksTyped);
  void showSums();

  ExpertHost& host_;
  std::vector<Row> rows_;
  std::vector<std::pair<std::string, wxStaticText*>> sums_;  ///< By dimension.
  wxStaticText* total_ = nullptr;
};

}  // namespace tiku::editor
