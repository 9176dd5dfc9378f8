#pragma once

#include <filesystem>
#include <optional>
#include <string>

class wxWindow;

namespace tiku::editor {

/// Where the authors of a bank share its history.
struct SharedPlace {
  std::string url;
  bool make = false;  ///< Nothing is there yet: an empty repository is to be
                      ///< made in that folder.
};

/// What a folder that somebody chose comes to: the repository in it, or one that is made there under the name
/// of the bank.
SharedPlace placeInFolder(const std::filesystem::path& folder, const std::string& bankName);

/// Asks for the place, with an explanation of what it may be. `now` is the address of now. Empty when the
/// user thought better of it.
std::optional<SharedPlace> askSharedPlace(wxWindow* parent, const std::string& now,
                                          const std::string& bankName);

/// Asks for a place where a shared bank lies already.
std::optional<std::string> askPlaceToOpen(wxWindow* parent);

}  // namespace tiku::editor
