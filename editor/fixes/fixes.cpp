#include "editor/fixes/fixes.h"

#include <map>
#include <set>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "editor/widgets/form.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/workspace/host.h"
#include "formats/base/say.h"
#include "validators/checker/apply_fix.h"

namespace tiku::editor {

using formats::Edit;
using formats::Id;
using formats::say;
using formats::operator""_a;
using validators::AppliedFix;
using validators::Finding;

namespace {

std::string wordsOf(const AppliedFix& fix) {
  std::string words = fix.finding.fix->title;
  if (const auto* changes = std::get_if<std::vector<validators::TextChange>>(&fix.finding.fix->what)) {
    for (const validators::TextChange& change : *changes) {
      const bool blank = change.as == formats::Inline::Kind::kBlank;
      words +=
          "　“" + change.before + "” → “" + (blank ? std::string(formats::kBlankText) : change.after) + "”";
    }
  }
  return words;
}

/// The findings whose repairs are not wanted.
std::optional<std::set<validators::FindingKey>> askUnwanted(wxWindow* parent,
                                                            const std::vector<AppliedFix>& fixes) {
  wxDialog dialog(parent, wxID_ANY, shown(say("全部自动修正")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* list = new wxDataViewListCtrl(&dialog, wxID_ANY, wxDefaultPosition, dialog.FromDIP(wxSize(720, 320)),
                                      wxDV_SINGLE | wxDV_ROW_LINES);
  list->AppendToggleColumn({}, wxDATAVIEW_CELL_ACTIVATABLE, dialog.FromDIP(36));
  list->AppendTextColumn(headed(say("修正")), wxDATAVIEW_CELL_INERT, dialog.FromDIP(280));
  list->AppendTextColumn(headed(say("检查结果")), wxDATAVIEW_CELL_INERT, dialog.FromDIP(400));
  nameForReaders(list, say("可以自动修正的检查结果"));
  for (const AppliedFix& fix : fixes) {
    wxVector<wxVariant> line;
    line.push_back(true);
    line.push_back(shown(wordsOf(fix)));
    line.push_back(shown(fix.finding.message));
    list->AppendItem(line);
  }
  auto* content = new wxBoxSizer(wxVERTICAL);
  content->Add(
      new wxStaticText(&dialog, wxID_ANY,
                       shown(say("有 {n} 处可以自动修正，不需要人判断。可以撤销。", "n"_a = fixes.size()))),
      wxSizerFlags().Border(wxBOTTOM, dialog.FromDIP(8)));
  content->Add(list, wxSizerFlags(1).Expand());
  const DialogFoot foot(&dialog, content, say("修正(&X)"));
  dialog.Fit();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return {};
  std::set<validators::FindingKey> unwanted;
  for (std::size_t i = 0; i < fixes.size(); ++i) {
    if (!list->GetToggleValue(static_cast<unsigned>(i), 0)) unwanted.insert(fixes[i].finding.key());
  }
  return unwanted;
}

}  // namespace

void fixAll(wxWindow* parent, Host& host) {
  const Document& document = host.document();
  const validators::Profile profile = document.checker().profile();
  host.attempt([&] {
    formats::Bank trial = document.bank();
    const std::vector<AppliedFix> offered =
        validators::applyFixes(trial, profile, [](const Finding&) { return true; });
    if (offered.empty()) {
      host.note({"fixes", Note::Kind::kInfo, say("没有可以自动修正的检查结果。")});
      return;
    }
    const auto unwanted = askUnwanted(parent, offered);
    if (!unwanted) return;
    formats::Bank fixed = document.bank();
    const std::vector<AppliedFix> made = validators::applyFixes(
        fixed, profile, [&](const Finding& finding) { return !unwanted->contains(finding.key()); });
    Edit edit(say("自动修正 {n} 处", "n"_a = made.size()));
    for (const AppliedFix& fix : made) edit.putObject(*fixed.object(formats::idOf(fix.before)));
    if (!edit.empty() && host.change(edit))
      host.note({"fixes", Note::Kind::kInfo, say("修正了 {n} 处。", "n"_a = made.size())});
  });
}

}  // namespace tiku::editor
