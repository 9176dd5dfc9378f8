#include "formats/exchange/tables/ratio.h"

#include <algorithm>
#include <cmath>
#include <regex>
#include <string>

#include "formats/exchange/tables/cells.h"

namespace tiku::formats::tables {
namespace {

constexpr int kSecondsOfDay = 24 * 60 * 60;

/// A serial of Excel: days and parts of a day, where the "hours" may pass 24.
std::optional<Ratio> ratioOfDays(const std::string& text) {
  static const std::regex kSerial(R"(^(\d{1,4})\.(\d{3,17})$)");
  if (!std::regex_match(text, kSerial)) return std::nullopt;
  const auto seconds = static_cast<int>(std::lround(std::stod(text) * kSecondsOfDay));
  return Ratio{seconds / 3600, seconds / 60 % 60, seconds % 60};
}

}  // namespace

std::optional<Ratio> parseRatio(std::string_view raw) {
  if (raw.size() > 60) return std::nullopt;
  // The first days of Excel's calendar: 1900-01-01 is day 1.
  static const std::regex kDate(
      R"(^1900(?:[-/.]|年)0?1(?:[-/.]|月)(\d{1,2})(?:日)? +(\d{1,2}:\d{1,2}(?::\d{1,2})?)$)");
  static const std::regex kTriple(R"(^\(?(\d{1,4}):(\d{1,4}):(\d{1,4})\)?(AM|PM)?$)");
  std::string text = squeezed(raw);
  int days = 0;
  std::smatch match;
  const std::string line = tidy(raw);
  if (std::regex_match(line, match, kDate)) {
    days = std::stoi(match[1]);
    const std::string time = match[2];
    text = time + (std::count(time.begin(), time.end(), ':') == 1 ? ":00" : "");
  }
  if (std::regex_match(text, match, kTriple)) {
    Ratio ratio{std::stoi(match[1]) + days * 24, std::stoi(match[2]), std::stoi(match[3])};
    if (match[4] == "PM" && ratio.x < 12) ratio.x += 12;
    if (match[4] == "AM" && ratio.x == 12) ratio.x = 0;
    return ratio;
  }
  return ratioOfDays(text);
}

}  // namespace tiku::formats::tables
