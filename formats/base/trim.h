#pragma once

#include <string_view>

namespace tiku::formats {

/// White space: of ASCII, the full-width space and the one that does not break. What is cut off is nothing
/// else; the rest is a part of `text` and lives as long.
std::string_view trimmedStart(std::string_view text);
std::string_view trimmedEnd(std::string_view text);
/// Without white space at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace tiku::formats
