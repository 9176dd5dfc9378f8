// A number in the words of its format.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include <fmt/format.h>

#include "formats/exchange/xlsx/number_format.h"

namespace tiku::formats {
namespace {

struct Calendar {
  int year = 0;
  int month = 0;
  int day = 0;
};

// Days since 1970-01-01 to a date of the Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level
// Date Algorithms").
Calendar calendarOf(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const auto dayOfEra = static_cast<int>(days - era * 146'097);
  const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
  const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const int shifted = (5 * dayOfYear + 2) / 153;
  const int month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {static_cast<int>(yearOfEra + era * 400) + (month <= 2 ? 1 : 0), month,
          dayOfYear - (153 * shifted + 2) / 5 + 1};
}

// Excel's day numbers begin with 1 = 1900-01-01 and count a 1900-02-29 that never was.
Calendar calendarOfSerial(std::int64_t serial, bool date1904) {
  if (date1904) serial += 1462;
  if (serial == 60) return {1900, 2, 29};
  if (serial == 0) return {1900, 1, 0};
  return calendarOf(serial - (serial > 60 ? 25'569 : 25'568));
}

std::string withThousands(std::string digits) {
  const std::size_t end = std::min(digits.find('.'), digits.size());
  const std::size_t begin = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = end; at > begin + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

}  // namespace

std::string generalNumber(double value) {
  if (!std::isfinite(value)) return "#NUM!";
  if (value == 0) return "0";
  const double size = std::fabs(value);
  if (size >= 1e21 || size < 1e-9) return fmt::format("{:.10g}", value);
  // 15 significant digits are what Excel keeps; more are noise of the binary fraction.
  const int digitsBefore = static_cast<int>(std::floor(std::log10(size))) + 1;
  std::string text = fmt::format("{:.{}f}", value, std::clamp(15 - digitsBefore, 0, 24));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

std::string NumberFormat::number(double value) const {
  if (percent_) value *= 100;
  // Through the 15 digits that Excel keeps, so that 1.005 rounds as a person expects.
  const double exact = std::strtod(generalNumber(value).c_str(), nullptr);
  std::string text =
      fmt::format("{:.{}f}", exact + std::copysign(std::fabs(exact) * 1e-15, exact), decimals_);
  if (decimals_ > leastDecimals_) {
    const std::size_t point = text.find('.');
    while (text.size() > point + 1 + static_cast<std::size_t>(leastDecimals_) && text.back() == '0')
      text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  if (thousands_) text = withThousands(std::move(text));
  return prefix_ + text + (percent_ ? "%" : "") + suffix_;
}

std::string NumberFormat::scientific(double value) const {
  std::string text = fmt::format("{:.{}E}", value, decimals_);
  const std::size_t sign = text.find('E') + 1;
  // At least as many digits of the exponent as the format has.
  while (text.size() - sign - 1 > static_cast<std::size_t>(std::max(exponentDigits_, 1)) &&
         text[sign + 1] == '0') {
    text.erase(sign + 1, 1);
  }
  return prefix_ + text + suffix_;
}

std::string NumberFormat::date(double serial, bool date1904) const {
  auto day = static_cast<std::int64_t>(std::floor(serial));
  std::int64_t second = std::llround((serial - static_cast<double>(day)) * 86'400);
  if (second == 86'400) {
    ++day;
    second = 0;
  }
  const Calendar calendar = calendarOfSerial(day, date1904);
  const bool halves =
      std::ranges::any_of(tokens_, [](const Token& t) { return t.kind == Token::Kind::kHalf; });
  const std::int64_t hour24 = hasDay_ ? second / 3600 : day * 24 + second / 3600;
  const std::int64_t hour = halves ? (hour24 % 12 == 0 ? 12 : hour24 % 12) : hour24;
  std::string text;
  for (const Token& token : tokens_) {
    const int width = std::min(token.width, 2);
    switch (token.kind) {
      case Token::Kind::kLiteral:
        text += token.text;
        break;
      case Token::Kind::kYear:
        text +=
            token.width > 2 ? fmt::format("{:04}", calendar.year) : fmt::format("{:02}", calendar.year % 100);
        break;
      case Token::Kind::kMonth:
        text += fmt::format("{:0{}}", calendar.month, width);
        break;
      case Token::Kind::kDay:
        text += fmt::format("{:0{}}", calendar.day, width);
        break;
      case Token::Kind::kHour:
        text += fmt::format("{:0{}}", hour, width);
        break;
      case Token::Kind::kMinute:
        text += fmt::format("{:0{}}", second / 60 % 60, width);
        break;
      case Token::Kind::kSecond:
        text += fmt::format("{:0{}}", second % 60, width);
        break;
      case Token::Kind::kHalf:
        text += hour24 % 24 < 12 ? "上午" : "下午";
        break;
    }
  }
  return text;
}

SheetCell NumberFormat::show(double value, bool date1904) const {
  const bool conditioned = !condition_.empty() || std::ranges::any_of(others_, [](const NumberFormat& other) {
    return !other.condition_.empty();
  });
  if (conditioned) {
    if (holds(value)) return showOwn(value, date1904);
    const auto other =
        std::ranges::find_if(others_, [value](const NumberFormat& section) { return section.holds(value); });
    return other == others_.end() ? NumberFormat("General").showOwn(value, date1904)
                                  : other->showOwn(value, date1904);
  }
  // A negative number loses its sign to the format made for it.
  if (value < 0 && !others_.empty()) return others_.front().showOwn(-value, date1904);
  if (value == 0 && others_.size() > 1) return others_[1].showOwn(value, date1904);
  return showOwn(value, date1904);
}

bool NumberFormat::holds(double value) const {
  if (condition_.empty()) return true;
  if (condition_ == ">") return value > limit_;
  if (condition_ == ">=") return value >= limit_;
  if (condition_ == "<") return value < limit_;
  if (condition_ == "<=") return value <= limit_;
  return condition_ == "=" ? value == limit_ : value != limit_;
}

SheetCell NumberFormat::showOwn(double value, bool date1904) const {
  constexpr double kLastDay = 2'958'466;  // 9999-12-31 ends before it.
  SheetCell cell;
  cell.kind = SheetCell::Kind::kNumber;
  if (!std::isfinite(value)) {
    cell.text = generalNumber(value);
    cell.kind = SheetCell::Kind::kError;
  } else if (style_ == Style::kDate && value >= 0 && value < kLastDay) {
    cell.text = date(value, date1904);
    cell.kind = hasDay_ ? SheetCell::Kind::kDate : SheetCell::Kind::kTime;
  } else if (style_ == Style::kNumber && std::fabs(value) < 1e15) {
    cell.text = number(value);
    if (percent_) cell.kind = SheetCell::Kind::kPercent;
  } else if (style_ == Style::kFraction && std::fabs(value) < 1e9) {
    cell.text = asFraction(value, fraction_);
  } else if (style_ == Style::kScientific) {
    cell.text = scientific(value);
  } else if (style_ == Style::kLiteral) {
    cell.text = prefix_;
  } else {
    cell.text = prefix_ + generalNumber(value) + suffix_;
  }
  return cell;
}

}  // namespace tiku::formats
