#pragma once

#include <filesystem>
#include <functional>
#include <string>

class wxTopLevelWindow;

namespace tiku::editor {
class MainFrame;
}

namespace tiku::tests {

/// The pictures of the history and of working together, in the bank that is open and has a history.
void takeSyncScreens(editor::MainFrame& frame, const std::filesystem::path& folder,
                     const std::function<void(const std::string& name, wxTopLevelWindow*)>& take);

}  // namespace tiku::tests
