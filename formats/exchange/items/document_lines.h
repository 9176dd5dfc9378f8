#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/document.h"
#include "formats/exchange/items/line_kinds.h"
#include "formats/exchange/items/plain_text.h"
#include "formats/exchange/items/unit_verdicts.h"

namespace tiku::formats {

/// A line of a question document, or a table that is none of lines.
struct DocumentLine {
  std::string at;                 ///< Unit of the report.
  std::vector<std::string> more;  ///< Units of further lines that belong to this one: wrapped words.
  LineText text;
  const DocTable* table = nullptr;
  std::string skip;     ///< Why it is no part of an item, as a sentence; empty where it may be one.
  bool byWord = false;  ///< Begins with a number that Word counts.
  /// What the cells of a table say of the item that the line begins; else the line's own words tell.
  std::optional<ItemStart> start{};
};

/// All lines of a document in order, and what the whole of them shows.
struct DocumentLines {
  std::vector<DocumentLine> lines;
  int furniture = 0;      ///< Lines that come again on every page ...
  std::string furnished;  ///< ... and the first of them.
  int joined = 0;         ///< Lines that were put to the one before them.
  int wrapWidth = 0;      ///< The width at which the file breaks its lines; 0 where paragraphs are whole.
  int tableItems = 0;     ///< Items that stand in the rows of tables.
};

/// What a person may have said against how lines are told.
struct LineChoices {
  bool keepsFurniture = false;
  std::optional<bool> wraps{};  ///< Empty: as the file shows.
  bool ignoresWordNumbers = false;
};

/// Takes the document apart: hard line breaks make lines of their own; the cells of tables that hold items
/// (a row an item under a head, a table an item with a name before each value, options in cells, whole pages
/// in a frame) become lines as they would be written without the table; lines broken at the edge of a page
/// are put together again; running heads and feet are marked. Enters every unit into `verdicts`.
DocumentLines linesOfDocument(const Document& document, UnitVerdicts& verdicts, const LineChoices& choices);

/// The lines that the table's cells hold, when it holds items; empty for any other table.
std::vector<DocumentLine> linesOfTable(const DocTable& table, int& items);

}  // namespace tiku::formats
