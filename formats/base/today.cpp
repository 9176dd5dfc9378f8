#include "formats/base/today.h"

#include <array>
#include <ctime>

namespace tiku::formats {

std::string today() {
  return localTime(std::chrono::system_clock::now(), "%Y-%m-%d");
}

std::string localTime(std::chrono::system_clock::time_point when, const char* format) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(when);
  std::tm local{};
  ::localtime_r(&seconds, &local);
  std::array<char, 64> text{};
  return {text.data(), std::strftime(text.data(), text.size(), format, &local)};
}

}  // namespace tiku::formats
