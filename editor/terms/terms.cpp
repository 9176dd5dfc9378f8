#include "editor/terms/terms.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/checklst.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/textctrl.h>

#include "editor/widgets/dots.h"
#include "editor/widgets/form.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/workspace/host.h"
#include "formats/base/say.h"
#include "validators/language/terms/proposals.h"

namespace tiku::editor {

using formats::Edit;
using formats::say;
using formats::Term;
using formats::Terms;
using formats::TermVariant;
using formats::operator""_a;
using validators::language::TermProposal;

namespace {

std::string variantsOf(const Term& term, TermVariant::Use use, const char* between) {
  std::string words;
  for (const TermVariant& variant : term.variants) {
    if (variant.use == use) words += (words.empty() ? "" : between) + variant.text;
  }
  return words;
}

std::vector<std::string> linesOf(const wxTextCtrl* field) {
  std::vector<std::string> lines;
  std::string line;
  for (const char c : typed(field->GetValue()) + '\n') {
    if (c != '\n') {
      line += c;
    } else if (!line.empty()) {
      lines.push_back(std::exchange(line, {}));
    }
  }
  return lines;
}

class Dialog final : public wxDialog {
 public:
  Dialog(wxWindow* parent, const formats::Bank& bank)
      : wxDialog(parent, wxID_ANY, shown(say("术语")), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        bank_(bank) {
    if (const auto* kept = bank.find<Terms>(Terms::kId)) terms_ = *kept;
    auto* left = new wxBoxSizer(wxVERTICAL);
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(320, 320)),
                                   wxDV_SINGLE | wxDV_ROW_LINES);
    list_->AppendTextColumn(headed(say("术语")), wxDATAVIEW_CELL_INERT, FromDIP(140));
    list_->AppendTextColumn(headed(say("禁用词")), wxDATAVIEW_CELL_INERT, FromDIP(160));
    endInDots(list_);
    nameForReaders(list_, say("术语"));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    const auto button = [&](const std::string& words, void (Dialog::*run)()) {
      auto* made = new wxButton(this, wxID_ANY, shown(words));
      made->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { (this->*run)(); });
      buttons->Add(made, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
      return made;
    };
    button(say("添加术语(&A)"), &Dialog::add);
    remove_ = button(say("删除(&D)"), &Dialog::remove);
    button(say("提议(&P)…"), &Dialog::propose);
    left->Add(list_, wxSizerFlags(1).Expand().Border(wxBOTTOM, FromDIP(6)));
    left->Add(buttons);
    auto* form = new Form(this);
    word_ = form->field(say("术语(&T)"));
    source_ = form->field(say("出处(&S)"));
    note_ = form->field(say("说明(&M)"));
    const auto lines = [&](const std::string& label) {
      auto* field =
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(240, 76)), wxTE_MULTILINE);
      form->row(label, field);
      return field;
    };
    banned_ = lines(say("禁用词，每行一个(&B)"));
    allowed_ = lines(say("别称，每行一个(&L)"));
    auto* content = new wxBoxSizer(wxHORIZONTAL);
    content->Add(left, wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(16)));
    content->Add(form, wxSizerFlags(1).Expand());
    foot_ = std::make_unique<DialogFoot>(this, content, say("确定"));
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showChosen(); });
    Bind(wxEVT_TEXT, [this](wxCommandEvent&) { takeTyped(); });
    showLines(terms_.terms.empty() ? -1 : 0);
    Fit();
    SetMinSize(GetSize());
    CentreOnParent();
  }

  [[nodiscard]] Terms terms() const {
    Terms sorted = terms_;
    std::ranges::stable_sort(sorted.terms, {}, &Term::preferred);
    return sorted;
  }

 private:
  [[nodiscard]] Term* chosen() {
    const int row = list_->GetSelectedRow();
    return row < 0 ? nullptr : &terms_.terms[static_cast<std::size_t>(row)];
  }

  void showLines(int row) {
    list_->DeleteAllItems();
    for (const Term& term : terms_.terms) {
      wxVector<wxVariant> line;
      line.push_back(shown(term.preferred));
      line.push_back(shown(variantsOf(term, TermVariant::Use::kBanned, "、")));
      list_->AppendItem(line);
    }
    if (row >= 0) list_->SelectRow(static_cast<unsigned>(row));
    showChosen();
  }

  void showChosen() {
    const Term* now = chosen();
    const Term term = now == nullptr ? Term() : *now;
    word_->ChangeValue(shown(term.preferred));
    source_->ChangeValue(shown(term.source));
    note_->ChangeValue(shown(term.note));
    banned_->ChangeValue(shown(variantsOf(term, TermVariant::Use::kBanned, "\n")));
    allowed_->ChangeValue(shown(variantsOf(term, TermVariant::Use::kAllowed, "\n")));
    for (wxWindow* field :
         std::initializer_list<wxWindow*>{word_, source_, note_, banned_, allowed_, remove_})
      field->Enable(now != nullptr);
    look();
  }

  void takeTyped() {
    Term* term = chosen();
    if (term == nullptr) return;
    term->preferred = wordsOf(word_);
    term->source = wordsOf(source_);
    term->note = wordsOf(note_);
    std::vector<TermVariant> variants;
    const auto take = [&](const wxTextCtrl* field, TermVariant::Use use) {
      for (const std::string& line : linesOf(field)) {
        const auto same = [&](const TermVariant& one) { return one.use == use && one.text == line; };
        const auto old = std::ranges::find_if(term->variants, same);
        variants.push_back(old == term->variants.end() ? TermVariant{use, line, {}} : *old);
      }
    };
    take(banned_, TermVariant::Use::kBanned);
    take(allowed_, TermVariant::Use::kAllowed);
    term->variants = std::move(variants);
    const auto row = static_cast<unsigned>(list_->GetSelectedRow());
    list_->SetTextValue(shown(term->preferred), row, 0);
    list_->SetTextValue(shown(variantsOf(*term, TermVariant::Use::kBanned, "、")), row, 1);
    look();
  }

  void look() {
    std::string problem;
    for (std::size_t i = 0; i < terms_.terms.size(); ++i) {
      if (terms_.terms[i].preferred.empty()) problem = say("有一条术语没有写。");
      for (std::size_t j = 0; j < i; ++j) {
        if (terms_.terms[i].preferred == terms_.terms[j].preferred && problem.empty())
          problem = say("术语“{word}”写了两条。", "word"_a = terms_.terms[i].preferred);
      }
    }
    foot_->require(problem);
  }

  void add() {
    terms_.terms.emplace_back();
    showLines(static_cast<int>(terms_.terms.size()) - 1);
    word_->SetFocus();
  }

  void remove() {
    const int row = list_->GetSelectedRow();
    if (row < 0) return;
    terms_.terms.erase(terms_.terms.begin() + row);
    showLines(std::min(row, static_cast<int>(terms_.terms.size()) - 1));
  }

  void propose() {
    formats::Bank bank = bank_;
    bank.apply(Edit().put(terms()));
    std::vector<TermProposal> proposals = validators::language::proposeTerms(bank);
    std::erase_if(proposals, [](const TermProposal& one) { return one.uses < 2; });
    wxDialog dialog(this, wxID_ANY, shown(say("提议的术语")), wxDefaultPosition, wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
    auto* boxes = new wxCheckListBox(&dialog, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(460, 320)));
    for (const TermProposal& one : proposals)
      boxes->Append(shown(say("{word}（用了 {n} 次，出自{source}）", "word"_a = one.word, "n"_a = one.uses,
                              "source"_a = one.source)));
    nameForReaders(boxes, say("提议的术语"));
    auto* content = new wxBoxSizer(wxVERTICAL);
    content->Add(boxes, wxSizerFlags(1).Expand());
    DialogFoot foot(&dialog, content, say("加入"));
    foot.require(proposals.empty() ? say("没有可以提议的。") : std::string());
    dialog.Fit();
    dialog.CentreOnParent();
    if (dialog.ShowModal() != wxID_OK) return;
    std::vector<TermProposal> taken;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      if (boxes->IsChecked(static_cast<unsigned>(i))) taken.push_back(proposals[i]);
    }
    terms_ = validators::language::withProposals(bank, taken);
    showLines(terms_.terms.empty() ? -1 : 0);
  }

  const formats::Bank& bank_;
  Terms terms_;
  std::unique_ptr<DialogFoot> foot_;
  wxDataViewListCtrl* list_ = nullptr;
  wxButton* remove_ = nullptr;
  wxTextCtrl* word_ = nullptr;
  wxTextCtrl* source_ = nullptr;
  wxTextCtrl* note_ = nullptr;
  wxTextCtrl* banned_ = nullptr;
  wxTextCtrl* allowed_ = nullptr;
};

}  // namespace

void editTerms(wxWindow* parent, Host& host) {
  const formats::Bank& bank = host.document().bank();
  Dialog dialog(parent, bank);
  if (dialog.ShowModal() != wxID_OK) return;
  const auto* kept = bank.find<Terms>(Terms::kId);
  Terms terms = dialog.terms();
  if (terms == (kept == nullptr ? Terms() : *kept)) return;
  host.change(Edit(say("修改术语")).put(std::move(terms)));
}

}  // namespace tiku::editor
