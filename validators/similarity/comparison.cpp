#include "validators/similarity/comparison.h"

#include <algorithm>
#include <string>

#include "validators/similarity/wording.h"

namespace tiku::validators {
namespace {

constexpr std::size_t kShortestMove = 3;  ///< Units that must have kept together to have moved.
constexpr std::size_t kMostMoves = 8;
constexpr std::size_t kMostLeftOver = 1U << 14U;  ///< Of what is left over of both, to look for moves.
constexpr std::size_t kLongestTurn = 6;  ///< Units within which a 不 turns the sentence, not a clause of it.

struct Run {
  std::size_t a = 0;
  std::size_t b = 0;
  std::size_t length = 0;
};

/// The longest run of units that are marked common in neither.
Run longestRun(std::u16string_view a, std::u16string_view b, const std::vector<std::uint32_t>& freeA,
               const std::vector<std::uint32_t>& freeB, const Comparison& comparison) {
  Run longest;
  for (const std::uint32_t atA : freeA) {
    if (comparison.commonA[atA] != 0) continue;
    for (const std::uint32_t atB : freeB) {
      if (a[atA] != b[atB] || comparison.commonB[atB] != 0) continue;
      std::size_t length = 1;
      while (atA + length < a.size() && atB + length < b.size() && a[atA + length] == b[atB + length] &&
             comparison.commonA[atA + length] == 0 && comparison.commonB[atB + length] == 0)
        ++length;
      if (length > longest.length) longest = {atA, atB, length};
    }
  }
  return longest;
}

void markMoves(std::u16string_view a, std::u16string_view b, Comparison& comparison) {
  std::vector<std::uint32_t> freeA;
  std::vector<std::uint32_t> freeB;
  for (const Difference& one : comparison.differences) {
    for (std::uint32_t at = one.aFrom; at < one.aTo; ++at) freeA.push_back(at);
    for (std::uint32_t at = one.bFrom; at < one.bTo; ++at) freeB.push_back(at);
  }
  if (comparison.differences.size() < 2 || freeA.size() * freeB.size() > kMostLeftOver) return;
  for (std::size_t move = 0; move < kMostMoves; ++move) {
    const Run run = longestRun(a, b, freeA, freeB, comparison);
    if (run.length < kShortestMove) return;
    std::fill_n(comparison.commonA.begin() + static_cast<std::ptrdiff_t>(run.a), run.length, 1);
    std::fill_n(comparison.commonB.begin() + static_cast<std::ptrdiff_t>(run.b), run.length, 1);
  }
}

bool isToken(char16_t unit) {
  return isLatin(unit) || (unit >= u'0' && unit <= u'9') || unit == u'.' || unit == u'%' || unit == u'/';
}

/// One side of a difference.
struct Side {
  const Statement& statement;
  const std::vector<std::uint8_t>& common;
  const std::vector<std::uint8_t>& content;
  std::uint32_t from;
  std::uint32_t to;

  [[nodiscard]] std::u16string_view words() const {
    return std::u16string_view(statement.text).substr(from, to - from);
  }
  /// Content that the other statement does not have.
  [[nodiscard]] std::u16string rest() const {
    std::u16string units;
    for (std::uint32_t at = from; at < to; ++at) {
      if (common[at] == 0 && content[at] != 0) units.push_back(statement.text[at]);
    }
    return units;
  }
  [[nodiscard]] bool inKey() const {
    for (std::uint32_t at = from; at < to; ++at) {
      if (statement.origins[at].field == Statement::Origin::kStem) return false;
    }
    return from < to;
  }
  [[nodiscard]] bool inStem() const {
    for (std::uint32_t at = from; at < to; ++at) {
      if (statement.origins[at].field != Statement::Origin::kStem) return false;
    }
    return true;
  }
  /// The number or code that the side is a part of, as the unit before and behind it may belong to it.
  [[nodiscard]] std::u16string token(bool& hasLetters) const {
    std::uint32_t first = from;
    std::uint32_t last = to;
    const std::u16string& text = statement.text;
    while (first > 0 && isToken(text[first - 1])) --first;
    while (last < text.size() && isToken(text[last])) ++last;
    std::u16string token;
    bool digit = false;
    for (std::uint32_t at = first; at < last; ++at) {
      if (isToken(text[at]) || isNumeral(text[at])) token.push_back(text[at]);
      if (isNumeral(text[at])) digit = true;
      if (isLatin(text[at]) && !digit) hasLetters = true;
    }
    return token;
  }
};

bool allNumeral(std::u16string_view words) {
  return !words.empty() &&
         std::ranges::all_of(words, [](char16_t unit) { return isNumeral(unit) || isToken(unit); });
}

bool hasToken(std::u16string_view words) {
  return std::ranges::any_of(words, isToken);
}

/// The numerals of the words; without a lone 一 or 两, which are in 一般 and 两者.
std::u16string numeralsOf(std::u16string_view words) {
  std::u16string numerals;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool lone =
        (at == 0 || !isNumeral(words[at - 1])) && (at + 1 == words.size() || !isNumeral(words[at + 1]));
    if (isNumeral(words[at]) && !(lone && (words[at] == u'一' || words[at] == u'两')))
      numerals.push_back(words[at]);
  }
  return numerals;
}

/// Whether nothing but words of negation and of permission is there.
bool onlyTurns(std::u16string_view words) {
  static constexpr std::u16string_view kTurning = u"不非无未没勿禁止严得能可以应当必须错误正确允许";
  return std::ranges::all_of(words, [](char16_t unit) { return kTurning.find(unit) != kTurning.npos; });
}

/// Whether one side has more of a number or code that both have: Ⅱ 类 and Ⅲ 类, which fold to ii and iii, 5
/// and 50.
bool extendsToken(const Side& a, const std::u16string& tokenA, const Side& b, const std::u16string& tokenB) {
  if (a.words().empty() == b.words().empty()) return false;
  const Side& more = a.words().empty() ? b : a;
  return more.inStem() && std::ranges::all_of(more.words(), isToken) && !tokenA.empty() && !tokenB.empty() &&
         tokenA != tokenB;
}

/// The digit of a lone Han numeral, and of a number that begins with a digit: 四 / 4; 0 for neither.
char16_t lonelyDigit(std::u16string_view numeral) {
  if (numeral.size() != 1) return 0;
  static constexpr std::u16string_view kHan = u"一二三四五六七八九";
  const std::size_t at = kHan.find(numeral.front());
  if (at != kHan.npos) return static_cast<char16_t>(u'1' + at);
  if (numeral.front() == u'两') return u'2';
  return numeral.front() >= u'1' && numeral.front() <= u'9' ? numeral.front() : u'\0';
}

/// Whether the sides say the same: 四年 / 4 年, 报警 / 警报, 应不 / 不应.
bool saysTheSame(const Side& a, std::u16string restA, const Side& b, std::u16string restB) {
  constexpr std::size_t kLongestTurned = 3;
  bool letters = false;
  const char16_t digit = lonelyDigit(restA);
  if (digit != 0 && digit == lonelyDigit(restB))
    return a.token(letters).size() == 1 && b.token(letters).size() == 1;
  if (restA.size() != restB.size() || restA.empty() || restA.size() > kLongestTurned) return false;
  if (std::ranges::any_of(restA, [](char16_t unit) { return isToken(unit) || isNumeral(unit); }))
    return false;
  std::ranges::sort(restA);
  std::ranges::sort(restB);
  return restA == restB;
}

Change changeOf(const Side& a, const std::u16string& restA, const Side& b, const std::u16string& restB,
                bool negated) {
  if (negated && onlyTurns(a.words()) && onlyTurns(b.words())) return Change::kNegation;
  bool lettersA = false;
  bool lettersB = false;
  const std::u16string tokenA = a.token(lettersA);
  const std::u16string tokenB = b.token(lettersB);
  if (extendsToken(a, tokenA, b, tokenB)) return lettersA || lettersB ? Change::kCode : Change::kNumber;
  if (restA.empty() && restB.empty()) return Change::kNothing;
  const bool tokens = hasToken(a.words()) || hasToken(b.words());
  if ((tokens && !tokenA.empty() && !tokenB.empty() && tokenA != tokenB && !a.words().empty() &&
       !b.words().empty()) ||
      (allNumeral(restA) && allNumeral(restB)))
    return lettersA || lettersB ? Change::kCode : Change::kNumber;
  const std::u16string numeralsA = numeralsOf(restA);
  const std::u16string numeralsB = numeralsOf(restB);
  if (!numeralsA.empty() && !numeralsB.empty() && numeralsA != numeralsB) return Change::kNumber;
  if (opposed(a.words(), b.words()) || opposed(restA, restB)) return Change::kOpposite;
  return restA.empty() || restB.empty() ? Change::kAdded : Change::kReplaced;
}

}  // namespace

Comparison compare(const Statement& a, const Statement& b) {
  Comparison comparison{differences(a.text, b.text),
                        std::vector<std::uint8_t>(a.text.size(), 1),
                        std::vector<std::uint8_t>(b.text.size(), 1),
                        {},
                        {}};
  markContent(a.text, comparison.contentA);
  markContent(b.text, comparison.contentB);
  for (const Difference& one : comparison.differences) {
    std::fill(comparison.commonA.begin() + one.aFrom, comparison.commonA.begin() + one.aTo, 0);
    std::fill(comparison.commonB.begin() + one.bFrom, comparison.commonB.begin() + one.bTo, 0);
  }
  markMoves(a.text, b.text, comparison);
  return comparison;
}

namespace {

/// Content on both sides of a place.
struct Sides {
  std::u16string a;
  std::u16string b;
};

/// Marks the places whose contents are those of another place, exchanged.
void markExchanges(std::vector<Place>& places, const std::vector<Sides>& sides) {
  for (std::size_t one = 0; one < places.size(); ++one) {
    for (std::size_t other = one + 1; other < places.size(); ++other) {
      if (sides[one].a.empty() || sides[one].b.empty()) continue;
      if (sides[one].a != sides[other].b || sides[one].b != sides[other].a) continue;
      places[one].exchanged = true;
      places[other].exchanged = true;
    }
  }
}

}  // namespace

std::vector<Place> placesOf(const Statement& a, const Statement& b, const Comparison& comparison) {
  std::vector<Place> places;
  std::vector<Sides> sides;
  for (const Difference& one : comparison.differences) {
    const Side sideA{a, comparison.commonA, comparison.contentA, one.aFrom, one.aTo};
    const Side sideB{b, comparison.commonB, comparison.contentB, one.bFrom, one.bTo};
    const std::u16string restA = sideA.rest();
    const std::u16string restB = sideB.rest();
    Place place;
    place.difference = static_cast<std::size_t>(&one - comparison.differences.data());
    place.negated = std::max(sideA.words().size(), sideB.words().size()) <= kLongestTurn &&
                    (negations(sideA.words()) + negations(sideB.words())) % 2 != 0;
    if (sameMeaning(a.text, one.aFrom, one.aTo, b.text, one.bFrom, one.bTo)) continue;
    if (saysTheSame(sideA, restA, sideB, restB)) continue;
    place.change = changeOf(sideA, restA, sideB, restB, place.negated);
    place.units = static_cast<double>(std::min(restA.size(), restB.size()));
    place.longer = static_cast<double>(std::max(restA.size(), restB.size()));
    place.late = one.aFrom * 2 >= a.text.size() && one.bFrom * 2 >= b.text.size();
    place.inKeyA = sideA.inKey();
    place.inKeyB = sideB.inKey();
    if (place.change == Change::kNothing) continue;
    places.push_back(place);
    sides.push_back({restA, restB});
  }
  markExchanges(places, sides);
  return places;
}

}  // namespace tiku::validators
