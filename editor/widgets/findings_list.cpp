#include "editor/widgets/findings_list.h"

#include <algorithm>

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;
using validators::Finding;
using validators::Severity;

std::string severityName(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return say("错误");
    case Severity::kWarning:
      return say("警告");
    case Severity::kInfo:
      break;
  }
  return say("提示");
}

class FindingsList::Model final : public wxDataViewVirtualListModel {
 public:
  explicit Model(const std::vector<Finding>& findings) : findings_(findings) {}

  [[nodiscard]] unsigned int GetColumnCount() const override { return 2; }
  [[nodiscard]] wxString GetColumnType(unsigned int) const override { return "string"; }
  void GetValueByRow(wxVariant& value, unsigned int row, unsigned int column) const override {
    const Finding& finding = findings_[row];
    value = column == 0 ? shown(finding.waived ? say("豁免") : severityName(finding.severity))
                        : shown(finding.message);
  }
  bool GetAttrByRow(unsigned int row, unsigned int column, wxDataViewItemAttr& look) const override {
    const Finding& finding = findings_[row];
    if (finding.waived) {
      look.SetColour(quietInk());
      return true;
    }
    if (column != 0) return false;
    look.SetColour(colourOf(finding.severity));
    look.SetBold(finding.severity == Severity::kError);
    return true;
  }
  bool SetValueByRow(const wxVariant&, unsigned int, unsigned int) override { return false; }

 private:
  const std::vector<Finding>& findings_;
};

FindingsList::FindingsList(wxWindow* parent) : wxPanel(parent), model_(new Model(findings_)) {
  list_ = new wxDataViewCtrl(
      this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
      wxDV_SINGLE | wxDV_NO_HEADER | wxDV_ROW_LINES | wxDV_VARIABLE_LINE_HEIGHT | wxBORDER_NONE);
  list_->AssociateModel(model_.get());
  auto* severity = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT | wxALIGN_TOP);
  list_->AppendColumn(new wxDataViewColumn(wxString(), severity, 0, FromDIP(52)));
  auto* message = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT | wxALIGN_TOP);
  list_->AppendColumn(
      new wxDataViewColumn(wxString(), message, 1, FromDIP(220), wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE));
  wrapCells(message, FromDIP(220));
  nameForReaders(list_, say("检查结果"));

  empty_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxALIGN_CENTRE_HORIZONTAL);
  empty_->SetForegroundColour(quietInk());
  detail_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(-1, 130)),
                           wxTE_MULTILINE | wxTE_READONLY | wxTE_BESTWRAP | wxBORDER_NONE);
  nameForReaders(detail_, say("检查结果的说明"));
  setInnerMargin(detail_, FromDIP(6));

  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(empty_, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  sizer->Add(list_, wxSizerFlags(1).Expand());
  sizer->Add(detail_, wxSizerFlags().Expand());
  SetSizer(sizer);

  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showDetail(); });
  list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
    if (const Finding* finding = chosen(); finding != nullptr && open_) open_(Finding(*finding));
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    if (empty_->IsShown()) wrapEmpty();
    event.Skip();
  });
  list_->Bind(wxEVT_SIZE, [this, message](wxSizeEvent& event) {
    event.Skip();
    const int width = std::max(FromDIP(120), event.GetSize().x - FromDIP(52 + 10));
    wrapCells(message, width);
  });
}

// Here, where the model is a whole type.
FindingsList::~FindingsList() = default;

const Finding* FindingsList::chosen() const {
  const wxDataViewItem item = list_->GetSelection();
  if (!item.IsOk()) return nullptr;
  const unsigned int row = model_->GetRow(item);
  return row < findings_.size() ? &findings_[row] : nullptr;
}

void FindingsList::choose(std::size_t line) {
  if (line >= findings_.size()) return;
  const wxDataViewItem item = model_->GetItem(static_cast<unsigned int>(line));
  list_->Select(item);
  list_->EnsureVisible(item);
  showDetail();
}

void FindingsList::setFindings(std::vector<Finding> findings, const std::string& empty) {
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    return std::pair(a.waived, a.severity) < std::pair(b.waived, b.severity);
  });
  if (findings == findings_ && !findings.empty()) return;
  std::optional<validators::FindingKey> kept;
  if (const Finding* before = chosen()) kept = before->key();
  findings_ = std::move(findings);
  model_->Reset(static_cast<unsigned int>(findings_.size()));
  saysEmpty_ = empty;
  wrapEmpty();
  empty_->Show(findings_.empty());
  list_->Show(!findings_.empty());
  const auto same =
      std::ranges::find_if(findings_, [&kept](const Finding& f) { return kept && f.key() == *kept; });
  if (same != findings_.end()) {
    choose(static_cast<std::size_t>(same - findings_.begin()));
  } else {
    showDetail();
  }
  Layout();
}

void FindingsList::wrapEmpty() {
  empty_->SetLabelText(wrapped(empty_, saysEmpty_, std::max(FromDIP(120), GetClientSize().x - FromDIP(24))));
}

void FindingsList::showDetail() {
  const Finding* finding = chosen();
  std::string text;
  if (finding != nullptr) {
    text = finding->message + "\n";
    if (!finding->advice.empty()) text += finding->advice + "\n";
    if (!finding->required.empty()) {
      text += say("实测 {measured}，要求 {required}。", "measured"_a = finding->measured,
                  "required"_a = finding->required) +
              "\n";
    }
    text += say("依据：{clause}　规则：{rule}", "clause"_a = finding->clause, "rule"_a = finding->rule);
  }
  detail_->ChangeValue(shown(text));
  detail_->Show(finding != nullptr);
  Layout();
  if (chosen_) chosen_(finding);
}

}  // namespace tiku::editor
