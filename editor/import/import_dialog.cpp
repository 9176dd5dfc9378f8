#include "editor/import/import_dialog.h"

#include <algorithm>
#include <array>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/notebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include "editor/import/columns_dialog.h"
#include "editor/import/incoming_list.h"
#include "editor/import/incoming_page.h"
#include "editor/import/reading_panel.h"
#include "editor/import/verdicts_page.h"
#include "editor/widgets/busy_line.h"
#include "editor/widgets/form.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "editor/workspace/host.h"
#include "formats/base/say.h"
#include "formats/exchange/zip_parts.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::ImportKind;
using formats::JudgementCode;
using formats::markForTranslation;
using formats::say;
using formats::Verdict;
using formats::operator""_a;

namespace {

constexpr std::array<std::pair<ImportKind, const char*>, 5> kKinds{
    {{ImportKind::kItems, markForTranslation("理论知识试题，或带答案的试卷")},
     {ImportKind::kSkillsItems, markForTranslation("操作技能试题和评分表")},
     {ImportKind::kElementTable, markForTranslation("要素细目表")},
     {ImportKind::kPlan, markForTranslation("认定方案：组卷方案、考核项目表")},
     {ImportKind::kStandard, markForTranslation("职业标准、评价规范")}}};

class ImportDialog final : public wxDialog {
 public:
  ImportDialog(wxWindow* parent, Host& host, std::vector<fs::path> files)
      : wxDialog(parent, wxID_ANY, shown(say("导入")), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
        host_(host),
        files_(std::move(files)),
        bank_(host.document().bank()) {
    layOut();
    bind();
    kind_->SetSelection(static_cast<int>(
        std::ranges::find(kKinds, likelyKind(files_.front()), &decltype(kKinds)::value_type::first) -
        kKinds.begin()));
    listening_ = host_.document().listen([this](const DocumentEvent& event) {
      if (!event.changes.empty()) read();  // Another program wrote into the bank.
    });
    read();
    incoming_->list().SetFocus();
  }
  ~ImportDialog() override { task_.cancel(); }

  [[nodiscard]] Imported take() {
    formats::Edit edit = editOf(reading_, bank_, incoming_->decision());
    for (const FileReading& file : reading_.files)
      rememberLayout(layoutOfFile(file), withoutFile(file.corrections, file.name));
    return {std::move(reading_), std::move(edit)};
  }

 private:
  void layOut() {
    const int gap = FromDIP(12);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(layOutFiles(), wxSizerFlags().Expand().Border(wxALL, gap));
    all->Add(layOutQuestion(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
    book_ = new wxNotebook(this, wxID_ANY);
    incoming_ = new IncomingPage(book_);
    book_->AddPage(incoming_, shown(say("将收入")));
    readingPanel_ = new ReadingPanel(book_);
    book_->AddPage(readingPanel_, shown(say("读法")));
    verdicts_ = new VerdictsPage(book_);
    book_->AddPage(verdicts_, shown(say("原文各处")));
    all->Add(book_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    busy_ = new BusyLine(this, [this] { stop(); });
    take_ = new wxButton(this, wxID_OK, shown(say("导入(&I)")));
    take_->SetDefault();
    auto* foot = new wxBoxSizer(wxHORIZONTAL);
    foot->Add(busy_, wxSizerFlags(1).CenterVertical().Border(wxRIGHT, gap));
    foot->Add(new wxButton(this, wxID_CANCEL, shown(say("取消"))), wxSizerFlags().Border(wxRIGHT, gap / 2));
    foot->Add(take_);
    all->Add(foot, wxSizerFlags().Expand().Border(wxALL, gap));
    SetSizerAndFit(all);
    CentreOnParent();
  }

  wxSizer* layOutFiles() {
    fileList_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(700, 104)),
                                       wxDV_SINGLE | wxDV_ROW_LINES | wxDV_VARIABLE_LINE_HEIGHT);
    nameForReaders(fileList_, say("要导入的文件"));
    for (const auto& [title, width] : {std::pair{say("文件"), 230}, {say("读得怎样"), 510}}) {
      auto* renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT);
      fileList_->AppendColumn(new wxDataViewColumn(headed(title), renderer, fileList_->GetColumnCount(),
                                                   FromDIP(width), wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE));
      wrapCells(renderer, FromDIP(width - 10));
    }
    add_ = new wxButton(this, wxID_ANY, shown(say("添加文件(&A)…")));
    remove_ = new wxButton(this, wxID_ANY, shown(say("移去(&R)")));
    again_ = new wxButton(this, wxID_ANY, shown(say("重新读取(&G)")));
    auto* buttons = new wxBoxSizer(wxVERTICAL);
    for (wxButton* button : {add_, remove_, again_})
      buttons->Add(button, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(fileList_, wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(12)));
    row->Add(buttons);
    return row;
  }

  wxChoice* choice(wxSizer* row, const std::string& label, const std::vector<std::string>& lines) {
    row->Add(new wxStaticText(this, wxID_ANY, shown(label)), wxSizerFlags().CenterVertical());
    auto* made = new wxChoice(this, wxID_ANY);
    for (const std::string& line : lines) made->Append(shown(line));
    made->SetSelection(0);
    nameForReaders(made, withoutAccessKey(label));
    row->Add(made, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(6)));
    return made;
  }

  wxSizer* layOutQuestion() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    std::vector<std::string> kinds;
    for (const auto& [kind, words] : kKinds) kinds.push_back(formats::translate(words));
    kind_ = choice(row, say("文件的内容(&K)"), kinds);
    std::vector<std::string> levels{say("文件里写明的")};
    for (const formats::Level level : bank_.info().levels) levels.emplace_back(level.longName());
    level_ = choice(row, say("等级(&L)"), levels);
    if (bank_.info().levels.size() == 1) level_->SetSelection(1);
    auto* more = new wxBoxSizer(wxHORIZONTAL);
    judgement_ = choice(more, say("判断题的答案(&J)"), {say("1 正确，0 错误"), say("0 正确，1 错误")});
    byOrder_ = new wxCheckBox(this, wxID_ANY, shown(say("按次序对应考评点(&O)")));
    byOrder_->SetToolTip(shown(say("某一题型的题数与考评点数相同时，按先后次序逐个对应。")));
    more->Add(byOrder_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(6)));
    columns_ = new wxButton(this, wxID_ANY, shown(say("指定列(&C)…")));
    more->Add(columns_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(6)));
    auto* both = new wxBoxSizer(wxVERTICAL);
    both->Add(row);
    both->Add(more, wxSizerFlags().Border(wxTOP, FromDIP(6)));
    return both;
  }

  void bind() {
    for (wxChoice* each : {kind_, level_, judgement_})
      each->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { read(); });
    byOrder_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { read(); });
    again_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { read(); });
    add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addFiles(); });
    remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { removeFile(); });
    columns_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
      if (auto columns = askColumns(this, columnsByField_)) {
        columnsByField_ = std::move(*columns);
        read();
      }
    });
    verdicts_->onSaved([this](const std::string& words) { busy_->end(words); });
    readingPanel_->onCorrected([this](std::size_t file, const std::string& key, const std::string& value) {
      correct(file, key, value);
    });
    incoming_->onTicked([this] { sum(); });
    fileList_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { light(); });
  }

  void correct(std::size_t file, const std::string& key, const std::string& value) {
    const FileReading& read = reading_.files[file];
    const fs::path& path = files_[file];  // The files are read in their order.
    if (!read.layout.empty()) layouts_[path] = read.layout;
    formats::ReadingCorrections corrections = read.corrections;
    if (value.empty()) {
      corrections.erase(key);
    } else {
      corrections[key] = value;
    }
    corrections_[path] = std::move(corrections);
    this->read();
  }

  [[nodiscard]] std::string layoutOfFile(const FileReading& file) const {
    if (!file.layout.empty()) return file.layout;
    const auto known = layouts_.find(files_[static_cast<std::size_t>(&file - reading_.files.data())]);
    return known == layouts_.end() ? std::string() : known->second;
  }

  void addFiles() {
    for (fs::path& file : askFiles(this, say("选择要导入的文件"), importableFiles())) {
      if (std::ranges::find(files_, file) == files_.end()) files_.push_back(std::move(file));
    }
    read();
  }

  void removeFile() {
    const int row = fileList_->GetSelectedRow();
    if (row < 0 || static_cast<std::size_t>(row) >= files_.size()) return;
    files_.erase(files_.begin() + row);
    read();
  }

  [[nodiscard]] ImportKind kind() const {
    return kKinds[static_cast<std::size_t>(std::max(0, kind_->GetSelection()))].first;
  }

  [[nodiscard]] ImportQuestion question() const {
    ImportQuestion question{files_, {}, corrections_, knownLayouts()};
    question.options.kind = kind();
    const int level = level_->GetSelection() - 1;
    if (level >= 0) question.options.level = bank_.info().levels[static_cast<std::size_t>(level)];
    if (kind() != ImportKind::kItems) return question;
    question.options.judgement =
        judgement_->GetSelection() == 1 ? JudgementCode::kZeroRight : JudgementCode::kUsual;
    question.options.pointsByOrder = byOrder_->GetValue();
    question.options.columns = columnsByField_;
    return question;
  }

  void read() {
    task_.cancel();
    clear();
    bank_ = host_.document().bank();
    for (const fs::path& file : files_) addFileRow(formats::fileNameOf(file), say("正在读取……"));
    columns_->SetLabel(shown(columnsByField_.empty()
                                 ? say("指定列(&C)…")
                                 : say("指定列（{n}）(&C)…", "n"_a = columnsByField_.size())));
    if (files_.empty()) {
      busy_->end(say("还没有选文件。"));
      light();
      return;
    }
    busy_->begin(say("正在读取……"));
    task_ = host_.document().worker().run(
        [bank = bank_, question = question()](TaskControl& control) {
          return readForImport(bank, question, control);
        },
        {.done = [this](ImportReading reading) { show(std::move(reading)); },
         .failed = [this](const formats::FormatError& error) { busy_->end(error.full()); },
         .progress = [this](double share) { busy_->tell(share); },
         .stillWanted = {}});
    light();
  }

  void stop() {
    task_.cancel();
    clear();
    for (const fs::path& file : files_) addFileRow(formats::fileNameOf(file), say("没有读取。"));
    busy_->end(say("已停止读取；要再读，按“重新读取”。"));
    light();
  }

  void clear() {
    incoming_->show(nullptr);
    verdicts_->show(nullptr);
    readingPanel_->show(nullptr);
    reading_ = {};
    fileList_->DeleteAllItems();
  }

  void addFileRow(const std::string& name, const std::string& words) {
    wxVector<wxVariant> values;
    values.push_back(shown(name));
    values.push_back(shown(words));
    fileList_->AppendItem(values);
  }

  void show(ImportReading reading) {
    reading_ = std::move(reading);
    fileList_->DeleteAllItems();
    for (const FileReading& file : reading_.files) addFileRow(file.name, wordsOfFile(file));
    busy_->end({});
    incoming_->show(&reading_.rows);
    verdicts_->show(&reading_);
    book_->SetPageText(0, shown(say("将收入（{n}）", "n"_a = reading_.rows.size())));
    readingPanel_->show(&reading_);
    book_->SetPageText(2,
                       shown(say("原文各处（{n} 处需要核对）", "n"_a = reading_.count(Verdict::kUnclear))));
    light();
  }

  static std::string wordsOfFile(const FileReading& file) {
    if (!file.error) {
      const std::string counts = say("收入 {imported} 处，略过 {skipped} 处，需要核对 {unclear} 处。",
                                     "imported"_a = file.report.count(Verdict::kImported),
                                     "skipped"_a = file.report.count(Verdict::kSkipped),
                                     "unclear"_a = file.report.count(Verdict::kUnclear));
      return file.fromMemory ? counts + say("按上次对这种版式的改正来读。") : counts;
    }
    formats::Place place = file.error->place();
    place.file.clear();  // It stands beside it.
    const formats::FormatError error(file.error->code(), file.error->what(), place, file.error->advice());
    return say("没有导入：{reason}", "reason"_a = error.full());
  }

  void sum() {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::set<formats::Id> counted;
    for (std::size_t i = 0; i < reading_.rows.size(); ++i) {
      if (!incoming_->list().isTicked(i) || !counted.insert(reading_.rows[i].object).second) continue;
      ++(bank_.object(reading_.rows[i].object) == nullptr ? added : changed);
    }
    if (!busy_->busy() && !reading_.files.empty()) busy_->end(summary(added, changed));
    take_->Enable(!busy_->busy() && added + changed > 0);
    Layout();
  }

  [[nodiscard]] std::string summary(std::size_t added, std::size_t changed) const {
    const bool failed =
        std::ranges::any_of(reading_.files, [](const FileReading& file) { return file.error.has_value(); });
    const std::string problem = failed ? say("有的文件读不了，原因写在上面。") : std::string();
    if (added + changed == 0 && incoming_->decision().left.empty())
      return problem + say("没有可以收入的内容。");
    return problem + say("勾选了 {n} 项：新收 {added}，改动 {changed}。可以撤销。", "n"_a = added + changed,
                         "added"_a = added, "changed"_a = changed);
  }

  void light() {
    const bool items = kind() == ImportKind::kItems;
    judgement_->Enable(items);
    byOrder_->Enable(items);
    columns_->Enable(items);
    remove_->Enable(fileList_->GetSelectedRow() >= 0 && !files_.empty());
    again_->Enable(!files_.empty());
    sum();
  }

  Host& host_;
  std::vector<fs::path> files_;
  formats::Bank bank_;  ///< As it was read against.
  ColumnsByField columnsByField_;
  std::map<fs::path, formats::ReadingCorrections> corrections_;
  std::map<fs::path, std::string> layouts_;  ///< Of the files that were corrected, as they were first read.
  ImportReading reading_;
  Task task_;
  Listening listening_;
  wxDataViewListCtrl* fileList_ = nullptr;
  wxButton* add_ = nullptr;
  wxButton* remove_ = nullptr;
  wxButton* again_ = nullptr;
  wxChoice* kind_ = nullptr;
  wxChoice* level_ = nullptr;
  wxChoice* judgement_ = nullptr;
  wxCheckBox* byOrder_ = nullptr;
  wxButton* columns_ = nullptr;
  BusyLine* busy_ = nullptr;
  wxNotebook* book_ = nullptr;
  IncomingPage* incoming_ = nullptr;
  ReadingPanel* readingPanel_ = nullptr;
  VerdictsPage* verdicts_ = nullptr;
  wxButton* take_ = nullptr;
};

}  // namespace

FileKind importableFiles() {
  return {say("Word、Excel、文本文件，其他系统的试题"),
          "*.docx;*.doc;*.xlsx;*.xls;*.csv;*.txt;*.wps;*.et;*.rtf;*.odt;*.ods;*.html;*.htm;*.xml;*.zip;*."
          "gift;*.json"};
}

std::optional<Imported> askImport(wxWindow* parent, Host& host, std::vector<fs::path> files) {
  ImportDialog dialog(parent, host, std::move(files));
  if (dialog.ShowModal() != wxID_OK) return {};
  return dialog.take();
}

}  // namespace tiku::editor
