#include "editor/app/questions_dialog.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/compare/fields.h"

namespace tiku::editor {

using formats::Object;
using formats::say;
using formats::operator""_a;

namespace {

bool isThere(const Object& object) {
  return !std::holds_alternative<std::monostate>(object);
}

// One field, or everything in which the two differ.
std::string wordsOf(const Object& object, const Object& other, const Question& question) {
  if (!isThere(object)) return say("（已删除）");
  if (!question.field.empty()) return formats::fieldText(object, question.field);
  std::string text;
  const auto fields = isThere(other) ? formats::differingFields(object, other) : formats::fieldsOf(object);
  for (const formats::Field& field : fields) {
    const std::string words = formats::fieldText(object, field.name);
    if (!words.empty()) text += field.word + "：" + words + "\n";
  }
  return text;
}

std::string nameOf(const Object& object) {
  for (const char* field : {"code", "title", "stem"}) {
    for (const formats::Field& has : formats::fieldsOf(object)) {
      if (has.name != field) continue;
      std::string text = formats::fieldText(object, field);
      if (!text.empty()) return text;
    }
  }
  return {};
}

wxSizer* side(wxDialog& dialog, const std::string& title, const std::string& words) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxStaticText(&dialog, wxID_ANY, shown(title));
  head->SetFont(head->GetFont().Bold());
  auto* text = new wxTextCtrl(&dialog, wxID_ANY, shown(words), wxDefaultPosition,
                              dialog.FromDIP(wxSize(340, 180)), wxTE_MULTILINE | wxTE_READONLY);
  nameForReaders(text, title);
  setInnerMargin(text, dialog.FromDIP(6));
  column->Add(head, wxSizerFlags().Border(wxBOTTOM, dialog.FromDIP(4)));
  column->Add(text, wxSizerFlags(1).Expand());
  return column;
}

}  // namespace

std::optional<Side> askQuestion(wxWindow* parent, const Question& question, std::size_t left) {
  wxDialog dialog(parent, wxID_ANY, shown(say("两边都改了")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  const int gap = dialog.FromDIP(12);
  const std::string name = nameOf(isThere(question.mine) ? question.mine : question.theirs);
  const std::string what =
      question.word.empty() ? name : say("{name} 的{field}", "name"_a = name, "field"_a = question.word);
  auto* head =
      new wxStaticText(&dialog, wxID_ANY,
                       shown(say("“{what}”两边改得不同，还有 {left} 处。", "what"_a = what, "left"_a = left)),
                       wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);
  const bool recovered = question.from == Question::From::kRecovery;
  auto* sides = new wxBoxSizer(wxHORIZONTAL);
  sides->Add(side(dialog, recovered ? say("文件里的") : say("我的"),
                  wordsOf(question.mine, question.theirs, question)),
             wxSizerFlags(1).Expand().Border(wxRIGHT, gap));
  sides->Add(side(dialog, recovered ? say("上次没有保存的") : say("另一个程序写的"),
                  wordsOf(question.theirs, question.mine, question)),
             wxSizerFlags(1).Expand());
  auto* mine = new wxButton(&dialog, wxID_YES, shown(say("用左边的(&L)")));
  auto* theirs = new wxButton(&dialog, wxID_NO, shown(say("用右边的(&R)")));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(new wxButton(&dialog, wxID_CANCEL, shown(say("以后再说"))));
  buttons->AddStretchSpacer();
  buttons->Add(mine, wxSizerFlags().Border(wxRIGHT, gap / 2));
  buttons->Add(theirs);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(head, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(sides, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
  all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  dialog.SetSizerAndFit(all);
  for (wxButton* button : {mine, theirs}) {
    button->Bind(wxEVT_BUTTON, [&dialog](wxCommandEvent& event) { dialog.EndModal(event.GetId()); });
  }
  dialog.CentreOnParent();
  switch (dialog.ShowModal()) {
    case wxID_YES:
      return Side::kMine;
    case wxID_NO:
      return Side::kTheirs;
    default:
      return {};
  }
}

}  // namespace tiku::editor
