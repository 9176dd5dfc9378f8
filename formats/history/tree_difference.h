#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "formats/history/objects.h"

namespace tiku::formats::git {

/// Tells the lines in which two tree objects differ, in git's order: the line before and the line after, null
/// where there is none. What is equal is passed over by comparing bytes, so that one change in a folder of
/// 100,000 files is found at the cost of reading it once. Empty bytes are the empty tree. Throws FormatError
/// about `directory`.
void differingLines(std::string_view before, std::string_view after, const std::filesystem::path& directory,
                    const std::function<void(const TreeLine* before, const TreeLine* after)>& each);

/// A tree object as a delta of another (gitformat-pack(5)): which stretches it has of it, and what is new.
std::string treeDelta(std::string_view base, std::string_view target, const std::filesystem::path& directory);

/// Any content as a delta of another: what they begin and end with in common, and what is new between. Good
/// for two versions of one file.
std::string contentDelta(std::string_view base, std::string_view target);

}  // namespace tiku::formats::git
