#pragma once

#include <optional>

#include "formats/model/bank.h"

class wxWindow;

namespace tiku::editor {

/// A new set of these items of one level, as the dialog begins it: with shared options where all of them have
/// the same, else with a shared stem.
formats::ItemSet newSet(const formats::Bank& bank, formats::Level level,
                        const std::vector<formats::Id>& items);

/// Edits what items share, their order, and which they are; or dissolves the set. The edit is one step and
/// brings pictures that were put into the shared stem. Empty when the user thought better of it.
std::optional<formats::Edit> askItemSet(wxWindow* parent, const formats::Bank& bank,
                                        const formats::ItemSet& before);

}  // namespace tiku::editor
