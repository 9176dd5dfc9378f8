#include "editor/fixes/fix_dialog.h"

#include <utility>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

#include "editor/widgets/busy_line.h"
#include "editor/widgets/form.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/workspace/host.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;
using validators::AppliedFix;
using validators::Finding;

namespace {

std::string wordsOfFix(const AppliedFix& fix) {
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

class FixDialog final : public wxDialog {
 public:
  FixDialog(wxWindow* parent, Host& host)
      : wxDialog(parent, wxID_ANY, shown(say("全部自动修正")), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        host_(host) {
    busy_ = new BusyLine(this, [this] { stop(); });
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(720, 320)),
                                   wxDV_SINGLE | wxDV_ROW_LINES);
    list_->AppendToggleColumn({}, wxDATAVIEW_CELL_ACTIVATABLE, FromDIP(36));
    list_->AppendTextColumn(headed(say("修正")), wxDATAVIEW_CELL_INERT, FromDIP(280), wxALIGN_LEFT,
                            wxDATAVIEW_COL_RESIZABLE);
    list_->AppendTextColumn(headed(say("检查结果")), wxDATAVIEW_CELL_INERT, FromDIP(400), wxALIGN_LEFT,
                            wxDATAVIEW_COL_RESIZABLE);
    nameForReaders(list_, say("可以自动修正的检查结果"));
    auto* content = new wxBoxSizer(wxVERTICAL);
    content->Add(busy_, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    content->Add(list_, wxSizerFlags(1).Expand());
    const DialogFoot foot(this, content, say("修正(&X)"));
    make_ = foot.button();
    Fit();
    CentreOnParent();
    listening_ = host_.document().listen([this](const DocumentEvent& event) {
      if (!event.changes.empty()) start();  // Another program wrote into the bank.
    });
    start();
  }
  ~FixDialog() override { task_.cancel(); }

  [[nodiscard]] FixAnswer answer() {
    FixAnswer answer{std::move(found_), {}};
    for (std::size_t i = 0; i < answer.found.fixes.size(); ++i) {
      if (!list_->GetToggleValue(static_cast<unsigned>(i), 0))
        answer.unwanted.insert(answer.found.fixes[i].finding.key());
    }
    return answer;
  }

 private:
  void start() {
    task_.cancel();
    clear();
    busy_->begin(say("正在找可以自动修正的地方……"));
    const Document& document = host_.document();
    task_ = host_.document().worker().run(
        [bank = document.bank(), profile = document.checker().profile()](TaskControl& control) {
          return findFixes(bank, profile, {}, control);
        },
        {.done = [this](FoundFixes found) { show(std::move(found)); },
         .failed = [this](const formats::FormatError& error) { busy_->end(error.full()); },
         .progress = [this](double share) { busy_->tell(share); },
         .stillWanted = {}});
  }

  void stop() {
    task_.cancel();
    busy_->end(say("已停止，什么也没有改。"));
  }

  void clear() {
    found_ = FoundFixes{formats::Bank(), {}};
    list_->DeleteAllItems();
    make_->Disable();
  }

  void show(FoundFixes found) {
    found_ = std::move(found);
    for (const AppliedFix& fix : found_.fixes) {
      wxVector<wxVariant> line;
      line.push_back(true);
      line.push_back(shown(wordsOfFix(fix)));
      line.push_back(shown(fix.finding.message));
      list_->AppendItem(line);
    }
    make_->Enable(!found_.fixes.empty());
    busy_->end(found_.fixes.empty()
                   ? say("没有可以自动修正的检查结果。")
                   : say("有 {n} 处可以自动修正，不需要人判断。可以撤销。", "n"_a = found_.fixes.size()));
  }

  Host& host_;
  FoundFixes found_;
  Task task_;
  Listening listening_;
  BusyLine* busy_ = nullptr;
  wxDataViewListCtrl* list_ = nullptr;
  wxButton* make_ = nullptr;
};

}  // namespace

FoundFixes findFixes(const formats::Bank& bank, const validators::Profile& profile,
                     const std::set<validators::FindingKey>& unwanted, TaskControl& control) {
  FoundFixes found{bank, {}};
  found.fixes = validators::applyFixes(
      found.fixed, profile, [&unwanted](const Finding& finding) { return !unwanted.contains(finding.key()); },
      [&control](double share) { control.tell(share); });
  return found;
}

std::optional<FixAnswer> askFixes(wxWindow* parent, Host& host) {
  FixDialog dialog(parent, host);
  if (dialog.ShowModal() != wxID_OK) return {};
  return dialog.answer();
}

}  // namespace tiku::editor
