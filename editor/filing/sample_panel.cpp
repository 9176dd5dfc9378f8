#include "editor/filing/sample_panel.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/filing/checked_in_state.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/rules/support/names.h"
#include "validators/rules/support/scope_names.h"
#include "workflows/filing/checked_in.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;
using workflows::Draw;
using workflows::Sample;

namespace {

std::string kindWord(Draw::Kind kind) {
  switch (kind) {
    case Draw::Kind::kTheoryItems:
      return say("理论知识试题");
    case Draw::Kind::kSkillItems:
      return say("操作技能试题");
    case Draw::Kind::kTheoryPapers:
      return say("理论知识试卷");
    case Draw::Kind::kSkillPapers:
      break;
  }
  return say("操作技能试卷");
}

std::string nameOf(formats::Id id, const formats::Bank& bank) {
  if (const auto* item = bank.find<formats::TheoryItem>(id)) return validators::itemName(*item);
  if (const auto* item = bank.find<formats::SkillItem>(id)) return validators::itemName(*item);
  if (const auto* paper = bank.find<formats::Paper>(id)) return validators::paperName(*paper);
  return id.str();
}

}  // namespace

SamplePanel::SamplePanel(wxWindow* parent, Host& host) : wxPanel(parent), host_(host) {
  nonce_ =
      new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(160, -1)), wxTE_PROCESS_ENTER);
  nonce_->SetHint(shown(say("主管部门给出的随机数")));
  nameForReaders(nonce_, say("随机数"));
  auto* button = new wxButton(this, wxID_ANY, shown(say("抽样(&D)")));
  about_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  about_->SetForegroundColour(quietInk());
  tree_ = new wxDataViewTreeCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                 wxDV_SINGLE | wxDV_NO_HEADER | wxDV_ROW_LINES);
  nameForReaders(tree_, say("抽到的样本"));
  const int gap = FromDIP(12);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(new wxStaticText(this, wxID_ANY, shown(say("随机数"))), wxSizerFlags().CenterVertical());
  row->Add(nonce_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, gap / 2));
  row->Add(button);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(row, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(about_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  all->Add(tree_, wxSizerFlags(1).Expand().Border(wxALL, gap));
  SetSizer(all);
  button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { draw(); });
  nonce_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { draw(); });
  tree_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
    const auto found = items_.find(event.GetItem().GetID());
    if (found != items_.end()) host_.goTo(placeOf(found->second, host_.document().bank()));
  });
}

void SamplePanel::draw() {
  const std::string nonce = wordsOf(nonce_);
  if (nonce.empty()) {
    about_->SetLabelText(shown(say("请先写随机数。")));
    return;
  }
  host_.attempt([&] {
    const Document& document = host_.document();
    const CheckedIn state = checkedInState(document);
    const Sample sample = workflows::drawSample(
        document.bank(), workflows::sampleShares(document.checker().profile()), state.tree, nonce);
    show(sample);
    about_->SetLabelText(
        shown(state.problem.empty()
                  ? say("这就是正式的样本。种子 {seed}", "seed"_a = sample.seed)
                  : say("这是试抽：{problem}签入以后抽到的会不同。", "problem"_a = state.problem)));
  });
}

void SamplePanel::show(const Sample& sample) {
  tree_->DeleteAllItems();
  items_.clear();
  const formats::Bank& bank = host_.document().bank();
  for (const Draw& draw : sample.draws) {
    const wxDataViewItem top = tree_->AppendContainer(
        wxDataViewItem(),
        shown(say("{level}{kind}：{population} 中抽 {quota}", "level"_a = validators::levelWord(draw.level),
                  "kind"_a = kindWord(draw.kind), "population"_a = draw.population, "quota"_a = draw.quota)));
    for (const workflows::Stratum& stratum : draw.strata) {
      const wxDataViewItem layer =
          tree_->AppendContainer(top, shown(stratum.title + "　" + std::to_string(stratum.quota) + " / " +
                                            std::to_string(stratum.candidates.size())));
      for (const workflows::Candidate& candidate : stratum.candidates) {
        if (!candidate.drawn) continue;
        const wxDataViewItem line = tree_->AppendItem(layer, shown(nameOf(candidate.id, bank)));
        items_[line.GetID()] = candidate.id;
      }
    }
    tree_->Expand(top);
  }
}

}  // namespace tiku::editor
