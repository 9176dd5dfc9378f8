// What MainFrame does with a bank as a whole: opening, saving, closing, and what is taken into it.
#include <utility>

#include <wx/app.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stdpaths.h>

#include "editor/app/main_frame.h"
#include "editor/app/navigator.h"
#include "editor/app/opening.h"
#include "editor/app/settings.h"
#include "editor/app/windows.h"
#include "editor/import/import_files.h"
#include "editor/inspector/inspector.h"
#include "editor/start/new_bank_dialog.h"
#include "editor/start/start_page.h"
#include "editor/sync/open_shared.h"
#include "editor/sync/screen_credentials.h"
#include "editor/sync/sync_care.h"
#include "editor/widgets/ask.h"
#include "editor/widgets/attention_bar.h"
#include "editor/widgets/files.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"

namespace tiku::editor {

namespace fs = std::filesystem;
using formats::say;
using formats::operator""_a;

namespace {

// The application outlives every thread of a document; a window need not.
Post postToScreen() {
  return [](std::function<void()> what) { wxTheApp->CallAfter(what); };
}

}  // namespace

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

void MainFrame::chooseReview() {
  const auto file = askFile(this, say("打开评审文件"), {say("评审文件"), "*.tiku-review"});
  if (file) openBank(*file);
}

void MainFrame::openBank(const fs::path& path) {
  if (isReviewFile(path)) {
    attempt([&path] { openReviewFile(path); });
    return;
  }
  if (!closeBank()) return;
  begin(path.string(), [path](const DocumentOptions& options) { return Document::open(path, options); });
}

void MainFrame::openShared() {
  const auto copy = askSharedCopy(this);
  if (!copy || !closeBank()) return;
  begin(copy->url,
        [copy = *copy, credentials = std::make_shared<ScreenCredentials>(this)](
            const DocumentOptions& options) { return openSharedCopy(copy, options, credentials); });
}

void MainFrame::syncNow() {
  if (sync_ == nullptr) return;
  if (front_ != nullptr) front_->finishTyping();
  sync_->sync();
}

void MainFrame::setSharedPlace() {
  if (sync_ != nullptr) sync_->setPlace();
}

void MainFrame::exchangeOut() {
  if (sync_ == nullptr) return;
  if (front_ != nullptr) front_->finishTyping();
  sync_->exchangeOut();
}

void MainFrame::exchangeIn() {
  if (sync_ == nullptr) return;
  if (front_ != nullptr) front_->finishTyping();
  sync_->exchangeIn();
}

void MainFrame::makeBank() {
  auto made = askNewBank(this, typed(wxStandardPaths::Get().GetDocumentsDir()));
  if (!made || !closeBank()) return;
  begin(made->path.string(), [made = *made](const DocumentOptions& options) {
    return Document::create(formats::Bank(made.info), made.path, options);
  });
}

void MainFrame::importIntoNewBank() {
  importWanted_ = true;
  makeBank();
  if (opening_ == nullptr) importWanted_ = false;
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
  if (document_ == nullptr) importWanted_ = false;
  if (std::exchange(languageDue_, false)) CallAfter([this] { makeAnew(); });
}

void MainFrame::showFailure(const std::exception_ptr& failure) {
  attempt([&failure] { std::rethrow_exception(failure); });
}

void MainFrame::opened(std::unique_ptr<Document> document) {
  document_ = std::move(document);
  settings::addRecentBank(document_->path());
  openingDone();
  visited_.clear();
  enterRooms();
  goTo({.room = Room::kOverview});
  if (std::exchange(importWanted_, false)) CallAfter([this] { importIntoBank(); });
}

void MainFrame::enterRooms() {
  listening_ = document_->listen([this](const DocumentEvent& event) { happened(event); });
  navigator_->setBank(document_->bank());
  care_.emplace(this, *this);
  sync_ = std::make_unique<SyncCare>(this, *this, *syncButton_);
  showState();
  menu_.refresh();
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
  leaveRooms();
  document_.reset();
  for (const Note& old : std::vector<Note>(attention_->notes())) attention_->remove(old.id);
  start_->setRecent(settings::recentBanks());
  openingDone();
  showState();
  menu_.refresh();
  return true;
}

void MainFrame::leaveRooms() {
  menu_.showWorkspace(nullptr, "");
  dropRooms();
  if (hasBank()) inspector_->show({});
  care_.reset();
  sync_.reset();
}

void MainFrame::dropRooms() {
  listening_ = {};
  front_ = nullptr;
  for (const auto& [room, workspace] : made_) workspace->Destroy();
  made_.clear();
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

}  // namespace tiku::editor
