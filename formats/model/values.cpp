#include "formats/model/values.h"

#include <array>
#include <charconv>
#include <chrono>
#include <random>
#include <utility>

namespace tiku::formats {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

int hexValue(char c) {
  if (isDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Full-width digits and the full-width dot as people type them in Chinese input methods.
std::string narrowNumber(std::string_view text) {
  std::string narrow;
  while (!text.empty()) {
    if (text.size() >= 3 && text[0] == '\xEF' && text[1] == '\xBC') {
      const auto low = static_cast<unsigned char>(text[2]);
      if (low >= 0x90 && low <= 0x99) {
        narrow += static_cast<char>('0' + (low - 0x90));
        text.remove_prefix(3);
        continue;
      }
      if (low == 0x8E) {
        narrow += '.';
        text.remove_prefix(3);
        continue;
      }
    }
    narrow += text.front();
    text.remove_prefix(1);
  }
  return narrow;
}

std::string_view bare(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::optional<std::int64_t> parseHundredths(std::string_view raw) {
  const std::string narrow = narrowNumber(raw);
  const std::string_view text = bare(narrow);
  const std::size_t dot = text.find('.');
  const std::string_view units = text.substr(0, dot);
  const std::string_view places = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
  if (units.empty() || units.size() > 6 || places.size() > 2) return std::nullopt;
  if (dot != std::string_view::npos && places.empty()) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : units) {
    if (!isDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  for (std::size_t i = 0; i < 2; ++i) {
    const char c = i < places.size() ? places[i] : '0';
    if (!isDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string printHundredths(std::int64_t value) {
  std::string text = std::to_string(value / 100);
  const auto places = static_cast<int>(value % 100);
  if (places == 0) return text;
  text += '.';
  text += static_cast<char>('0' + places / 10);
  if (places % 10 != 0) text += static_cast<char>('0' + places % 10);
  return text;
}

struct LevelNames {
  std::string_view shortName;
  std::string_view grade;
  std::string_view longName;
};

// Index 0 is 一级. The pairs of names are those of the national standards.
constexpr std::array<LevelNames, 5> kLevels{{{"一级", "高级技师", "一级/高级技师"},
                                             {"二级", "技师", "二级/技师"},
                                             {"三级", "高级工", "三级/高级工"},
                                             {"四级", "中级工", "四级/中级工"},
                                             {"五级", "初级工", "五级/初级工"}}};

// Every hyphen or dash that was met in real point codes.
constexpr std::array<std::string_view, 8> kDashes{"-", "‐", "‑", "‒", "–", "—", "－", "﹣"};

}  // namespace

Id Id::random() {
  thread_local std::random_device device;
  const auto word = [] { return (static_cast<std::uint64_t>(device()) << 32) | device(); };
  return {(word() & ~0xF000ULL) | 0x4000ULL, (word() & 0x3FFF'FFFF'FFFF'FFFFULL) | 0x8000'0000'0000'0000ULL};
}

std::optional<Id> Id::ofDigest(std::string_view sha256) {
  if (sha256.size() != 64) return std::nullopt;
  std::string text(sha256.substr(0, 32));
  for (const std::size_t at : {20U, 16U, 12U, 8U}) text.insert(at, 1, '-');
  return parse(text);
}

std::optional<Id> Id::parse(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  std::array<std::uint64_t, 2> words{};
  int digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 8 || i == 13 || i == 18 || i == 23) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const int value = hexValue(text[i]);
    if (value < 0) return std::nullopt;
    auto& word = words[static_cast<std::size_t>(digits / 16)];
    word = (word << 4) | static_cast<unsigned>(value);
    ++digits;
  }
  const Id id(words[0], words[1]);
  if (id.empty()) return std::nullopt;
  return id;
}

std::string Id::str() const {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (int digit = 0; digit < 32; ++digit) {
    if (digit == 8 || digit == 12 || digit == 16 || digit == 20) text += '-';
    const std::uint64_t word = digit < 16 ? high_ : low_;
    text += kHex[(word >> (60 - 4 * (digit % 16))) & 15];
  }
  return text;
}

std::optional<OccupationCode> OccupationCode::parse(std::string_view text) {
  text = bare(text);
  if (text.size() != 10) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 1 || i == 4 || i == 7;
    if (dash ? text[i] != '-' : !isDigit(text[i])) return std::nullopt;
  }
  if (text[0] < '1' || text[0] > '8') return std::nullopt;
  return OccupationCode(std::string(text));
}

std::optional<Level> Level::of(int number) {
  if (number < 1 || number > 5) return std::nullopt;
  return Level(number);
}

std::optional<Level> Level::parse(std::string_view raw) {
  const std::string narrow = narrowNumber(raw);
  const std::string_view text = bare(narrow);
  for (int number = 1; number <= 5; ++number) {
    const LevelNames& names = kLevels[static_cast<std::size_t>(number - 1)];
    const std::string digit = std::to_string(number);
    if (text == digit || text == digit + "级" || text == names.shortName || text == names.grade ||
        text == names.longName || text == names.shortName.substr(0, 3)) {
      return Level(number);
    }
  }
  return std::nullopt;
}

std::string_view Level::name() const {
  return kLevels[static_cast<std::size_t>(number_ - 1)].shortName;
}

std::string_view Level::longName() const {
  return kLevels[static_cast<std::size_t>(number_ - 1)].longName;
}

template <typename Tag>
std::optional<Decimal<Tag>> Decimal<Tag>::parse(std::string_view text) {
  const auto value = parseHundredths(text);
  if (!value) return std::nullopt;
  return Decimal(*value);
}

template <typename Tag>
std::string Decimal<Tag>::str() const {
  return printHundredths(hundredths_);
}

template class Decimal<MarksTag>;
template class Decimal<WeightTag>;

std::optional<PointCode> PointCode::parse(std::string_view text) {
  text = bare(text);
  std::string code;
  int parts = 1;
  std::size_t length = 0;
  while (!text.empty()) {
    bool dash = false;
    for (const std::string_view form : kDashes) {
      if (!text.starts_with(form)) continue;
      if (length == 0 || ++parts > 6) return std::nullopt;
      code += '-';
      length = 0;
      text.remove_prefix(form.size());
      dash = true;
      break;
    }
    if (dash) continue;
    const char c = text.front();
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if ((!letter && !isDigit(c)) || ++length > 8) return std::nullopt;
    code += letter && c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    text.remove_prefix(1);
  }
  if (length == 0) return std::nullopt;
  return PointCode(std::move(code));
}

std::optional<Date> Date::parse(std::string_view text) {
  text = bare(text);
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (!isDigit(text[i])) return std::nullopt;
  }
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  std::from_chars(text.data(), text.data() + 4, year);
  std::from_chars(text.data() + 5, text.data() + 7, month);
  std::from_chars(text.data() + 8, text.data() + 10, day);
  if (!std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}
           .ok()) {
    return std::nullopt;
  }
  return Date(std::string(text));
}

}  // namespace tiku::formats
