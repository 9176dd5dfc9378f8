#include "editor/history/history.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/ask.h"
#include "editor/widgets/difference_view.h"
#include "editor/widgets/form.h"
#include "editor/widgets/heads.h"
#include "editor/widgets/native.h"
#include "editor/widgets/when.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/package.h"

namespace tiku::editor {

using formats::Change;
using formats::FormatError;
using formats::Object;
using formats::Repository;
using formats::Revision;
using formats::say;
using formats::operator""_a;
using workflows::RevisionChanges;

namespace {

constexpr int kMostRevisions = 500;

std::string firstLine(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

std::string deedOf(const Change& change) {
  switch (change.kind()) {
    case Change::Kind::kAdded:
      return say("新增");
    case Change::Kind::kRemoved:
      return say("删除");
    case Change::Kind::kReplaced:
      break;
  }
  return say("修改");
}

const Object& thingOf(const Change& change) {
  return formats::idOf(change.after).empty() ? change.before : change.after;
}

wxDataViewListCtrl* listOf(wxWindow* parent, const std::string& name, long style) {
  auto* list =
      new wxDataViewListCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, style | wxDV_ROW_LINES);
  nameForReaders(list, name);
  return list;
}

}  // namespace

History::History(wxWindow* parent, Host& host) : Workspace(parent, host) {
  layOut();
  bindLists();
  listening_ = document().listen([this](const DocumentEvent& event) {
    if (event.history || event.saved) outOfDate();
  });
}

void History::layOut() {
  const int gap = FromDIP(12);
  state_ = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  all_ = new wxButton(this, wxID_ANY, shown(say("全部签入")));
  act_ = new wxButton(this, wxID_ANY, {});
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(state_, wxSizerFlags(1).CenterVertical());
  head->Add(all_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));
  head->Add(act_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap / 2));

  const long splits = wxSP_LIVE_UPDATE | wxSP_NOBORDER;
  auto* halves = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, splits);
  halves->SetMinimumPaneSize(FromDIP(100));
  list_ = listOf(halves, say("签入"), wxDV_SINGLE);
  list_->AppendTextColumn(headed(say("时间")), wxDATAVIEW_CELL_INERT, FromDIP(132));
  list_->AppendTextColumn(headed(say("签入人")), wxDATAVIEW_CELL_INERT, FromDIP(90));
  list_->AppendTextColumn(headed(say("标签")), wxDATAVIEW_CELL_INERT, FromDIP(90));
  list_->AppendTextColumn(headed(say("改了什么")), wxDATAVIEW_CELL_INERT, FromDIP(360));
  auto* lower = new wxPanel(halves);
  auto* columns = new wxSplitterWindow(lower, wxID_ANY, wxDefaultPosition, wxDefaultSize, splits);
  columns->SetMinimumPaneSize(FromDIP(140));
  objects_ = listOf(columns, say("改动的对象"), wxDV_SINGLE | wxDV_NO_HEADER);
  objects_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, FromDIP(44));
  objects_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, FromDIP(220));
  auto* right = new wxPanel(columns);
  difference_ = new DifferenceView(right);
  restoreBefore_ = new wxButton(right, wxID_ANY, shown(say("恢复成改动前(&B)")));
  restoreAfter_ = new wxButton(right, wxID_ANY, shown(say("恢复成这一版(&V)")));
  restoreBefore_->SetToolTip(shown(say("让这个对象回到这次签入之前的样子；可以撤销。")));
  restoreAfter_->SetToolTip(shown(say("让这个对象回到这次签入时的样子；可以撤销。")));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  buttons->Add(restoreBefore_, wxSizerFlags().Border(wxRIGHT, gap / 2));
  buttons->Add(restoreAfter_);
  auto* rightSizer = new wxBoxSizer(wxVERTICAL);
  rightSizer->Add(difference_, wxSizerFlags(1).Expand());
  rightSizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap / 2));
  right->SetSizer(rightSizer);
  columns->SplitVertically(objects_, right, FromDIP(260));
  auto* lowerSizer = new wxBoxSizer(wxVERTICAL);
  lowerSizer->Add(columns, wxSizerFlags(1).Expand());
  lower->SetSizer(lowerSizer);
  halves->SplitHorizontally(list_, lower, FromDIP(240));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(head, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(halves, wxSizerFlags(1).Expand());
  SetSizer(all);
}

void History::bindLists() {
  act_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { hasHistory() ? checkIn() : startHistory(); });
  all_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    object_ = {};
    refresh();
  });
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
    const int row = list_->GetSelectedRow();
    if (row < 0 || static_cast<std::size_t>(row) >= revisions_.size()) return;
    const std::string& commit = revisions_[static_cast<std::size_t>(row)].commit;
    if (commit == chosen_) return;
    chosen_ = commit;
    readChanges();
  });
  objects_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showDifference(); });
  objects_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
    const Change* change = chosenChange();
    if (change != nullptr && bank().object(change->id) != nullptr)
      this->host().goTo(placeOf(change->id, bank()));
  });
  restoreBefore_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { restore(true); });
  restoreAfter_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { restore(false); });
}

bool History::hasHistory() const {
  return !document().isArchive() && Repository::isRepository(document().path());
}

void History::go(const Place& place) {
  object_ = place.object;
  // At a check-in of the object, where one is named.
  if (!place.field.empty() && place.field != chosen_) {
    chosen_ = place.field;
    revisions_.clear();  // So that the list is made anew around it.
  }
  refresh();
}

void History::bankChanged(std::span<const Change>) {
  outOfDate();
}

void History::outOfDate() {
  if (!IsShown() || refreshing_) return;
  refreshing_ = true;
  CallAfter([this] {
    refreshing_ = false;
    if (IsShown()) refresh();
  });
}

void History::refresh() {
  host().attempt([this] {
    std::vector<Revision> revisions;
    if (hasHistory()) {
      std::string path;
      if (const Object* object = bank().object(object_)) path = formats::pathOf(*object);
      revisions = Repository::open(document().path()).log(kMostRevisions, path);
    }
    const bool same = std::ranges::equal(revisions, revisions_, [](const Revision& a, const Revision& b) {
      return a.commit == b.commit && a.tags == b.tags;
    });
    revisions_ = std::move(revisions);
    if (!same) showRevisions();
  });
  showState();
}

void History::showState() {
  using Kind = CheckInState::Kind;
  const CheckInState state = document().checkInState();
  std::string words;
  if (document().isArchive()) {
    words = say("打成一个文件的题库没有历史。另存为目录以后才能记录。");
  } else if (!hasHistory()) {
    words = say("还没有记录历史。");
  } else if (document().modified() || state.kind == Kind::kChanged) {
    const std::string message = document().proposedMessage();
    words = say("没有签入的改动：{message}", "message"_a = message.empty() ? say("有") : message);
  } else {
    words = say("全部已经签入。");
  }
  if (!object_.empty() && bank().object(object_) != nullptr)
    words = say("只列“{object}”的签入。", "object"_a = workflows::objectName(*bank().object(object_)));
  state_->SetLabelText(shown(words));
  act_->SetLabel(shown(hasHistory() ? say("签入(&I)…") : say("开始记录历史(&H)")));
  const bool changed = document().modified() || state.kind == Kind::kChanged;
  act_->Enable(!document().readOnly() && !document().isArchive() && (!hasHistory() || changed));
  all_->Show(!object_.empty());
  takeUp();
  Layout();
}

// The buttons follow the chosen object.
void History::takeUp() {
  const Change* change = chosenChange();
  const bool writable = change != nullptr && !document().readOnly();
  const auto differs = [&](const Object& version) {
    if (formats::idOf(version).empty()) return false;
    const Object* now = bank().object(change->id);
    return now == nullptr || !formats::sameContent(*now, version);
  };
  restoreBefore_->Enable(writable && differs(change->before));
  restoreAfter_->Enable(writable && differs(change->after));
}

void History::showRevisions() {
  list_->DeleteAllItems();
  int row = -1;
  for (std::size_t i = 0; i < revisions_.size(); ++i) {
    const Revision& revision = revisions_[i];
    std::string tags;
    for (const std::string& tag : revision.tags) tags += (tags.empty() ? "" : "、") + tag;
    wxVector<wxVariant> line;
    line.push_back(shown(dayAndTime(revision.time, revision.offsetMinutes)));
    line.push_back(shown(revision.author.name));
    line.push_back(shown(tags));
    line.push_back(shown(firstLine(revision.message)));
    list_->AppendItem(line);
    if (revision.commit == chosen_) row = static_cast<int>(i);
  }
  if (row < 0 && !revisions_.empty()) row = 0;
  chosen_ = row < 0 ? std::string() : revisions_[static_cast<std::size_t>(row)].commit;
  if (row >= 0) list_->SelectRow(static_cast<unsigned>(row));
  readChanges();
}

void History::readChanges() {
  reading_.cancel();
  if (chosen_.empty()) {
    showChanges({});
    return;
  }
  reading_ = document().worker().run(
      [path = document().path(), commit = chosen_](TaskControl&) {
        return workflows::changesOf(Repository::open(path), commit);
      },
      {.done = [this](RevisionChanges changes) { showChanges(std::move(changes)); },
       .failed =
           [this](const FormatError& error) { host().note({"history", Note::Kind::kError, error.full()}); },
       .progress = {},
       .stillWanted = {}});
}

void History::showChanges(RevisionChanges changes) {
  changes_ = std::move(changes);
  objects_->DeleteAllItems();
  int row = changes_.objects.empty() ? -1 : 0;
  for (std::size_t i = 0; i < changes_.objects.size(); ++i) {
    const Change& change = changes_.objects[i];
    wxVector<wxVariant> line;
    line.push_back(headed(deedOf(change)));
    line.push_back(shown(workflows::objectName(thingOf(change))));
    objects_->AppendItem(line);
    if (change.id == object_) row = static_cast<int>(i);
  }
  for (const std::string& file : changes_.otherFiles) {
    wxVector<wxVariant> line;
    line.push_back(headed(say("文件")));
    line.push_back(shown(file));
    objects_->AppendItem(line);
  }
  if (row >= 0) objects_->SelectRow(static_cast<unsigned>(row));
  showDifference();
}

const Change* History::chosenChange() const {
  const int row = objects_->GetSelectedRow();
  return row < 0 || static_cast<std::size_t>(row) >= changes_.objects.size()
             ? nullptr
             : &changes_.objects[static_cast<std::size_t>(row)];
}

void History::showDifference() {
  if (const Change* change = chosenChange()) {
    difference_->show(*change, bank());
  } else {
    difference_->clear();
  }
  takeUp();
}

std::vector<Command> History::commands() {
  const auto canCheckIn = [this] { return hasHistory() && act_->IsEnabled(); };
  return {
      {say("签入(&I)…"), "Ctrl+Shift+S", say("保存，并把改动记进历史。"), [this] { checkIn(); }, canCheckIn},
      {say("打标签(&T)…"), "", say("给最近一次签入起一个名字，例如送审的版本。"), [this] { tag(); },
       [this] { return !revisions_.empty(); }},
      {say("开始记录历史(&H)"), "", say("从现在起，每次签入都记下谁改了什么。"), [this] { startHistory(); },
       [this] { return !hasHistory() && !document().isArchive(); }},
  };
}

void History::checkIn() {
  const std::string proposed = document().proposedMessage();
  const auto message =
      askWords(this, say("签入"), say("改了什么？这句话会记进历史："), say("签入"), proposed, true);
  if (!message) return;
  host().attempt([&] {
    const auto revision = document().checkIn(*message);
    chosen_ = revision ? revision->commit : chosen_;
    if (!revision) host().note({"history", Note::Kind::kInfo, say("没有改动，不需要签入。")});
  });
  refresh();
}

void History::startHistory() {
  host().attempt([this] { document().startHistory(); });
  refresh();
}

void History::tag() {
  wxDialog dialog(this, wxID_ANY, shown(say("打标签")), wxDefaultPosition, wxDefaultSize,
                  wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
  auto* form = new Form(&dialog);
  auto* name = form->field(say("标签(&T)"), {}, say("例如：送审-2026"));
  auto* message = form->field(say("说明(&M)"));
  DialogFoot foot(&dialog, form, say("打标签"));
  const auto look = [&] {
    foot.require(wordsOf(name).empty()      ? say("请写标签。")
                 : wordsOf(message).empty() ? say("请写说明。")
                                            : std::string());
  };
  dialog.Bind(wxEVT_TEXT, [&](wxCommandEvent&) { look(); });
  look();
  dialog.Fit();
  dialog.SetSize(FromDIP(wxSize(420, -1)));
  name->SetFocus();
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return;
  host().attempt([&] { Repository::open(document().path()).tag(wordsOf(name), wordsOf(message)); });
  refresh();
}

void History::restore(bool before) {
  const Change* change = chosenChange();
  if (change == nullptr) return;
  this->change(workflows::restoreEdit(bank(), before ? change->before : change->after));
}

}  // namespace tiku::editor
