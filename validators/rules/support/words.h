#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/base/trim.h"
#include "formats/base/utf8.h"
#include "formats/model/text.h"
#include "validators/checker/finding.h"

/// Looking at the words of a text. Positions are bytes of RichText::str() unless a name says otherwise.
namespace tiku::validators {

/// A stretch of bytes.
struct Span {
  std::size_t from = 0;
  std::size_t length = 0;
  [[nodiscard]] std::size_t end() const { return from + length; }
  bool operator==(const Span&) const = default;
};

/// Bytes of the UTF-8 character at `at`; 1 for a byte that begins none, and never beyond the end.
std::size_t characterLength(std::string_view text, std::size_t at);
using formats::characterCount;
/// The span in characters, as findings carry it.
TextRange rangeOf(std::string_view text, Span span);

using formats::trimmed;

/// Whether a Han character begins at the byte `at`.
inline bool isHanAt(std::string_view text, std::size_t at) {
  return text.size() - at >= 3 && text[at] >= '\xE4' && text[at] <= '\xE9';
}
inline bool endsWithHan(std::string_view text) {
  return text.size() >= 3 && isHanAt(text, text.size() - 3);
}

/// The first of the words that stands in the text.
std::optional<Span> firstOf(std::string_view text, std::span<const std::string_view> words);

/// Places left for the answer: a blank of the model prints as a bracket pair with nothing but spaces inside;
/// brackets typed by hand, full or half width, and runs of two or more underscores count as well. The
/// brackets of a call, "main()", and the underscores of a name, "__init__", do not.
std::vector<Span> blanksIn(std::string_view text);

/// The clause that holds the position: what stands between two of ，。；！？：and line breaks.
Span clauseAround(std::string_view text, std::size_t position);

/// Whether the span lies in one emphasised piece of the text.
bool isEmphasised(const formats::RichText& text, Span span);

/// Whether the span is exactly a blank of the model, not one typed by hand.
bool isBlankPiece(const formats::RichText& text, Span span);

/// Whether the text holds a program or a mark-up language: there brackets, stops and words are the program's
/// own.
bool hasCode(std::string_view text);

/// Width in Han characters, doubled so that it is whole: a Han character is 2, an ASCII character 1.
int halfWidths(std::string_view text);

}  // namespace tiku::validators
