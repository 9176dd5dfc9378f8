#pragma once

#include <optional>

#include "workflows/review/begin.h"

class wxWindow;

namespace tiku::editor {

class Host;

/// Asks what a new round is to be, and tries it: what cannot be begun is said in the dialog, which stays.
/// Nothing is put into the bank, which has a history. Empty when the user thought better of it.
std::optional<workflows::BegunRound> askNewRound(wxWindow* parent, Host& host);

}  // namespace tiku::editor
