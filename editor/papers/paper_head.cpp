#include "editor/papers/paper_head.h"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Paper;
using formats::say;

PaperHead::PaperHead(wxWindow* parent) : wxPanel(parent) {
  const auto label = [this](const std::string& words) {
    return new wxStaticText(this, wxID_ANY, shown(words));
  };
  auto* numberLabel = label(say("编号(&N)"));
  number_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(130, -1)));
  nameForReaders(number_, say("试卷编号"));
  auto* titleLabel = label(say("名称(&T)"));
  title_ = new wxTextCtrl(this, wxID_ANY);
  nameForReaders(title_, say("试卷名称"));
  auto* minutesLabel = label(say("时间(&M)"));
  // As wide as GTK wants it: a narrower one complains at every layout.
  minutes_ = new wxSpinCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 0, 600);
  nameForReaders(minutes_, say("考试时间，分钟"));
  auto* statusLabel = label(say("状态(&S)"));
  status_ = new wxChoice(this, wxID_ANY);
  for (const std::string& word : {say("草稿"), say("已命制"), say("已审核"), say("停用")})
    status_->Append(shown(word));
  nameForReaders(status_, say("试卷状态"));

  auto* grid = new wxFlexGridSizer(4, FromDIP(wxSize(8, 6)));
  grid->AddGrowableCol(3);
  const auto centred = wxSizerFlags().CenterVertical();
  grid->Add(numberLabel, centred);
  grid->Add(number_, centred);
  grid->Add(titleLabel, centred);
  grid->Add(title_, wxSizerFlags().Expand());
  grid->Add(minutesLabel, centred);
  auto* minutes = new wxBoxSizer(wxHORIZONTAL);
  minutes->Add(minutes_, centred);
  minutes->Add(label(say("分钟")), wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(4)));
  grid->Add(minutes, centred);
  grid->Add(statusLabel, centred);
  grid->Add(status_, wxSizerFlags().CenterVertical());
  SetSizer(grid);

  number_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { edited(say("修改试卷编号"), "number"); });
  title_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { edited(say("修改试卷名称"), "title"); });
  minutes_->Bind(wxEVT_SPINCTRL, [this](wxSpinEvent&) { edited(say("修改考试时间"), "minutes"); });
  minutes_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { edited(say("修改考试时间"), "minutes"); });
  status_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { edited(say("修改试卷状态"), "status"); });
}

void PaperHead::show(const Paper& paper) {
  paper_ = paper;
  showing_ = true;
  // What is being typed stays as it is typed, with its cursor.
  if (wordsOf(number_) != paper.number) number_->ChangeValue(shown(paper.number));
  if (wordsOf(title_) != paper.title) title_->ChangeValue(shown(paper.title));
  if (minutes_->GetValue() != paper.minutes) minutes_->SetValue(paper.minutes);
  status_->SetSelection(static_cast<int>(paper.status));
  showing_ = false;
}

void PaperHead::edited(const std::string& title, const std::string& field) {
  if (showing_ || !paper_ || !edited_) return;
  Paper paper = *paper_;
  paper.number = wordsOf(number_);
  paper.title = wordsOf(title_);
  paper.minutes = minutes_->GetValue();
  paper.status = static_cast<formats::ItemStatus>(status_->GetSelection());
  if (!(paper == *paper_)) edited_(std::move(paper), title, field);
}

}  // namespace tiku::editor
