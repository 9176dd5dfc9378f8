#pragma once

#include <optional>

#include "formats/model/bank.h"

class wxWindow;

namespace tiku::editor {

/// Who takes the place of a member who left: somebody of the pool, or somebody else. Empty when the user
/// thought better of it.
std::optional<formats::Panelist> askReplacement(wxWindow* parent, const formats::Bank& bank,
                                                const formats::Round& round, formats::Id left);

}  // namespace tiku::editor
