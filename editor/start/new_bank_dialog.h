#pragma once

#include <filesystem>
#include <optional>

#include "formats/model/records.h"

class wxWindow;

namespace tiku::editor {

/// What a new bank is to be, and where.
struct NewBank {
  formats::BankInfo info;
  std::filesystem::path path;
};

/// Asks for title, occupation, levels, profile and folder. Says in the dialog what is still missing or wrong.
/// Empty when the user thought better of it.
std::optional<NewBank> askNewBank(wxWindow* parent, const std::filesystem::path& folder);

}  // namespace tiku::editor
