#pragma once

#include <filesystem>
#include <optional>

#include "formats/model/bank.h"

class wxWindow;

namespace tiku::editor {

class Host;

/// Shows what a list of experts is understood to say, what was not understood first. Gives the edit that
/// takes it into the pool; empty when the user thought better of it, or nothing of it is new.
std::optional<formats::Edit> askImportExperts(wxWindow* parent, Host& host,
                                              const std::filesystem::path& file);

}  // namespace tiku::editor
