#include "formats/exchange/xlsx/fraction.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace tiku::formats {
namespace {

constexpr std::string_view kPlaces = "?#0";

bool isPlace(char c) {
  return kPlaces.find(c) != std::string_view::npos;
}

}  // namespace

std::optional<FractionForm> fractionForm(std::string_view section) {
  const std::size_t slash = section.find('/');
  if (slash == std::string_view::npos || slash == 0 || section.find('.') != std::string_view::npos)
    return std::nullopt;
  std::string_view before = section.substr(0, slash);
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  std::string_view after = section.substr(slash + 1);
  while (!after.empty() && after.front() == ' ') after.remove_prefix(1);
  if (before.empty() || !isPlace(before.back()) || after.empty()) return std::nullopt;
  FractionForm form;
  while (!before.empty() && isPlace(before.back())) before.remove_suffix(1);
  form.whole = std::ranges::any_of(before, isPlace);
  int places = 0;
  while (static_cast<std::size_t>(places) < after.size() && isPlace(after[static_cast<std::size_t>(places)]))
    ++places;
  constexpr int kMostPlaces = 4;
  if (places > 0) {
    form.most = 1;
    for (int i = 0; i < std::min(places, kMostPlaces); ++i) form.most *= 10;
    --form.most;
    return form;
  }
  const auto [end, error] = std::from_chars(after.data(), after.data() + after.size(), form.fixed);
  constexpr int kLargest = 9999;
  if (error != std::errc() || form.fixed < 1 || form.fixed > kLargest) return std::nullopt;
  return form;
}

std::string asFraction(double value, const FractionForm& form) {
  const double size = std::fabs(value);
  const double whole = form.whole ? std::floor(size) : 0;
  const double rest = size - whole;
  std::int64_t top = 0;
  std::int64_t bottom = 1;
  if (form.fixed > 0) {
    bottom = form.fixed;
    top = std::llround(rest * form.fixed);
  } else {
    double error = 2;
    for (int candidate = 1; candidate <= form.most; ++candidate) {
      const auto nearest = std::llround(rest * candidate);
      const double off = std::fabs(rest - static_cast<double>(nearest) / candidate);
      if (off + 1e-12 >= error) continue;
      error = off;
      top = nearest;
      bottom = candidate;
    }
  }
  auto units = static_cast<std::int64_t>(whole);
  if (form.whole && top == bottom) {
    ++units;
    top = 0;
  }
  const std::string sign = value < 0 ? "-" : "";
  const std::string fraction = std::to_string(top) + "/" + std::to_string(bottom);
  if (!form.whole) return sign + fraction;
  if (top == 0) return sign + std::to_string(units);
  return sign + (units == 0 ? "" : std::to_string(units) + " ") + fraction;
}

}  // namespace tiku::formats
