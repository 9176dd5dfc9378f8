#include "editor/expert/score_panel.h"

#include <charconv>

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

#include "editor/expert/card_text.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/compare/review_words.h"

namespace tiku::editor {

using formats::Id;
using formats::ItemScore;
using formats::ItemVerdict;
using formats::say;

namespace {

constexpr std::array kVerdicts{ItemVerdict::kAdopt, ItemVerdict::kRevise, ItemVerdict::kDrop};

std::vector<std::string> relevanceWords() {
  return {say("1 不相关"), say("2 有些相关"), say("3 相关"), say("4 非常相关")};
}

}  // namespace

ScorePanel::ScorePanel(wxWindow* parent, ExpertHost& host) : wxPanel(parent), host_(host) {
  const int gap = FromDIP(4);
  auto* all = new wxBoxSizer(wxVERTICAL);
  const auto head = [this, all, gap](const std::string& words) {
    auto* text = new wxStaticText(this, wxID_ANY, headed(words));
    text->SetFont(text->GetFont().Bold());
    all->Add(text, wxSizerFlags().Border(wxTOP | wxBOTTOM, gap));
    return text;
  };
  ofItems_.push_back(head(say("与考评点的相关程度")));
  all->Add(buttons(relevance_, relevanceWords(), {"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"}, 2),
           wxSizerFlags().Expand());
  for (wxToggleButton* button : relevance_) ofItems_.push_back(button);
  ofItems_.push_back(head(say("难度估计（F4）")));
  auto* whom = new wxStaticText(this, wxID_ANY, shown(say("100 名刚达到本等级的考生里，")));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  auto* before = new wxStaticText(this, wxID_ANY, shown(say("能答对的有")));
  difficulty_ =
      new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(64, -1)), wxTE_PROCESS_ENTER);
  difficulty_->SetMaxLength(3);
  nameForReaders(difficulty_, say("难度估计：100 名刚达到本等级的考生，能答对的人数"));
  auto* after = new wxStaticText(this, wxID_ANY, shown(say("名")));
  row->Add(before, wxSizerFlags().CenterVertical());
  row->Add(difficulty_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, gap));
  row->Add(after, wxSizerFlags().CenterVertical());
  ofItems_.insert(ofItems_.end(), {whom, before, difficulty_, after});
  all->Add(whom);
  all->Add(row, wxSizerFlags().Expand());
  wrong_ = new wxStaticText(this, wxID_ANY, shown(say("请写 0 至 100 的整数。")));
  wrong_->SetForegroundColour(inkOf(State::kEmpty));
  wrong_->Hide();
  all->Add(wrong_, wxSizerFlags().Border(wxTOP, gap));
  head(say("结论"));
  std::vector<std::string> words;
  for (const ItemVerdict verdict : kVerdicts) words.push_back(typed(headed(wordOf(verdict))));
  all->Add(buttons(verdict_, words, {"F5", "F6", "F7"}, 3), wxSizerFlags().Expand());
  SetSizer(all);
  for (std::size_t i = 0; i < relevance_.size(); ++i) {
    relevance_[i]->Bind(wxEVT_TOGGLEBUTTON, [this, i](wxCommandEvent& event) {
      ItemScore score = workflows::scoreOf(host_.session().answers(), object_);
      score.relevance = event.IsChecked() ? std::optional(static_cast<int>(i) + 1) : std::nullopt;
      put(score, say("评相关程度"));
    });
  }
  for (std::size_t i = 0; i < verdict_.size(); ++i) {
    verdict_[i]->Bind(wxEVT_TOGGLEBUTTON, [this, i](wxCommandEvent& event) {
      if (event.IsChecked()) return setVerdict(kVerdicts[i]);
      ItemScore score = workflows::scoreOf(host_.session().answers(), object_);
      score.verdict.reset();
      put(score, say("取消结论"));
    });
  }
  difficulty_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { readDifficulty(); });
  difficulty_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
    if (!wrong_->IsShown() && done_) done_(false);
  });
}

wxSizer* ScorePanel::buttons(std::vector<wxToggleButton*>& into, const std::vector<std::string>& words,
                             const std::vector<std::string>& keys, int columns) {
  auto* grid = new wxFlexGridSizer(columns, FromDIP(4), FromDIP(4));
  for (int i = 0; i < columns; ++i) grid->AddGrowableCol(static_cast<std::size_t>(i));
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto* button = new wxToggleButton(this, wxID_ANY, shown(words[i]), wxDefaultPosition, wxDefaultSize);
    button->SetToolTip(shown(keys[i]));
    nameForReaders(button, words[i]);
    grid->Add(button, wxSizerFlags().Expand());
    into.push_back(button);
  }
  return grid;
}

void ScorePanel::show(Id object, bool scored) {
  const bool other = object != object_;
  object_ = object;
  const ItemScore score = workflows::scoreOf(host_.session().answers(), object);
  for (std::size_t i = 0; i < relevance_.size(); ++i)
    relevance_[i]->SetValue(score.relevance == static_cast<int>(i) + 1);
  for (std::size_t i = 0; i < verdict_.size(); ++i) verdict_[i]->SetValue(score.verdict == kVerdicts[i]);
  const wxString words = score.difficulty ? wxString::Format("%d", *score.difficulty) : wxString();
  // What is being typed and is no number yet stays.
  if (other || (!wrong_->IsShown() && difficulty_->GetValue() != words)) {
    difficulty_->ChangeValue(words);
    wrong_->Hide();
  }
  for (wxWindow* window : ofItems_) window->Show(scored);
  const bool enabled = host_.session().readOnlyReason().empty();
  for (wxWindow* window : ofItems_) window->Enable(enabled);
  for (wxToggleButton* button : verdict_) button->Enable(enabled);
  Layout();
}

void ScorePanel::put(const ItemScore& score, const std::string& title, std::string_view key) {
  if (object_.empty() || !host_.change(workflows::ScoreEntry{score}, title, key))
    show(object_, relevance_[0]->IsShown());
}

void ScorePanel::setRelevance(int relevance) {
  if (!relevance_[0]->IsShown()) return;
  ItemScore score = workflows::scoreOf(host_.session().answers(), object_);
  score.relevance = relevance;
  put(score, say("评相关程度"));
}

void ScorePanel::setVerdict(ItemVerdict verdict) {
  ItemScore score = workflows::scoreOf(host_.session().answers(), object_);
  const Id object = object_;
  score.verdict = verdict;
  put(score, say("下结论"));
  if (workflows::scoreOf(host_.session().answers(), object).verdict == verdict && done_) done_(true);
}

void ScorePanel::toDifficulty() {
  if (!difficulty_->IsShown()) return;
  difficulty_->SetFocus();
  difficulty_->SelectAll();
}

void ScorePanel::readDifficulty() {
  const std::string words(formats::trimmed(typed(difficulty_->GetValue())));
  int number = -1;
  const auto end = words.data() + words.size();
  const auto read = std::from_chars(words.data(), end, number);
  const bool good =
      words.empty() || (read.ec == std::errc() && read.ptr == end && number >= 0 && number <= 100);
  if (wrong_->IsShown() == good) {
    wrong_->Show(!good);
    layOutAround(this);
  }
  if (!good) return;
  ItemScore score = workflows::scoreOf(host_.session().answers(), object_);
  const std::optional<int> now = words.empty() ? std::nullopt : std::optional(number);
  if (score.difficulty == now) return;
  score.difficulty = now;
  put(score, say("估计难度"), "difficulty/" + object_.str());
}

}  // namespace tiku::editor
