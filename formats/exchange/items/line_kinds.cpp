#include "formats/exchange/items/line_kinds.h"

#include <algorithm>
#include <array>

#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/items/type_words.h"

namespace tiku::formats {
namespace {

constexpr std::u32string_view kHanNumbers = U"一二三四五六七八九十百零〇○";

std::size_t skipBlanks(std::u32string_view plain, std::size_t at) {
  while (at < plain.size() && isBlankChar(plain[at])) ++at;
  return at;
}

std::u32string withoutBlanks(std::u32string_view plain) {
  std::u32string solid;
  std::ranges::copy_if(plain, std::back_inserter(solid), [](char32_t c) { return !isBlankChar(c); });
  return solid;
}

/// "12" at the position; at most four digits.
std::optional<int> numberAt(std::u32string_view plain, std::size_t& at) {
  constexpr std::size_t kMostDigits = 4;
  int number = 0;
  std::size_t end = at;
  while (end < plain.size() && isDigit(plain[end]) && end - at <= kMostDigits) {
    number = number * 10 + static_cast<int>(plain[end++] - '0');
  }
  if (end == at || end - at > kMostDigits) return std::nullopt;
  at = end;
  return number;
}

/// Behind "一、", "（二）", "第三部分", "1." at the beginning of a heading; 0 without one.
std::size_t headingNumberEnd(std::u32string_view plain) {
  std::size_t at = skipBlanks(plain, 0);
  const bool bracket = at < plain.size() && plain[at] == '(';
  const bool ordinal = at < plain.size() && plain[at] == U'第';
  if (bracket || ordinal) at = skipBlanks(plain, at + 1);
  const std::size_t digits = at;
  while (at < plain.size() && (isOneOf(plain[at], kHanNumbers) || isDigit(plain[at]) ||
                               (plain[at] >= U'Ⅰ' && plain[at] <= U'Ⅻ'))) {
    ++at;
  }
  if (at == digits) return 0;
  at = skipBlanks(plain, at);
  if (bracket) return at < plain.size() && plain[at] == ')' ? skipBlanks(plain, at + 1) : 0;
  if (ordinal) {
    for (const std::u32string_view unit : {U"部分", U"大题", U"题", U"章", U"节"}) {
      if (plain.substr(at).starts_with(unit)) {
        at = skipBlanks(plain, at + unit.size());
        while (at < plain.size() && isOneOf(plain[at], U"、.:")) at = skipBlanks(plain, at + 1);
        return at;
      }
    }
    return 0;
  }
  return at < plain.size() && isOneOf(plain[at], U"、.,:") ? skipBlanks(plain, at + 1) : 0;
}

std::optional<Marks> marksFrom(std::u32string_view plain, std::size_t at) {
  at = skipBlanks(plain, at);
  std::size_t end = at;
  while (end < plain.size() && (isDigit(plain[end]) || plain[end] == '.')) ++end;
  return end == at ? std::nullopt : Marks::parse(utf8(plain.substr(at, end - at)));
}

/// "共 20 分", not "共 40 题".
std::optional<Marks> totalMarks(std::u32string_view plain) {
  for (const std::u32string_view word : {U"共", U"满分", U"合计", U"计"}) {
    for (std::size_t at = plain.find(word); at != kNowhere; at = plain.find(word, at + 1)) {
      std::size_t end = skipBlanks(plain, at + word.size());
      if (plain.substr(end).starts_with(U"计")) end = skipBlanks(plain, end + 1);
      const std::optional<Marks> marks = marksFrom(plain, end);
      while (end < plain.size() && (isDigit(plain[end]) || plain[end] == '.' || isBlankChar(plain[end])))
        ++end;
      if (marks && plain.substr(end, 1) == U"分") return marks;
    }
  }
  return std::nullopt;
}

/// What may follow the name of the type in a heading.
bool continuesHeading(std::u32string_view rest) {
  rest = trimmed(rest);
  if (rest.empty() || isDigit(rest.front()) || isOneOf(rest.front(), U"([【:。,.;-—")) return true;
  for (const std::u32string_view word :
       {U"共", U"每", U"本", U"得", U"第", U"部分", U"题", U"满分", U"总分", U"答案", U"参考答案",
        U"正确答案", U"标准答案", U"试题", U"及答案"}) {
    if (rest.starts_with(word)) return true;
  }
  return false;
}

/// Behind the closing bracket that matches the opening one at the position; the position itself without one.
std::size_t bracketEnd(std::u32string_view plain, std::size_t at) {
  int depth = 0;
  for (std::size_t end = at; end < plain.size(); ++end) {
    if (plain[end] == '(') ++depth;
    if (plain[end] == ')' && --depth == 0) return end + 1;
  }
  return at;
}

}  // namespace

std::optional<HeadingLine> headingLine(std::u32string_view plain) {
  const std::size_t numberEnd = headingNumberEnd(plain);
  const std::size_t at = numberEnd == 0 ? skipBlanks(plain, 0) : numberEnd;
  const std::optional<TypeName> name = leadingTypeName(plain.substr(at));
  if (!name) return std::nullopt;
  const std::size_t end = at + name->length;
  const bool fullName = plain[end - 1] == U'题';
  if (numberEnd == 0 && !fullName) return std::nullopt;
  const std::u32string_view rest = plain.substr(end);
  if (!continuesHeading(rest)) return std::nullopt;

  HeadingLine heading;
  heading.type = name->type;
  heading.titleEnd = end;
  const std::size_t answer = plain.find(U"答案", end);
  // 答案 in the bracketed instruction of an item section ("选择一个正确的答案") is no key.
  heading.isKey = answer != kNowhere && withoutBlanks(plain.substr(end, answer - end)).size() <= 4 &&
                  plain.substr(end, answer - end).find('(') == kNowhere;
  if (heading.isKey) {
    std::size_t from = skipBlanks(plain, answer + 2);
    if (from < plain.size() && plain[from] == '(') from = skipBlanks(plain, bracketEnd(plain, from));
    if (from < plain.size() && isOneOf(plain[from], U":、.")) ++from;
    heading.rest = skipBlanks(plain, from);
  } else {
    std::size_t from = skipBlanks(plain, end);
    if (from < plain.size() && plain[from] == '(') from = skipBlanks(plain, bracketEnd(plain, from));
    if (from < plain.size() && plain[from] == ':') ++from;
    heading.rest = skipBlanks(plain, from);
  }
  heading.each = marksAfter(plain, U"每题");
  if (!heading.each) heading.each = marksAfter(plain, U"每小题");
  if (!heading.each) heading.each = marksAfter(plain, U"每空");
  heading.total = totalMarks(plain);
  return heading;
}

bool isKeyTitle(std::u32string_view plain) {
  constexpr std::size_t kLongest = 50;
  std::u32string solid = withoutBlanks(plain);
  while (!solid.empty() && isOneOf(solid.back(), U":。.)】]")) solid.pop_back();
  if (solid.size() > kLongest || solid.starts_with(U"(")) return false;
  for (const std::u32string_view end :
       {U"答案", U"答案及解析", U"答案与解析", U"答案及评分标准", U"答案和评分标准", U"答案解析"}) {
    if (solid.ends_with(end)) return true;
  }
  return false;
}

std::optional<ItemStart> itemStart(std::u32string_view plain) {
  ItemStart start;
  std::size_t at = skipBlanks(plain, 0);
  if (at < plain.size() && (plain[at] == '[' || plain[at] == U'【')) {  // [单选]1.
    const std::size_t close = plain.find_first_of(U"]】", at);
    if (close == kNowhere) return std::nullopt;
    start.type = itemTypeByName(utf8(plain.substr(at + 1, close - at - 1)));
    if (!start.type) return std::nullopt;
    at = skipBlanks(plain, close + 1);
  } else if (at < plain.size() && plain[at] == '(') {  // （ √ ）1.
    constexpr std::size_t kLongestMark = 8;
    const std::size_t close = plain.find(')', at);
    if (close == kNowhere || close - at > kLongestMark) return std::nullopt;
    start.mark = trimmed(plain.substr(at + 1, close - at - 1));
    if (!start.mark.empty() && isDigit(start.mark.front())) return std::nullopt;  // (1) is a part of an item.
    start.hasMarkPlace = true;
    at = skipBlanks(plain, close + 1);
  }
  const bool ordinal = at < plain.size() && plain[at] == U'第';
  std::size_t digits = ordinal ? skipBlanks(plain, at + 1) : at;
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
  } else if (at < plain.size() && isOneOf(plain[at], U".、)")) {
    // "3.14 是圆周率" is no item 3, unless an item 3 is due.
    start.isWeak = plain[at] == '.' && at + 1 < plain.size() && isDigit(plain[at + 1]);
    ++at;
  } else if (at > after || start.hasMarkPlace) {
    start.isWeak = !start.hasMarkPlace;
  } else {
    return std::nullopt;
  }
  start.text = skipBlanks(plain, at);
  return start;
}

std::optional<OptionLabel> optionLabel(std::u32string_view plain, std::size_t at) {
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
  if (!letterAt(at) || plain[at] >= 'a') return std::nullopt;
  const std::size_t mark = skipBlanks(plain, at + 1);
  if (mark < plain.size() && isOneOf(plain[mark], U".、:),")) {
    return OptionLabel{*letterAt(at), skipBlanks(plain, mark + 1), false};
  }
  if (mark > at + 1) return OptionLabel{*letterAt(at), mark, true};
  return std::nullopt;
}

std::vector<OptionSpan> optionSpans(std::u32string_view plain, std::size_t at, std::optional<int> nextLine) {
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
          if (next->isWeak && (glued || !wide)) continue;
          label = next;
          span.to = i;
        }
      }
    }
    spans.push_back(span);
  }
  return spans;
}

std::optional<std::size_t> optionsInStem(std::u32string_view plain, std::size_t from,
                                         std::optional<int> nextLine) {
  if (nextLine == 0) return std::nullopt;  // The options have lines of their own.
  for (std::size_t at = from; at < plain.size(); ++at) {
    const std::optional<OptionLabel> label = optionLabel(plain, at);
    if (!label || label->option != 0 || label->isWeak) continue;
    const bool apart =
        at == 0 || isBlankChar(plain[at - 1]) || isOneOf(plain[at - 1], U"。?:)!") || plain[at] == '(';
    if (!apart) continue;
    if (nextLine == 1 || optionSpans(plain, at, nextLine).size() > 1) return at;
  }
  return std::nullopt;
}

std::vector<TaggedPart> taggedParts(std::u32string_view plain) {
  struct Word {
    std::u32string_view words;
    Tag tag;
  };
  constexpr std::array kWords{Word{U"正确答案", Tag::kAnswer},     Word{U"参考答案", Tag::kAnswer},
                              Word{U"标准答案", Tag::kAnswer},     Word{U"答案解析", Tag::kRationale},
                              Word{U"试题解析", Tag::kRationale},  Word{U"答案", Tag::kAnswer},
                              Word{U"解析", Tag::kRationale},      Word{U"难度系数", Tag::kDifficulty},
                              Word{U"难度等级", Tag::kDifficulty}, Word{U"难度代码", Tag::kDifficulty},
                              Word{U"难易程度", Tag::kDifficulty}, Word{U"难度", Tag::kDifficulty},
                              Word{U"一致性", Tag::kConsistency},  Word{U"知识点", Tag::kPoint},
                              Word{U"考评点", Tag::kPoint},        Word{U"鉴定点", Tag::kPoint},
                              Word{U"认定点", Tag::kPoint},        Word{U"分值", Tag::kMarks},
                              Word{U"分数", Tag::kMarks},          Word{U"出处", Tag::kReference},
                              Word{U"依据", Tag::kReference},      Word{U"评分标准", Tag::kScoring},
                              Word{U"评分要点", Tag::kScoring},    Word{U"能力水平", Tag::kOther},
                              Word{U"章节", Tag::kOther}};
  std::vector<TaggedPart> parts;
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const bool apart = at == 0 || isBlankChar(plain[at - 1]) || isOneOf(plain[at - 1], U"。.;)]?!】") ||
                       isOneOf(plain[at], U"[【(");
    if (!apart) continue;
    const bool bracket = isOneOf(plain[at], U"[【(");
    const std::size_t from = bracket ? skipBlanks(plain, at + 1) : at;
    for (const Word& word : kWords) {
      if (!plain.substr(from).starts_with(word.words)) continue;
      std::size_t end = skipBlanks(plain, from + word.words.size());
      const bool closed = bracket && end < plain.size() && isOneOf(plain[end], U"]】");
      if (closed) end = skipBlanks(plain, end + 1);
      const bool colon = end < plain.size() && plain[end] == ':';
      if (colon) end = skipBlanks(plain, end + 1);
      // （难度系数C）: the words stand inside the brackets.
      const std::size_t inside = bracket && !closed ? plain.find_first_of(U")]】", end) : kNowhere;
      if (!colon && !closed && inside == kNowhere) break;
      if (!parts.empty() && parts.back().to > at) parts.back().to = at;
      parts.push_back({word.tag, at, end, inside == kNowhere ? plain.size() : inside});
      at = end > at ? end - 1 : at;
      break;
    }
  }
  return parts;
}

bool isPageNumber(std::u32string_view plain) {
  const std::u32string solid = withoutBlanks(plain);
  if (solid.size() > 2 && isOneOf(solid.front(), U"-—–") && isOneOf(solid.back(), U"-—–")) {
    return std::ranges::all_of(solid.substr(1, solid.size() - 2), isDigit);
  }
  if (!solid.starts_with(U"第")) return false;
  return std::ranges::all_of(solid, [](char32_t c) { return isDigit(c) || isOneOf(c, U"第页共,、/()"); }) &&
         solid.find(U"页") != kNowhere;
}

bool isScoreBox(std::u32string_view plain) {
  std::u32string solid = withoutBlanks(plain);
  if (solid.empty()) return false;
  bool any = false;
  for (const std::u32string_view word : {U"得分", U"评分人", U"评卷人", U"阅卷人", U"复核人", U"统分人",
                                         U"核分人", U"总分", U"题号", U"合计"}) {
    for (std::size_t at = solid.find(word); at != kNowhere; at = solid.find(word)) {
      solid.erase(at, word.size());
      any = true;
    }
  }
  std::erase_if(solid, [](char32_t c) { return isOneOf(c, kHanNumbers) || isOneOf(c, U":、|"); });
  return any && solid.empty();
}

bool isInstruction(std::u32string_view plain) {
  const std::u32string solid = withoutBlanks(plain);
  for (const std::u32string_view word :
       {U"注:", U"注意", U"说明", U"答题", U"要求:", U"本题", U"本大题", U"请将", U"请在", U"提示"}) {
    if (solid.starts_with(word)) return true;
  }
  return solid.starts_with(U"(") && solid.ends_with(U")") && solid.size() > 6;
}

std::optional<Marks> marksAfter(std::u32string_view plain, std::u32string_view words) {
  const std::u32string solid = withoutBlanks(plain);
  const std::size_t at = solid.find(words);
  return at == kNowhere ? std::nullopt : marksFrom(solid, at + words.size());
}

std::optional<int> numberAfter(std::u32string_view plain, std::u32string_view words) {
  const std::u32string solid = withoutBlanks(plain);
  std::size_t at = solid.find(words);
  if (at == kNowhere) return std::nullopt;
  at += words.size();
  while (at < solid.size() && isOneOf(solid[at], U":为(")) ++at;
  return numberAt(solid, at);
}

std::optional<Level> levelIn(std::u32string_view plain) {
  using Names = std::vector<std::pair<std::u32string_view, int>>;
  // A number outweighs a title, since titles are part of occupations' names (口腔修复技师). Longer names
  // first: 高级技师 holds 技师.
  static const std::array kGroups{
      Names{{U"一级", 1},
            {U"二级", 2},
            {U"三级", 3},
            {U"四级", 4},
            {U"五级", 5},
            {U"1级", 1},
            {U"2级", 2},
            {U"3级", 3},
            {U"4级", 4},
            {U"5级", 5}},
      Names{{U"高级技师", 1}, {U"高级工", 3}, {U"中级工", 4}, {U"初级工", 5}, {U"技师", 2}}};
  for (const Names& names : kGroups) {
    std::u32string rest = withoutBlanks(plain);
    std::optional<int> found;
    for (const auto& [words, level] : names) {
      for (std::size_t at = rest.find(words); at != kNowhere; at = rest.find(words)) {
        rest.replace(at, words.size(), U"\n");
        if (found && *found != level) return std::nullopt;
        found = level;
      }
    }
    if (found) return Level::of(*found);
  }
  return std::nullopt;
}

}  // namespace tiku::formats
