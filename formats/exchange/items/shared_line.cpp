#include "formats/exchange/items/shared_line.h"

#include <algorithm>
#include <array>

#include "formats/exchange/items/plain_text.h"

namespace tiku::formats {
namespace {

template <std::size_t N>
bool holdsAny(std::u32string_view words, const std::array<std::u32string_view, N>& wanted) {
  return std::ranges::any_of(wanted, [&](std::u32string_view word) { return words.find(word) != kNowhere; });
}

/// "1～5", "第 1 题至第 5 题" anywhere in the words.
void rangeIn(std::u32string_view solid, SharedLine& line) {
  for (std::size_t at = 0; at < solid.size(); ++at) {
    if (!isDigit(solid[at]) || (at > 0 && isDigit(solid[at - 1]))) continue;
    std::size_t end = at;
    const auto first = numberAt(solid, end);
    if (!first) continue;
    while (end < solid.size() && isOneOf(solid[end], U"题小")) ++end;
    const std::size_t dash = end;
    while (end < solid.size() && isOneOf(solid[end], U"~〜-—–−至到")) ++end;
    if (end == dash) continue;
    while (end < solid.size() && isOneOf(solid[end], U"第")) ++end;
    const auto last = numberAt(solid, end);
    if (!last || *last < *first || *last - *first > 100) continue;
    line.first = first;
    line.last = last;
    return;
  }
}

}  // namespace

std::optional<SharedLine> sharedLine(std::u32string_view plain) {
  constexpr std::array<std::u32string_view, 7> kOptions{U"共用备选答案", U"共用选项", U"共用答案",
                                                        U"共用备选项",   U"共享选项", U"共享备选答案",
                                                        U"备选答案共用"};
  constexpr std::array<std::u32string_view, 6> kStem{U"共用题干", U"共享题干", U"共用材料",
                                                     U"共用案例", U"共享材料", U"题干共用"};
  constexpr std::array<std::u32string_view, 4> kFrom{U"根据", U"阅读", U"依据", U"结合"};
  constexpr std::array<std::u32string_view, 12> kMaterial{
      U"资料", U"材料", U"案例", U"图", U"表", U"短文", U"背景", U"文字", U"病例", U"情景", U"内容", U"信息"};
  constexpr std::array<std::u32string_view, 4> kAsk{U"回答", U"完成", U"解答", U"做答"};
  constexpr std::size_t kLongest = 60;  // What announces is short; the material may follow it.
  const std::size_t stop = std::min(plain.find_first_of(U"。:", 0), plain.size());
  const std::u32string_view head = plain.substr(0, std::min(stop, kLongest));
  const std::u32string solid = withoutBlanks(head);
  SharedLine line;
  line.isOptions = holdsAny(solid, kOptions);
  const bool named = line.isOptions || holdsAny(solid, kStem);
  rangeIn(solid, line);
  if (!named) {
    // A stem may itself say "根据下图回答": only with the numbers of its items is it an announcement.
    const bool plural =
        line.first || holdsAny(solid, std::array<std::u32string_view, 5>{
                                          U"下列各题", U"以下各题", U"下列问题", U"以下问题", U"下面各题"});
    if (!holdsAny(solid, kFrom) || !holdsAny(solid, kMaterial) || !holdsAny(solid, kAsk) || !plural)
      return std::nullopt;
  }
  line.rest = stop;
  if (named) {  // （4～6题共用题干）患者，男，…
    const std::size_t close = plain.find_first_of(U")]】");
    if (close != kNowhere && isOneOf(plain[skipBlanks(plain, 0)], U"([【")) line.rest = close;
  }
  while (line.rest < plain.size() && (isBlankChar(plain[line.rest]) || isOneOf(plain[line.rest], U"。:)]】")))
    ++line.rest;
  return line;
}

std::optional<NationalLine> nationalLine(std::u32string_view plain) {
  constexpr std::u32string_view kDashes = U"-—–－‐‑−";
  const auto isWord = [](char32_t c) {
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  NationalLine line;
  std::size_t at = skipBlanks(plain, 0);
  int parts = 1;
  for (; at < plain.size() && (isWord(plain[at]) || isOneOf(plain[at], kDashes)); ++at) {
    const bool dash = !isWord(plain[at]);
    parts += dash ? 1 : 0;
    line.point += dash ? '-' : static_cast<char>(plain[at]);
  }
  if (parts < 3 || line.point.ends_with('-')) return std::nullopt;
  std::u32string rest = withoutBlanks(plain.substr(at));
  std::erase_if(rest, [](char32_t c) { return isOneOf(c, U",;、|"); });
  if (at >= plain.size() || !isBlankChar(plain[at]) || rest.empty() || rest.size() > 3) return std::nullopt;
  if (rest[0] < 'A' || rest[0] > 'Z') return std::nullopt;
  line.type = static_cast<char>(rest[0]);
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (!isDigit(rest[i])) return std::nullopt;
    (i == 1 ? line.difficulty : line.consistency) = std::string(1, static_cast<char>(rest[i]));
  }
  return line;
}

std::optional<BracedLine> bracedLine(std::u32string_view plain) {
  std::size_t at = skipBlanks(plain, 0);
  if (at >= plain.size() || plain[at] != '{') return std::nullopt;
  const std::size_t letter = skipBlanks(plain, at + 1);
  const std::size_t close = skipBlanks(plain, letter + 1);
  if (close >= plain.size() || plain[close] != '}' || plain[letter] < 'A' || plain[letter] > 'Z')
    return std::nullopt;
  return BracedLine{static_cast<char>(plain[letter]), skipBlanks(plain, close + 1)};
}

}  // namespace tiku::formats
