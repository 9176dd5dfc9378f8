#pragma once

#include <filesystem>
#include <functional>

#include <wx/panel.h>

class wxBoxSizer;

namespace tiku::editor {

/// What shows while no bank is open: make one, open one, go on with a recent one.
class StartPage final : public wxPanel {
 public:
  struct Actions {
    std::function<void()> makeNew;
    std::function<void()> open;
    std::function<void()> openArchive;
    std::function<void()> openReview;
    std::function<void()> importFiles;
    std::function<void(const std::filesystem::path&)> openRecent;
  };
  StartPage(wxWindow* parent, Actions actions);

  /// Lists the recent banks anew.
  void setRecent(const std::vector<std::filesystem::path>& banks);

 private:
  Actions actions_;
  wxBoxSizer* recent_ = nullptr;
};

}  // namespace tiku::editor
