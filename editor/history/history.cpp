// The room of the history: its layout, and what is listed in it.
#include "editor/history/history.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/history/compared_panel.h"
#include "editor/history/timeline_list.h"
#include "editor/widgets/form.h"
#include "editor/widgets/native.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/package/package.h"

namespace tiku::editor {

using formats::FormatError;
using formats::Object;
using formats::Repository;
using formats::Revision;
using formats::say;
using formats::operator""_a;

namespace {

constexpr int kMostRevisions = 2000;

std::vector<Revision> revisionsOf(const std::filesystem::path& path, const Object& object,
                                  const TaskControl& control) {
  const Repository repository = Repository::open(path);
  if (formats::idOf(object).empty()) return repository.log(kMostRevisions);
  std::vector<Revision> revisions;
  for (auto& one : workflows::historyOf(repository, object, kMostRevisions, [&] { control.check(); }))
    revisions.push_back(std::move(one.revision));
  return revisions;
}

// Versions that were handed in for review.
std::map<std::string, std::string> marksIn(const formats::Bank& bank) {
  std::map<std::string, std::string> marks;
  bank.forEach<formats::Round>([&](const auto& round) {
    std::string& mark = marks[round->commit];
    mark += (mark.empty() ? "" : say("、")) + say("送审：{title}", "title"_a = round->title);
  });
  return marks;
}

}  // namespace

History::History(wxWindow* parent, Host& host) : Workspace(parent, host) {
  layOut();
  bindControls();
  listening_ = document().listen([this](const DocumentEvent& event) {
    if (event.history || event.saved) outOfDate(true);
  });
}

History::~History() {
  for (Task* task : {&logging_, &reading_, &recording_}) task->cancel();
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
  wxWindow* filter = makeFilter();
  auto* halves = new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                      wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  halves->SetMinimumPaneSize(FromDIP(120));
  list_ = new TimelineList(halves);
  panel_ = new ComparedPanel(halves, host(), {[this](formats::Id object) {
                               host().goTo({.room = Room::kHistory, .object = object});
                             }});
  halves->SplitHorizontally(list_, panel_, FromDIP(240));
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(head, wxSizerFlags().Expand().Border(wxALL, gap));
  all->Add(filter, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  all->Add(halves, wxSizerFlags(1).Expand());
  SetSizer(all);
}

wxWindow* History::makeFilter() {
  const int gap = FromDIP(6);
  auto* line = new wxPanel(this);
  const auto label = [line](const std::string& words) {
    return new wxStaticText(line, wxID_ANY, shown(words));
  };
  people_ = new wxChoice(line, wxID_ANY);
  nameForReaders(people_, say("签入人"));
  words_ = new wxTextCtrl(line, wxID_ANY);
  words_->SetHint(shown(say("说明、标签里的词")));
  words_->SetMinSize(FromDIP(wxSize(180, -1)));
  nameForReaders(words_, say("在签入里查找"));
  against_ = new wxChoice(line, wxID_ANY);
  against_->Append(shown(say("前一次签入")));
  against_->Append(shown(say("现在的内容")));
  against_->SetSelection(0);
  against_->SetToolTip(shown(say("选中一次签入时与什么比较；选中两次时就在两次之间比较。")));
  nameForReaders(against_, say("与什么比较"));
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(label(say("签入人(&P)")), wxSizerFlags().CenterVertical());
  sizer->Add(people_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  sizer->Add(label(say("查找(&L)")), wxSizerFlags().CenterVertical().Border(wxLEFT, 2 * gap));
  sizer->Add(words_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, gap));
  sizer->Add(label(say("比较(&M)")), wxSizerFlags().CenterVertical().Border(wxLEFT, 2 * gap));
  sizer->Add(against_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  line->SetSizer(sizer);
  return line;
}

void History::bindControls() {
  act_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { hasHistory() ? checkIn() : startHistory(); });
  all_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { host().goTo({.room = Room::kHistory}); });
  people_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showTimeline(); });
  words_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { showTimeline(); });
  against_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { followChosen(); });
  list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { followChosen(); });
}

bool History::hasHistory() const {
  return !document().isArchive() && Repository::isRepository(document().path());
}

void History::go(const Place& place) {
  if (object_ != place.object) logDue_ = true;
  object_ = place.object;
  // At a check-in of the object, where one is named.
  if (!place.field.empty()) {
    wantedCommit_ = place.field;
    logDue_ = true;
  }
  refresh();
}

bool History::find() {
  words_->SetFocus();
  words_->SelectAll();
  return true;
}

void History::bankChanged(std::span<const formats::Change>) {
  outOfDate(false);
}

void History::outOfDate(bool log) {
  logDue_ = logDue_ || log;
  if (!IsShown() || refreshing_) return;
  refreshing_ = true;
  CallAfter([this] {
    refreshing_ = false;
    if (IsShown()) refresh();
  });
}

void History::refresh() {
  showState();
  if (!logDue_) {
    showTimeline();
    // What stands on the right is the bank as it is now.
    if (compared_ && compared_->to.empty()) readChanges();
    panel_->follow();
    return;
  }
  logDue_ = false;
  logging_.cancel();
  if (!hasHistory()) {
    take({});
    return;
  }
  const Object* object = bank().object(object_);
  logging_ = document().worker().run(
      [path = document().path(), object = object == nullptr ? Object() : *object](TaskControl& control) {
        return revisionsOf(path, object, control);
      },
      {.done = [this](std::vector<Revision> revisions) { take(std::move(revisions)); },
       .failed =
           [this](const FormatError& error) {
             host().note({"history", Note::Kind::kError, error.full()});
             take({});
           },
       .progress = {},
       .stillWanted = {}});
}

void History::take(std::vector<Revision> revisions) {
  revisions_ = std::move(revisions);
  showPeople();
  showTimeline();
  showState();
}

std::string History::unchecked() const {
  if (!hasHistory()) return {};
  if (!document().modified() && document().checkInState().kind != CheckInState::Kind::kChanged) return {};
  const std::string message = document().proposedMessage();
  return message.empty() ? say("有") : message;
}

void History::showState() {
  const std::string changes = unchecked();
  std::string words;
  if (document().isArchive()) {
    words = say("打成一个文件的题库没有历史。另存为目录以后才能记录。");
  } else if (!hasHistory()) {
    words = say("还没有记录历史。");
  } else if (!changes.empty()) {
    words = say("没有签入的改动：{message}", "message"_a = changes);
  } else {
    words = say("全部已经签入。");
  }
  if (!object_.empty() && bank().object(object_) != nullptr)
    words = say("只列“{object}”的签入。", "object"_a = workflows::objectName(*bank().object(object_)));
  state_->SetLabelText(shown(words));
  act_->SetLabel(shown(hasHistory() ? say("签入(&I)…") : say("开始记录历史(&H)")));
  act_->Enable(!document().readOnly() && !document().isArchive() && (!hasHistory() || !changes.empty()));
  all_->Show(!object_.empty());
  Layout();
}

void History::showPeople() {
  const wxString before = people_->GetStringSelection();
  people_->Clear();
  people_->Append(shown(say("所有人")));
  for (const std::string& name : peopleOf(revisions_)) people_->Append(shown(name));
  if (!people_->SetStringSelection(before)) people_->SetSelection(0);
  people_->GetParent()->Layout();
}

void History::showTimeline() {
  TimelineFilter filter;
  if (people_->GetSelection() > 0) filter.person = typed(people_->GetStringSelection());
  filter.words = wordsOf(words_);
  TimelineList::Shown content;
  content.entries = timelineOf(revisions_);
  std::erase_if(content.entries, [&](const TimelineEntry& entry) { return !filter.takes(entry.revision); });
  content.marks = marksIn(bank());
  if (filter.empty() && object_.empty()) content.unchecked = unchecked();
  list_->show(content);
  if (!wantedCommit_.empty() && list_->choose(wantedCommit_)) wantedCommit_.clear();
  // The latest check-in at first: what is not checked in stands above it.
  if (list_->chosen().empty() && !content.entries.empty())
    list_->choose(content.entries.front().revision.commit);
  followChosen();
}

}  // namespace tiku::editor
