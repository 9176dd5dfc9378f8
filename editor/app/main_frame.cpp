#include "editor/app/main_frame.h"

#include <algorithm>

#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/utils.h>

#include "editor/app/navigator.h"
#include "editor/app/settings.h"
#include "editor/app/windows.h"
#include "editor/app/workspaces.h"
#include "editor/inspector/inspector.h"
#include "editor/start/start_page.h"
#include "editor/sync/sync_button.h"
#include "editor/sync/sync_care.h"
#include "editor/widgets/ask.h"
#include "editor/widgets/attention_bar.h"
#include "editor/widgets/dropped_packages.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/base/say.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::FormatError;
using formats::say;
using formats::operator""_a;

namespace {

enum StatusField { kStatusHint, kStatusFindings, kStatusSaved, kStatusFields };

std::string savedWords(const CheckInState& state) {
  switch (state.kind) {
    case CheckInState::Kind::kNone:
      return say("已保存");
    case CheckInState::Kind::kClean:
      return say("已保存，已签入");
    case CheckInState::Kind::kChanged:
      break;
  }
  return say("已保存，{count} 处没有签入", "count"_a = state.objects);
}

}  // namespace

MainFrame::MainFrame() : wxFrame(nullptr, wxID_ANY, shown(say("题库工作台"))), menu_(*this) {
  CreateStatusBar(kStatusFields);
  const int widths[] = {-1, FromDIP(260), FromDIP(260)};
  SetStatusWidths(kStatusFields, widths);
  layOut();
  menu_.build();
  menu_.refresh();
  const wxSize remembered = settings::windowSize();
  SetMinSize(FromDIP(wxSize(900, 600)));
  SetSize(remembered.x > 0 ? FromDIP(remembered) : FromDIP(wxSize(1280, 800)));
  if (settings::windowMaximised()) Maximize();
  start_->setRecent(settings::recentBanks());
  Bind(wxEVT_ACTIVATE, [this](wxActivateEvent& event) {
    event.Skip();
    if (event.GetActive() && care_) care_->look();
  });
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    if (event.CanVeto() && !closeBank()) {
      event.Veto();
      return;
    }
    settings::setWindowSize(ToDIP(GetSize()), IsMaximized());
    Destroy();
  });
}

MainFrame::~MainFrame() {
  // The rooms know the document and the attention bar: they go first, with what is being typed in them.
  if (front_ != nullptr) front_->finishTyping();
  care_.reset();
  sync_.reset();
  dropRooms();
  DestroyChildren();
}

void MainFrame::layOut() {
  ground_ = new wxPanel(this);
  attention_ = new AttentionBar(ground_);
  start_ = new StartPage(ground_,
                         {[this] { makeBank(); }, [this] { chooseBank(false); }, [this] { chooseBank(true); },
                          [this] { chooseReview(); }, [this] { importIntoNewBank(); },
                          [this](const fs::path& path) { openBank(path); }});
  outer_ = new wxSplitterWindow(ground_, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  auto* left = new wxPanel(outer_);
  navigator_ = new Navigator(left, [this](const Place& place) { goTo(place); });
  syncButton_ = new SyncButton(left, [this] { syncNow(); });
  auto* leftSizer = new wxBoxSizer(wxVERTICAL);
  leftSizer->Add(navigator_, wxSizerFlags(1).Expand());
  leftSizer->Add(syncButton_, wxSizerFlags().Expand());
  left->SetSizer(leftSizer);
  inner_ = new wxSplitterWindow(outer_, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  stage_ = new wxPanel(inner_);
  stage_->SetSizer(new wxBoxSizer(wxVERTICAL));
  inspector_ = new Inspector(inner_, *this);
  inner_->SetMinimumPaneSize(FromDIP(200));
  inner_->SetSashGravity(1.0);
  inner_->SplitVertically(stage_, inspector_, -FromDIP(300));
  outer_->SetMinimumPaneSize(FromDIP(160));
  outer_->SplitVertically(left, inner_, FromDIP(220));
  outer_->Hide();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(attention_, wxSizerFlags().Expand());
  sizer->Add(start_, wxSizerFlags(1).Expand());
  sizer->Add(outer_, wxSizerFlags(1).Expand());
  ground_->SetSizer(sizer);
  ground_->SetDropTarget(new DroppedPackages([this](const fs::path& path) { openBank(path); }));
}

void MainFrame::undo() {
  if (!hasBank() || document_->readOnly()) return;
  if (front_ != nullptr) front_->finishTyping();
  document_->undo();
}

void MainFrame::redo() {
  if (!hasBank() || document_->readOnly()) return;
  if (front_ != nullptr) front_->finishTyping();
  document_->redo();
}

void MainFrame::setLanguage(formats::Language language) {
  speakEverywhere(language);
}

void MainFrame::makeAnew() {
  if (opening_ != nullptr) {
    languageDue_ = true;
    return;
  }
  const wxBusyCursor busy;
  if (front_ != nullptr) front_->finishTyping();
  const Place place = front_ != nullptr ? front_->place() : Place{};
  const int left = outer_->GetSashPosition();
  const int right = inner_->GetSashPosition() - inner_->GetClientSize().x;
  leaveRooms();
  Freeze();
  ground_->Destroy();
  layOut();
  menu_.build();
  start_->setRecent(settings::recentBanks());
  openingDone();
  SendSizeEvent();
  if (hasBank()) {
    outer_->SetSashPosition(left);
    inner_->SetSashPosition(inner_->GetClientSize().x + right);
    document_->languageChanged();
    enterRooms();
    bringToFront(place);
    front_->SetFocus();
  }
  showState();
  menu_.refresh();
  Thaw();
}

std::string MainFrame::personName() {
  std::string name = settings::personName();
  if (!name.empty()) return name;
  const auto answer =
      askWords(this, say("您的姓名"), say("签入、豁免和判定都记下是谁做的。请写您的姓名："), say("确定"));
  if (!answer) return {};
  settings::setPersonName(*answer);
  return *answer;
}

bool MainFrame::attempt(const std::function<void()>& what) {
  try {
    what();
    attention_->remove("failure");
    return true;
  } catch (const FormatError& error) {
    note({"failure", Note::Kind::kError, error.full()});
  } catch (const std::bad_alloc&) {
    note({"failure", Note::Kind::kError, say("内存不够，没有做完。")});
  } catch (const std::exception& fault) {
    note({"failure", Note::Kind::kError,
          say("程序内部错误：{what}。请把这一行连同做了什么告诉我们。",
              "what"_a = std::string(fault.what()))});
  }
  return false;
}

bool MainFrame::change(const formats::Edit& edit, std::string_view mergeKey) {
  if (document_->readOnly()) {
    note({"read-only", Note::Kind::kWarning, document_->readOnlyReason()});
    return false;
  }
  return attempt([&] { document_->apply(edit, mergeKey); });
}

void MainFrame::note(Note note) {
  attention_->add(std::move(note));
}

void MainFrame::forget(const std::string& noteId) {
  attention_->remove(noteId);
}

void MainFrame::happened(const DocumentEvent& event) {
  if (!event.changes.empty()) {
    navigator_->follow(document_->bank(), event.changes);
    for (const auto& [room, workspace] : made_) workspace->bankChanged(event.changes);
  }
  inspector_->happened(event);
  if (event.checked) {
    for (const auto& [room, workspace] : made_) workspace->findingsChanged();
  }
  if (!event.problem.empty()) note({"problem", Note::Kind::kWarning, event.problem});
  if (event.undo) menu_.refresh();
  showState();
}

void MainFrame::showState() {
  const auto setIfOther = [this](int field, const std::string& text) {
    if (GetStatusBar()->GetStatusText(field) != shown(text)) SetStatusText(shown(text), field);
  };
  if (!hasBank()) {
    SetTitle(shown(say("题库工作台")));
    for (const int field : {kStatusHint, kStatusFindings, kStatusSaved}) setIfOther(field, {});
    return;
  }
  const bool modified = document_->modified();
  const wxString title =
      shown((modified ? "* " : "") + document_->bank().info().title + " — " + say("题库工作台"));
  if (GetTitle() != title) SetTitle(title);
  const validators::Summary summary = document_->checker().summary();
  setIfOther(kStatusFindings,
             say("错误 {errors}　警告 {warnings}　豁免 {waived}", "errors"_a = summary.errors,
                 "warnings"_a = summary.warnings, "waived"_a = summary.waived));
  setIfOther(kStatusSaved, document_->readOnly() ? say("只读")
                           : modified            ? say("有没有保存的改动")
                                                 : savedWords(document_->checkInState()));
}

Workspace* MainFrame::workspaceOf(Room room) {
  if (const auto found = made_.find(room); found != made_.end()) return found->second;
  for (const WorkspaceEntry& entry : workspaces()) {
    if (entry.room != room) continue;
    Workspace* workspace = entry.make(stage_, *this);
    workspace->Hide();
    stage_->GetSizer()->Add(workspace, wxSizerFlags(1).Expand());
    made_[room] = workspace;
    return workspace;
  }
  return nullptr;
}

void MainFrame::bringToFront(const Place& place) {
  Workspace* workspace = workspaceOf(place.room);
  if (workspace == nullptr) return;
  if (workspace != front_) {
    if (front_ != nullptr) {
      front_->finishTyping();
      front_->Hide();
    }
    front_ = workspace;
    workspace->Show();
    stage_->Layout();
    const auto entry = std::ranges::find(workspaces(), place.room, &WorkspaceEntry::room);
    menu_.showWorkspace(workspace, entry->title.c_str());
  }
  workspace->go(place);
  selectionMoved(workspace->place());
}

void MainFrame::goTo(const Place& place) {
  bringToFront(place);
  // "new/..." is something to do, not a place to come back to.
  remember(place.field.starts_with("new/") && front_ != nullptr ? front_->place() : place);
}

void MainFrame::remember(const Place& place) {
  if (!visited_.empty() && visited_[here_] == place) return;
  if (!visited_.empty()) visited_.resize(here_ + 1);
  visited_.push_back(place);
  here_ = visited_.size() - 1;
}

void MainFrame::goBack() {
  if (hasBank() && here_ > 0) bringToFront(visited_[--here_]);
}

void MainFrame::goForward() {
  if (hasBank() && here_ + 1 < visited_.size()) bringToFront(visited_[++here_]);
}

void MainFrame::showRoom(Room room) {
  Place place{.room = room};
  // The same level as before, where there is one.
  if (front_ != nullptr) {
    place.level = front_->place().level;
    place.half = front_->place().half;
  }
  goTo(place);
}

void MainFrame::showFindings() {
  if (hasBank()) inspector_->showAllFindings();
}

void MainFrame::showObjectHistory() {
  if (!hasBank() || front_ == nullptr) return;
  goTo({.room = Room::kHistory, .object = front_->place().object});
}

void MainFrame::selectionMoved(const Place& place) {
  navigator_->show(place);
  inspector_->show(place);
}

}  // namespace tiku::editor
