#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tiku::formats {

/// A zip of the named parts in the given order, with fixed times and rights: same parts, same bytes.
/// Throws FormatError (kIo) when libzip cannot make it.
std::string zipParts(const std::vector<std::pair<std::string, std::string>>& parts);

}  // namespace tiku::formats
