#include "editor/import/reading_panel.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/line_list.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::ReadingChoice;
using formats::ReadingLine;
using formats::say;

ReadingPanel::ReadingPanel(wxWindow* parent) : wxPanel(parent) {
  list_ = new LineList(this, say("对文件的读法"),
                       {{say("文件"), 150, true}, {say("读法"), 430, true}, {say("根据"), 250, true}});
  label_ = new wxStaticText(this, wxID_ANY, shown(say("这一项应当是(&H)：")));
  choice_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(360, -1)));
  nameForReaders(choice_, say("这一项应当是"));
  back_ = new wxButton(this, wxID_ANY, shown(say("恢复原来的读法(&B)")));
  list_->SetMinSize(FromDIP(wxSize(400, 120)));
  auto* foot = new wxBoxSizer(wxHORIZONTAL);
  foot->Add(label_, wxSizerFlags().CenterVertical());
  foot->Add(choice_, wxSizerFlags(1).CenterVertical().Border(wxRIGHT, FromDIP(12)));
  foot->Add(back_, wxSizerFlags().CenterVertical());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(list_, wxSizerFlags(1).Expand());
  all->Add(foot, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
  SetSizer(all);
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showChosen(); });
  choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { correct(); });
  back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { takeBack(); });
  showChosen();
}

void ReadingPanel::show(const ImportReading* reading) {
  lines_.clear();
  std::vector<LineList::Line> words;
  if (reading != nullptr) {
    for (std::size_t file = 0; file < reading->files.size(); ++file) {
      for (const ReadingLine& line : reading->files[file].report.reading) {
        lines_.push_back({file, &line});
        words.push_back(
            {{reading->files[file].name, line.words, line.corrected ? say("您指定的") : line.evidence},
             line.corrected ? State::kGood : State::kNeutral});
      }
    }
  }
  list_->show(std::move(words));
  showChosen();
}

void ReadingPanel::showChosen() {
  const int chosen = list_->chosen();
  const ReadingLine* line = chosen >= 0 && static_cast<std::size_t>(chosen) < lines_.size()
                                ? lines_[static_cast<std::size_t>(chosen)].line
                                : nullptr;
  choice_->Clear();
  if (line != nullptr) {
    for (const ReadingChoice& each : line->choices) choice_->Append(shown(each.words));
    const auto now = std::ranges::find(line->choices, line->value, &ReadingChoice::value);
    if (now != line->choices.end()) choice_->SetSelection(static_cast<int>(now - line->choices.begin()));
  }
  choice_->Enable(line != nullptr && !line->choices.empty());
  label_->Enable(choice_->IsEnabled());
  back_->Enable(line != nullptr && line->corrected);
}

void ReadingPanel::correct() {
  const auto chosen = static_cast<std::size_t>(std::max(0, list_->chosen()));
  const int choice = choice_->GetSelection();
  if (chosen >= lines_.size() || choice < 0 || !corrected_) return;
  const ReadingLine& line = *lines_[chosen].line;
  const std::string value = line.choices[static_cast<std::size_t>(choice)].value;
  if (value != line.value) corrected_(lines_[chosen].file, line.key, value);
}

void ReadingPanel::takeBack() {
  const auto chosen = static_cast<std::size_t>(std::max(0, list_->chosen()));
  if (chosen < lines_.size() && corrected_) corrected_(lines_[chosen].file, lines_[chosen].line->key, {});
}

}  // namespace tiku::editor
