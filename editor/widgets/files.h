#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

class wxWindow;

/// Which files. Empty when the user thought better of it.
namespace tiku::editor {

/// Of one kind, "*.zip", named `kind`; of any where the pattern is empty.
struct FileKind {
  std::string kind{};
  std::string pattern{};
};

std::vector<std::filesystem::path> askFiles(wxWindow* parent, const std::string& title,
                                            const FileKind& kind = {});
std::optional<std::filesystem::path> askFile(wxWindow* parent, const std::string& title,
                                             const FileKind& kind = {});
/// A folder that is there, or is made in the dialog.
std::optional<std::filesystem::path> askFolder(wxWindow* parent, const std::string& title);
/// Where to write. Asks before something is replaced; adds the extension of the kind where it is missing.
std::optional<std::filesystem::path> askNewFile(wxWindow* parent, const std::string& title,
                                                const std::string& name, const FileKind& kind);

}  // namespace tiku::editor
