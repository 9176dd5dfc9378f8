#pragma once

#include <filesystem>

#include "formats/history/git.h"

namespace tiku::formats::git {

/// Writes every object of the packs in the folder `from` into the folder of objects `to`, each after those
/// that it needs: whenever it is interrupted, what is there is whole. For a few objects: all are held in
/// memory.
void unpackObjects(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace tiku::formats::git
