#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/package/posix.h"

/// The folder in which a save is prepared:
///
///     .tiku-save/0, 1, 2 ...   the contents to be written
///     .tiku-save/plan          what goes where; its presence means that the save is committed
///
/// The plan is written under another name and renamed: that one rename is the commit. Before it, the save
/// never happened; after it, every reader sees the new state and the next writer finishes the work.
namespace tiku::formats {

inline constexpr const char* kSaveFolder = ".tiku-save";
inline constexpr const char* kPlanFile = "plan";
inline constexpr const char* kPlanDraft = "plan.new";

/// Step number i of a plan: file `.tiku-save/<i>` goes to `path`, or `path` is removed.
struct PlanStep {
  std::string path;
  bool remove = false;
};

std::string printPlan(const std::vector<PlanStep>& steps);
/// Throws FormatError kNotUnderstood for a plan that no Tiku wrote.
std::vector<PlanStep> parsePlan(std::string_view text, const std::string& file);

/// The committed plan of a package folder, if a save was interrupted there after its commit.
std::optional<std::vector<PlanStep>> committedPlan(const posix::File& package,
                                                   const std::string& packageName);

}  // namespace tiku::formats
