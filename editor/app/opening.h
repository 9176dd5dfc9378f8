#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>

#include <wx/panel.h>

#include "editor/document/document.h"

class wxGauge;
class wxStaticText;

namespace tiku::editor {

/// Opens a bank on a thread of its own, and shows how far it is. The window stays alive meanwhile.
class Opening final : public wxPanel {
 public:
  /// One of the three, on the thread of the window; then the panel has done its work.
  struct Results {
    std::function<void(std::unique_ptr<Document>)> opened;
    std::function<void(std::exception_ptr)> failed;
    std::function<void()> cancelled;
  };
  using Open = std::function<std::unique_ptr<Document>(const DocumentOptions&)>;

  /// `open` is Document::open or ::create with all but its options.
  Opening(wxWindow* parent, const std::string& what, Open open, Post post, Results results);
  ~Opening() override;

 private:
  struct Shared;
  void showProgress(const Progress& progress);

  wxStaticText* text_ = nullptr;
  wxGauge* gauge_ = nullptr;
  std::shared_ptr<Shared> shared_;
  std::jthread thread_;
};

}  // namespace tiku::editor
