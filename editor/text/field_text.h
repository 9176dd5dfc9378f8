#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/model/text.h"
#include "validators/checker/fix.h"

namespace tiku::editor {

/// RichText as the words of a text control, and back.
///
/// A native text control holds plain characters and takes Chinese input methods; a RichText holds blanks,
/// pictures, formulas, raised and lowered words. Here each character knows what it belongs to: a blank shows
/// as （　）, a picture as ［图 1］, a table as ［表 3×4］ in a line of its own. Those are marks: they are
/// typed over, deleted and copied as a whole. What is typed takes the form of what it is typed into.
///
/// Positions count characters (Unicode code points) of `str()`.
class FieldText {
 public:
  /// What a character belongs to.
  enum class Form { kPlain, kSubscript, kSuperscript, kEmphasis, kMath, kLineBreak, kBlank, kImage, kTable };
  /// A stretch of characters of the same form and, for a mark, of the same one.
  struct Run {
    int from = 0;
    int length = 0;
    Form form = Form::kPlain;
  };

  FieldText() = default;
  explicit FieldText(const formats::RichText& text);

  /// What the control shows, in UTF-8.
  [[nodiscard]] std::string str() const;
  /// The words as they are now. FieldText(t).rich() == t, but for empty pieces and neighbours of one form,
  /// which become one.
  [[nodiscard]] formats::RichText rich() const;
  [[nodiscard]] int size() const { return static_cast<int>(cells_.size()); }
  [[nodiscard]] std::vector<Run> runs() const;

  /// What the control did: `removed` characters at `from` went, `typed` came in their place. A mark that is
  /// touched in part goes as a whole. Returns where the cursor belongs then.
  int replace(int from, int removed, std::string_view typed);
  /// Finds out what the control did from its new words: the text between what is alike at the beginning and
  /// at the end, `cursor` telling which of several readings is meant (typing 的 after 的). Returns the
  /// cursor.
  int became(std::string_view words, int cursor);

  /// Makes the stretch raised, lowered, emphasised, a formula or plain; marks within stay. No effect on an
  /// empty stretch.
  void setForm(int from, int length, Form form);
  /// Whether the whole stretch (without its marks) has the form.
  [[nodiscard]] bool hasForm(int from, int length, Form form) const;
  /// Puts a blank in place of the stretch; returns the cursor after it.
  int insertBlank(int from, int removed);
  /// Likewise a picture: its media file name and what a reader without it should know.
  int insertImage(int from, int removed, const std::string& media, const std::string& alternative);
  /// Likewise a table, in a line of its own.
  int insertTable(int from, int removed, formats::TextTable table);
  /// The table whose mark covers the position, to be edited; null when there is none.
  [[nodiscard]] const formats::TextTable* tableAt(int position) const;
  /// Puts another table in its place.
  void setTableAt(int position, formats::TextTable table);
  /// The media file of the picture whose mark covers the position; empty when there is none.
  [[nodiscard]] std::string imageAt(int position) const;

  /// Where a finding's range (characters of RichText::str()) lies here.
  [[nodiscard]] validators::TextRange here(validators::TextRange inWords) const;

  /// Part of it, for the clipboard.
  [[nodiscard]] formats::RichText part(int from, int length) const;
  /// Puts rich text in place of the stretch; returns the cursor after it.
  int insert(int from, int removed, const formats::RichText& text);

 private:
  struct Cell {
    char32_t character = 0;
    Form form = Form::kPlain;
    int mark = -1;  ///< Number of its mark in marks_; -1 for words.
  };
  struct Mark {
    formats::Inline piece{};
    std::optional<formats::TextTable> table{};
  };

  void append(std::vector<Cell>& cells, std::string_view words, Form form, int mark = -1) const;
  void appendParagraph(std::vector<Cell>& cells, const formats::Paragraph& paragraph);
  std::vector<Cell> cellsOf(const formats::RichText& text);
  int put(int from, int removed, std::vector<Cell> cells);
  void widenOverMarks(int& from, int& end) const;
  void tidy();
  [[nodiscard]] formats::RichText richOf(int from, int end) const;

  std::vector<Cell> cells_;
  std::vector<Mark> marks_;
};

}  // namespace tiku::editor
