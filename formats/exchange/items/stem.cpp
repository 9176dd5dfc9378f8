#include "formats/exchange/items/stem.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>

#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/plain_text.h"

namespace tiku::formats {
namespace {

constexpr std::size_t kShortestLine = 3;  // __init__ is a name.
constexpr std::size_t kShortestDashes = 4;
constexpr std::size_t kLongestChoice = 20;
constexpr std::size_t kLongestMark = 5;

/// Closing bracket of an opening one that may hold an answer; 0 for any other character.
char32_t closing(char32_t open) {
  return open == '(' ? ')' : open == '[' ? ']' : open == U'【' ? U'】' : 0;
}

void addBrackets(std::u32string_view plain, std::size_t longest, std::vector<AnswerPlace>& places) {
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const char32_t close = closing(plain[at]);
    if (close == 0) continue;
    const std::size_t end = plain.find_first_of(U"()[]【】", at + 1);
    if (end == std::u32string_view::npos || plain[end] != close) continue;
    const std::u32string_view inside = trimmed(plain.substr(at + 1, end - at - 1));
    if (inside.size() > longest) continue;
    if (inside.find_first_not_of(U'_') == std::u32string_view::npos) {
      places.push_back({at, end + 1, {}});
    } else if (close == ')') {
      places.push_back({at, end + 1, std::u32string(inside)});
    } else if (const auto letters = optionLetters(inside);
               letters || judgementOf(inside, JudgementCode::kUsual)) {
      places.push_back({at, end + 1, std::u32string(inside)});  // [1] is a note, 【注】 a word.
    }
    at = end;
  }
}

/// A run of low lines, or of dashes too long for a dash.
void addLines(std::u32string_view plain, std::vector<AnswerPlace>& places) {
  constexpr std::u32string_view kDashes = U"—―─";
  const std::vector<AnswerPlace> brackets = places;
  for (std::size_t at = 0; at < plain.size();) {
    const bool dash = isOneOf(plain[at], kDashes);
    if (plain[at] != '_' && !dash) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < plain.size() && (dash ? isOneOf(plain[end], kDashes) : plain[end] == '_')) ++end;
    // The brackets stand in order and not in each other: only the last one before the line may hold it.
    const auto after = std::ranges::upper_bound(brackets, at, {}, &AnswerPlace::from);
    const bool within = after != brackets.begin() && end <= std::prev(after)->to;
    if (end - at >= (dash ? kShortestDashes : kShortestLine) && !within) places.push_back({at, end, {}});
    at = end;
  }
}

/// `main()`, `Close( )`: half-width brackets close behind a name of a program, with one space at most, are
/// part of the words.
bool isCall(const AnswerPlace& place, const LineText& line) {
  const std::u32string& plain = line.plain();
  if (!place.inside.empty() || place.from == 0 || place.to - place.from > 3) return false;
  const char32_t before = plain[place.from - 1];
  const bool name = before < 0x80 && (std::isalnum(static_cast<int>(before)) != 0 || before == '_');
  const std::string open = line.cut(place.from, place.from + 1).pieces.front().text;
  return name && (open == "(" || open == "[");
}

/// At the beginning or end of the line, where a judgement's mark goes.
bool isAtEdge(const AnswerPlace& place, std::u32string_view plain) {
  constexpr std::u32string_view kEnd = U" \t\n。.;!?,";
  return trimmed(plain.substr(0, place.from)).empty() ||
         plain.substr(place.to).find_first_not_of(kEnd) == std::u32string_view::npos;
}

bool isKeyOf(const AnswerPlace& place, std::u32string_view plain, const TheoryItem& item,
             JudgementCode code) {
  if (place.inside.empty()) return false;
  if (item.type == ItemType::kTrueFalse) {
    // "…为一级（A）" and "…的一种（1）" are words; a column or answer line may say A or 1, a statement may
    // not.
    const bool coded = place.inside.size() == 1 &&
                       std::u32string_view(U"AaBb012").find(place.inside[0]) != std::u32string_view::npos;
    return !coded && isAtEdge(place, plain) && judgementOf(place.inside, code).has_value();
  }
  if (!hasOptions(item.type)) return false;
  const auto letters = optionLetters(place.inside);
  return letters && letters->back() < static_cast<int>(item.options.size()) &&
         (item.type == ItemType::kMultipleChoice || letters->size() == 1);
}

/// One paragraph of the stem with its places.
struct StemLine {
  LineText line;
  std::vector<AnswerPlace> places;
};

/// The stem's paragraphs; nothing for its tables.
std::vector<std::optional<StemLine>> stemLines(const TheoryItem& item) {
  const std::size_t longest = item.type == ItemType::kTrueFalse ? kLongestMark : kLongestChoice;
  std::vector<std::optional<StemLine>> lines;
  for (const RichText::Block& block : item.stem.blocks()) {
    lines.emplace_back();
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph == nullptr) continue;
    lines.back().emplace(StemLine{LineText({}, *paragraph), {}});
    StemLine& stem = *lines.back();
    stem.places = answerPlaces(stem.line.plain(), longest);
    std::erase_if(stem.places, [&stem](const AnswerPlace& place) { return isCall(place, stem.line); });
  }
  return lines;
}

/// The stem's places that hold what may be the key.
std::vector<AnswerPlace*> keyPlaces(std::vector<std::optional<StemLine>>& lines, const TheoryItem& item,
                                    JudgementCode code) {
  std::vector<AnswerPlace*> found;
  for (auto& line : lines) {
    if (!line) continue;
    for (AnswerPlace& place : line->places) {
      if (isKeyOf(place, line->line.plain(), item, code)) found.push_back(&place);
    }
  }
  return found;
}

bool anyEmpty(const std::vector<std::optional<StemLine>>& lines) {
  return std::ranges::any_of(lines, [](const auto& line) {
    return line && std::ranges::any_of(line->places, [](const AnswerPlace& p) { return p.inside.empty(); });
  });
}

Paragraph rebuilt(const StemLine& stem, const TheoryItem& item) {
  const std::u32string& plain = stem.line.plain();
  Paragraph paragraph;
  std::size_t from = 0;
  const auto copy = [&](std::size_t to) {
    for (Inline& piece : stem.line.cut(from, to).pieces) paragraph.pieces.push_back(std::move(piece));
  };
  for (const AnswerPlace& place : stem.places) {
    if (!place.inside.empty()) continue;  // Words in brackets that are no answer.
    copy(place.from);
    from = place.to;
    if (item.type == ItemType::kTrueFalse && isAtEdge(place, plain)) continue;
    paragraph.pieces.push_back({Inline::Kind::kBlank, {}, {}});
  }
  copy(plain.size());
  return LineText({}, paragraph).slice(0);
}

}  // namespace

std::vector<AnswerPlace> answerPlaces(std::u32string_view plain, std::size_t longest) {
  std::vector<AnswerPlace> places;
  addBrackets(plain, longest, places);
  addLines(plain, places);
  std::ranges::sort(places, {}, &AnswerPlace::from);
  return places;
}

int keyPlaceCount(const TheoryItem& item, JudgementCode code) {
  std::vector<std::optional<StemLine>> lines = stemLines(item);
  return static_cast<int>(keyPlaces(lines, item, code).size());
}

void settleStem(TheoryItem& item, JudgementCode code, bool takesKey) {
  std::vector<std::optional<StemLine>> lines = stemLines(item);

  // An answer in brackets is the key only if no other place waits for one: "维生素（A）缺乏会引起（　）" has
  // none.
  const std::vector<AnswerPlace*> keys = keyPlaces(lines, item, code);
  const bool hasKey = !std::holds_alternative<std::monostate>(item.key);
  if (takesKey && keys.size() == 1 && !anyEmpty(lines)) {
    const auto key = keyFromWords(utf8(keys.front()->inside), item, code);
    if (key && (!hasKey || *key == item.key)) {
      item.key = *key;
      keys.front()->inside.clear();
    }
  }

  std::vector<RichText::Block> blocks = item.stem.blocks();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (lines[i]) blocks[i] = rebuilt(*lines[i], item);
  }
  item.stem = RichText(std::move(blocks));
}

}  // namespace tiku::formats
