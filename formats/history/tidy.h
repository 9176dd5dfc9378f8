#pragma once

#include <filesystem>

#include "formats/history/git.h"

namespace tiku::formats::git {

/// Puts the loose objects of what is checked in into one pack when there are many, as `git gc --auto` does: a
/// check-in leaves its folders whole, and a thousand of them in a bank of 10,000 items would take twenty
/// times the room of the bank. The number is git's own setting `gc.auto` (0: never), else kManyLoose. It
/// costs what was checked in since the last time. What nothing leads to stays as it is; an object is only
/// taken away once the pack that has it is on the disk. Where it fails, nothing is lost and the next one
/// tries again.
void packManyLoose(git_repository* repository, const std::filesystem::path& directory);

inline constexpr int kManyLoose = 1000;

}  // namespace tiku::formats::git
