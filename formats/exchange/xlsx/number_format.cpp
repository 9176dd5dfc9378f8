#include "formats/exchange/xlsx/number_format.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <unordered_map>

#include <fmt/format.h>

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

// The first section of a format, without what is not shown: colours and locales in brackets (but [h] is an
// hour), the blank of `_x` and the filling of `*x`. Literals come out between '"'.
std::string firstSection(std::string_view code) {
  std::string section;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"') {
      const std::size_t end = std::min(code.find('"', i + 1), code.size());
      section += '"' + std::string(code.substr(i + 1, end - i - 1)) + '"';
      i = end;
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size());
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) section += inside;
      if (inside.starts_with('$')) {
        const std::string_view symbol = inside.substr(
            1, inside.find('-') == std::string_view::npos ? std::string_view::npos : inside.find('-') - 1);
        if (!symbol.empty()) section += '"' + std::string(symbol) + '"';
      }
      i = end;
    } else if (c == '\\' && i + 1 < code.size()) {
      section += std::string{'"', code[++i], '"'};
    } else if (c == '_' || c == '*') {
      ++i;
    } else {
      section += c;
    }
  }
  return section;
}

std::string withoutLiterals(std::string_view section) {
  std::string rest;
  bool literal = false;
  for (const char c : section) {
    if (c == '"') {
      literal = !literal;
    } else if (!literal) {
      rest += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
  }
  return rest;
}

const char* builtInCode(int id) {
  // Ids 27 to 36 and 50 to 58 are those of a Chinese Excel (18.8.30).
  static const std::unordered_map<int, const char*> kCodes{{1, "0"},
                                                           {2, "0.00"},
                                                           {3, "#,##0"},
                                                           {4, "#,##0.00"},
                                                           {5, "#,##0"},
                                                           {6, "#,##0"},
                                                           {7, "#,##0.00"},
                                                           {8, "#,##0.00"},
                                                           {9, "0%"},
                                                           {10, "0.00%"},
                                                           {11, "0.00E+00"},
                                                           {14, "yyyy-mm-dd"},
                                                           {15, "yyyy-mm-dd"},
                                                           {16, "m-d"},
                                                           {17, "yyyy-mm"},
                                                           {18, "h:mm AM/PM"},
                                                           {19, "h:mm:ss AM/PM"},
                                                           {20, "h:mm"},
                                                           {21, "h:mm:ss"},
                                                           {22, "yyyy-mm-dd h:mm"},
                                                           {27, "yyyy年m月"},
                                                           {28, "m月d日"},
                                                           {29, "m月d日"},
                                                           {30, "m-d-yy"},
                                                           {31, "yyyy年m月d日"},
                                                           {32, "h时mm分"},
                                                           {33, "h时mm分ss秒"},
                                                           {34, "h:mm AM/PM"},
                                                           {35, "h:mm:ss AM/PM"},
                                                           {36, "yyyy年m月"},
                                                           {37, "#,##0"},
                                                           {38, "#,##0"},
                                                           {39, "#,##0.00"},
                                                           {40, "#,##0.00"},
                                                           {45, "mm:ss"},
                                                           {46, "h:mm:ss"},
                                                           {47, "mm:ss"},
                                                           {48, "0.0E+0"},
                                                           {50, "yyyy年m月"},
                                                           {51, "m月d日"},
                                                           {52, "yyyy年m月"},
                                                           {53, "m月d日"},
                                                           {54, "m月d日"},
                                                           {55, "h:mm AM/PM"},
                                                           {56, "h:mm:ss AM/PM"},
                                                           {57, "yyyy年m月"},
                                                           {58, "m月d日"}};
  const auto found = kCodes.find(id);
  return found == kCodes.end() ? "General" : found->second;
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

NumberFormat NumberFormat::builtIn(int id) {
  return NumberFormat(builtInCode(id));
}

NumberFormat::NumberFormat(std::string_view code) {
  const std::string section = firstSection(code);
  const std::string bare = withoutLiterals(section);
  if (bare.empty() || bare.find("general") != std::string::npos || bare.find('@') != std::string::npos ||
      bare.find('?') != std::string::npos) {
    return;
  }
  const bool digits = bare.find_first_of("0#") != std::string::npos;
  const bool seconds = bare.find("ss.0") != std::string::npos || bare.find("s.0") != std::string::npos;
  if (bare.find_first_of("ymdhs") != std::string::npos && (!digits || seconds)) {
    readDate(section);
  } else if (digits) {
    readNumber(section);
  }
}

void NumberFormat::readDate(std::string_view section) {
  style_ = Style::kDate;
  const auto add = [this](Token::Kind kind, std::size_t width) {
    tokens_.push_back({kind, static_cast<int>(width), {}});
  };
  for (std::size_t i = 0; i < section.size();) {
    const char c = static_cast<char>(section[i] | 0x20);
    const std::size_t run =
        std::min(section.find_first_not_of(std::string{section[i], c}, i), section.size()) - i;
    std::size_t used = run;
    if (section[i] == '"') {
      const std::size_t end = std::min(section.find('"', i + 1), section.size() - 1);
      tokens_.push_back({Token::Kind::kLiteral, 0, std::string(section.substr(i + 1, end - i - 1))});
      used = end + 1 - i;
    } else if (c == 'y') {
      add(Token::Kind::kYear, run);
    } else if (c == 'd' && run < 3) {
      add(Token::Kind::kDay, run);
    } else if (c == 'h') {
      add(Token::Kind::kHour, run);
    } else if (c == 's') {
      add(Token::Kind::kSecond, run);
      // Fractions of a second are not shown.
      if (section.substr(i + run).starts_with(".0"))
        used += section.find_first_not_of(".0", i + run) - i - run;
      used = std::min(used, section.size() - i);
    } else if (c == 'm') {
      add(Token::Kind::kMonth, run);
    } else if (section.substr(i, 5) == "AM/PM" || section.substr(i, 5) == "am/pm") {
      add(Token::Kind::kHalf, 0);
      used = 5;
    } else if (section.substr(i).starts_with("上午/下午")) {
      add(Token::Kind::kHalf, 0);
      used = std::string_view("上午/下午").size();
    } else if (c != 'd') {
      tokens_.push_back({Token::Kind::kLiteral, 0, std::string(section.substr(i, run))});
    }
    i += used;
  }
  // An m is minutes right after an hour or right before a second.
  Token* last = nullptr;
  for (Token& token : tokens_) {
    if (token.kind == Token::Kind::kLiteral) continue;
    if (token.kind == Token::Kind::kSecond && last != nullptr && last->kind == Token::Kind::kMonth) {
      last->kind = Token::Kind::kMinute;
    }
    if (token.kind == Token::Kind::kMonth && last != nullptr && last->kind == Token::Kind::kHour) {
      token.kind = Token::Kind::kMinute;
    }
    last = &token;
  }
  useIsoForShortDates();
  hasDay_ = std::ranges::any_of(tokens_, [](const Token& token) {
    return token.kind == Token::Kind::kYear || token.kind == Token::Kind::kMonth ||
           token.kind == Token::Kind::kDay;
  });
}

// "m/d/yyyy" and "yyyy/m/d" are the short date of somebody's settings; a reader elsewhere would take the
// month for the day.
void NumberFormat::useIsoForShortDates() {
  int parts = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    const bool ofDay = token.kind == Token::Kind::kYear || token.kind == Token::Kind::kMonth ||
                       token.kind == Token::Kind::kDay;
    const bool between = token.text == "/" || token.text == "-" || token.text == ".";
    if (!ofDay && !between) break;
    parts += ofDay ? 1 : 0;
    last = i;
  }
  if (parts != 3) return;
  const std::vector<Token> iso{{Token::Kind::kYear, 4, {}},
                               {Token::Kind::kLiteral, 0, "-"},
                               {Token::Kind::kMonth, 2, {}},
                               {Token::Kind::kLiteral, 0, "-"},
                               {Token::Kind::kDay, 2, {}}};
  tokens_.erase(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  tokens_.insert(tokens_.begin(), iso.begin(), iso.end());
}

void NumberFormat::readNumber(std::string_view section) {
  style_ = Style::kNumber;
  bool literal = false;
  bool afterPoint = false;
  bool begun = false;
  for (std::size_t i = 0; i < section.size(); ++i) {
    const char c = section[i];
    if (c == '"') {
      literal = !literal;
    } else if (literal) {
      (begun ? suffix_ : prefix_) += c;
    } else if (c == '0' || c == '#') {
      begun = true;
      if (afterPoint) ++decimals_;
      if (afterPoint && c == '0') leastDecimals_ = decimals_;
    } else if (c == '.') {
      afterPoint = true;
    } else if (c == ',') {
      thousands_ = true;
    } else if (c == '%') {
      percent_ = true;
    } else if ((c == 'E' || c == 'e') && begun) {
      style_ = Style::kScientific;
      return;
    } else {
      (begun ? suffix_ : prefix_) += c;
    }
  }
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
  } else {
    cell.text = generalNumber(value);
  }
  return cell;
}

}  // namespace tiku::formats
