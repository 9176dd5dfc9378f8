#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/text.h"

namespace tiku::formats {

/// One character per character, with what importers need not tell apart made the same: full-width ASCII is
/// half-width, every kind of space but the tab and the line break is a space.
char32_t plainChar(char32_t c);
std::u32string plainText(std::string_view utf8);
/// The characters as they are; as many as plainText() has.
std::u32string wideText(std::string_view utf8);
std::string utf8(std::u32string_view text);

bool isBlankChar(char32_t c);  ///< Space, tab, line break.
bool isDigit(char32_t c);
bool isLetterLabel(char32_t c);  ///< A to J: options, in plainText.

/// What the search in a plain text gives when there is none.
inline constexpr auto kNowhere = std::u32string_view::npos;

inline bool isOneOf(char32_t c, std::u32string_view set) {
  return set.find(c) != kNowhere;
}

/// Without white space at both ends.
std::u32string_view trimmed(std::u32string_view text);
/// Without any white space.
std::u32string withoutBlanks(std::u32string_view text);
/// The place of the first character from `at` on that is no white space.
std::size_t skipBlanks(std::u32string_view plain, std::size_t at);
/// Behind `words` at the position, where white space may stand between their characters ("答  案"); kNowhere
/// when something else stands there.
std::size_t behindWords(std::u32string_view plain, std::size_t at, std::u32string_view words);
/// The number of at most four digits at the position, which moves behind it.
std::optional<int> numberAt(std::u32string_view plain, std::size_t& at);
/// How wide the text is in half-width columns, as a typewriter counts.
int displayWidth(std::u32string_view text);

/// 一二三 ..., with the round signs that stand for zero.
inline constexpr std::u32string_view kHanNumbers = U"一二三四五六七八九十百零〇○";

/// A line of a document to be taken apart: its plain text, and for any stretch of it the rich text that it
/// came from.
class LineText {
 public:
  LineText() = default;
  /// The line's words begin with `label`, apart by a space.
  LineText(const std::string& label, const Paragraph& paragraph);

  /// Stand-ins for what is no text.
  static constexpr char32_t kObject = 0xFFFC;  ///< A picture or formula.

  [[nodiscard]] const std::u32string& plain() const { return plain_; }
  /// Adds what stands in another line to the end of this one.
  void append(const LineText& other);
  [[nodiscard]] bool empty() const { return trimmed(plain_).empty(); }

  /// The stretch [from, to) as it stands.
  [[nodiscard]] Paragraph cut(std::size_t from, std::size_t to) const;
  /// The stretch without white space at its ends.
  [[nodiscard]] Paragraph slice(std::size_t from, std::size_t to = std::u32string::npos) const;
  /// The stretch as a line of its own.
  [[nodiscard]] LineText part(std::size_t from, std::size_t to = std::u32string::npos) const;

 private:
  struct Cell {
    std::size_t piece = 0;
    std::size_t from = 0;  ///< Bytes in the piece's text.
    std::size_t size = 0;
  };
  void add(const Inline& piece);

  std::u32string plain_;
  std::vector<Cell> cells_;  ///< One for each character of plain_.
  std::vector<Inline> pieces_;
};

/// The paragraph's hard line breaks make lines of their own.
std::vector<Paragraph> splitLines(const Paragraph& paragraph);

}  // namespace tiku::formats
