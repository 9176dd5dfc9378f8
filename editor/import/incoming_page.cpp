#include "editor/import/incoming_page.h"

#include <algorithm>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/import/incoming_list.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

namespace {

enum Proposals : int { kNone, kSure, kAll };

}  // namespace

IncomingPage::IncomingPage(wxWindow* parent) : wxPanel(parent) {
  list_ = new IncomingList(this);
  tickAll_ = new wxCheckBox(this, wxID_ANY, shown(say("全选(&T)")));
  proposed_ = new wxChoice(this, wxID_ANY);
  for (const std::string& line : {say("不采用"), say("采用题号、次序相符的"), say("全部采用")})
    proposed_->Append(shown(line));
  nameForReaders(proposed_, say("建议的考评点"));
  auto* foot = new wxBoxSizer(wxHORIZONTAL);
  foot->Add(tickAll_, wxSizerFlags().CenterVertical());
  foot->AddStretchSpacer();
  foot->Add(new wxStaticText(this, wxID_ANY, shown(say("建议的考评点(&P)："))),
            wxSizerFlags().CenterVertical());
  foot->Add(proposed_, wxSizerFlags().CenterVertical());
  conflicts_ = new wxChoice(this, wxID_ANY);
  for (const std::string& line : {say("保留题库的"), say("改用文件的")}) conflicts_->Append(shown(line));
  nameForReaders(conflicts_, say("与题库冲突的"));
  foot->Add(new wxStaticText(this, wxID_ANY, shown(say("与题库冲突的(&D)："))),
            wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(12)));
  foot->Add(conflicts_, wxSizerFlags().CenterVertical());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(list_, wxSizerFlags(1).Expand());
  all->Add(foot, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
  SetSizer(all);
  tickAll_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) { list_->tickAll(event.IsChecked()); });
  proposed_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) { takeProposals(event.GetInt()); });
  conflicts_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) { list_->takeTheirs(event.GetInt() == 1); });
  show(nullptr);
}

void IncomingPage::onTicked(std::function<void()> ticked) {
  list_->onTicked(std::move(ticked));
}

void IncomingPage::show(const std::vector<IncomingRow>* rows) {
  list_->show(rows);
  tickAll_->SetValue(true);
  tickAll_->Enable(rows != nullptr && !rows->empty());
  conflicts_->SetSelection(0);
  conflicts_->Enable(rows != nullptr && std::ranges::any_of(*rows, [](const IncomingRow& row) {
                       return row.theirs != nullptr;
                     }));
  proposed_->SetSelection(kNone);
  proposed_->Enable(rows != nullptr && std::ranges::any_of(*rows, [](const IncomingRow& row) {
                      return row.proposal.has_value();
                    }));
}

const ImportDecision& IncomingPage::decision() const {
  return list_->decision();
}

void IncomingPage::takeProposals(int which) {
  using workflows::PointEvidence;
  list_->linkThose([which](const workflows::PointProposal& one) {
    const bool sure = one.by == PointEvidence::kCode || one.by == PointEvidence::kPosition;
    return which == kAll || (which == kSure && sure);
  });
}

}  // namespace tiku::editor
