#include "validators/rules/support/stems.h"

#include <algorithm>
#include <array>

namespace tiku::validators {
namespace {

/// Words that turn what is asked for around. 不是 stands for 是 asked negatively, and so on.
constexpr std::array<std::string_view, 37> kNegatives{
    "不属于",   "不包括",   "不包含", "不正确", "不准确",   "不恰当",   "不合理",   "不合适",
    "不符合",   "不需要",   "不应该", "不应",   "不宜",     "不能",     "不可以",   "不可能",
    "不可",     "不允许",   "不会",   "不被",   "不推荐",   "不常用",   "不支持",   "不具有",
    "不具备",   "不适用",   "不适合", "不是",   "错误的是", "错误的有", "错误的为", "错误的一",
    "错误的说", "错误的选", "有误的", "无关的", "不妥的"};

/// Affirmations and matters that only look like one: a negative inside one of them does not count.
constexpr std::array<std::string_view, 13> kAffirmations{
    "必不可少", "不可缺少", "不可或缺", "不可避免", "不可分割", "密不可分", "不可抗力",
    "不能不",   "不可再生", "是不是",   "能不能",   "不可逆",   "会不会"};

/// After a negative: the words of a limit. 不应小于（　）m asks for the limit.
constexpr std::array<std::string_view, 13> kLimits{"小于", "大于", "低于", "高于", "少于", "多于", "超过",
                                                   "超出", "短于", "长于", "早于", "晚于", "不足"};
/// What may stand between the two.
constexpr std::size_t kLimitReach = 18;

/// After the blank: what is asked for is affirmed, and a negative further on belongs to the matter.
constexpr std::array<std::string_view, 5> kAffirmed{"可以", "能够", "用于", "表示", "是指"};

/// Whether the byte at `at` lies inside an affirmation.
bool isAffirmed(std::string_view clause, std::size_t at) {
  for (const std::string_view word : kAffirmations) {
    for (std::size_t found = clause.find(word); found != std::string_view::npos;
         found = clause.find(word, found + 1)) {
      if (at >= found && at < found + word.size()) return true;
    }
  }
  return false;
}

/// Whether the negative that ends at `end` is the first half of a limit.
bool isLimit(std::string_view clause, std::size_t end) {
  const std::string_view next = clause.substr(end, kLimitReach);
  return std::ranges::any_of(kLimits, [next](std::string_view word) { return next.find(word) != next.npos; });
}

std::optional<Span> negativeIn(std::string_view clause) {
  // Most clauses have none of the first characters.
  if (clause.find("不") == clause.npos && clause.find("误") == clause.npos &&
      clause.find("无关") == clause.npos)
    return std::nullopt;
  std::optional<Span> first;
  for (const std::string_view word : kNegatives) {
    for (std::size_t at = clause.find(word); at != std::string_view::npos; at = clause.find(word, at + 1)) {
      if (isAffirmed(clause, at) || isLimit(clause, at + word.size())) continue;
      const bool longer = first && at == first->from && word.size() > first->length;
      if (!first || at < first->from || longer) first = Span{at, word.size()};
      break;
    }
  }
  return first;
}

/// "除（　）外"
std::optional<Span> exceptIn(std::string_view stem, Span blank) {
  constexpr std::string_view kExcept = "除";
  constexpr std::string_view kExceptLong = "除了";
  const std::string_view before = stem.substr(0, blank.from);
  if (!before.ends_with(kExcept) && !before.ends_with(kExceptLong)) return std::nullopt;
  const std::size_t length = before.ends_with(kExcept) ? kExcept.size() : kExceptLong.size();
  return Span{blank.from - length, length};
}

std::string_view withoutNote(std::string_view stem) {
  const auto note = choiceNote(stem);
  return note ? stem.substr(0, note->from) : stem;
}

/// 从何时起，…：a question whose word stands in an earlier clause. 无论何时 asks nothing.
bool asksEarlier(std::string_view stem) {
  static constexpr std::array<std::string_view, 4> kWords{"何时", "何地", "何处", "何人"};
  return blanksIn(stem).empty() && std::ranges::any_of(kWords, [stem](std::string_view word) {
           const std::size_t at = stem.find(word);
           return at != stem.npos && !stem.substr(0, at).ends_with("论") &&
                  !stem.substr(0, at).ends_with("管") && !stem.substr(at + word.size()).starts_with("何");
         });
}

}  // namespace

std::optional<Span> choiceNote(std::string_view stem) {
  constexpr std::string_view kChoose = "选";
  constexpr std::size_t kLongest = 27;
  for (std::size_t at = stem.find(kChoose); at != std::string_view::npos; at = stem.find(kChoose, at + 1)) {
    const std::size_t wide = stem.rfind("（", at);
    const std::size_t narrow = stem.rfind('(', at);
    const std::size_t from = wide == stem.npos ? narrow : narrow == stem.npos ? wide : std::max(wide, narrow);
    if (from == stem.npos || at - from > kLongest) continue;
    const std::string_view before = stem.substr(from, at - from);
    if (before.find("）") != before.npos || before.find(')') != before.npos) continue;
    const std::size_t wideEnd = stem.find("）", at);
    const std::size_t narrowEnd = stem.find(')', at);
    const std::size_t end = std::min(wideEnd == stem.npos ? wideEnd : wideEnd + 3,
                                     narrowEnd == stem.npos ? narrowEnd : narrowEnd + 1);
    if (end == stem.npos || end - at > kLongest) continue;
    const std::string_view inside = stem.substr(from, end - from);
    // Nothing but the note: "（选一项）", "(多选题)", "（选择两项正确的）".
    if (inside.find("，") == inside.npos && inside.find("项") != inside.npos) return Span{from, end - from};
    if (inside.find("多选") != inside.npos || inside.find("单选") != inside.npos)
      return Span{from, end - from};
  }
  return std::nullopt;
}

std::optional<Span> askingClause(std::string_view stem) {
  const std::vector<Span> blanks = blanksIn(stem);
  if (blanks.size() > 1) return std::nullopt;
  if (blanks.size() == 1) return clauseAround(stem, blanks.front().from);
  std::string_view words = trimmed(withoutNote(stem));
  for (const std::string_view end : {"？", "?", "：", ":", "。"}) {
    if (words.ends_with(end)) words.remove_suffix(end.size());
  }
  if (words.empty()) return std::nullopt;
  return clauseAround(words, words.size() - 1);
}

std::optional<Span> negativeDemand(std::string_view stem) {
  const std::vector<Span> blanks = blanksIn(stem);
  const std::optional<Span> clause = askingClause(stem);
  if (!clause) return std::nullopt;
  if (!blanks.empty()) {
    if (const auto except = exceptIn(stem, blanks.front())) return except;
  }
  auto found = negativeIn(stem.substr(clause->from, clause->length));
  if (!found) return found;
  found->from += clause->from;
  if (!blanks.empty() && found->from > blanks.front().end()) {
    const std::string_view between = stem.substr(blanks.front().end(), found->from - blanks.front().end());
    if (std::ranges::any_of(kAffirmed,
                            [between](std::string_view word) { return between.find(word) != between.npos; }))
      return std::nullopt;
  }
  return found;
}

bool isQuestion(std::string_view stem) {
  static constexpr std::array<std::string_view, 13> kWords{
      "？", "?", "哪", "什么", "多少", "几", "谁", "如何", "怎样", "怎么", "何时", "何地", "何种"};
  const std::optional<Span> clause = askingClause(stem);
  if (!clause) return false;
  if (asksEarlier(stem)) return true;
  // With the mark that ends it.
  const std::string_view words = stem.substr(clause->from, clause->length + 3);
  return std::ranges::any_of(kWords,
                             [words](std::string_view word) { return words.find(word) != words.npos; });
}

}  // namespace tiku::validators
