#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <wx/frame.h>

#include "editor/app/bank_care.h"
#include "editor/app/frame_menu.h"
#include "editor/document/document.h"
#include "editor/workspace/host.h"
#include "editor/workspace/workspace.h"
#include "formats/base/say.h"

class wxSplitterWindow;

namespace tiku::editor {

class AttentionBar;
class Inspector;
class Navigator;
class Opening;
class StartPage;
class SyncButton;
class SyncCare;

/// A window with one bank in it, or with the start page. It holds the rooms together and does no work of
/// theirs.
class MainFrame final : public wxFrame, public Host {
 public:
  MainFrame();
  ~MainFrame() override;

  /// Opens what lies there, on a thread; asks first about unsaved changes of what is open. An expert's file
  /// gets a window of its own.
  void openBank(const std::filesystem::path& path);
  /// Asks what the new bank is to be, makes and opens it.
  void makeBank();
  /// Makes a new bank and takes files into it.
  void importIntoNewBank();
  /// Takes files of an institution into the open bank.
  void importIntoBank();
  /// Back to the start page. False when the user wanted to stay.
  bool closeBank();
  /// False when nothing was saved.
  bool saveBank();
  void saveNow() { saveBank(); }
  void closeNow() { closeBank(); }
  void saveBankAs();
  void undo();
  void redo();
  void goBack();
  void goForward();
  void showRoom(Room room);
  void showFindings();
  /// The check-ins that changed what is selected.
  void showObjectHistory();
  /// The sync, and what belongs to it.
  void syncNow();
  void setSharedPlace();
  void openShared();
  void exchangeOut();
  void exchangeIn();
  void chooseBank(bool archive);
  /// Asks which expert's file, and opens it in a window of its own.
  void chooseReview();
  /// Speaks another language from now on: every window of the program is made anew where it stands, around
  /// the bank that is open in it.
  void setLanguage(formats::Language language);
  /// Every word anew, in the language of now.
  void makeAnew();
  [[nodiscard]] bool hasBank() const { return document_ != nullptr; }
  /// The workspace in front; null on the start page.
  [[nodiscard]] Workspace* workspace() const { return front_; }
  [[nodiscard]] AttentionBar& attention() { return *attention_; }

  // Host
  [[nodiscard]] Document& document() override { return *document_; }
  [[nodiscard]] std::string personName() override;
  void goTo(const Place& place) override;
  void selectionMoved(const Place& place) override;
  using Host::change;
  bool change(const formats::Edit& edit, std::string_view mergeKey) override;
  void note(Note note) override;
  void forget(const std::string& noteId) override;
  bool attempt(const std::function<void()>& what) override;

 private:
  void layOut();
  void leaveRooms();
  void enterRooms();
  void dropRooms();
  void begin(const std::string& what, std::function<std::unique_ptr<Document>(const DocumentOptions&)> open);
  void opened(std::unique_ptr<Document> document);
  void openingDone();
  void showFailure(const std::exception_ptr& failure);
  void happened(const DocumentEvent& event);
  void showState();
  void bringToFront(const Place& place);
  Workspace* workspaceOf(Room room);
  void remember(const Place& place);

  std::unique_ptr<Document> document_;
  std::optional<BankCare> care_;
  std::unique_ptr<SyncCare> sync_;
  Listening listening_;
  wxPanel* ground_ = nullptr;
  StartPage* start_ = nullptr;
  Opening* opening_ = nullptr;
  bool importWanted_ = false;  ///< What is being opened was made for an import.
  bool languageDue_ = false;   ///< The window is to be made anew once nothing is being opened.
  AttentionBar* attention_ = nullptr;
  wxSplitterWindow* outer_ = nullptr;
  wxSplitterWindow* inner_ = nullptr;
  Navigator* navigator_ = nullptr;
  SyncButton* syncButton_ = nullptr;
  Inspector* inspector_ = nullptr;
  wxPanel* stage_ = nullptr;
  FrameMenu menu_;
  std::map<Room, Workspace*> made_;
  Workspace* front_ = nullptr;
  std::vector<Place> visited_;
  std::size_t here_ = 0;  ///< Index into visited_.
};

}  // namespace tiku::editor
