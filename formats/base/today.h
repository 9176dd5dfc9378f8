#pragma once

#include <string>

namespace tiku::formats {

/// The day by the clock and time zone of this machine: "2026-03-01".
std::string today();

}  // namespace tiku::formats
