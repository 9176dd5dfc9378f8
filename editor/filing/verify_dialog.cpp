#include "editor/filing/verify_dialog.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;
using workflows::VerifyProblem;
using workflows::VerifyReport;

void showVerification(wxWindow* parent, const std::string& file, const VerifyReport& report) {
  wxDialog dialog(parent, wxID_ANY, shown(say("核验报备材料包")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  const workflows::Manifest& manifest = report.manifest;
  std::string words = manifest.title;
  for (const std::string& part : {manifest.occupation, manifest.institution, manifest.date}) {
    if (!part.empty()) words += " · " + part;
  }
  auto* about = new wxStaticText(&dialog, wxID_ANY, shown(file + "\n" + words));
  about->SetForegroundColour(quietInk());
  auto* result = new wxStaticText(
      &dialog, wxID_ANY,
      shown(report.problems.empty() ? say("核验通过。")
                                    : say("核验发现 {n} 个问题。", "n"_a = report.problems.size())));
  result->SetFont(result->GetFont().Scaled(1.2F).Bold());
  result->SetForegroundColour(inkOf(report.problems.empty() ? State::kGood : State::kEmpty));
  auto* list =
      new wxDataViewListCtrl(&dialog, wxID_ANY, wxDefaultPosition, dialog.FromDIP(wxSize(620, 300)),
                             wxDV_SINGLE | wxDV_NO_HEADER | wxDV_ROW_LINES | wxDV_VARIABLE_LINE_HEIGHT);
  list->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, dialog.FromDIP(28));
  auto* text = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT);
  list->AppendColumn(new wxDataViewColumn(wxString(), text, 1, dialog.FromDIP(560)));
  wrapCells(text, dialog.FromDIP(560));
  nameForReaders(list, say("核验的结果"));
  const auto add = [list](const char* mark, const std::string& line) {
    wxVector<wxVariant> values;
    values.push_back(shown(mark));
    values.push_back(shown(line));
    list->AppendItem(values);
  };
  for (const VerifyProblem& problem : report.problems)
    add("✗", (problem.path.empty() ? "" : problem.path + "：") + problem.message);
  for (const std::string& line : report.confirmed) add("✓", line);
  for (const std::string& line : report.notJudged) add("–", line);
  auto* close = new wxButton(&dialog, wxID_CANCEL, shown(say("关闭")));
  const int gap = dialog.FromDIP(12);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(about, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(result, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
  all->Add(list, wxSizerFlags(1).Expand().Border(wxALL, gap));
  all->Add(close, wxSizerFlags().Right().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  dialog.SetSizerAndFit(all);
  close->SetDefault();
  dialog.CentreOnParent();
  dialog.ShowModal();
}

}  // namespace tiku::editor
