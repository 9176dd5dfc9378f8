#include "editor/review/replace_dialog.h"

#include <vector>

#include <wx/button.h>
#include <wx/combobox.h>
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/form.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "formats/base/say.h"
#include "workflows/review/round.h"

namespace tiku::editor {

using formats::Expert;
using formats::Experts;
using formats::Panelist;
using formats::Round;
using formats::say;
using formats::operator""_a;

std::optional<Panelist> askReplacement(wxWindow* parent, const formats::Bank& bank, const Round& round,
                                       formats::Id left) {
  std::vector<Expert> others;
  std::vector<std::string> names;
  if (const auto* pool = bank.find<Experts>(Experts::kId)) {
    for (const Expert& expert : pool->experts) {
      if (!expert.removed.empty() || round.panelist(expert.id) != nullptr) continue;
      others.push_back(expert);
      names.push_back(expert.name);
    }
  }
  wxDialog dialog(wxGetTopLevelParent(parent), wxID_ANY, shown(say("接替")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* text =
      new wxStaticText(&dialog, wxID_ANY,
                       wrapped(&dialog,
                               say("谁来接替“{name}”？他没有交的，由接替的人来评；之后给接替的人发评审文件。",
                                   "name"_a = workflows::memberName(round, left)),
                               dialog.FromDIP(420)));
  auto* form = new Form(&dialog);
  auto* name = form->suggestions(say("姓名(&N)"), names, {});
  auto* institution = form->field(say("工作单位(&I)"));
  auto* content = new wxBoxSizer(wxVERTICAL);
  content->Add(text, wxSizerFlags().Border(wxBOTTOM, dialog.FromDIP(12)));
  content->Add(form, wxSizerFlags().Expand());
  DialogFoot foot(&dialog, content, say("接替(&J)"));
  const auto known = [&]() -> const Expert* {
    for (const Expert& expert : others) {
      if (expert.name == wordsOf(name)) return &expert;
    }
    return nullptr;
  };
  const auto look = [&] {
    foot.require(wordsOf(name).empty()          ? say("请写姓名。")
                 : wordsOf(institution).empty() ? say("请写工作单位。")
                                                : std::string());
  };
  const auto named = [&] {
    if (const Expert* expert = known()) institution->ChangeValue(shown(expert->institution));
    look();
  };
  name->Bind(wxEVT_COMBOBOX, [&](wxCommandEvent&) { named(); });
  name->Bind(wxEVT_TEXT, [&](wxCommandEvent&) { named(); });
  institution->Bind(wxEVT_TEXT, [&](wxCommandEvent&) { look(); });
  look();
  dialog.Fit();
  name->SetFocus();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return {};
  const Expert* expert = known();
  return Panelist{expert == nullptr ? formats::Id::random() : expert->id,
                  wordsOf(name),
                  wordsOf(institution),
                  false,
                  {},
                  {}};
}

}  // namespace tiku::editor
