#include "editor/inspector/findings_page.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/ask.h"
#include "editor/widgets/findings_list.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "validators/checker/apply_fix.h"
#include "validators/checker/found_words.h"
#include "validators/checker/waive.h"
#include "validators/language/suggestions.h"

namespace tiku::editor {

using formats::Id;
using formats::say;
using validators::Finding;

FindingsPage::FindingsPage(wxWindow* parent, Host& host) : wxPanel(parent), host_(host) {
  scope_ = new wxChoice(this, wxID_ANY);
  scope_->Append(shown(say("选中的内容")));
  scope_->Append(shown(say("整个题库")));
  scope_->SetSelection(0);
  nameForReaders(scope_, say("列出哪里的检查结果"));
  list_ = new FindingsList(this);
  open_ = new wxButton(this, wxID_ANY, shown(say("转到(&G)")));
  fix_ = new wxButton(this, wxID_ANY, shown(say("自动修正(&X)")));
  suggest_ = new wxButton(this, wxID_ANY, shown(say("可能想写(&W)…")));
  waive_ = new wxButton(this, wxID_ANY, shown(say("豁免…")));
  open_->SetToolTip(shown(say("转到这条检查结果说的地方；双击也可以。")));
  fix_->SetToolTip(shown(say("不需要判断的修正，由程序改好；可以撤销。")));
  suggest_->SetToolTip(shown(say("列出标出的词可能想写的是什么，选一个就替换；可以撤销。")));
  waive_->SetToolTip(shown(say("写明理由，接受这条检查结果；内容改动后自动失效。")));

  const int gap = FromDIP(6);
  auto* buttons = new wxGridSizer(2, wxSize(gap, gap));
  for (wxButton* button : {open_, fix_, suggest_, waive_}) buttons->Add(button, wxSizerFlags().Expand());
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(scope_, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(list_, wxSizerFlags(1).Expand());
  all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizer(all);

  scope_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { refresh(); });
  list_->onChosen([this](const Finding* finding) { showButtons(finding); });
  list_->onOpen(
      [this](const Finding& finding) { host_.goTo(placeOf(finding.subject, host_.document().bank())); });
  open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (const Finding* finding = list_->chosen()) {
      host_.goTo(placeOf(finding->subject, host_.document().bank()));
    }
  });
  fix_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { fix(); });
  suggest_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { suggest(); });
  waive_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { waive(); });
  showButtons(nullptr);
}

void FindingsPage::show(const Place& place) {
  place_ = place;
  if (scope_->GetSelection() == 0) refresh();
}

void FindingsPage::showAll() {
  scope_->SetSelection(1);
  refresh();
  list_->choose(0);
  list_->SetFocus();
}

void FindingsPage::judged(std::span<const Id> objects, bool everything) {
  const bool all = scope_->GetSelection() == 1;
  if (everything || all || std::ranges::find(objects, place_.object) != objects.end()) refresh();
}

void FindingsPage::refresh() {
  const auto& checker = host_.document().checker();
  std::vector<Finding> findings;
  if (scope_->GetSelection() == 1) {
    findings = checker.findings();
    // What follows from another finding is not work of its own.
    std::erase_if(findings, [](const Finding& f) { return f.cause.has_value(); });
  } else if (!place_.object.empty()) {
    findings = checker.findingsOf(place_.object);
    if (!place_.part.empty()) {
      const bool any =
          std::ranges::any_of(findings, [this](const Finding& f) { return f.subject.id == place_.part; });
      if (any) std::erase_if(findings, [this](const Finding& f) { return f.subject.id != place_.part; });
    }
  }
  const bool nothingChosen = scope_->GetSelection() == 0 && place_.object.empty();
  list_->setFindings(std::move(findings), nothingChosen
                                              ? say("选中一道试题、一个考评点，这里列出它的检查结果。")
                                              : say("没有检查结果。"));
}

void FindingsPage::showButtons(const Finding* finding) {
  // Without a bank there is no document, and no finding.
  const bool writable = finding != nullptr && !host_.document().readOnly();
  open_->Enable(finding != nullptr);
  // Only a word can be meant otherwise, and only where nothing mends it by itself.
  suggest_->Enable(writable && finding->subject.range && !finding->fix &&
                   finding->rule.starts_with("language/"));
  fix_->Enable(finding != nullptr && finding->fix.has_value() && writable);
  waive_->Enable(finding != nullptr && !finding->waived && writable);
}

void FindingsPage::suggest() {
  const Finding* chosen = list_->chosen();
  if (chosen == nullptr) return;
  const auto& bank = host_.document().bank();
  const auto word = validators::foundWords(*chosen, bank);
  if (!word) return;
  looking_.cancel();
  looking_ = host_.document().worker().run(
      [bank, word = *word](TaskControl&) {
        return validators::language::suggestionsFor(word, bank.find<formats::Terms>(formats::Terms::kId))
            .words;
      },
      {.done = [this, finding = *chosen](std::vector<std::string> words) { offer(finding, words); },
       .failed = {},
       .progress = {},
       .stillWanted = {}});
}

void FindingsPage::offer(const Finding& finding, const std::vector<std::string>& words) {
  wxMenu menu;
  for (const std::string& one : words) {
    const int id = menu.Append(wxID_ANY, wxControl::EscapeMnemonics(shown(one)))->GetId();
    menu.Bind(
        wxEVT_MENU,
        [this, finding, one](wxCommandEvent&) {
          const auto edit =
              validators::replaceFoundWords(finding, host_.document().bank(), one, say("替换词语"));
          if (edit) host_.change(*edit);
        },
        id);
  }
  if (words.empty()) menu.Append(wxID_ANY, shown(say("没有可以提议的")))->Enable(false);
  suggest_->PopupMenu(&menu, 0, suggest_->GetSize().y);
}

void FindingsPage::fix() {
  const Finding* finding = list_->chosen();
  if (finding == nullptr) return;
  const auto edit = validators::editOf(*finding, host_.document().bank());
  if (edit) {
    host_.change(*edit);
  } else {
    host_.note({"fix", Note::Kind::kWarning, say("文字已经改动，这处不能自动修正。")});
  }
}

void FindingsPage::waive() {
  const Finding* chosen = list_->chosen();
  if (chosen == nullptr) return;
  const Finding finding = *chosen;
  const auto reason =
      askWords(this, say("豁免"), finding.message + "\n\n" + say("写明接受它的理由："), say("豁免"));
  if (!reason) return;
  const std::string person = host_.personName();
  if (person.empty()) return;
  host_.change(validators::waiveEdit(host_.document().bank(), {finding}, *reason, person));
}

}  // namespace tiku::editor
