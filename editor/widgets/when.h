#pragma once

#include <cstdint>
#include <string>

namespace tiku::editor {

/// "2026-03-01 14:05", by the clock of the place where it was done.
[[nodiscard]] std::string dayAndTime(std::int64_t secondsSince1970, int offsetMinutes);

}  // namespace tiku::editor
