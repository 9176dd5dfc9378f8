#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tiku::formats {

/// What a newer minor version of the format wrote into an element and this program does not know: kept as it
/// was read and written back, so that an older program loses nothing.
struct Extras {
  std::vector<std::pair<std::string, std::string>> attributes;  ///< Name and value, in file order.
  std::vector<std::string> elements;                            ///< Serialised child elements, in file order.

  [[nodiscard]] bool empty() const { return attributes.empty() && elements.empty(); }
  bool operator==(const Extras&) const = default;
};

/// One piece of a paragraph.
struct Inline {
  enum class Kind {
    kText,
    kSubscript,
    kSuperscript,
    kEmphasis,   ///< Printed with emphasis dots or bold, as for 不 in a negative stem.
    kBlank,      ///< The place of the answer: （ ） in a choice item, a line in a fill-in. No text.
    kImage,      ///< `text` is the alternative text, `target` the media file name `<sha256>.<ext>`.
    kMath,       ///< `text` is a formula in LaTeX.
    kLineBreak,  ///< No text.
  };

  Kind kind = Kind::kText;
  std::string text;
  std::string target;  ///< Only of an image.

  bool operator==(const Inline&) const = default;
};

struct Paragraph {
  std::vector<Inline> pieces;
  bool operator==(const Paragraph&) const = default;
};

struct TextTable;

/// Text of an item or a document: paragraphs and tables of a small inline vocabulary, never HTML.
class RichText {
 public:
  using Block = std::variant<Paragraph, TextTable>;

  RichText() = default;
  explicit RichText(std::vector<Block> blocks);

  /// One paragraph per line of `text`. Nothing in it is markup.
  static RichText plain(std::string_view text);

  [[nodiscard]] const std::vector<Block>& blocks() const { return blocks_; }
  /// True when nothing would be printed: no blocks, or blocks without any piece but white space.
  [[nodiscard]] bool empty() const;

  /// The words alone: paragraphs joined by LF, cells by TAB, rows by LF; a blank is "（　）", an image
  /// "[图]".
  [[nodiscard]] std::string str() const;

  /// How many blanks stand in the text.
  [[nodiscard]] int blankCount() const;
  /// File names of the images, in order, with repetitions.
  [[nodiscard]] std::vector<std::string> images() const;

  friend bool operator==(const RichText& a, const RichText& b);

 private:
  std::vector<Block> blocks_;
};

/// A table inside a text. Rows may differ in length; a cell holds text again, but tables do not nest deeper
/// than one.
struct TextTable {
  std::vector<std::vector<RichText>> rows;
  bool operator==(const TextTable&) const = default;
};

/// The printed form of a blank in RichText::str().
inline constexpr std::string_view kBlankText = "（　）";

}  // namespace tiku::formats
