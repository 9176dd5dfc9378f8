#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "editor/document/document.h"

class wxWindow;

namespace tiku::editor {

class ScreenCredentials;

/// A bank that others share, to be had on this computer.
struct SharedCopy {
  std::string url;
  std::filesystem::path target;  ///< A folder that is not there yet.
};

/// Asks from where, and in which folder it is to lie. Empty when the user thought better of it.
std::optional<SharedCopy> askSharedCopy(wxWindow* parent);

/// Brings it here with its history and opens it. For a thread; what the other side asks is asked on the
/// screen.
std::unique_ptr<Document> openSharedCopy(const SharedCopy& copy, const DocumentOptions& options,
                                         const std::shared_ptr<ScreenCredentials>& credentials);

}  // namespace tiku::editor
