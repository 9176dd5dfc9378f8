#include "editor/exchange/export_items.h"

#include <array>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/textctrl.h>

#include "editor/widgets/files.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/workspace/host.h"
#include "formats/base/say.h"
#include "formats/exchange/export.h"
#include "formats/package/save.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::editor {

using formats::ExportFormat;
using formats::ExportLoss;
using formats::ExportResult;
using formats::say;
using formats::operator""_a;

namespace {

struct FormatEntry {
  ExportFormat format;
  const char* name;
  const char* pattern;
};
constexpr std::array<FormatEntry, 9> kFormats{{{ExportFormat::kWord, "Word", "*.docx"},
                                               {ExportFormat::kExcel, "Excel", "*.xlsx"},
                                               {ExportFormat::kMoodle, "Moodle XML", "*.xml"},
                                               {ExportFormat::kGift, "GIFT", "*.gift"},
                                               {ExportFormat::kAiken, "Aiken", "*.txt"},
                                               {ExportFormat::kQti22, "QTI 2.2", "*.zip"},
                                               {ExportFormat::kQti3, "QTI 3.0", "*.zip"},
                                               {ExportFormat::kCsv, "CSV", "*.csv"},
                                               {ExportFormat::kJson, "JSON", "*.json"}}};

class ExportDialog final : public wxDialog {
 public:
  ExportDialog(wxWindow* parent, Host& host)
      : wxDialog(parent, wxID_ANY, shown(say("导出试题")), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        host_(host) {
    auto* form = new Form(this);
    std::vector<std::string> formats;
    for (const FormatEntry& entry : kFormats) formats.emplace_back(entry.name);
    format_ = form->choice(say("格式(&F)"), formats, 0);
    std::vector<std::string> levels{say("全部等级")};
    for (const formats::Level level : host.document().bank().info().levels)
      levels.push_back(validators::levelWord(level));
    level_ = form->choice(say("等级(&L)"), levels, 0);
    allOrNothing_ =
        new wxCheckBox(this, wxID_ANY, shown(say("多选题全部选对才得分（要装 multichoiceset 插件）(&A)")));
    byteOrderMark_ = new wxCheckBox(this, wxID_ANY, shown(say("加上 Excel 认 UTF-8 用的标记(&B)")));
    byteOrderMark_->SetValue(true);
    losses_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize(520, 180)),
                             wxTE_MULTILINE | wxTE_READONLY | wxTE_BESTWRAP);
    nameForReaders(losses_, say("写出多少，写不下什么"));
    setInnerMargin(losses_, FromDIP(6));
    const int gap = FromDIP(10);
    auto* content = new wxBoxSizer(wxVERTICAL);
    content->Add(form, wxSizerFlags().Expand());
    content->Add(allOrNothing_, wxSizerFlags().Border(wxTOP, gap));
    content->Add(byteOrderMark_, wxSizerFlags().Border(wxTOP, gap));
    content->Add(losses_, wxSizerFlags(1).Expand().Border(wxTOP, gap));
    const DialogFoot foot(this, content, say("存成文件(&S)…"));
    write_ = foot.button();
    for (wxWindow* control : std::initializer_list<wxWindow*>{format_, level_})
      control->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { start(); });
    for (wxWindow* control : std::initializer_list<wxWindow*>{allOrNothing_, byteOrderMark_})
      control->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { start(); });
    Fit();
    SetMinSize(GetSize());
    CentreOnParent();
    start();
  }
  ~ExportDialog() override { task_.cancel(); }

  [[nodiscard]] const ExportResult& result() const { return result_; }
  [[nodiscard]] const FormatEntry& format() const {
    return kFormats[static_cast<std::size_t>(format_->GetSelection())];
  }

 private:
  void start() {
    task_.cancel();
    write_->Disable();
    allOrNothing_->Show(format().format == ExportFormat::kMoodle);
    byteOrderMark_->Show(format().format == ExportFormat::kCsv);
    Layout();
    losses_->ChangeValue(shown(say("正在写……")));
    const formats::Bank& bank = host_.document().bank();
    formats::ItemChoice choice;
    if (level_->GetSelection() > 0)
      choice.level = bank.info().levels[static_cast<std::size_t>(level_->GetSelection()) - 1];
    const formats::ExportOptions options{.format = format().format,
                                         .allOrNothing = allOrNothing_->GetValue(),
                                         .byteOrderMark = byteOrderMark_->GetValue()};
    task_ = host_.document().worker().run(
        [bank, choice, options](TaskControl&) {
          return formats::exportItems(bank, formats::chosenItems(bank, choice), options);
        },
        {.done = [this](ExportResult result) { show(std::move(result)); },
         .failed = [this](const formats::FormatError& error) { losses_->ChangeValue(shown(error.full())); },
         .progress = {},
         .stillWanted = {}});
  }

  void show(ExportResult result) {
    result_ = std::move(result);
    std::string words = say("写出 {n} 道试题。", "n"_a = result_.written) + "\n";
    for (const ExportLoss& loss : result_.losses) {
      words += (loss.leftOut ? say("没有写出 {n} 道：{what}", "n"_a = loss.items.size(), "what"_a = loss.what)
                             : say("{n} 道：{what}", "n"_a = loss.items.size(), "what"_a = loss.what)) +
               "\n";
    }
    losses_->ChangeValue(shown(words));
    write_->Enable(result_.written > 0);
  }

  Host& host_;
  wxChoice* format_ = nullptr;
  wxChoice* level_ = nullptr;
  wxCheckBox* allOrNothing_ = nullptr;
  wxCheckBox* byteOrderMark_ = nullptr;
  wxTextCtrl* losses_ = nullptr;
  wxButton* write_ = nullptr;
  ExportResult result_;
  Task task_;
};

}  // namespace

void exportItems(wxWindow* parent, Host& host) {
  ExportDialog dialog(parent, host);
  if (dialog.ShowModal() != wxID_OK) return;
  const FormatEntry& format = dialog.format();
  const auto file = askNewFile(parent, say("导出试题"), say("试题"), {format.name, format.pattern});
  if (!file) return;
  host.attempt([&] {
    formats::writeFileSafely(*file, dialog.result().bytes, true);
    host.note({"export-items", Note::Kind::kInfo,
               say("写出 {n} 道试题：{file}", "n"_a = dialog.result().written, "file"_a = file->string())});
  });
}

}  // namespace tiku::editor
