#include "editor/widgets/when.h"

#include <ctime>

#include <fmt/format.h>

namespace tiku::editor {

std::string dayAndTime(std::int64_t secondsSince1970, int offsetMinutes) {
  const auto shifted = static_cast<std::time_t>(secondsSince1970 + offsetMinutes * 60);
  std::tm parts{};
  gmtime_r(&shifted, &parts);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                     parts.tm_hour, parts.tm_min);
}

}  // namespace tiku::editor
