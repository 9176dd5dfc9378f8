#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/exchange/written/pieces.h"
#include "formats/model/text.h"

/// Texts of items in cells of a spreadsheet, and back. A paragraph is a line of the cell. What a cell cannot
/// show is written as people do in plain text:
///
///     （　　）    a blank; brackets around nothing, or three underscores, are read as one, too
///     $\frac12$  a formula in LaTeX
///     **不**     emphasis
///     [图1：说明]  the first picture of the row
///     ↵          a line break within a paragraph, before the end of the line
///     | a | b |  a row of a table; ¶ parts the paragraphs of a cell
///     _{2} ^{2}  a subscript or superscript where it is all of the cell; else they are Excel's own
///
/// Only where words would be taken for one of these, a backslash stands before it.
namespace tiku::formats::itemsheet {

/// The words of a cell: pieces of kText, kSubscript and kSuperscript, none empty, no two of a kind beside
/// each other.
using Words = std::vector<Inline>;

/// The pictures of a row, by their numbers.
struct RowPictures {
  std::vector<std::string> names;  ///< Media names; [图1] is the first.
  written::HeldAs heldAs;
};

Words wordsOf(const RichText& text, RowPictures& pictures);
RichText textOf(const Words& words, const std::vector<std::string>& pictures);

/// All words together.
std::string plainWords(const Words& words);

/// Cuts the words to what a cell holds, 32,767 units of UTF-16. True when they were longer.
bool cutToCell(Words& words);

}  // namespace tiku::formats::itemsheet
