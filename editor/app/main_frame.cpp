#include "editor/app/main_frame.h"

#include <algorithm>

#include <wx/app.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stdpaths.h>

#include "editor/app/navigator.h"
#include "editor/app/opening.h"
#include "editor/app/settings.h"
#include "editor/app/workspaces.h"
#include "editor/import/import_files.h"
#include "editor/inspector/inspector.h"
#include "editor/start/new_bank_dialog.h"
#include "editor/start/start_page.h"
#include "editor/widgets/ask.h"
#include "editor/widgets/attention_bar.h"
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

// The application outlives every thread of a document; a window need not.
Post postToScreen() {
  return [](std::function<void()> what) { wxTheApp->CallAfter(what); };
}

}  // namespace

MainFrame::MainFrame() : wxFrame(nullptr, wxID_ANY, shown(say("题库工作台"))), menu_(*this) {
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
  dropRooms();
  DestroyChildren();
}

void MainFrame::layOut() {
  ground_ = new wxPanel(this);
  attention_ = new AttentionBar(ground_);
  start_ = new StartPage(ground_,
                         {[this] { makeBank(); }, [this] { chooseBank(false); }, [this] { chooseBank(true); },
                          [this](const fs::path& path) { openBank(path); }});
  outer_ = new wxSplitterWindow(ground_, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  navigator_ = new Navigator(outer_, [this](const Place& place) { goTo(place); });
  inner_ = new wxSplitterWindow(outer_, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                wxSP_LIVE_UPDATE | wxSP_NOBORDER);
  stage_ = new wxPanel(inner_);
  stage_->SetSizer(new wxBoxSizer(wxVERTICAL));
  inspector_ = new Inspector(inner_, *this);
  inner_->SetMinimumPaneSize(FromDIP(200));
  inner_->SetSashGravity(1.0);
  inner_->SplitVertically(stage_, inspector_, -FromDIP(300));
  outer_->SetMinimumPaneSize(FromDIP(160));
  outer_->SplitVertically(navigator_, inner_, FromDIP(220));
  outer_->Hide();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(attention_, wxSizerFlags().Expand());
  sizer->Add(start_, wxSizerFlags(1).Expand());
  sizer->Add(outer_, wxSizerFlags(1).Expand());
  ground_->SetSizer(sizer);

  CreateStatusBar(kStatusFields);
  const int widths[] = {-1, FromDIP(260), FromDIP(260)};
  SetStatusWidths(kStatusFields, widths);
}

void MainFrame::chooseBank(bool archive) {
  if (archive) {
    wxFileDialog dialog(this, shown(say("打开 .tiku 文件")), {}, {},
                        shown(say("题库文件")) + " (*.tiku)|*.tiku", wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) openBank(typed(dialog.GetPath()));
    return;
  }
  wxDirDialog dialog(this, shown(say("打开题库目录")), {}, wxDD_DEFAULT_STYLE | wxDD_DIR_MUST_EXIST);
  if (dialog.ShowModal() == wxID_OK) openBank(typed(dialog.GetPath()));
}

void MainFrame::openBank(const fs::path& path) {
  if (!closeBank()) return;
  begin(path.string(), [path](const DocumentOptions& options) { return Document::open(path, options); });
}

void MainFrame::makeBank() {
  auto made = askNewBank(this, typed(wxStandardPaths::Get().GetDocumentsDir()));
  if (!made || !closeBank()) return;
  begin(made->path.string(), [made = *made](const DocumentOptions& options) {
    return Document::create(formats::Bank(made.info), made.path, options);
  });
}

void MainFrame::begin(const std::string& what,
                      std::function<std::unique_ptr<Document>(const DocumentOptions&)> open) {
  if (opening_ != nullptr) return;
  attention_->remove("opening");
  start_->Hide();
  opening_ = new Opening(ground_, what, std::move(open), postToScreen(),
                         {[this](std::unique_ptr<Document> document) { opened(std::move(document)); },
                          [this](const std::exception_ptr& failure) {
                            openingDone();
                            showFailure(failure);
                          },
                          [this] { openingDone(); }});
  ground_->GetSizer()->Add(opening_, wxSizerFlags(1).Expand());
  ground_->Layout();
}

void MainFrame::openingDone() {
  if (opening_ != nullptr) opening_->Destroy();
  opening_ = nullptr;
  start_->Show(document_ == nullptr);
  outer_->Show(document_ != nullptr);
  ground_->Layout();
}

void MainFrame::showFailure(const std::exception_ptr& failure) {
  attempt([&failure] { std::rethrow_exception(failure); });
}

void MainFrame::opened(std::unique_ptr<Document> document) {
  document_ = std::move(document);
  settings::addRecentBank(document_->path());
  listening_ = document_->listen([this](const DocumentEvent& event) { happened(event); });
  openingDone();
  navigator_->setBank(document_->bank());
  visited_.clear();
  goTo({.room = Room::kOverview});
  care_.emplace(this, *this);
  showState();
  menu_.refresh();
}

void MainFrame::dropRooms() {
  listening_ = {};
  front_ = nullptr;
  for (const auto& [room, workspace] : made_) workspace->Destroy();
  made_.clear();
}

bool MainFrame::closeBank() {
  if (!hasBank()) return true;
  if (front_ != nullptr) front_->finishTyping();
  if (document_->modified() && !document_->readOnly()) {
    switch (
        askSave(this, say("题库“{title}”有没有保存的改动。", "title"_a = document_->bank().info().title))) {
      case SaveAnswer::kSave:
        if (!saveBank()) return false;
        break;
      case SaveAnswer::kDrop:
        document_->discardUnsaved();
        break;
      case SaveAnswer::kStay:
        return false;
    }
  }
  menu_.showWorkspace(nullptr, "");
  dropRooms();
  inspector_->show({});
  care_.reset();
  document_.reset();
  for (const Note& old : std::vector<Note>(attention_->notes())) attention_->remove(old.id);
  start_->setRecent(settings::recentBanks());
  openingDone();
  showState();
  menu_.refresh();
  return true;
}

bool MainFrame::saveBank() {
  if (!hasBank()) return false;
  if (front_ != nullptr) front_->finishTyping();
  return attempt([this] { document_->save(); });
}

void MainFrame::saveBankAs() {
  if (!hasBank()) return;
  if (front_ != nullptr) front_->finishTyping();
  const wxString archives = shown(say("题库文件")) + " (*.tiku)|*.tiku|";
  wxFileDialog dialog(this, shown(say("另存为")), {}, shown(document_->path().filename().string()),
                      archives + shown(say("题库目录")) + "|*", wxFD_SAVE);
  dialog.SetFilterIndex(document_->isArchive() ? 0 : 1);
  if (dialog.ShowModal() != wxID_OK) return;
  fs::path path = typed(dialog.GetPath());
  if (dialog.GetFilterIndex() == 0 && path.extension() != ".tiku") path += ".tiku";
  const bool there = fs::exists(path) && path.extension() == ".tiku";
  if (there && !askYes(this, say("另存为"), say("已有同名的文件，替换它吗？"), say("替换"), say("取消")))
    return;
  if (!attempt([&] { document_->saveAs(path, there); })) return;
  settings::addRecentBank(document_->path());
  forget("read-only");
}

void MainFrame::importIntoBank() {
  if (!hasBank()) return;
  if (front_ != nullptr) front_->finishTyping();
  importFiles(this, *this);
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
  settings::setLanguage(language);
  if (language != formats::language()) {
    note({"language", Note::Kind::kInfo,
          language == formats::Language::kEnglish ? "The language changes when the program is started again."
                                                  : "下次启动程序时，界面改用中文。"});
  }
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

void MainFrame::selectionMoved(const Place& place) {
  navigator_->show(place);
  inspector_->show(place);
}

}  // namespace tiku::editor
