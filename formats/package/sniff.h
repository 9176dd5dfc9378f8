#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace tiku::formats {

/// One sentence on what the file probably is, by its first bytes and, for a zip, its entries: for the message
/// to somebody who has picked the wrong file.
std::string whatItLooksLike(const std::filesystem::path& file);

/// A name from outside for a message: valid UTF-8 without control characters, not too long.
std::string printableName(std::string_view name);

}  // namespace tiku::formats
