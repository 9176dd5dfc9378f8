#include "editor/properties/institution_page.h"

#include <wx/combobox.h>
#include <wx/textctrl.h>

#include "editor/widgets/form.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::Institution;
using formats::say;

InstitutionPage::InstitutionPage(wxWindow* parent, const Institution& institution)
    : wxPanel(parent), before_(institution) {
  auto* form = new Form(this);
  const auto field = [&](Member member, const std::string& label, const std::string& hint = {}) {
    fields_.emplace_back(member, form->field(label, institution.*member, hint));
  };
  field(&Institution::name, say("机构名称(&N)"));
  field(&Institution::creditCode, say("统一社会信用代码(&U)"), say("18 位"));
  fields_.emplace_back(
      &Institution::kind,
      form->suggestions(say("机构类型(&K)"), {"用人单位", "技工院校", "社会培训评价组织"}, institution.kind));
  field(&Institution::recordNumber, say("机构备案号(&R)"));
  field(&Institution::validUntil, say("备案有效期(&V)"), say("例如：2026年3月至2029年3月"));
  field(&Institution::contact, say("联系人(&C)"));
  field(&Institution::phone, say("联系电话(&P)"));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(form, wxSizerFlags().Expand().Border(wxALL, FromDIP(16)));
  SetSizer(all);
}

Institution InstitutionPage::institution() const {
  Institution institution = before_;
  for (const auto& [member, entry] : fields_) institution.*member = wordsOf(entry);
  return institution;
}

}  // namespace tiku::editor
