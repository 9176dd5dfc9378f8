#pragma once

#include <filesystem>
#include <vector>

#include "formats/history/doctor.h"

namespace tiku::workflows {

/// What is wrong with a bank in a directory: its repository, an interrupted save, files that are no part of a
/// bank or that some computers cannot keep apart, and whether it can be read. Grave things first.
std::vector<formats::Ailment> examine(const std::filesystem::path& bank);

struct Cure {
  std::vector<formats::Ailment> mended;
  std::vector<formats::Ailment> left;  ///< What is still wrong.
};

/// Mends what can be proved, until nothing more can be: one thing often hides another.
Cure mend(const std::filesystem::path& bank);

}  // namespace tiku::workflows
