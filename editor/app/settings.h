#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <wx/gdicmn.h>

#include "formats/base/say.h"

namespace tiku::editor {

/// What the program remembers of its user, in the user's own settings folder. Nothing of a bank is in it but
/// where it lay.
namespace settings {

/// Banks opened lately, the latest first, those that are gone left out.
std::vector<std::filesystem::path> recentBanks();
void addRecentBank(const std::filesystem::path& path);
void forgetRecentBank(const std::filesystem::path& path);

/// Chosen in the menu; else nothing, and the system's language holds.
std::optional<formats::Language> language();
void setLanguage(formats::Language language);

/// Size of the main window in DIP; empty at first.
wxSize windowSize();
void setWindowSize(wxSize size, bool maximised);
bool windowMaximised();

/// Who works here, for check-ins, waivers and judgements; empty at first.
std::string personName();
void setPersonName(const std::string& name);

}  // namespace settings

}  // namespace tiku::editor
