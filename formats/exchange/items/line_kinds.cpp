// Where items and options begin.
#include "formats/exchange/items/line_kinds.h"

#include <algorithm>

#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/items/type_words.h"

namespace tiku::formats {
namespace {

constexpr std::u32string_view kOpen = U"([【";
constexpr std::u32string_view kClose = U")]】";
constexpr std::u32string_view kRound = U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/// "(单选题, 2.0 分)", "【多选】", "[判断题]" at the position: moves behind it.
bool typeTag(std::u32string_view plain, std::size_t& at, ItemStart& start) {
  if (at >= plain.size() || !isOneOf(plain[at], kOpen)) return false;
  const std::size_t close = plain.find_first_of(kClose, at);
  if (close == kNowhere) return false;
  const std::u32string_view inside = trimmed(plain.substr(at + 1, close - at - 1));
  const std::optional<TypeName> name = leadingTypeName(inside);
  if (!name || !name->type) return false;
  std::u32string_view rest = trimmed(inside.substr(name->length));
  if (!rest.empty()) {
    if (!isOneOf(rest.front(), U",、;:")) return false;
    rest = trimmed(rest.substr(1));
    std::u32string marks = withoutBlanks(rest);
    if (marks.ends_with(U"分")) marks.pop_back();
    if (Marks::parse(utf8(marks))) start.marks = utf8(marks);
  }
  start.type = name->type;
  at = skipBlanks(plain, close + 1);
  return true;
}

/// "（ √ ）1.", "[×] 2、": the place of a judgement before the number.
bool markPlace(std::u32string_view plain, std::size_t& at, ItemStart& start) {
  constexpr std::size_t kLongestMark = 8;
  if (at >= plain.size() || !isOneOf(plain[at], kOpen)) return false;
  const std::size_t close = plain.find_first_of(kClose, at);
  if (close == kNowhere || close - at > kLongestMark) return false;
  start.mark = trimmed(plain.substr(at + 1, close - at - 1));
  if (start.mark.find_first_not_of(U'_') == kNowhere) start.mark.clear();
  if (!start.mark.empty() && isDigit(start.mark.front())) return false;  // (1) is a part of an item.
  start.hasMarkPlace = true;
  at = skipBlanks(plain, close + 1);
  return true;
}

/// "(3)", "③": of an item only where one is due.
bool innerNumber(std::u32string_view plain, std::size_t at, ItemStart& start) {
  if (at >= plain.size()) return false;
  if (const std::size_t round = kRound.find(plain[at]); round != kNowhere) {
    start.number = static_cast<int>(round) + 1;
    ++at;
  } else {
    if (!isOneOf(plain[at], kOpen)) return false;
    std::size_t digits = skipBlanks(plain, at + 1);
    start.number = numberAt(plain, digits);
    digits = skipBlanks(plain, digits);
    if (!start.number || digits >= plain.size() || !isOneOf(plain[digits], kClose)) return false;
    at = digits + 1;
  }
  if (at < plain.size() && isOneOf(plain[at], U".、:")) ++at;
  start.isInner = true;
  start.text = skipBlanks(plain, at);
  typeTag(plain, start.text, start);
  return true;
}

/// Behind "题", "试题", "第", "Q" before a number; the position itself without one.
std::size_t ordinalEnd(std::u32string_view plain, std::size_t at, bool& ordinal) {
  ordinal = false;
  for (const std::u32string_view word : {U"第", U"试题", U"题目", U"题", U"问题", U"Q"}) {
    if (!plain.substr(at).starts_with(word)) continue;
    const std::size_t end = skipBlanks(plain, at + word.size());
    if (end >= plain.size() || !isDigit(plain[end])) return at;
    ordinal = word == U"第";
    return end;
  }
  return at;
}

}  // namespace

std::optional<ItemStart> itemStart(std::u32string_view plain) {
  ItemStart start;
  std::size_t at = skipBlanks(plain, 0);
  while (at < plain.size() && isOneOf(plain[at], U"*★☆●◆■▲")) at = skipBlanks(plain, at + 1);
  if (innerNumber(plain, at, start)) return start;
  const bool bracket = at < plain.size() && isOneOf(plain[at], kOpen);
  if (bracket && !typeTag(plain, at, start) && !markPlace(plain, at, start)) return std::nullopt;
  if (!bracket) {  // 单选题12、
    const std::optional<TypeName> name = leadingTypeName(plain.substr(at));
    if (name && name->type) {
      const std::size_t digits = skipBlanks(plain, at + name->length);
      if (digits < plain.size() && isDigit(plain[digits])) {
        start.type = name->type;
        at = digits;
      }
    }
  }
  bool ordinal = false;
  std::size_t digits = ordinalEnd(plain, at, ordinal);
  start.number = numberAt(plain, digits);
  if (!start.number) {
    if (!start.type) return std::nullopt;
    start.text = at;
    return start;
  }
  const std::size_t after = digits;
  at = skipBlanks(plain, digits);
  if (ordinal) {
    if (plain.substr(at, 1) != U"题") return std::nullopt;
    at = skipBlanks(plain, at + 1);
    if (at < plain.size() && isOneOf(plain[at], U".、:,")) ++at;
  } else if (at < plain.size() && isOneOf(plain[at], U".、):")) {
    // "3.14 是圆周率" is no item 3, "8:30 上班" no item 8, unless such an item is due.
    start.isWeak = isOneOf(plain[at], U".:") && at + 1 < plain.size() && isDigit(plain[at + 1]);
    ++at;
  } else if (std::size_t tag = at; !start.type && typeTag(plain, tag, start)) {  // 3【多选题】
    at = tag;
  } else if (at > after || start.hasMarkPlace) {
    start.isWeak = !start.hasMarkPlace;
  } else {
    return std::nullopt;
  }
  start.text = skipBlanks(plain, at);
  if (!start.type) typeTag(plain, start.text, start);
  return start;
}

std::optional<OptionLabel> optionLabel(std::u32string_view plain, std::size_t at) {
  // 选项A：车床
  if (at < plain.size() && plain.substr(at).starts_with(U"选项")) at = skipBlanks(plain, at + 2);
  const bool isSmall = at < plain.size() && plain[at] >= 'a' && plain[at] <= 'j';
  const auto letterAt = [&plain](std::size_t i) -> std::optional<int> {
    if (i >= plain.size()) return std::nullopt;
    const char32_t c = plain[i] >= 'a' && plain[i] <= 'j' ? plain[i] - 'a' + 'A' : plain[i];
    return isLetterLabel(c) ? std::optional(static_cast<int>(c) - 'A') : std::nullopt;
  };
  if (at < plain.size() && (plain[at] == '(' || plain[at] == '[' || plain[at] == U'【')) {
    const std::size_t letter = skipBlanks(plain, at + 1);
    const std::size_t close = skipBlanks(plain, letter + 1);
    if (!letterAt(letter) || close >= plain.size() || !isOneOf(plain[close], U")]】")) return std::nullopt;
    std::size_t text = skipBlanks(plain, close + 1);
    if (text < plain.size() && isOneOf(plain[text], U".、:")) text = skipBlanks(plain, text + 1);
    return OptionLabel{*letterAt(letter), text, false};
  }
  if (!letterAt(at)) return std::nullopt;
  const std::size_t mark = skipBlanks(plain, at + 1);
  if (mark < plain.size() && isOneOf(plain[mark], U".、:),·")) {
    return OptionLabel{*letterAt(at), skipBlanks(plain, mark + 1), isSmall};
  }
  constexpr char32_t kFirstHan = 0x4E00;
  constexpr char32_t kLastHan = 0x9FFF;
  constexpr std::size_t kWidestIndent = 40;
  const bool glued = mark < plain.size() && plain[mark] >= kFirstHan && plain[mark] <= kLastHan &&
                     at < kWidestIndent && trimmed(plain.substr(0, at)).empty();  // "A甲" begins a line
  if ((mark > at + 1 || glued) && !isSmall) return OptionLabel{*letterAt(at), mark, true, mark == at + 1};
  return std::nullopt;
}

namespace {

/// `narrow`: letters with one blank before and behind are labels, too.
std::vector<OptionSpan> spansOf(std::u32string_view plain, std::size_t at, std::optional<int> nextLine,
                                bool narrow) {
  std::vector<OptionSpan> spans;
  std::optional<OptionLabel> label = optionLabel(plain, at);
  while (label) {
    OptionSpan span{label->option, label->text, plain.size()};
    const int wanted = label->option + 1;
    label.reset();
    if (nextLine != wanted) {
      // Apart by white space first; only without such a place directly behind the words ("B、3C、4").
      for (const bool glued : {false, true}) {
        for (std::size_t i = span.from; i < plain.size() && !label; ++i) {
          const bool apart = i > 0 && (isBlankChar(plain[i - 1]) || isOneOf(plain[i - 1], U";。"));
          if (apart == glued) continue;
          const std::optional<OptionLabel> next = optionLabel(plain, i);
          if (!next || next->option != wanted) continue;
          const bool wide = i > 1 && (plain[i - 1] == '\t' || isBlankChar(plain[i - 2]));
          if (next->isWeak && (glued || (!wide && !narrow) || next->isGlued)) continue;
          label = next;
          span.to = i;
        }
      }
    }
    spans.push_back(span);
  }
  return spans;
}

}  // namespace

std::vector<OptionSpan> optionSpans(std::u32string_view plain, std::size_t at, std::optional<int> nextLine) {
  std::vector<OptionSpan> spans = spansOf(plain, at, nextLine, false);
  const std::optional<OptionLabel> first = optionLabel(plain, at);
  if (!first || !first->isWeak || first->isGlued || spans.size() > 1) return spans;
  // "A 桥面 B 隧道内 C 停车场": one such letter is a word; three in their order are labels, and two when the
  // next line goes on behind them.
  constexpr std::size_t kFewest = 3;
  std::vector<OptionSpan> narrow = spansOf(plain, at, nextLine, true);
  const std::size_t reached = narrow.size() + static_cast<std::size_t>(first->option);
  const bool goesOn = nextLine && reached == static_cast<std::size_t>(*nextLine);
  return narrow.size() > 1 && (reached >= kFewest || goesOn) ? narrow : spans;
}

std::optional<std::size_t> optionsInStem(std::u32string_view plain, std::size_t from,
                                         std::optional<int> nextLine) {
  if (nextLine == 0) return std::nullopt;  // The options have lines of their own.
  int tries = 100;                         // No stem has so many letters A that look like labels.
  for (std::size_t at = from; at < plain.size() && tries > 0; ++at) {
    const std::optional<OptionLabel> label = optionLabel(plain, at);
    if (!label || label->option != 0 || label->isWeak) continue;
    const bool apart =
        at == 0 || isBlankChar(plain[at - 1]) || isOneOf(plain[at - 1], U"。?:)!") || plain[at] == '(';
    if (!apart) continue;
    --tries;
    if (nextLine == 1 || optionSpans(plain, at, nextLine).size() > 1) return at;
  }
  return std::nullopt;
}

}  // namespace tiku::formats
