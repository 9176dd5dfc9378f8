#pragma once

#include <filesystem>
#include <functional>

#include <wx/dnd.h>

#include "editor/widgets/words.h"

namespace tiku::editor {

/// Takes files and folders that are dropped on a window, to open them.
class DroppedPackages final : public wxFileDropTarget {
 public:
  using Open = std::function<void(const std::filesystem::path&)>;
  explicit DroppedPackages(Open open) : open_(std::move(open)) {}
  bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& files) override {
    for (const wxString& file : files) open_(typed(file));
    return !files.empty();
  }

 private:
  Open open_;
};

}  // namespace tiku::editor
