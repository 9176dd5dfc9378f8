#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

class wxWindow;

namespace tiku::editor {

/// What a bundle is to be made with.
struct ExportChoice {
  std::string nonce;
  std::string date;
  bool draft = false;
  std::map<std::string, std::string> forms;  ///< Templates of the province, by document.
  std::filesystem::path file;
};

/// Asks; empty when the user thought better of it. `official` says why only a draft can be made now, as a
/// sentence; empty when a bundle for filing can.
std::optional<ExportChoice> askExport(wxWindow* parent, const std::string& official,
                                      const std::string& fileName);

}  // namespace tiku::editor
