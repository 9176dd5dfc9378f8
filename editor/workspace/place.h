#pragma once

#include <optional>
#include <string>

#include "formats/model/values.h"
#include "validators/checker/finding.h"

namespace tiku::editor {

/// The rooms of the navigator; each is one workspace.
enum class Room { kOverview, kStandard, kBlueprint, kItems, kPapers, kFiling, kReview, kHistory, kImpact };

/// Which half of a level: the theory items and their tables, or the operational ones.
enum class Half { kTheory, kSkills };

/// Where somebody is, or wants to go: a room, and as much more as is known. A finding leads to one.
struct Place {
  Room room = Room::kOverview;
  std::optional<formats::Level> level{};
  Half half = Half::kTheory;
  formats::Id object{};  ///< An object of the bank.
  formats::Id part{};    ///< A part of it: a point, a scope, a module; empty for the whole.
  std::string field{};   ///< As in a finding: "stem", "options/2"; in the history, the commit of a check-in.
  std::optional<validators::TextRange> range{};

  bool operator==(const Place&) const = default;
};

/// The place of what a finding speaks of. A finding about the bank as a whole leads to the overview.
Place placeOf(const validators::Subject& subject, const formats::Bank& bank);

/// The place of an object; the overview when the bank has none such.
Place placeOf(formats::Id object, const formats::Bank& bank);

}  // namespace tiku::editor
