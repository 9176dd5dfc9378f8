#include "formats/exchange/docx/number_format.h"

#include <array>
#include <unordered_map>

namespace tiku::formats {
namespace {

using Digits = std::array<std::string_view, 10>;

constexpr Digits kHan{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kHanCircle{"○", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kHanZero{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kLegal{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits kFullWidth{"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
constexpr std::array<std::string_view, 4> kPlaces{"", "十", "百", "千"};
constexpr std::array<std::string_view, 4> kLegalPlaces{"", "拾", "佰", "仟"};
constexpr std::array<std::string_view, 10> kStems{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
constexpr std::array<std::string_view, 12> kBranches{"子", "丑", "寅", "卯", "辰", "巳",
                                                     "午", "未", "申", "酉", "戌", "亥"};

void appendUtf8(std::string& text, char32_t c) {
  if (c < 0x800) {
    text += static_cast<char>(0xC0U | (c >> 6U));
  } else {
    text += static_cast<char>(0xE0U | (c >> 12U));
    text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
  }
  text += static_cast<char>(0x80U | (c & 0x3FU));
}

std::string byDigits(int number, const Digits& digits) {
  std::string text;
  for (const char c : std::to_string(number)) text += digits.at(static_cast<std::size_t>(c - '0'));
  return text;
}

/// 105 -> 一百零五; 10 to 19 lose their 一 where `shortTen`. Below 10,000; more is written digit by digit.
std::string counted(int number, const Digits& digits, const std::array<std::string_view, 4>& places,
                    bool shortTen) {
  if (number >= 10'000) return byDigits(number, digits);
  const std::string decimal = std::to_string(number);
  std::string text;
  bool gap = false;
  for (std::size_t i = 0; i < decimal.size(); ++i) {
    const std::size_t place = decimal.size() - 1 - i;
    const auto digit = static_cast<std::size_t>(decimal[i] - '0');
    if (digit == 0) {
      gap = true;
      continue;
    }
    if (gap && !text.empty()) text += digits[0];
    gap = false;
    if (!(shortTen && place == 1 && digit == 1 && text.empty())) text += digits.at(digit);
    text += places.at(place);
  }
  return text.empty() ? std::string(digits[0]) : text;
}

/// A to Z, AA, BB ... ZZ, AAA: Word repeats the letter, it does not count in 26s.
std::string letters(int number, char first) {
  if (number < 1 || number > 26 * 30) return std::to_string(number);
  const std::size_t times = 1 + static_cast<std::size_t>((number - 1) / 26);
  return std::string(times, static_cast<char>(first + (number - 1) % 26));
}

std::string roman(int number, bool upper) {
  if (number < 1 || number > 3999) return std::to_string(number);
  constexpr std::array<std::pair<int, std::string_view>, 13> kParts{{{1000, "m"},
                                                                     {900, "cm"},
                                                                     {500, "d"},
                                                                     {400, "cd"},
                                                                     {100, "c"},
                                                                     {90, "xc"},
                                                                     {50, "l"},
                                                                     {40, "xl"},
                                                                     {10, "x"},
                                                                     {9, "ix"},
                                                                     {5, "v"},
                                                                     {4, "iv"},
                                                                     {1, "i"}}};
  std::string text;
  for (const auto& [value, sign] : kParts) {
    for (; number >= value; number -= value) text += sign;
  }
  if (upper) {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

/// A run of Unicode characters for 1 to `last`.
std::string enclosed(int number, char32_t first, int last) {
  if (number < 1 || number > last) return std::to_string(number);
  std::string text;
  appendUtf8(text, first + static_cast<char32_t>(number - 1));
  return text;
}

std::string circled(int number) {
  if (number == 0) return "⓪";
  if (number > 20 && number <= 35) return enclosed(number - 20, U'㉑', 15);
  if (number > 35 && number <= 50) return enclosed(number - 35, U'㊱', 15);
  return enclosed(number, U'①', 20);
}

template <std::size_t N>
std::string cyclic(int number, const std::array<std::string_view, N>& signs) {
  if (number < 1 || number > static_cast<int>(N)) return std::to_string(number);
  return std::string(signs.at(static_cast<std::size_t>(number - 1)));
}

std::string twoDigits(int number) {
  return (number >= 0 && number < 10 ? "0" : "") + std::to_string(number);
}

std::string ordinal(int number) {
  const int last = number % 10;
  if (number / 10 % 10 == 1 || last == 0 || last > 3) return std::to_string(number) + "th";
  return std::to_string(number) + (last == 1 ? "st" : last == 2 ? "nd" : "rd");
}

using Writer = std::string (*)(int);

const std::unordered_map<std::string_view, Writer>& writers() {
  static const std::unordered_map<std::string_view, Writer> kWriters{
      {"none", [](int) { return std::string(); }},
      {"bullet", [](int) { return std::string(); }},
      {"decimalZero", twoDigits},
      {"ordinal", ordinal},
      {"upperRoman", [](int n) { return roman(n, true); }},
      {"lowerRoman", [](int n) { return roman(n, false); }},
      {"upperLetter", [](int n) { return letters(n, 'A'); }},
      {"lowerLetter", [](int n) { return letters(n, 'a'); }},
      {"chineseCounting", [](int n) { return counted(n, kHanCircle, kPlaces, true); }},
      {"chineseCountingThousand", [](int n) { return counted(n, kHanZero, kPlaces, true); }},
      {"taiwaneseCounting", [](int n) { return counted(n, kHanCircle, kPlaces, true); }},
      {"taiwaneseCountingThousand", [](int n) { return counted(n, kHanZero, kPlaces, true); }},
      {"japaneseCounting", [](int n) { return counted(n, kHan, kPlaces, true); }},
      {"chineseLegalSimplified", [](int n) { return counted(n, kLegal, kLegalPlaces, false); }},
      {"ideographLegalTraditional", [](int n) { return counted(n, kLegal, kLegalPlaces, false); }},
      {"ideographDigital", [](int n) { return byDigits(n, kHanCircle); }},
      {"taiwaneseDigital", [](int n) { return byDigits(n, kHanCircle); }},
      {"japaneseDigitalTenThousand", [](int n) { return byDigits(n, kHan); }},
      {"ideographTraditional", [](int n) { return cyclic(n, kStems); }},
      {"ideographZodiac", [](int n) { return cyclic(n, kBranches); }},
      {"decimalFullWidth", [](int n) { return byDigits(n, kFullWidth); }},
      {"decimalFullWidth2", [](int n) { return byDigits(n, kFullWidth); }},
      {"decimalEnclosedCircle", circled},
      {"decimalEnclosedCircleChinese", circled},
      {"decimalEnclosedParen", [](int n) { return enclosed(n, U'⑴', 20); }},
      {"decimalEnclosedFullstop", [](int n) { return enclosed(n, U'⒈', 20); }},
      {"ideographEnclosedCircle", [](int n) { return enclosed(n, U'㊀', 10); }},
      {"numberInDash", [](int n) { return "- " + std::to_string(n) + " -"; }},
  };
  return kWriters;
}

}  // namespace

std::string formatNumber(int number, std::string_view format) {
  const auto found = writers().find(format);
  return found == writers().end() ? std::to_string(number) : found->second(number);
}

}  // namespace tiku::formats
