#pragma once

#include <wx/colour.h>

#include "validators/checker/finding.h"

/// Colours that mean something, in the light and the dark theme of the system. Everything else keeps the
/// colours of the system.
namespace tiku::editor {

/// Whether the system shows light words on a dark ground; follows the system while the program runs.
[[nodiscard]] bool isDark();

/// Of the squiggle and the word: red, amber, blue.
[[nodiscard]] wxColour colourOf(validators::Severity severity);

/// The ground of a cell that says: complete, something is missing, nothing there yet.
enum class State { kGood, kShort, kEmpty, kNeutral };
[[nodiscard]] wxColour groundOf(State state);
/// Words of the same meaning on the usual ground.
[[nodiscard]] wxColour inkOf(State state);
/// Words that step back: hints, codes, units.
[[nodiscard]] wxColour quietInk();

/// `of` mixed into `into`, 0 to 1.
[[nodiscard]] wxColour mix(const wxColour& of, const wxColour& into, double share);

}  // namespace tiku::editor
