#include "formats/exchange/items/key_block.h"

#include <algorithm>
#include <array>

#include "formats/base/say.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/line_kinds.h"
#include "formats/exchange/items/plain_text.h"

namespace tiku::formats {
namespace {

constexpr int kLongestRange = 1000;

bool isBetween(char32_t c) {
  return isBlankChar(c) || isOneOf(c, U",、;|/()[]【】.。");
}

/// Single answers one after another, with or without brackets: "ABDA", "(√) (×)", "对 错". Empty when there
/// is anything else.
std::vector<std::u32string> singles(std::u32string_view segment) {
  constexpr std::array<std::u32string_view, 5> kWords{U"不正确", U"正确", U"错误", U"对", U"错"};
  constexpr std::u32string_view kSigns = U"√✓✔☑×✗✘✕╳☒ABCDEFGHIJabcdefghijTFYNXtfynx";
  std::vector<std::u32string> found;
  for (std::size_t at = 0; at < segment.size();) {
    if (isBetween(segment[at])) {
      ++at;
      continue;
    }
    const auto word = std::ranges::find_if(
        kWords, [&](std::u32string_view w) { return segment.substr(at).starts_with(w); });
    if (word != kWords.end()) {
      found.emplace_back(*word);
      at += word->size();
    } else if (isOneOf(segment[at], kSigns)) {
      found.emplace_back(1, segment[at++]);
    } else {
      return {};
    }
  }
  return found;
}

/// Groups of letters apart by any of the signs: "AB ACD BC", "AB、ACD、BC", "(AB)(ACD)(BC)".
std::vector<std::u32string> groups(std::u32string_view segment, std::u32string_view signs) {
  std::vector<std::u32string> found;
  std::size_t at = 0;
  while (at < segment.size()) {
    const std::size_t end = std::min(segment.find_first_of(signs, at), segment.size());
    const std::u32string_view group = trimmed(segment.substr(at, end - at));
    if (!group.empty()) found.emplace_back(group);
    at = end + 1;
  }
  if (!std::ranges::all_of(found,
                           [](const std::u32string& group) { return optionLetters(group).has_value(); })) {
    return {};
  }
  return found;
}

/// As many groups as are wanted, whatever sign stands between them; else none.
std::vector<std::u32string> groupsOf(std::u32string_view segment, std::size_t wanted) {
  for (const std::u32string_view signs :
       {U" \t\n;", U";|/", U"、,;|/", U"()[]【】", U" \t\n、,;|/()[]【】。."}) {
    std::vector<std::u32string> found = groups(segment, signs);
    if (found.size() == wanted) return found;
  }
  return {};
}

class Scanner {
 public:
  Scanner(std::u32string_view plain, std::optional<ItemType> type) : plain_(plain), type_(type) {}

  std::optional<KeyLine> run() {
    KeyLine line;
    while (skip(), at_ < plain_.size()) {
      const std::optional<int> first = number();
      if (!first) return std::nullopt;
      const std::optional<int> last = rangeEnd();
      if (last && (*last < *first || *last - *first >= kLongestRange)) return std::nullopt;
      if (!separator()) return std::nullopt;
      if (type_ && !isObjective(*type_)) {
        if (last) return std::nullopt;
        line.entries.push_back({*first, std::u32string(trimmed(plain_.substr(at_))), at_});
        return line.entries.back().words.empty() ? std::nullopt : std::optional(line);
      }
      if (!take(*first, last, line)) return std::nullopt;
    }
    if (isGlued_ && line.entries.size() < 2) return std::nullopt;
    return line.entries.empty() && line.problem.empty() ? std::nullopt : std::optional(line);
  }

 private:
  void skip() {
    while (at_ < plain_.size() && (isBlankChar(plain_[at_]) || isOneOf(plain_[at_], U",;、。"))) ++at_;
  }
  void blanks() {
    while (at_ < plain_.size() && isBlankChar(plain_[at_])) ++at_;
  }

  std::optional<int> number() {
    const bool bracket = at_ < plain_.size() && isOneOf(plain_[at_], U"([【第");
    std::size_t at = bracket ? at_ + 1 : at_;
    const std::size_t from = at;
    int value = 0;
    while (at < plain_.size() && isDigit(plain_[at]) && at - from < 5)
      value = value * 10 + static_cast<int>(plain_[at++] - '0');
    if (at == from || at - from > 4) return std::nullopt;
    at_ = at;
    return value;
  }

  std::optional<int> rangeEnd() {
    const std::size_t before = at_;
    blanks();
    if (at_ < plain_.size() && isOneOf(plain_[at_], U"-—–~〜至到−")) {
      while (at_ < plain_.size() && isOneOf(plain_[at_], U"-—–~〜至到−")) ++at_;
      blanks();
      if (const auto last = number()) return last;
    }
    at_ = before;
    return std::nullopt;
  }

  /// What stands between the number and its keys. With nothing there, "3C" is a key only among others.
  bool separator() {
    const std::size_t before = at_;
    while (at_ < plain_.size() && (isBlankChar(plain_[at_]) || isOneOf(plain_[at_], U").、:题]】-—"))) ++at_;
    if (at_ > before) return true;
    isGlued_ = true;
    return at_ < plain_.size() && (isLetterLabel(plain_[at_]) || isOneOf(plain_[at_], U"√×对错("));
  }

  /// The keys of one number or range, up to the next digit.
  bool take(int first, std::optional<int> last, KeyLine& line) {
    std::size_t end = at_;
    while (end < plain_.size() && !isDigit(plain_[end])) ++end;
    // "(11)A": the bracket belongs to the next number.
    if (end < plain_.size() && end > at_ && isOneOf(plain_[end - 1], U"([【第")) --end;
    const std::u32string_view segment = trimmed(plain_.substr(at_, end - at_));
    at_ = end;
    if (!last) return takeOne(first, segment, line);
    const auto wanted = static_cast<std::size_t>(*last - first + 1);
    std::vector<std::u32string> keys = singles(segment);
    if (keys.size() != wanted || type_ == ItemType::kMultipleChoice) {
      std::vector<std::u32string> grouped = groupsOf(segment, wanted);
      if (!grouped.empty()) keys = std::move(grouped);
    }
    if (keys.empty()) return false;
    if (keys.size() != wanted) {
      line.problem += say("第 {first} 至 {last} 题应有 {wanted} 个答案，这里有 {found} 个，没有采用。",
                          "first"_a = first, "last"_a = *last, "wanted"_a = wanted, "found"_a = keys.size());
      return true;
    }
    for (std::size_t i = 0; i < wanted; ++i)
      line.entries.push_back({first + static_cast<int>(i), keys[i], 0});
    return true;
  }

  static bool takeOne(int number, std::u32string_view segment, KeyLine& line) {
    if (!optionLetters(segment) && singles(segment).size() != 1) return false;
    line.entries.push_back({number, std::u32string(segment), 0});
    return true;
  }

  std::u32string_view plain_;
  std::optional<ItemType> type_;
  std::size_t at_ = 0;
  bool isGlued_ = false;
};

}  // namespace

std::optional<KeyLine> keyLine(std::u32string_view plain, std::optional<ItemType> type) {
  return Scanner(plain, type).run();
}

bool isKeyLine(std::u32string_view plain, std::optional<ItemType> type) {
  if (keyLine(plain, type)) return true;
  const std::vector<TaggedPart> parts = taggedParts(plain);
  if (parts.empty()) return false;
  const std::u32string_view before = trimmed(plain.substr(0, parts.front().begin));
  const auto start = itemStart(before);
  return keyLine(before, type) || (start && start->number && start->text >= before.size());
}

std::optional<KeyLine> keysOfRange(std::u32string_view plain, std::size_t from, std::size_t rest,
                                   std::optional<ItemType> type) {
  const std::size_t digits = plain.find_first_of(U"0123456789", from);
  if (digits == kNowhere || digits >= rest) return std::nullopt;
  std::size_t end = digits;
  while (end < rest && (isDigit(plain[end]) || isBlankChar(plain[end]) || isOneOf(plain[end], U"-—–~〜至到")))
    ++end;
  const std::u32string range(trimmed(plain.substr(digits, end - digits)));
  return keyLine(range + U" " + std::u32string(plain.substr(rest)), type);
}

}  // namespace tiku::formats
