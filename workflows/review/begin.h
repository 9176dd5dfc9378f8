#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "validators/checker/profile.h"
#include "workflows/deadlines/deadline.h"
#include "workflows/review/round.h"

/// A round from the history of a bank: which revision is reviewed, by whom, until when.
namespace tiku::workflows {

/// What is decided about a round before it begins.
struct RoundOrder {
  std::string title;
  std::string revision = "HEAD";  ///< A tag, a check-in, or HEAD; what is not checked in is not reviewed.
  std::optional<std::string> sample{};  ///< The authority's number, where only a sample is reviewed.
  std::vector<formats::Panelist> panel{};
  int perItem = 0;                          ///< Experts for each item; as the profile sets it for 0.
  std::optional<formats::Period> period{};  ///< For the experts; as the profile sets it where it is empty.
  formats::Rubric rubric{};
  std::string profile{};  ///< Name or file; the reviewed bank's own where it is empty.
};

struct BegunRound {
  formats::Round round;
  std::string key;     ///< To be kept by saveKey() before the round goes into the bank.
  std::string caveat;  ///< What to tell of the deadline; empty where all is well.
};

/// Throws FormatError: kConflict where the bank has no history; kUsage as startRound(), and where there is no
/// such revision or the profile sets no period.
BegunRound beginRound(const std::filesystem::path& bank, const RoundOrder& order, const Deed& deed);

/// The bank at the round's revision. Throws FormatError kUsage for a bank without a history (a `.tiku`), or
/// where the history does not have the revision.
formats::Bank reviewedBank(const std::filesystem::path& bank, const formats::Round& round);

/// Some objects of it alone, which costs as much as they do: what an institution needs to answer opinions.
/// Those that it does not have are not in it. Throws as reviewedBank().
formats::Bank reviewedObjects(const std::filesystem::path& bank, const formats::Round& round,
                              const std::vector<formats::Id>& objects);

/// What the profile asks of a panel. Throws FormatError kUsage where it says nothing of one.
const validators::PanelRules& panelRulesOf(const validators::Profile& profile);

/// A plan with the profile's figures, of which none is written in the program: the least panel with its
/// clause, experts for each item, the experts' time from `start` on. `period` is another time than the
/// profile's. Throws FormatError kUsage where the profile says nothing of it.
struct PlannedRound {
  RoundPlan plan;
  Deadline due;  ///< The plan's last day, and what was not known of the calendar.
};
PlannedRound planRound(const validators::Profile& profile, const formats::Date& start,
                       const std::optional<formats::Period>& period = {});

/// A period of the profile ("evaluation", "rectification"). Throws FormatError kUsage where it sets none.
formats::Period periodOf(const validators::Profile& profile, std::string_view deadline);

/// When 限期整改 ends that is decided on `from`: after so many days, or as the profile sets it for 0.
Deadline rectificationEnds(const validators::Profile& profile, const formats::Date& from, int days = 0);

}  // namespace tiku::workflows
