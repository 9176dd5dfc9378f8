#pragma once

#include <cstdint>
#include <string>

#include "formats/model/values.h"

namespace tiku::editor {

/// "2026-03-01 14:05", by the clock of the place where it was done.
[[nodiscard]] std::string dayAndTime(std::int64_t secondsSince1970, int offsetMinutes);
/// "2026-03-01 周日", in the words of now 今天 and 昨天 where it is that.
[[nodiscard]] std::string dayInWords(std::int64_t secondsSince1970, int offsetMinutes);

/// By the clock of this machine.
[[nodiscard]] formats::Date dayToday();

/// "14:05"
[[nodiscard]] std::string timeOfDay(std::int64_t secondsSince1970, int offsetMinutes);

}  // namespace tiku::editor
