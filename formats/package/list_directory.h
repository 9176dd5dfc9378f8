#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "formats/package/file_tree.h"

namespace tiku::formats {

/// What openDirectory(directory, limits)->list() gives, for those who want the paths alone.
std::vector<std::string> listDirectory(const std::filesystem::path& directory, const Limits& limits = {});

}  // namespace tiku::formats
