#pragma once

#include <chrono>
#include <string>

namespace tiku::formats {

/// The day by the clock and time zone of this machine: "2026-03-01".
std::string today();

/// A moment by the same: "2026-03-01 14:05", or as the format of strftime says.
std::string localTime(std::chrono::system_clock::time_point when, const char* format = "%Y-%m-%d %H:%M");

}  // namespace tiku::formats
