#include "editor/impact/begin_dialog.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/document/worker.h"
#include "editor/impact/new_edition.h"
#include "editor/impact/update_head.h"
#include "editor/widgets/colours.h"
#include "editor/widgets/form.h"
#include "editor/widgets/line_list.h"
#include "editor/widgets/native.h"
#include "editor/widgets/side_by_side.h"
#include "editor/widgets/when.h"
#include "editor/widgets/words.h"
#include "editor/widgets/wrapped_text.h"
#include "editor/workspace/host.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "workflows/impact/editions.h"
#include "workflows/impact/update.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::Date;
using formats::EntryChange;
using formats::FormatError;
using formats::Repository;
using formats::Revision;
using formats::say;
using formats::StandardUpdate;
using formats::UpdateTask;
using formats::operator""_a;

namespace {

constexpr int kMostRevisions = 200;

/// Where the other edition is.
struct EditionSource {
  fs::path path;         ///< Of the new edition; of the bank itself where a check-in has the old one.
  std::string revision;  ///< Empty: the new edition lies at the path.
  bool operator==(const EditionSource&) const = default;
};

BegunUpdate preview(const formats::Bank& bank, const EditionSource& source) {
  workflows::Editions editions =
      source.revision.empty()
          ? workflows::editionsWithNew(bank, source.path)
          : workflows::editionsSince(bank,
                                     workflows::standardAt(Repository::open(source.path), source.revision));
  StandardUpdate update = workflows::impactOf(bank, editions.before, editions.after, {});
  return {std::move(editions.after), std::move(update), std::move(editions.pictures), editions.unclear};
}

std::string revisionLine(const Revision& revision) {
  const std::string first = revision.message.substr(0, revision.message.find('\n'));
  const std::string line = dayAndTime(revision.time, revision.offsetMinutes) + "　" + first;
  return revision.tags.empty() ? line : revision.tags.front() + "　" + line;
}

std::string oneLineOf(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

// What changes, and what rests on it.
std::string sumOf(const StandardUpdate& update) {
  std::array<std::size_t, 4> changes{};
  for (const EntryChange& change : update.changes) ++changes[static_cast<std::size_t>(change.kind)];
  std::array<std::size_t, 4> tasks{};
  for (const UpdateTask& task : update.tasks) ++tasks[static_cast<std::size_t>(task.kind)];
  const auto of = [](const auto& counts, auto kind) { return counts[static_cast<std::size_t>(kind)]; };
  return say("{editions}：新增 {added} 条，修改 {changed} 条，删去 {removed} 条，权重 {weights} 处。",
             "editions"_a = editionsOf(update), "added"_a = of(changes, EntryChange::Kind::kAdded),
             "changed"_a = of(changes, EntryChange::Kind::kChanged),
             "removed"_a = of(changes, EntryChange::Kind::kRemoved),
             "weights"_a = of(changes, EntryChange::Kind::kWeight)) +
         say("要核对新增要求 {entries} 条、考评范围 {scopes} 个、考评点 {points} 个、试题 {items} 道。",
             "entries"_a = of(tasks, UpdateTask::Kind::kEntry),
             "scopes"_a = of(tasks, UpdateTask::Kind::kScope),
             "points"_a = of(tasks, UpdateTask::Kind::kPoint),
             "items"_a = of(tasks, UpdateTask::Kind::kItem));
}

// A document may hold what the program cannot read.
std::string doubtsOf(const BegunUpdate& begun) {
  if (begun.unclear == 0) return {};
  return say("文件里有 {n} 处需要人工核对：先用“导入”打开它，逐处查看。", "n"_a = begun.unclear);
}

class BeginDialog final : public wxDialog {
 public:
  BeginDialog(wxWindow* parent, Host& host)
      : wxDialog(parent, wxID_ANY, shown(say("按新标准更新题库")), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
        host_(host) {
    readHistory();
    auto* content = new wxBoxSizer(wxVERTICAL);
    addSource(content);
    addOrder(content);
    addPreview(content);
    foot_.emplace(this, content, say("开始更新(&B)"));
    foot_->button()->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { begin(); });
    Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
      event.Skip();
      look();
    });
    look();
    SetSize(FromDIP(wxSize(860, 660)));
    SetMinSize(FromDIP(wxSize(680, 560)));
    CentreOnParent();
    choose_->SetFocus();
  }
  ~BeginDialog() override { task_.cancel(); }

  [[nodiscard]] std::optional<BegunUpdate> begun() const { return begun_; }

 private:
  Document& document() const { return host_.document(); }

  void readHistory() {
    if (document().isArchive() || !Repository::isRepository(document().path())) return;
    host_.attempt([this] {
      const Repository repository = Repository::open(document().path());
      revisions_ = repository.log(kMostRevisions);
      const auto unchecked = document().uncheckedFiles();
      if (std::ranges::find(unchecked, "standard.xml") != unchecked.end()) return;
      // The last one before the standard changed.
      const auto changed = repository.log(1, "standard.xml");
      if (changed.empty() || changed.front().parents.empty()) return;
      const auto at = std::ranges::find(revisions_, changed.front().parents.front(), &Revision::commit);
      if (at != revisions_.end()) proposed_ = static_cast<int>(at - revisions_.begin());
    });
  }

  void addSource(wxSizer* content) {
    const int gap = FromDIP(8);
    fromFile_ = new wxRadioButton(this, wxID_ANY, shown(say("新标准在另一个题库里，或是一个标准文件(&W)：")),
                                  wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
    path_ = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_READONLY);
    nameForReaders(path_, say("新标准所在的地方"));
    choose_ = new wxButton(this, wxID_ANY, shown(say("选文件(&F)…")));
    folder_ = new wxButton(this, wxID_ANY, shown(say("选题库目录(&D)…")));
    nameForReaders(choose_, say("选文件"));
    nameForReaders(folder_, say("选题库目录"));
    sinceRevision_ =
        new wxRadioButton(this, wxID_ANY, shown(say("题库里的标准已经改好，与以前签入的比较(&H)：")));
    revision_ = new wxChoice(this, wxID_ANY);
    for (const Revision& revision : revisions_) revision_->Append(shown(revisionLine(revision)));
    if (revisions_.empty()) revision_->Append(shown(say("这个题库还没有历史。")));
    revision_->SetSelection(proposed_);
    revision_->SetMinSize(FromDIP(wxSize(240, -1)));
    nameForReaders(revision_, say("旧标准所在的签入"));
    auto* file = new wxBoxSizer(wxHORIZONTAL);
    file->Add(path_, wxSizerFlags(1).CenterVertical());
    file->Add(choose_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
    file->Add(folder_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
    const int inside = FromDIP(24);
    content->Add(fromFile_);
    const auto below = [&](auto* what) {
      auto* line = new wxBoxSizer(wxHORIZONTAL);
      line->AddSpacer(inside);
      line->Add(what, wxSizerFlags(1));
      content->Add(line, wxSizerFlags().Expand().Border(wxTOP, gap / 2));
    };
    below(file);
    content->Add(sinceRevision_, wxSizerFlags().Border(wxTOP, gap));
    below(revision_);
    sinceRevision_->Enable(!revisions_.empty());
    choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take(askNewEdition(this)); });
    folder_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take(askNewEditionFolder(this)); });
    for (wxRadioButton* one : {fromFile_, sinceRevision_})
      one->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { look(); });
    revision_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { look(); });
  }

  void addOrder(wxSizer* content) {
    auto* form = new Form(this);
    effective_ = form->field(say("实施日期(&E)"), {}, say("例如 2026-03-01；不写，期限暂从今天起算"));
    by_ = form->field(say("由谁开始(&P)"), host_.personName());
    content->Add(form, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
  }

  void addPreview(wxSizer* content) {
    const int gap = FromDIP(12);
    sum_ = new WrappedText(this);
    due_ = new WrappedText(this);
    due_->SetForegroundColour(quietInk());
    const bool english = formats::language() == formats::Language::kEnglish;
    list_ = new LineList(this, say("标准的改动"),
                         {{say("改动"), english ? 80 : 60},
                          {say("位置"), english ? 260 : 200},
                          {say("原标准"), english ? 220 : 240},
                          {say("新标准"), 240}});
    sides_ = new SideBySide(this, [](const std::string&, SideBySide::Side) {});
    content->Add(sum_, wxSizerFlags().Expand().Border(wxTOP, gap));
    content->Add(due_, wxSizerFlags().Expand().Border(wxTOP, gap / 3));
    content->Add(list_, wxSizerFlags(3).Expand().Border(wxTOP, gap / 2));
    content->Add(sides_, wxSizerFlags(2).Expand().Border(wxTOP, gap / 2));
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showChange(); });
  }

  void take(const std::optional<fs::path>& path) {
    if (!path) return;
    fromFile_->SetValue(true);
    path_->ChangeValue(shown(path->string()));
    path_->SetInsertionPointEnd();
    look();
  }

  [[nodiscard]] std::optional<EditionSource> source() const {
    if (sinceRevision_->GetValue()) {
      const auto at = static_cast<std::size_t>(revision_->GetSelection());
      if (at >= revisions_.size()) return std::nullopt;
      return EditionSource{document().path(), revisions_[at].commit};
    }
    const std::string path = wordsOf(path_);
    if (path.empty()) return std::nullopt;
    return EditionSource{path, {}};
  }

  // What is typed and chosen decides; what is to be read is read once.
  void look() {
    if (foot_ == std::nullopt) return;
    revision_->Enable(sinceRevision_->GetValue());
    const auto wanted = source();
    if (wanted != read_) compare(wanted);
    showDue();
    foot_->require(!wanted                          ? say("请选新标准。")
                   : task_.running()                ? say("正在比较……")
                   : !begun_                        ? say("没有可比较的标准。")
                   : begun_->update.changes.empty() ? say("两个版本的标准没有差别。")
                   : wordsOf(by_).empty()           ? say("请写明由谁开始。")
                   : !effective()                   ? say("日期的写法是 2026-03-01。")
                                                    : std::string());
  }

  // Nothing: what is typed is no date.
  [[nodiscard]] std::optional<std::optional<Date>> effective() const {
    const std::string text = wordsOf(effective_);
    if (text.empty()) return std::optional<Date>();
    const auto date = Date::parse(text);
    if (!date) return std::nullopt;
    return date;
  }

  void compare(const std::optional<EditionSource>& wanted) {
    task_.cancel();
    read_ = wanted;
    begun_.reset();
    showChanges();
    sum_->SetForegroundColour(inkOf(State::kNeutral));
    sum_->tell(wanted ? say("正在比较两个版本……") : std::string());
    if (!wanted) return;
    task_ = document().worker().run(
        [bank = document().bank(), wanted = *wanted](TaskControl&) { return preview(bank, wanted); },
        {.done =
             [this, generation = document().generation()](BegunUpdate begun) {
               generation_ = generation;
               begun_ = std::move(begun);
               sum_->tell(begun_->update.changes.empty() ? say("两个版本的标准没有差别。")
                                                         : sumOf(begun_->update) + doubtsOf(*begun_));
               showChanges();
               look();
             },
         .failed =
             [this](const FormatError& error) {
               sum_->SetForegroundColour(inkOf(State::kEmpty));
               sum_->tell(error.full());
               look();
             },
         .progress = {},
         .stillWanted = {}});
  }

  void showChanges() {
    std::vector<LineList::Line> lines;
    if (begun_) {
      for (const EntryChange& change : begun_->update.changes) {
        lines.push_back({{workflows::changeWord(change.kind), change.place, oneLineOf(change.before),
                          oneLineOf(change.after)}});
      }
    }
    list_->show(std::move(lines));
    list_->choose(0);
    showChange();
  }

  void showChange() {
    const int at = list_->chosen();
    if (!begun_ || at < 0 || static_cast<std::size_t>(at) >= begun_->update.changes.size()) {
      sides_->say({});
      return;
    }
    const StandardUpdate& update = begun_->update;
    const EntryChange& change = update.changes[static_cast<std::size_t>(at)];
    sides_->show(update.previous.empty() ? say("原标准") : update.previous,
                 update.edition.empty() ? say("新标准") : update.edition,
                 {{"change",
                   workflows::changeWord(change.kind) + " " + change.place,
                   change.before,
                   change.after,
                   {}}});
  }

  // The same as the head of the update will say.
  void showDue() {
    const auto day = effective();
    if (!begun_ || begun_->update.changes.empty() || !day) {
      due_->tell({});
      return;
    }
    begun_->update.effective = *day;
    begun_->update.begun = dayToday();
    due_->tell(dueWords(workflows::dueOf(begun_->update, &document().checker().profile())));
  }

  void begin() {
    // The bank may have changed behind the dialog, by another program's hand.
    if (generation_ != document().generation()) read_.reset();
    look();
    if (!foot_->button()->IsEnabled()) return;
    begun_->update.by = wordsOf(by_);
    EndModal(wxID_OK);
  }

  Host& host_;
  std::vector<Revision> revisions_;
  int proposed_ = 0;
  std::optional<EditionSource> read_;  ///< What `begun_` comes or will come from.
  std::optional<BegunUpdate> begun_;
  std::uint64_t generation_ = 0;  ///< Of the bank that it was made from.
  Task task_;
  wxRadioButton* fromFile_ = nullptr;
  wxTextCtrl* path_ = nullptr;
  wxButton* choose_ = nullptr;
  wxButton* folder_ = nullptr;
  wxRadioButton* sinceRevision_ = nullptr;
  wxChoice* revision_ = nullptr;
  wxTextCtrl* effective_ = nullptr;
  wxTextCtrl* by_ = nullptr;
  WrappedText* sum_ = nullptr;
  WrappedText* due_ = nullptr;
  LineList* list_ = nullptr;
  SideBySide* sides_ = nullptr;
  std::optional<DialogFoot> foot_;
};

}  // namespace

std::optional<BegunUpdate> askBeginUpdate(wxWindow* parent, Host& host) {
  BeginDialog dialog(wxGetTopLevelParent(parent), host);
  if (dialog.ShowModal() != wxID_OK) return {};
  return dialog.begun();
}

}  // namespace tiku::editor
