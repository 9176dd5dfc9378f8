#pragma once

#include <map>
#include <optional>

#include "formats/model/bank.h"

/// Who wrote the items.
namespace tiku::workflows {

/// How many items, theory and operational, name the person as their author.
[[nodiscard]] int itemsWrittenBy(const formats::Bank& bank, formats::Id person);

/// For each person who goes, who takes the items over; nothing: nobody does.
using Successors = std::map<formats::Id, std::optional<formats::Id>>;

/// Puts the items of those who go into the edit, with their new authors. A successor who goes too passes them
/// on.
void handOver(const formats::Bank& bank, const Successors& successors, formats::Edit& edit);

}  // namespace tiku::workflows
