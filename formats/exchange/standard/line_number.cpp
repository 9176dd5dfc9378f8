#include "formats/exchange/standard/line_number.h"

#include <algorithm>
#include <array>

#include "formats/base/trim.h"
#include "formats/base/utf8.h"
#include "formats/exchange/tables/cells.h"

namespace tiku::formats::standards {
namespace {

constexpr int kLargest = 99;  // No standard has a hundred functions or entries of one.

// A character of UTF-8 with its full-width form made narrow.
struct Character {
  char narrow = 0;  ///< Of ASCII; 0 for all others.
  std::size_t length = 0;
};

Character characterAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  std::size_t end = at + 1;
  while (end < text.size() && !beginsCharacter(text[end])) ++end;
  const std::string_view whole = text.substr(at, end - at);
  if (whole.size() == 1) return {whole[0], 1};
  if (whole == "\u3000" || whole == "\u00A0" || whole == "\u2002" || whole == "\u2003")
    return {' ', whole.size()};
  const std::string narrow = tables::squeezed(whole);
  return {narrow.size() == 1 ? narrow[0] : '\0', whole.size()};
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

std::size_t afterBlanks(std::string_view text, std::size_t at) {
  for (Character c = characterAt(text, at); c.length > 0 && isBlank(c.narrow); c = characterAt(text, at))
    at += c.length;
  return at;
}

// One or two digits at the place; moves it behind them.
std::optional<int> figureAt(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  int value = 0;
  for (Character c = characterAt(text, end); isDigit(c.narrow); c = characterAt(text, end)) {
    value = value * 10 + (c.narrow - '0');
    if (value > kLargest) return std::nullopt;
    end += c.length;
  }
  if (end == at) return std::nullopt;
  at = end;
  return value;
}

// After a dot another part of the number: with blanks before it only where it cannot begin the words ("1.
// 3D").
std::optional<int> nextPart(std::string_view text, std::size_t& at) {
  std::size_t end = afterBlanks(text, at);
  const bool apart = end != at;
  const auto figure = figureAt(text, end);
  if (!figure || (apart && isLetter(characterAt(text, end).narrow))) return std::nullopt;
  at = end;
  return figure;
}

constexpr std::array<std::string_view, 10> kHanDigits{"一", "二", "三", "四", "五",
                                                      "六", "七", "八", "九", "十"};

// Han digits in front; their bytes.
std::size_t hanNumeral(std::string_view text) {
  std::size_t length = 0;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view digit : kHanDigits) {
      if (!text.substr(length).starts_with(digit)) continue;
      length += digit.size();
      again = true;
    }
  }
  return length;
}

// "第一章", "第2部分" and what stands between it and the title.
std::size_t chapterWords(std::string_view text) {
  constexpr std::string_view kOrdinal = "第";
  if (!text.starts_with(kOrdinal)) return 0;
  std::size_t at = kOrdinal.size();
  if (const std::size_t han = hanNumeral(text.substr(at)); han > 0) {
    at += han;
  } else if (!figureAt(text, at)) {
    return 0;
  }
  for (const std::string_view unit : {"章", "部分", "节"}) {
    if (text.substr(at).starts_with(unit)) return afterBlanks(text, at + unit.size());
  }
  return 0;
}

// Words that a bare figure may be the number of: not "3个月", not "2级".
bool countsNothing(std::string_view words) {
  constexpr std::array<std::string_view, 14> kMeasures{"个", "种", "项", "级", "月", "年", "次",
                                                       "类", "号", "位", "组", "名", "天", "日"};
  if (words.empty() || static_cast<unsigned char>(words[0]) < 0x80) return false;
  return std::ranges::none_of(kMeasures, [words](std::string_view one) { return words.starts_with(one); });
}

}  // namespace

std::optional<DottedNumber> dottedNumberAt(std::string_view text, std::size_t at) {
  DottedNumber number;
  std::size_t end = at;
  const auto first = figureAt(text, end);
  if (!first) return std::nullopt;
  number.parts.push_back(*first);
  while (characterAt(text, afterBlanks(text, end)).narrow == '.') {
    const std::size_t dot = afterBlanks(text, end);
    std::size_t next = dot + characterAt(text, dot).length;
    const auto part = nextPart(text, next);
    end = next;
    number.marked = !part;
    if (!part) break;
    number.parts.push_back(*part);
  }
  const Character behind = characterAt(text, end);
  if (!number.marked) {
    if (isLetter(behind.narrow) || behind.narrow == '%' || behind.narrow == '~') return std::nullopt;
    if (text.substr(end).starts_with("、")) {
      end += std::string_view("、").size();
      number.marked = true;
    } else {
      number.marked = isBlank(behind.narrow);
    }
  }
  number.length = afterBlanks(text, end) - at;
  return number;
}

std::string printed(const std::vector<int>& parts) {
  std::string text;
  for (const int part : parts) text += (text.empty() ? "" : ".") + std::to_string(part);
  return text;
}

std::string unnumbered(std::string_view line) {
  line = trimmed(line);
  if (const std::size_t chapter = chapterWords(line); chapter > 0) return std::string(line.substr(chapter));
  if (const auto number = dottedNumberAt(line)) {
    const bool several = number->parts.size() > 1;
    if (several || number->marked || countsNothing(line.substr(number->length)))
      return std::string(line.substr(number->length));
  }
  return tables::withoutNumber(line);
}

std::optional<EntryNumber> entryNumberAt(std::string_view text, std::size_t at) {
  constexpr std::string_view kCircledOne = "①";
  const std::string_view rest = text.substr(std::min(at, text.size()));
  if (rest.starts_with("\xE2\x91") && rest.size() >= kCircledOne.size() &&
      static_cast<unsigned char>(rest[2]) < 0xB4U) {  // ① to ⑳
    const int number = static_cast<unsigned char>(rest[2]) - 0x9F;
    return EntryNumber{number, true, afterBlanks(rest, kCircledOne.size())};
  }
  std::size_t end = 0;
  const Character first = characterAt(rest, 0);
  if (first.narrow == '(') {
    end = afterBlanks(rest, first.length);
    const auto figure = figureAt(rest, end);
    end = afterBlanks(rest, end);
    const Character close = characterAt(rest, end);
    if (!figure || close.narrow != ')') return std::nullopt;
    return EntryNumber{*figure, true, afterBlanks(rest, end + close.length)};
  }
  const auto figure = figureAt(rest, end);
  if (!figure) return std::nullopt;
  const Character mark = characterAt(rest, end);
  const bool comma = rest.substr(end).starts_with("、");
  if (mark.narrow != '.' && mark.narrow != ')' && !comma) return std::nullopt;
  const std::size_t words = end + mark.length;
  if (isDigit(characterAt(rest, words).narrow)) return std::nullopt;  // 1.5
  return EntryNumber{*figure, mark.narrow == ')', afterBlanks(rest, words)};
}

std::string nameOf(std::string_view text) {
  const std::string words = unnumbered(tables::tidy(text));
  std::string name;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool between = words[at] == ' ' && at > 0 && at + 1 < words.size();
    const bool spread = between && static_cast<unsigned char>(words[at - 1]) >= 0x80 &&
                        static_cast<unsigned char>(words[at + 1]) >= 0x80;
    if (!spread) name += words[at];
  }
  for (const std::string_view stop : {"。", "；", ";"}) {
    if (name.ends_with(stop)) name.resize(name.size() - stop.size());
  }
  return name;
}

std::optional<Level> levelOf(std::string_view heading) {
  std::string text = tables::squeezed(unnumbered(tables::tidy(heading)));
  for (const std::string_view noise :
       {"国家职业资格", "职业技能等级", "的工作要求", "工作要求", "(%)", "%", ":"}) {
    for (std::size_t at = text.find(noise); at != std::string::npos; at = text.find(noise))
      text.erase(at, noise.size());
  }
  constexpr std::array<std::pair<std::string_view, int>, 3> kBefore2018{
      {{"初级", 5}, {"中级", 4}, {"高级", 3}}};
  std::optional<Level> found;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("/()", from), text.size());
    const std::string word = text.substr(from, end - from);
    from = end + 1;
    if (word.empty()) continue;
    const auto old = std::ranges::find(kBefore2018, word, &std::pair<std::string_view, int>::first);
    const bool isNumber = word.find_first_not_of("0123456789") == std::string::npos;
    const auto level =
        old != kBefore2018.end() ? Level::of(old->second) : (isNumber ? std::nullopt : Level::parse(word));
    if (!level || (found && *found != *level)) return std::nullopt;
    found = level;
  }
  return found;
}

}  // namespace tiku::formats::standards
