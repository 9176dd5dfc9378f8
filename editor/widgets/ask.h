#pragma once

#include <optional>
#include <string>

class wxWindow;

/// Small questions. Each can be answered with the keyboard; Esc takes nothing.
namespace tiku::editor {

/// A few words; empty when the user thought better of it. `text` is a whole sentence, `button` says what
/// happens.
std::optional<std::string> askWords(wxWindow* parent, const std::string& title, const std::string& text,
                                    const std::string& button, const std::string& before = {},
                                    bool lines = false);

/// Yes or no; `yes` says what happens.
bool askYes(wxWindow* parent, const std::string& title, const std::string& text, const std::string& yes,
            const std::string& no);

enum class SaveAnswer { kSave, kDrop, kStay };
/// Whether to save before leaving.
SaveAnswer askSave(wxWindow* parent, const std::string& text);

}  // namespace tiku::editor
