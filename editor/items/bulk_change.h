#pragma once

#include <optional>
#include <vector>

#include "editor/text/item_index.h"
#include "formats/model/bank.h"

class wxWindow;

namespace tiku::editor {

/// Asks which field of all the items is to become what, and makes one edit of it. Empty when the user thought
/// better of it, or when nothing would change.
std::optional<formats::Edit> askBulkChange(wxWindow* parent, const formats::Bank& bank,
                                           const ItemIndex& index, const std::vector<formats::Id>& items);

}  // namespace tiku::editor
