// Headings of sections and of key blocks.
#include <algorithm>

#include "formats/exchange/items/line_kinds.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/items/type_words.h"

namespace tiku::formats {
namespace {

/// Behind "一、", "（二）", "第三部分", "1." at the beginning of a heading; 0 without one.
std::size_t headingNumberEnd(std::u32string_view plain) {
  std::size_t at = skipBlanks(plain, 0);
  const bool bracket = at < plain.size() && plain[at] == '(';
  const bool ordinal = at < plain.size() && plain[at] == U'第';
  if (bracket || ordinal) at = skipBlanks(plain, at + 1);
  const std::size_t digits = at;
  while (at < plain.size() &&
         (isOneOf(plain[at], kHanNumbers) || isDigit(plain[at]) || (plain[at] >= U'Ⅰ' && plain[at] <= U'Ⅻ') ||
          (ordinal && isOneOf(plain[at], U"IVX")))) {
    ++at;
  }
  if (at == digits) return 0;
  at = skipBlanks(plain, at);
  if (bracket) return at < plain.size() && plain[at] == ')' ? skipBlanks(plain, at + 1) : 0;
  if (ordinal) {
    for (const std::u32string_view unit : {U"部分", U"大题", U"题", U"章", U"节", U"卷"}) {
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

/// 单选题1、下列…: the name of the type is part of the item's number.
bool isNumberedItem(std::u32string_view rest) {
  std::size_t at = skipBlanks(rest, 0);
  if (!numberAt(rest, at) || at >= rest.size() || !isOneOf(rest[at], U".、):")) return false;
  const std::u32string_view words = trimmed(rest.substr(at + 1));
  return words.size() > 1 && !isDigit(words.front()) && !isLetterLabel(words.front());
}

/// "判断题(正确)": every item below has this key.
std::optional<bool> judgementOfAll(std::u32string_view rest) {
  const std::u32string solid = withoutBlanks(rest);
  for (const std::u32string_view right : {U"(正确)", U"(对)", U"(√)", U"(正确题)"})
    if (solid == right) return true;
  for (const std::u32string_view wrong : {U"(错误)", U"(错)", U"(×)", U"(错误题)"})
    if (solid == wrong) return false;
  return std::nullopt;
}

/// Where the words behind the heading's name and its brackets begin.
std::size_t restOf(std::u32string_view plain, std::size_t from, std::u32string_view marks) {
  from = skipBlanks(plain, from);
  if (from < plain.size() && plain[from] == '(') from = skipBlanks(plain, bracketEnd(plain, from));
  if (from < plain.size() && isOneOf(plain[from], marks)) ++from;
  return skipBlanks(plain, from);
}

/// Signs that decorate a heading: "【单选题】", "## 单选题".
constexpr std::u32string_view kDecoration = U"[]【】<>《》#*■□●○◆◇★☆▲△▼※>";

}  // namespace

std::optional<HeadingLine> headingLine(std::u32string_view plain) {
  std::size_t begin = skipBlanks(plain, 0);
  while (begin < plain.size() && isOneOf(plain[begin], kDecoration)) begin = skipBlanks(plain, begin + 1);
  const bool decorated = begin > skipBlanks(plain, 0);
  const std::size_t numberEnd = headingNumberEnd(plain.substr(begin));
  const std::size_t at = begin + numberEnd;
  const std::optional<TypeName> name = leadingTypeName(plain.substr(at));
  if (!name) return std::nullopt;
  std::size_t end = at + name->length;
  const bool fullName = plain[end - 1] == U'题';
  if (decorated) {
    // "【单选】下列…" begins an item; alone on its line the tag is a heading.
    const std::size_t rest = plain.find_first_not_of(kDecoration, end);
    if (rest != kNowhere && (isOneOf(plain[begin - 1], U"[【<") || !fullName)) return std::nullopt;
    while (end < plain.size() && isOneOf(plain[end], kDecoration)) ++end;
  } else if (numberEnd == 0 && !fullName) {
    return std::nullopt;
  }
  const std::u32string_view rest = plain.substr(end);
  if (!continuesHeading(rest) || isNumberedItem(rest)) return std::nullopt;

  HeadingLine heading;
  heading.type = name->type;
  heading.titleEnd = at + name->length;
  heading.judgement = judgementOfAll(rest);
  const std::size_t answer = plain.find(U"答案", end);
  // 答案 in the bracketed instruction of an item section ("选择一个正确的答案") is no key.
  const std::u32string_view between =
      answer == kNowhere ? std::u32string_view() : plain.substr(end, answer - end);
  // "单选题（1-5题）答案：" closes its brackets first.
  const std::size_t bracket = skipBlanks(plain, end);
  const bool behind =
      bracket < plain.size() && plain[bracket] == '(' && bracketEnd(plain, bracket) <= answer &&
      withoutBlanks(plain.substr(bracketEnd(plain, bracket), answer - bracketEnd(plain, bracket))).size() <=
          2;
  heading.isKey =
      answer != kNowhere && ((withoutBlanks(between).size() <= 4 && between.find('(') == kNowhere) || behind);
  heading.rest = heading.isKey ? restOf(plain, answer + 2, U":、.") : restOf(plain, end, U":");
  heading.each = marksAfter(plain, U"每题");
  if (!heading.each) heading.each = marksAfter(plain, U"每小题");
  if (!heading.each) heading.each = marksAfter(plain, U"每空");
  heading.total = totalMarks(plain);
  return heading;
}

std::optional<std::u32string> strangeHeading(std::u32string_view plain) {
  constexpr std::size_t kLongestName = 8;
  const std::size_t begin = skipBlanks(plain, 0);
  const std::size_t at = headingNumberEnd(plain);
  if (at == 0 || isDigit(plain[begin])) return std::nullopt;
  const std::size_t end = plain.find(U'题', at);
  if (end == kNowhere || end - at > kLongestName || end == at) return std::nullopt;
  const std::u32string_view rest = trimmed(plain.substr(end + 1));
  if (!rest.empty() && !isOneOf(rest.front(), U"(:共每本")) return std::nullopt;
  const std::u32string name(plain.substr(at, end + 1 - at));
  for (const std::u32string_view other : {U"问题", U"习题", U"试题", U"标题", U"主题", U"课题", U"话题",
                                          U"非选择题", U"主观题", U"客观题", U"必答题", U"选答题", U"必做题"})
    if (name.ends_with(other)) return std::nullopt;
  return name.find_first_of(U" ,.。:;()（）?") == kNowhere ? std::optional(name) : std::nullopt;
}

bool isKeyTitle(std::u32string_view plain) {
  constexpr std::size_t kLongest = 50;
  std::u32string solid = withoutBlanks(plain);
  while (!solid.empty() && isOneOf(solid.back(), U":。.")) solid.pop_back();
  // 参考答案（仅供参考）
  const std::size_t open = solid.find('(');
  if (open != kNowhere && open > 0 && solid.ends_with(U")")) {
    solid.erase(open);
    if (isOneOf(solid.back(), U"。?!")) return false;  // A statement with its place for the mark.
  }
  while (!solid.empty() && isOneOf(solid.back(), U":。.)】]")) solid.pop_back();
  if (solid.size() > kLongest || solid.starts_with(U"(")) return false;
  for (const std::u32string_view end :
       {U"答案", U"答案及解析", U"答案与解析", U"答案及评分标准", U"答案和评分标准", U"答案解析"}) {
    if (solid.ends_with(end)) return true;
  }
  return false;
}

std::optional<std::size_t> keyTitleRest(std::u32string_view plain) {
  constexpr std::size_t kLongestTitle = 20;
  const std::size_t answer = plain.find(U"答案");
  if (answer == kNowhere || answer > kLongestTitle) return std::nullopt;
  // A title has no stop: "…的答案。1. …" is a sentence.
  if (plain.substr(0, answer).find_first_of(U"。?,;(") != kNowhere) return std::nullopt;
  std::size_t at = skipBlanks(plain, answer + 2);
  while (at < plain.size() && isOneOf(plain[at], U"]】:")) at = skipBlanks(plain, at + 1);
  return at < plain.size() ? std::optional(at) : std::nullopt;
}

}  // namespace tiku::formats
