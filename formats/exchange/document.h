#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "formats/model/text.h"

/// A word-processor file as the importers see it: paragraphs and tables in order, with everything that Word
/// computes (numbers of lists) already written out. Made by the readers of docx, text and HTML.
namespace tiku::formats {

struct DocParagraph {
  int number =
      0;  ///< 1-based over all body paragraphs outside tables, empty ones too: the "段 12" of a report.
  std::string
      label;  ///< The number that Word prints before it ("二、", "A、", "11."), computed; empty without one.
  std::string style;  ///< Name of the style as shown in Word; may be empty.
  RichText text;      ///< Without the label. One paragraph; hard line breaks are Inline::kLineBreak.
  bool pageBreakBefore = false;

  /// Label and words together, as a reader sees the line.
  [[nodiscard]] std::string line() const { return label + text.str(); }
};

struct DocCell {
  std::vector<DocParagraph> paragraphs;  ///< Their `number` is 0.
  int column = 0;                        ///< 0-based grid column where it starts.
  int columnSpan = 1;
  bool continued = false;  ///< Lower part of a vertically merged cell: shows nothing of its own.

  /// The paragraphs' lines joined by LF.
  [[nodiscard]] std::string str() const;
};

struct DocTable {
  int number = 0;  ///< 1-based: the "表 1" of a report.
  std::vector<std::vector<DocCell>> rows;

  /// The cell that covers the grid column in the row, following vertical merges upwards; null when there is
  /// none.
  [[nodiscard]] const DocCell* at(std::size_t row, int column) const;
};

struct Document {
  std::string file;  ///< File name without folders.
  std::vector<std::variant<DocParagraph, DocTable>> blocks;
  /// Pictures: media file name `<sha256>.<ext>` (as images in the texts name it) -> bytes.
  std::map<std::string, std::string> media;
  /// What the reader met and left out (text boxes, comments, deleted text, fields), as sentences for the
  /// report.
  std::vector<std::string> notes;
};

}  // namespace tiku::formats
