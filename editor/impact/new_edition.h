#pragma once

#include <filesystem>
#include <optional>

class wxWindow;

namespace tiku::editor {

/// Which file has the new edition; what workflows::editionsWithNew() reads. Empty when the user thought
/// better of it.
std::optional<std::filesystem::path> askNewEdition(wxWindow* parent);
/// Which folder of a bank has it.
std::optional<std::filesystem::path> askNewEditionFolder(wxWindow* parent);

}  // namespace tiku::editor
