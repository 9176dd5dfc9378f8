#include "formats/exchange/sheets/row_stem.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "formats/base/fold.h"
#include "formats/base/trim.h"
#include "formats/exchange/items/key_words.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/items/stem.h"

namespace tiku::formats::sheets {
namespace {

// （选二项）, (选择两项), （选3项）
std::optional<int> chooseCount(std::string_view inside) {
  constexpr std::array<std::pair<std::string_view, int>, 13> kCounts{{{"一", 1},
                                                                      {"二", 2},
                                                                      {"两", 2},
                                                                      {"三", 3},
                                                                      {"四", 4},
                                                                      {"五", 5},
                                                                      {"六", 6},
                                                                      {"1", 1},
                                                                      {"2", 2},
                                                                      {"3", 3},
                                                                      {"4", 4},
                                                                      {"5", 5},
                                                                      {"6", 6}}};
  std::string word = foldWords(inside);
  for (const std::string_view begin : {"请选择", "选择", "请选", "选"}) {
    if (!word.starts_with(begin)) continue;
    word.erase(0, begin.size());
    for (const auto& [count, number] : kCounts) {
      if (word == std::string(count) + "项" || word == std::string(count) + "个") return number;
    }
  }
  return std::nullopt;
}

// 【多选题】 or （多选） around the words; removed, since the type says it.
void takeTag(std::string& text, bool behind, TypeHint& tag) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kPairs{
      {{"【", "】"}, {"[", "]"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}}};
  const std::string_view words = trimmed(text);
  for (const auto& [open, close] : kPairs) {
    std::string_view inside;
    std::string_view rest;
    if (behind && words.ends_with(close)) {
      const std::size_t begin = words.rfind(open);
      if (begin == std::string_view::npos) continue;
      inside = words.substr(begin + open.size(), words.size() - begin - open.size() - close.size());
      rest = words.substr(0, begin);
    } else if (!behind && words.starts_with(open)) {
      const std::size_t end = words.find(close);
      if (end == std::string_view::npos) continue;
      inside = words.substr(open.size(), end - open.size());
      rest = words.substr(end + close.size());
    } else {
      continue;
    }
    const TypeHint hint = typeOfName(inside);
    if (!hint) continue;
    tag = hint;
    text = std::string(rest);
    return;
  }
}

// "27、" or "3. " before the words; "3.5 毫米" has none.
void dropNumber(std::string& text) {
  std::size_t at = 0;
  while (at < text.size() && at < 4 && std::isdigit(static_cast<unsigned char>(text[at])) != 0) ++at;
  if (at == 0) return;
  for (const std::string_view dot : {"、", "．", "."}) {
    if (text.compare(at, dot.size(), dot) != 0) continue;
    const std::size_t end = at + dot.size();
    if (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) == 0) text.erase(0, end);
    return;
  }
}

// The first or last piece of words, trimmed at its outer end; gone when nothing is left.
void trimEnds(std::vector<RichText::Block>& blocks) {
  const auto empty = [](const RichText::Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    return paragraph != nullptr && std::ranges::all_of(paragraph->pieces, [](const Inline& piece) {
             return piece.kind == Inline::Kind::kText && trimmed(piece.text).empty();
           });
  };
  while (!blocks.empty() && empty(blocks.front())) blocks.erase(blocks.begin());
  while (!blocks.empty() && empty(blocks.back())) blocks.pop_back();
  for (RichText::Block& block : blocks) {
    auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph == nullptr || paragraph->pieces.empty()) continue;
    Inline& first = paragraph->pieces.front();
    if (first.kind == Inline::Kind::kText) {
      if (&block == &blocks.front()) first.text = std::string(trimmedStart(first.text));
    }
    Inline& last = paragraph->pieces.back();
    if (last.kind == Inline::Kind::kText) {
      last.text = std::string(trimmedEnd(last.text));
    }
    std::erase_if(paragraph->pieces, [](const Inline& piece) {
      return piece.kind == Inline::Kind::kText && piece.text.empty();
    });
  }
}

}  // namespace

RichText trimmedText(const RichText& raw) {
  std::vector<RichText::Block> blocks = raw.blocks();
  trimEnds(blocks);
  return RichText(std::move(blocks));
}

Stem readStem(const RichText& raw) {
  Stem stem;
  std::vector<RichText::Block> blocks = raw.blocks();
  trimEnds(blocks);
  const auto edge = [&blocks](bool behind) -> std::string* {
    auto* paragraph =
        blocks.empty() ? nullptr : std::get_if<Paragraph>(behind ? &blocks.back() : &blocks.front());
    if (paragraph == nullptr || paragraph->pieces.empty()) return nullptr;
    Inline& piece = behind ? paragraph->pieces.back() : paragraph->pieces.front();
    return piece.kind == Inline::Kind::kText ? &piece.text : nullptr;
  };
  if (std::string* first = edge(false)) {
    takeTag(*first, false, stem.tag);
    dropNumber(*first);
  }
  if (std::string* last = edge(true); last != nullptr && !stem.tag) takeTag(*last, true, stem.tag);
  trimEnds(blocks);
  stem.text = RichText(std::move(blocks));
  for (const AnswerPlace& place : answerPlaces(plainText(stem.text.str()), 8)) {
    if (const auto count = chooseCount(utf8(place.inside))) stem.choose = count;
  }
  return stem;
}

int emptyPlaces(const RichText& text) {
  const std::vector<AnswerPlace> places = answerPlaces(plainText(text.str()), 0);
  return static_cast<int>(places.size());
}

std::string bracketKey(const RichText& stem, bool judgement) {
  constexpr std::size_t kLongest = 16;
  std::string found;
  for (const AnswerPlace& place : answerPlaces(plainText(stem.str()), kLongest)) {
    const bool letter = place.inside.size() == 1 && place.inside[0] < 0x80;
    const bool fits = judgement
                          ? !letter && formats::judgementOf(place.inside, JudgementCode::kUsual).has_value()
                          : formats::optionLetters(place.inside).has_value();
    if (!fits || place.inside.empty()) continue;
    if (!found.empty()) return {};
    found = utf8(place.inside);
  }
  return found;
}

}  // namespace tiku::formats::sheets
