#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <wx/dialog.h>

#include "editor/sync/sync_session.h"
#include "editor/workspace/host.h"

class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace tiku::editor {

class BusyLine;
class StyledWords;

/// 同步: before it, what will go out; while it runs, how far it is; after it, what came in, in people's
/// words.
class SyncDialog final : public wxDialog {
 public:
  /// `address` is that of the shared place. With the file of a disc, what is in that is taken in. `tried` is
  /// called after each try.
  SyncDialog(wxWindow* parent, Host& host, const std::string& address, std::filesystem::path disc,
             std::function<void()> tried);
  ~SyncDialog() override;

  /// Whether the last try failed because the place cannot be reached.
  [[nodiscard]] bool offline() const { return offline_; }

 private:
  void layOut(const std::string& address);
  void showOutgoing();
  void begin();
  void end(const SyncSession::Report& report);
  void showReport(const SyncSession::Report& report);
  std::optional<formats::MergeAnswers> ask(AskedMerge asked);

  Host& host_;
  std::filesystem::path disc_;  ///< Empty: the shared place.
  std::function<void()> tried_;
  std::unique_ptr<SyncSession> session_;
  bool offline_ = false;
  wxStaticText* messageHead_ = nullptr;
  wxTextCtrl* message_ = nullptr;
  StyledWords* words_ = nullptr;
  BusyLine* busy_ = nullptr;
  wxButton* sync_ = nullptr;
  wxButton* close_ = nullptr;
};

}  // namespace tiku::editor
