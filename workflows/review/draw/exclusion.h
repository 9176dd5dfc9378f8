#pragma once

#include <optional>
#include <string>

#include "formats/model/bank.h"
#include "validators/checker/profile.h"

namespace tiku::workflows {

/// Why an expert cannot be drawn, and what that rests on.
struct ExclusionGround {
  formats::Exclusion exclusion;
  std::string why;  ///< "聘期到 2025-12-31 为止"
};

/// The first ground that applies to the expert on that day, if any. A content expert must know the bank's
/// occupation; everyone must be in his term, qualified as the profile asks, of another institution (a branch
/// of it or its parent by name counts as the same), not keeping out, and not among the people of the bank.
std::optional<ExclusionGround> exclusionOf(const formats::Expert& expert, const formats::Bank& bank,
                                           const validators::PanelRules& rules, const formats::Date& on);

}  // namespace tiku::workflows
