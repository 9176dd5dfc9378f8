#include "editor/duplicates/what_to_compare.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>

#include "editor/widgets/files.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::say;
using formats::operator""_a;

namespace {

constexpr int kUsualPercent = 70;
constexpr int kLeastPercent = 30;
/// Pairs with the same stem count from here on: other options make statements unlike.
constexpr double kSameStem = 0.6;

}  // namespace

WhatToCompare::WhatToCompare(wxWindow* parent, std::function<void()> changed)
    : wxPanel(parent), changed_(std::move(changed)) {
  across_ = new wxChoice(this, wxID_ANY);
  for (const std::string& words : {say("所有试题之间"), say("不同等级之间"), say("不同试卷之间")}) {
    across_->Append(shown(words));
  }
  across_->SetSelection(0);
  nameForReaders(across_, say("比较哪些试题"));
  threshold_ = new wxSpinCtrl(this, wxID_ANY);
  threshold_->SetRange(kLeastPercent, 100);
  threshold_->SetValue(kUsualPercent);
  threshold_->SetToolTip(shown(say("相似度不低于它的才列出。题干相同的从 60% 列起。")));
  nameForReaders(threshold_, say("相似度的下限"));
  settled_ = new wxCheckBox(this, wxID_ANY, shown(say("也列出已判为变式或不同的(&L)")));
  choose_ = new wxButton(this, wxID_ANY, shown(say("与其他题库比较(&O)…")));
  choose_->SetToolTip(shown(say("选别的 .tiku 文件，题库目录里的 tiku.xml，或者 Word、Excel 试题文件。")));
  alone_ = new wxButton(this, wxID_ANY, shown(say("只比较本题库(&B)")));
  names_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);

  const int gap = FromDIP(8);
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  line->Add(across_, wxSizerFlags().CenterVertical());
  line->Add(new wxStaticText(this, wxID_ANY, shown(say("相似度不低于"))),
            wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  line->Add(threshold_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  line->Add(new wxStaticText(this, wxID_ANY, "%"), wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  line->Add(settled_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  line->AddStretchSpacer();
  line->Add(choose_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  auto* others = new wxBoxSizer(wxHORIZONTAL);
  others->Add(names_, wxSizerFlags(1).CenterVertical());
  others->Add(alone_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(line, wxSizerFlags().Expand());
  all->Add(others, wxSizerFlags().Expand().Border(wxTOP, gap / 2));
  SetSizer(all);
  showOthers();

  across_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { changed_(); });
  threshold_->Bind(wxEVT_SPINCTRL, [this](wxSpinEvent&) { changed_(); });
  settled_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { changed_(); });
  choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { chooseOthers(); });
  alone_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    others_.clear();
    showOthers();
    changed_();
  });
}

Comparison WhatToCompare::comparison() const {
  Comparison comparison{{}, others_};
  auto& settings = comparison.settings;
  settings.threshold = threshold_->GetValue() / 100.0;
  settings.stemThreshold = std::min(kSameStem, settings.threshold);
  settings.across = static_cast<workflows::DuplicateSettings::Across>(across_->GetSelection());
  settings.settled = settled_->GetValue();
  settings.firstAgainstOthers = !others_.empty();
  return comparison;
}

void WhatToCompare::chooseOthers() {
  std::vector<fs::path> chosen = askFiles(this, say("与哪些题库或试题文件比较"));
  if (chosen.empty()) return;
  // A bank that is a directory is chosen by the file at its top.
  for (fs::path& path : chosen) {
    if (path.filename() == "tiku.xml") path = path.parent_path();
  }
  others_ = std::move(chosen);
  showOthers();
  changed_();
}

void WhatToCompare::showOthers() {
  std::string names;
  for (const fs::path& path : others_) names += (names.empty() ? "" : "、") + path.filename().string();
  names_->SetLabelText(shown(say("只列出本题库与这些文件之间的：{names}", "names"_a = names)));
  names_->Show(!others_.empty());
  alone_->Show(!others_.empty());
  Layout();
  if (GetParent()->GetSizer() != nullptr) GetParent()->Layout();
}

}  // namespace tiku::editor
