#include "editor/standard/head_page.h"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "editor/widgets/form.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::Standard;
using formats::StandardKind;
using formats::operator""_a;

HeadPage::HeadPage(wxWindow* parent, StandardSource& source) : StandardPage(parent), source_(source) {
  auto* form = new Form(this);
  // In the order of StandardKind.
  kind_ = form->choice(
      say("标准的种类"),
      {say("国家职业标准"), say("行业企业评价规范"), say("企业评价规范"), say("专项职业能力考核规范")}, 0);
  addField(*form, say("标题"), &Standard::title);
  addField(*form, say("版次"), &Standard::edition);
  addField(*form, say("发布机关或文号"), &Standard::issuer);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(form, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
  SetSizer(all);
  kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
    Standard standard = source_.standard();
    standard.kind = static_cast<StandardKind>(kind_->GetSelection());
    source_.put(say("修改标准的种类"), std::move(standard));
  });
}

void HeadPage::addField(Form& form, const std::string& label, std::string Standard::* words) {
  wxTextCtrl* control = form.field(label);
  fields_.push_back({control, words});
  control->Bind(wxEVT_TEXT, [this, control, words, label](wxCommandEvent&) {
    Standard standard = source_.standard();
    standard.*words = typed(control->GetValue());
    source_.put(say("修改标准的{field}", "field"_a = label), std::move(standard), "standard/" + label);
  });
}

void HeadPage::refresh() {
  kind_->SetSelection(static_cast<int>(source_.standard().kind));
  for (const Field& field : fields_) {
    const wxString words = shown(source_.standard().*field.words);
    if (field.control->GetValue() != words) field.control->ChangeValue(words);
  }
}

void HeadPage::takeKeyboard() {
  fields_.front().control->SetFocus();
}

}  // namespace tiku::editor
