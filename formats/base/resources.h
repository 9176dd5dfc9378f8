#pragma once

#include <string_view>
#include <vector>

namespace tiku::formats {

/// The bytes of a file that is part of the program: `schemas/item.rng`, `schemas/profiles/guizhou.xml`,
/// `locale/en.mo`. Throws std::out_of_range for a name that was not built in.
std::string_view resource(std::string_view name);

/// Names of the built-in files whose name starts with `prefix`, sorted.
std::vector<std::string_view> resourceNames(std::string_view prefix);

}  // namespace tiku::formats
