#include "editor/review/import_experts_dialog.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/stattext.h>

#include "editor/widgets/form.h"
#include "editor/widgets/line_list.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrap.h"
#include "editor/workspace/host.h"
#include "formats/base/say.h"
#include "formats/exchange/import.h"

namespace tiku::editor {

using formats::ImportKind;
using formats::ImportOptions;
using formats::ImportReport;
using formats::ImportResult;
using formats::say;
using formats::SourceVerdict;
using formats::Verdict;
using formats::operator""_a;

namespace {

std::string verdictWord(Verdict verdict) {
  switch (verdict) {
    case Verdict::kImported:
      return say("收入");
    case Verdict::kSkipped:
      return say("略过");
    case Verdict::kUnclear:
      break;
  }
  return say("要核对");
}

std::vector<LineList::Line> linesOf(const ImportReport& report) {
  std::vector<LineList::Line> lines;
  for (const Verdict wanted : {Verdict::kUnclear, Verdict::kImported, Verdict::kSkipped}) {
    for (const SourceVerdict& row : report.rows) {
      if (row.verdict != wanted) continue;
      lines.push_back({{row.at, verdictWord(row.verdict), row.reason, row.words},
                       wanted == Verdict::kUnclear ? State::kShort : State::kNeutral});
    }
  }
  for (const std::string& note : report.notes) lines.push_back({{"", say("注意"), note, ""}, State::kShort});
  return lines;
}

int countOf(const ImportReport& report, const std::string& name) {
  const auto found = report.counts.find(name);
  return found == report.counts.end() ? 0 : found->second;
}

}  // namespace

std::optional<formats::Edit> askImportExperts(wxWindow* parent, Host& host,
                                              const std::filesystem::path& file) {
  ImportResult result;
  ImportOptions options;
  options.kind = ImportKind::kExperts;
  if (!host.attempt([&] { result = formats::importFile(host.document().bank(), file, options); })) return {};
  wxDialog dialog(parent, wxID_ANY, shown(say("导入专家名单")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  const std::string words =
      file.filename().string() + "\n" +
      say("新专家 {added} 人，补充 {changed} 人，已有 {same} 人，要核对 {unclear} 处。",
          "added"_a = countOf(result.report, "added"), "changed"_a = countOf(result.report, "changed"),
          "same"_a = countOf(result.report, "unchanged"),
          "unclear"_a = result.report.count(Verdict::kUnclear));
  auto* about = new wxStaticText(&dialog, wxID_ANY, wrapped(&dialog, words, dialog.FromDIP(620)));
  auto* list = new LineList(&dialog, say("名单各行"),
                            {{say("位置"), 90}, {say("结果"), 70}, {say("说明"), 250}, {say("原文"), 250}});
  list->SetMinSize(dialog.FromDIP(wxSize(680, 320)));
  list->show(linesOf(result.report));
  auto* content = new wxBoxSizer(wxVERTICAL);
  content->Add(about, wxSizerFlags().Expand().Border(wxBOTTOM, dialog.FromDIP(12)));
  content->Add(list, wxSizerFlags(1).Expand());
  DialogFoot foot(&dialog, content, say("导入(&I)"));
  foot.require(result.edit.empty() ? say("专家库里已经有了，没有要收入的。") : std::string());
  dialog.Fit();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK || result.edit.empty()) return {};
  return result.edit;
}

}  // namespace tiku::editor
