#include "validators/rules/support/quantity.h"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/base/fold.h"
#include "validators/rules/support/words.h"

namespace tiku::validators {
namespace {

constexpr std::size_t kMostDigits = 7;
constexpr std::size_t kLongestUnit = 24;

constexpr std::array<std::string_view, 22> kBefore{
    "不小于", "不大于", "不少于", "不多于", "不低于", "不高于", "不超过", "大于", "小于", "低于", "高于",
    "超过",   "至少",   "最多",   "约",     "第",     "±",      "≤",      "≥",    "<",    ">",    "-"};

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

/// "12", "0.5", "1,000"; not "007".
std::optional<Ratio> takeDecimal(std::string_view& text) {
  std::string digits;
  std::size_t at = 0;
  std::int64_t under = 1;
  bool point = false;
  for (; at < text.size(); ++at) {
    const bool thousands = text[at] == ',' && !point && at > 0 && at + 3 < text.size() &&
                           isDigit(text[at + 1]) && isDigit(text[at + 2]) && isDigit(text[at + 3]);
    if (thousands) continue;
    if (text[at] == '.' && !point && at > 0 && at + 1 < text.size() && isDigit(text[at + 1])) {
      point = true;
      continue;
    }
    if (!isDigit(text[at])) break;
    digits += text[at];
    if (point) under *= 10;
    if (digits.size() > kMostDigits) return std::nullopt;
  }
  if (digits.empty() || (digits.size() > 1 && digits[0] == '0' && under == 1)) return std::nullopt;
  text.remove_prefix(at);
  return Ratio{std::stoll(digits), under};
}

/// 三, 十五, 二百零五, 三万.
std::optional<Ratio> takeHan(std::string_view& text) {
  static constexpr std::array<std::pair<std::string_view, int>, 13> kDigits{{{"零", 0},
                                                                             {"〇", 0},
                                                                             {"一", 1},
                                                                             {"二", 2},
                                                                             {"两", 2},
                                                                             {"三", 3},
                                                                             {"四", 4},
                                                                             {"五", 5},
                                                                             {"六", 6},
                                                                             {"七", 7},
                                                                             {"八", 8},
                                                                             {"九", 9},
                                                                             {"半", -1}}};
  static constexpr std::array<std::pair<std::string_view, int>, 4> kPlaces{
      {{"十", 10}, {"百", 100}, {"千", 1000}, {"万", 10'000}}};
  std::int64_t sum = 0;
  std::int64_t digit = -1;
  std::size_t taken = 0;
  std::string_view rest = text;
  for (; rest.size() >= 3 && taken < kMostDigits; ++taken) {
    const std::string_view character = rest.substr(0, 3);
    if (const auto* d = std::ranges::find(kDigits, character, &std::pair<std::string_view, int>::first);
        d != kDigits.end() && d->second >= 0) {
      if (digit > 0) return std::nullopt;  // 二三: two numbers, or a year by digits.
      digit = d->second;
    } else if (const auto* p =
                   std::ranges::find(kPlaces, character, &std::pair<std::string_view, int>::first);
               p != kPlaces.end()) {
      if (p->second == 10'000) {
        sum = (sum + std::max<std::int64_t>(digit, 0)) * 10'000;
      } else {
        sum += std::max<std::int64_t>(digit, 1) * p->second;
      }
      digit = -1;
    } else {
      break;
    }
    rest.remove_prefix(3);
  }
  if (taken == 0) return std::nullopt;
  text = rest;
  return Ratio{sum + std::max<std::int64_t>(digit, 0), 1};
}

struct Number {
  Ratio value;
  Quantity::Form form;
};

std::optional<Number> takeNumber(std::string_view& text) {
  if (const auto decimal = takeDecimal(text)) {
    std::string_view rest = text;
    if (!take(rest, "/")) return Number{*decimal, Quantity::Form::kDecimal};
    const auto under = takeDecimal(rest);
    if (!under || under->under != 1 || decimal->under != 1 || under->over == 0)
      return Number{*decimal, Quantity::Form::kDecimal};
    text = rest;
    return Number{{decimal->over, under->over}, Quantity::Form::kFraction};
  }
  const auto han = takeHan(text);
  if (!han) return std::nullopt;
  std::string_view rest = text;
  if (take(rest, "分之")) {
    const auto over = takeHan(rest);
    if (!over || han->over == 0) return std::nullopt;
    text = rest;
    return Number{{over->over, han->over}, Quantity::Form::kFraction};
  }
  return Number{*han, Quantity::Form::kHan};
}

bool takeTo(std::string_view& text) {
  return take(text, "~") || take(text, "-") || take(text, "–") || take(text, "—") || take(text, "至") ||
         take(text, "到");
}

struct Unit {
  std::string_view name;
  std::string_view base;
  std::int64_t over;  ///< Base units in one, over `under`.
  std::int64_t under;
};
constexpr std::array<Unit, 34> kUnits{{{"mm", "mm", 1, 1},
                                       {"cm", "mm", 10, 1},
                                       {"m", "mm", 1000, 1},
                                       {"km", "mm", 1'000'000, 1},
                                       {"毫米", "mm", 1, 1},
                                       {"厘米", "mm", 10, 1},
                                       {"米", "mm", 1000, 1},
                                       {"mg", "mg", 1, 1},
                                       {"g", "mg", 1000, 1},
                                       {"kg", "mg", 1'000'000, 1},
                                       {"mV", "mV", 1, 1},
                                       {"V", "mV", 1000, 1},
                                       {"kV", "mV", 1'000'000, 1},
                                       {"伏", "mV", 1000, 1},
                                       {"mA", "mA", 1, 1},
                                       {"A", "mA", 1000, 1},
                                       {"安", "mA", 1000, 1},
                                       {"W", "W", 1, 1},
                                       {"kW", "W", 1000, 1},
                                       {"MW", "W", 1'000'000, 1},
                                       {"Ω", "Ω", 1, 1},
                                       {"kΩ", "Ω", 1000, 1},
                                       {"MΩ", "Ω", 1'000'000, 1},
                                       {"Hz", "Hz", 1, 1},
                                       {"kHz", "Hz", 1000, 1},
                                       {"MHz", "Hz", 1'000'000, 1},
                                       {"Pa", "Pa", 1, 1},
                                       {"kPa", "Pa", 1000, 1},
                                       {"MPa", "Pa", 1'000'000, 1},
                                       {"mL", "mL", 1, 1},
                                       {"L", "mL", 1000, 1},
                                       {"%", "", 1, 100},
                                       {"‰", "", 1, 1000},
                                       {"", "", 1, 1}}};

/// Whether a quantity may begin so: most options are words, and folding costs.
bool mayBeQuantity(std::string_view words) {
  static constexpr std::string_view kHan = "零〇一二两三四五六七八九十百千万半不大小低高超至最约第";
  const char first = words.front();
  if (first >= '\xE4' && first <= '\xE9')
    return words.size() >= 3 && kHan.find(words.substr(0, 3)) != kHan.npos;
  const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  return !letter;
}

}  // namespace

int compare(const Ratio& a, const Ratio& b) {
  __extension__ using Wide = __int128;
  const Wide left = static_cast<Wide>(a.over) * b.under;
  const Wide right = static_cast<Wide>(b.over) * a.under;
  return left < right ? -1 : left > right ? 1 : 0;
}

std::optional<Quantity> quantityOf(std::string_view words) {
  words = trimmed(words);
  if (words.empty() || words.size() > 60 || !mayBeQuantity(words)) return std::nullopt;
  const std::string folded = formats::foldWidths(words);
  std::string_view text = folded;
  for (const std::string_view end : {"。", "."}) {
    if (text.ends_with(end)) text.remove_suffix(end.size());
  }
  Quantity quantity;
  for (const std::string_view before : kBefore) {
    if (!take(text, before)) continue;
    quantity.before = before;
    break;
  }
  const auto number = takeNumber(text);
  if (!number) return std::nullopt;
  quantity.low = number->value;
  quantity.form = number->form;
  if (quantity.before == "-") {
    quantity.before.clear();
    quantity.low.over = -quantity.low.over;
  }
  // "10~20mm", "10mm~20mm"
  std::string_view rest = text;
  const std::size_t to = std::min({rest.find('~'), rest.find("–"), rest.find("—"), rest.find("至"),
                                   rest.find("到"), rest.starts_with("-") ? 0 : rest.npos});
  if (to != rest.npos && to <= kLongestUnit) {
    const std::string_view firstUnit = rest.substr(0, to);
    rest.remove_prefix(to);
    takeTo(rest);
    const auto end = takeNumber(rest);
    if (end && (firstUnit.empty() || firstUnit == rest)) {
      quantity.high = end->value;
      text = rest;
    }
  }
  const bool hasDigit = std::ranges::any_of(text, isDigit);
  if (hasDigit || text.size() > kLongestUnit) return std::nullopt;
  quantity.unit = text;
  return quantity;
}

std::optional<BaseQuantity> inBaseUnit(const Quantity& quantity) {
  const auto* unit = std::ranges::find(kUnits, quantity.unit, &Unit::name);
  if (unit == kUnits.end() || quantity.high || !quantity.before.empty()) return std::nullopt;
  return BaseQuantity{{quantity.low.over * unit->over, quantity.low.under * unit->under}, unit->base};
}

std::vector<Quantity> quantitiesOf(const std::vector<std::string>& options) {
  std::vector<Quantity> quantities;
  for (const std::string& option : options) {
    auto quantity = quantityOf(option);
    if (!quantity) return {};
    quantities.push_back(std::move(*quantity));
  }
  return quantities;
}

}  // namespace tiku::validators
