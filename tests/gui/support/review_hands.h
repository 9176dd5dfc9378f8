#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "tests/gui/support/hands.h"

/// What somebody does in the room of reviews.
namespace tiku::tests {

/// By the clock of this machine.
formats::Date dayNow();

/// At a page of the room, "rounds", "pool", "draw", "exchange", "results", "conclusion".
void goToPage(OpenEditor& window, const std::string& page);
/// A button of the room by its label, once it can be pressed.
void press(OpenEditor& window, const std::string& label);
/// Whether the attention bar says these words.
bool noted(OpenEditor& window, const std::string& words);
/// Chooses a line of a list.
void choose(wxDataViewListCtrl& list, int line);

/// Words into a field of a dialog.
void write(wxDialog* dialog, const std::string& field, const std::string& words);

// Answers to dialogs.
/// The deed's dialog with a reason.
std::function<int(wxDialog*)> because(const std::string& reason);
std::function<int(wxDialog*)> intoFolder(const std::filesystem::path& folder);
std::function<int(wxDialog*)> theFile(const std::filesystem::path& file);

}  // namespace tiku::tests
