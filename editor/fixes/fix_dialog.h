#pragma once

#include <optional>
#include <set>
#include <vector>

#include "editor/document/worker.h"
#include "formats/model/bank.h"
#include "validators/checker/apply_fix.h"

class wxWindow;

namespace tiku::editor {

class Host;

/// Repairs that need no judgement, as they were made on a copy of the bank.
struct FoundFixes {
  formats::Bank fixed;
  std::vector<validators::AppliedFix> fixes;
};

/// All repairs but those of the unwanted findings. For a thread; throws Cancelled.
FoundFixes findFixes(const formats::Bank& bank, const validators::Profile& profile,
                     const std::set<validators::FindingKey>& unwanted, TaskControl& control);

struct FixAnswer {
  FoundFixes found;
  std::set<validators::FindingKey> unwanted;  ///< Of the repairs that are not ticked.
};

/// 全部自动修正: lists the repairs, found on a thread and anew when the bank changes. Empty when the user
/// thought better of it, or the bank is another by now.
std::optional<FixAnswer> askFixes(wxWindow* parent, Host& host);

}  // namespace tiku::editor
