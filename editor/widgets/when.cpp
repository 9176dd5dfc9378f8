#include "editor/widgets/when.h"

#include <array>
#include <ctime>

#include <fmt/format.h>

#include "formats/base/say.h"
#include "formats/base/today.h"

namespace tiku::editor {

using formats::markForTranslation;
using formats::translate;

namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kDay = 24 * 60 * kMinute;

std::tm partsOf(std::int64_t secondsSince1970, int offsetMinutes) {
  const auto shifted = static_cast<std::time_t>(secondsSince1970 + offsetMinutes * kMinute);
  std::tm parts{};
  gmtime_r(&shifted, &parts);
  return parts;
}

std::string date(const std::tm& parts) {
  return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

}  // namespace

std::string timeOfDay(std::int64_t secondsSince1970, int offsetMinutes) {
  const std::tm parts = partsOf(secondsSince1970, offsetMinutes);
  return fmt::format("{:02}:{:02}", parts.tm_hour, parts.tm_min);
}

std::string dayAndTime(std::int64_t secondsSince1970, int offsetMinutes) {
  return date(partsOf(secondsSince1970, offsetMinutes)) + " " + timeOfDay(secondsSince1970, offsetMinutes);
}

std::string dayInWords(std::int64_t secondsSince1970, int offsetMinutes) {
  static constexpr std::array kWeekdays{markForTranslation("周日"), markForTranslation("周一"),
                                        markForTranslation("周二"), markForTranslation("周三"),
                                        markForTranslation("周四"), markForTranslation("周五"),
                                        markForTranslation("周六")};
  const std::tm parts = partsOf(secondsSince1970, offsetMinutes);
  // By the same clock, so that 今天 is the same day for everything in a list.
  const std::int64_t now = std::time(nullptr);
  if (date(partsOf(now, offsetMinutes)) == date(parts)) return translate("今天");
  if (date(partsOf(now - kDay, offsetMinutes)) == date(parts)) return translate("昨天");
  return date(parts) + " " + translate(kWeekdays.at(static_cast<std::size_t>(parts.tm_wday)));
}

formats::Date dayToday() {
  return *formats::Date::parse(formats::today());
}

}  // namespace tiku::editor
