#include "editor/widgets/ask.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;

std::optional<std::string> askWords(wxWindow* parent, const std::string& title, const std::string& text,
                                    const std::string& button, const std::string& before, bool lines) {
  wxDialog dialog(parent, wxID_ANY, shown(title), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* label = new wxStaticText(&dialog, wxID_ANY, shown(text));
  label->Wrap(dialog.FromDIP(460));
  auto* field = new wxTextCtrl(&dialog, wxID_ANY, shown(before), wxDefaultPosition,
                               dialog.FromDIP(wxSize(460, lines ? 120 : -1)), lines ? wxTE_MULTILINE : 0);
  nameForReaders(field, text);
  auto* content = new wxBoxSizer(wxVERTICAL);
  content->Add(label, wxSizerFlags().Border(wxBOTTOM, dialog.FromDIP(12)));
  content->Add(field, wxSizerFlags(1).Expand());
  const DialogFoot foot(&dialog, content, button);
  dialog.Fit();
  const auto enable = [field, &foot] { foot.button()->Enable(!wordsOf(field).empty()); };
  field->Bind(wxEVT_TEXT, [enable](wxCommandEvent&) { enable(); });
  enable();
  field->SetFocus();
  field->SelectAll();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return {};
  return wordsOf(field);
}

bool askYes(wxWindow* parent, const std::string& title, const std::string& text, const std::string& yes,
            const std::string& no) {
  wxMessageDialog dialog(parent, shown(text), shown(title), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
  dialog.SetYesNoLabels(shown(yes), shown(no));
  return dialog.ShowModal() == wxID_YES;
}

SaveAnswer askSave(wxWindow* parent, const std::string& text) {
  wxMessageDialog dialog(parent, shown(text), shown(say("题库工作台")),
                         wxYES_NO | wxCANCEL | wxICON_QUESTION);
  dialog.SetYesNoCancelLabels(shown(say("保存")), shown(say("不保存")), shown(say("取消")));
  switch (dialog.ShowModal()) {
    case wxID_YES:
      return SaveAnswer::kSave;
    case wxID_NO:
      return SaveAnswer::kDrop;
    default:
      return SaveAnswer::kStay;
  }
}

}  // namespace tiku::editor
