#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "formats/history/doctor.h"

namespace tiku::workflows {

/// Names in the directory, and in the last check-in, that a bank cannot carry to every computer: that differ
/// by letter case or Unicode form alone, that are no UTF-8 or hold strange characters; symbolic links,
/// special files, repositories inside.
std::vector<formats::Ailment> examineNames(const std::filesystem::path& bank);

/// Groups of paths that some computers take for the same one, each sorted.
std::vector<std::vector<std::string>> namesThatMeet(const std::vector<std::string>& paths);

}  // namespace tiku::workflows
