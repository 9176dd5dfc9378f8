#include "editor/filing/filing.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/utils.h>

#include "editor/filing/attachments.h"
#include "editor/filing/checked_in_state.h"
#include "editor/filing/document_page.h"
#include "editor/filing/sample_panel.h"
#include "editor/filing/verify_dialog.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/files.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/today.h"
#include "formats/package/save.h"
#include "workflows/filing/bundle.h"
#include "workflows/filing/checked_in.h"
#include "workflows/filing/documents.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::Dossier;
using formats::Edit;
using formats::FormatError;
using formats::say;
using formats::operator""_a;
using workflows::ChecklistEntry;

namespace {

constexpr const char* kExportNote = "export";

}  // namespace

Filing::Filing(wxWindow* parent, Host& host) : Workspace(parent, host) {
  layOut();
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    const int row = list_->GetSelectedRow();
    if (row < 0 || static_cast<std::size_t>(row) >= entries_.size()) return;
    const std::string& id = entries_[static_cast<std::size_t>(row)].document.id;
    if (id == chosen_) return;
    chosen_ = id;
    document().endMerge();
    showDocument();
  });
  page_->onField([this](const std::string& id, const std::string& label, const std::string& value) {
    setField(id, label, value);
  });
  page_->onText([this](const std::string& id, const std::string& title, const formats::RichText& words) {
    setText(id, title, words);
  });
}

void Filing::layOut() {
  const int gap = FromDIP(12);
  summary_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  summary_->SetFont(summary_->GetFont().Bold());
  auto* split = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                     wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  split->SetMinimumPaneSize(FromDIP(180));
  list_ = new wxDataViewListCtrl(split, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                 wxDV_SINGLE | wxDV_NO_HEADER | wxDV_ROW_LINES);
  list_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, FromDIP(28));
  list_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, FromDIP(190));
  nameForReaders(list_, say("报备材料"));
  side_ = new wxPanel(split);
  page_ = new DocumentPage(side_);
  sample_ = new SamplePanel(side_, host());
  attachments_ = new Attachments(side_, host());
  auto* side = new wxBoxSizer(wxVERTICAL);
  side->Add(page_, wxSizerFlags(1).Expand());
  side->Add(sample_, wxSizerFlags(2).Expand());
  side->Add(attachments_, wxSizerFlags(2).Expand());
  side_->SetSizer(side);
  split->SplitVertically(list_, side_, FromDIP(240));

  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  const auto button = [&](const std::string& words, const std::string& hint, void (Filing::*run)()) {
    auto* made = new wxButton(this, wxID_ANY, shown(words));
    made->SetToolTip(shown(hint));
    made->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { (this->*run)(); });
    buttons->Add(made, wxSizerFlags().Border(wxLEFT, gap / 2));
  };
  buttons->AddStretchSpacer();
  button(say("预览(&P)"), say("把选中的材料做成草稿，用办公软件打开。"), &Filing::preview);
  button(say("导出材料包(&E)…"), say("做成一个可以交给主管部门的 zip 文件。"), &Filing::exportBundle);
  button(say("核验材料包(&V)…"), say("像主管部门那样核对一个材料包。"), &Filing::verify);
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(summary_, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(split, wxSizerFlags(1).Expand());
  all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
  SetSizer(all);
}

Place Filing::place() const {
  return {.room = Room::kFiling, .object = Dossier::kId};
}

void Filing::go(const Place&) {
  refresh();
}

void Filing::bankChanged(std::span<const formats::Change>) {
  outOfDate();
}

void Filing::outOfDate() {
  if (!IsShown() || refreshing_) return;
  refreshing_ = true;
  CallAfter([this] {
    refreshing_ = false;
    if (IsShown()) refresh();
  });
}

void Filing::refresh() {
  host().attempt([this] {
    entries_ = workflows::checklistOf(bank(), document().checker().profile(), document().review().changed());
    showList();
    showDocument();
  });
}

void Filing::showList() {
  if (entry() == nullptr) chosen_ = entries_.empty() ? std::string() : entries_.front().document.id;
  const bool same = static_cast<std::size_t>(list_->GetItemCount()) == entries_.size();
  if (!same) list_->DeleteAllItems();
  std::size_t complete = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const bool whole = entries_[i].missing.empty();
    complete += whole ? 1 : 0;
    const wxString mark = whole ? wxString(L"✓") : wxString(L"○");
    const wxString title = shown(std::to_string(entries_[i].document.number) + ". " + entries_[i].title);
    if (same) {
      list_->SetTextValue(mark, static_cast<unsigned>(i), 0);
      list_->SetTextValue(title, static_cast<unsigned>(i), 1);
    } else {
      wxVector<wxVariant> line;
      line.push_back(mark);
      line.push_back(title);
      list_->AppendItem(line);
    }
    if (entries_[i].document.id == chosen_) list_->SelectRow(static_cast<unsigned>(i));
  }
  summary_->SetLabelText(shown(
      entries_.empty()
          ? say("规则“{profile}”没有规定报备材料。", "profile"_a = document().checker().profile().title())
          : say("{all} 种报备材料，{complete} 种齐全", "all"_a = entries_.size(), "complete"_a = complete)));
}

const ChecklistEntry* Filing::entry() const {
  const auto found =
      std::ranges::find_if(entries_, [this](const ChecklistEntry& e) { return e.document.id == chosen_; });
  return found == entries_.end() ? nullptr : &*found;
}

void Filing::showDocument() {
  const ChecklistEntry* now = entry();
  side_->Show(now != nullptr);
  if (now == nullptr) return;
  page_->Enable(!document().readOnly());
  page_->show(*now, dossierOf(bank()));
  sample_->Show(now->sample);
  attachments_->Show(now->attachments);
  attachments_->Enable(!document().readOnly());
  if (now->attachments) attachments_->show();
  side_->Layout();
}

std::vector<Command> Filing::commands() {
  const auto idle = [this] { return !task_.running() && !entries_.empty(); };
  return {
      {say("预览选中的材料(&P)"), "", say("把选中的材料做成草稿，用办公软件打开。"), [this] { preview(); },
       idle, false},
      {say("导出材料包(&E)…"), "Ctrl+E", say("做成一个可以交给主管部门的 zip 文件。"),
       [this] { exportBundle(); }, idle, false},
      {say("核验材料包(&V)…"), "", say("像主管部门那样核对一个材料包。"), [this] { verify(); }, {}, false},
  };
}

void Filing::setField(const std::string& id, const std::string& label, const std::string& value) {
  Dossier dossier = dossierOf(bank());
  if (value.empty()) {
    dossier.fields.erase(id);
  } else {
    dossier.fields[id] = value;
  }
  change(Edit(say("填写“{label}”", "label"_a = label)).put(std::move(dossier)), "dossier/" + id);
}

void Filing::setText(const std::string& id, const std::string& title, const formats::RichText& words) {
  Dossier dossier = dossierOf(bank());
  if (words.empty()) {
    dossier.texts.erase(id);
  } else {
    dossier.texts[id] = words;
  }
  change(Edit(say("填写“{label}”", "label"_a = title)).put(std::move(dossier)), "dossier/" + id);
}

// The document alone, as a draft, with a sample that stands for the real one.
void Filing::preview() {
  const ChecklistEntry* now = entry();
  if (now == nullptr || task_.running()) return;
  if (!previews_) previews_.emplace();
  host().note({kExportNote, Note::Kind::kInfo, say("正在做“{title}”的草稿……", "title"_a = now->title)});
  using Files = std::vector<fs::path>;
  task_ = document().worker().run(
      [bank = bank(), profile = document().checker().profile(), number = now->document.number,
       folder = previews_->path()](TaskControl&) {
        const workflows::Sample sample =
            profile.sample() ? workflows::drawSample(bank, *profile.sample(), "", "") : workflows::Sample();
        const std::string prefix = fmt::format("{:02}-", number);
        Files files;
        for (const workflows::DocumentFile& file :
             workflows::makeDocuments({bank, profile, sample, formats::today(), true, {}})) {
          if (!file.path.starts_with(prefix)) continue;
          files.push_back(folder / file.path);
          formats::writeFileSafely(files.back(), file.bytes, true);
        }
        return files;
      },
      {.done =
           [this](const Files& files) {
             host().forget(kExportNote);
             if (files.size() == 1 && wxLaunchDefaultApplication(shown(files.front().string()))) return;
             if (wxLaunchDefaultApplication(shown(previews_->path().string()))) return;
             host().note({kExportNote, Note::Kind::kInfo,
                          say("草稿在 {file}，共 {n} 个文件。",
                              "file"_a = files.empty() ? std::string() : files.front().string(),
                              "n"_a = files.size())});
           },
       .failed = [this](const FormatError& error) { failed(error); },
       .progress = {},
       .stillWanted = {}});
}

void Filing::failed(const FormatError& error) {
  host().note({kExportNote, Note::Kind::kError, error.full()});
}

void Filing::exportBundle() {
  if (task_.running()) return;
  host().attempt([this] {
    std::string official;
    const validators::Summary summary = document().checker().summary();
    if (summary.errors > 0) {
      official = say("题库还有 {n} 个错误，不能导出正式的报备材料包。", "n"_a = summary.errors);
    } else if (const CheckedIn state = checkedInState(document()); !state.problem.empty()) {
      official = say("{problem}正式的材料包要先在“历史”里签入。", "problem"_a = state.problem);
    }
    auto choice = askExport(this, official, bank().info().title + "-" + say("报备材料包") + ".zip");
    if (choice) makeBundle(*choice);
  });
}

void Filing::makeBundle(const ExportChoice& choice) {
  const std::string tree = checkedInState(document()).tree;
  host().note({kExportNote, Note::Kind::kInfo, say("正在导出报备材料包……"), {{say("取消"), [this] {
                                                                                task_.cancel();
                                                                                host().forget(kExportNote);
                                                                              }}}});
  task_ = document().worker().run(
      [bank = bank(), profile = document().checker().profile(), tree, choice](const TaskControl& control) {
        const workflows::Bundle bundle = workflows::makeBundle(
            bank, profile,
            {tree, choice.nonce, choice.date, "tiku " TIKU_VERSION, choice.draft, choice.forms});
        control.check();
        formats::writeFileSafely(choice.file, bundle.bytes, true);
        return bundle.manifest;
      },
      {.done = [this, choice](const workflows::Manifest& manifest) { exported(choice, manifest); },
       .failed = [this](const FormatError& error) { failed(error); },
       .progress = {},
       .stillWanted = {}});
}

void Filing::exported(const ExportChoice& choice, const workflows::Manifest& manifest) {
  const std::size_t files = manifest.files.size() + 1;
  const std::string done =
      choice.draft ? say("已导出草稿：{file}（{n} 个文件），不能用于报备。", "file"_a = choice.file.string(),
                         "n"_a = files)
                   : say("已导出报备材料包：{file}（{n} 个文件）。样本种子 {seed}",
                         "file"_a = choice.file.string(), "n"_a = files, "seed"_a = manifest.sample.seed);
  host().note({kExportNote,
               Note::Kind::kInfo,
               done,
               {{say("打开文件夹"), [folder = choice.file.parent_path().string()] {
                   wxLaunchDefaultApplication(shown(folder));
                 }}}});
}

void Filing::verify() {
  if (task_.running()) return;
  const auto chosen = askFile(this, say("核验报备材料包"), {say("报备材料包"), "*.zip"});
  if (!chosen) return;
  const fs::path file = *chosen;
  host().note({kExportNote, Note::Kind::kInfo, say("正在核验……")});
  task_ = document().worker().run([file](TaskControl&) { return workflows::verifyBundle(file); },
                                  {.done =
                                       [this, file](const workflows::VerifyReport& report) {
                                         host().forget(kExportNote);
                                         showVerification(this, file.string(), report);
                                       },
                                   .failed = [this](const FormatError& error) { failed(error); },
                                   .progress = {},
                                   .stillWanted = {}});
}

}  // namespace tiku::editor
