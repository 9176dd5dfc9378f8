#include "editor/filing/export_dialog.h"

#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/filepicker.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/colours.h"
#include "editor/widgets/files.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "formats/base/today.h"
#include "formats/exchange/zip_parts.h"
#include "formats/model/values.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::say;

namespace {

std::map<std::string, std::string> formsIn(const fs::path& folder) {
  constexpr std::uint64_t kLargestForm = 1U << 20U;
  std::map<std::string, std::string> forms;
  if (folder.empty()) return forms;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".xml")
      forms.emplace(entry.path().stem().string(), formats::readWholeFile(entry.path(), kLargestForm));
  }
  return forms;
}

}  // namespace

std::optional<ExportChoice> askExport(wxWindow* parent, const std::string& official,
                                      const std::string& fileName) {
  wxDialog dialog(parent, wxID_ANY, shown(say("导出报备材料包")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* form = new Form(&dialog);
  auto* nonce = form->field(say("随机数(&N)"), {}, say("主管部门给出的随机数"));
  auto* date = form->field(say("日期(&D)"), formats::today(), "2026-03-01");
  auto* forms = new wxDirPickerCtrl(&dialog, wxID_ANY, {}, shown(say("放表格模板的文件夹")),
                                    wxDefaultPosition, wxDefaultSize, wxDIRP_USE_TEXTCTRL | wxDIRP_SMALL);
  form->row(say("表格模板(&F)"), forms);
  forms->SetToolTip(shown(say("主管部门另有表格样式时才用；空着用程序自带的。")));
  auto* draft = new wxCheckBox(&dialog, wxID_ANY, shown(say("草稿：每页标明，不能用于报备(&R)")));
  nameForReaders(draft, say("草稿"));
  draft->SetValue(!official.empty());
  auto* content = new wxBoxSizer(wxVERTICAL);
  content->Add(form, wxSizerFlags().Expand());
  content->Add(draft, wxSizerFlags().Border(wxTOP, dialog.FromDIP(12)));
  if (!official.empty()) {
    auto* why = new wxStaticText(&dialog, wxID_ANY, shown(official));
    why->SetForegroundColour(inkOf(State::kShort));
    why->Wrap(dialog.FromDIP(420));
    content->Add(why, wxSizerFlags().Border(wxTOP, dialog.FromDIP(6)));
  }
  DialogFoot foot(&dialog, content, say("导出(&E)…"));
  const auto look = [&] {
    foot.require(wordsOf(nonce).empty()                    ? say("请写随机数。")
                 : !formats::Date::parse(wordsOf(date))    ? say("日期的写法是 2026-03-01。")
                 : !official.empty() && !draft->GetValue() ? say("现在只能导出草稿。")
                                                           : std::string());
  };
  dialog.Bind(wxEVT_TEXT, [&](wxCommandEvent&) { look(); });
  dialog.Bind(wxEVT_CHECKBOX, [&](wxCommandEvent&) { look(); });
  look();
  dialog.Fit();
  dialog.SetSize(dialog.FromDIP(wxSize(480, -1)));
  nonce->SetFocus();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return {};

  const auto file = askNewFile(parent, say("导出报备材料包"), fileName, {say("报备材料包"), "*.zip"});
  if (!file) return {};
  return ExportChoice{wordsOf(nonce), wordsOf(date), draft->GetValue(), formsIn(typed(forms->GetPath())),
                      *file};
}

}  // namespace tiku::editor
