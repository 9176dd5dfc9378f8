#include "editor/properties/properties.h"

#include <algorithm>

#include <wx/dialog.h>
#include <wx/notebook.h>

#include "editor/properties/bank_page.h"
#include "editor/properties/institution_page.h"
#include "editor/properties/people_page.h"
#include "editor/widgets/form.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/words.h"
#include "editor/workspace/host.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::BankInfo;
using formats::Edit;
using formats::People;
using formats::say;

void editProperties(wxWindow* parent, Host& host, PropertiesPage page) {
  const formats::Bank& bank = host.document().bank();
  const auto* kept = bank.find<People>(People::kId);
  const People people = kept == nullptr ? People() : *kept;

  wxDialog dialog(parent, wxID_ANY, shown(say("题库属性")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* pages = new wxNotebook(&dialog, wxID_ANY);
  auto* ofBank = new BankPage(pages, bank.info());
  auto* ofInstitution = new InstitutionPage(pages, bank.info().institution);
  auto* ofPeople = new PeoplePage(pages, people, bank);
  pages->AddPage(ofBank, headed(say("题库")));
  pages->AddPage(ofInstitution, shown(say("评价机构")));
  pages->AddPage(ofPeople, shown(say("人员")));
  pages->SetSelection(static_cast<std::size_t>(page));
  auto* content = new wxBoxSizer(wxVERTICAL);
  content->Add(pages, wxSizerFlags(1).Expand());
  DialogFoot foot(&dialog, content, say("确定"));
  const auto look = [&foot, ofBank] { foot.require(ofBank->problem()); };
  dialog.Bind(wxEVT_TEXT, [look](wxCommandEvent&) { look(); });
  dialog.Bind(wxEVT_CHECKBOX, [look](wxCommandEvent&) { look(); });
  look();
  pages->SetMinSize(wxSize(dialog.FromDIP(720), -1));
  dialog.GetSizer()->SetSizeHints(&dialog);
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return;

  BankInfo info = ofBank->info();
  info.institution = ofInstitution->institution();
  Edit edit(say("修改题库属性"));
  if (!(info == bank.info())) edit.put(std::move(info));
  if (People now = ofPeople->people(); !(now == people)) edit.put(std::move(now));
  workflows::handOver(bank, ofPeople->successors(), edit);
  if (!edit.empty()) host.change(edit);
}

}  // namespace tiku::editor
