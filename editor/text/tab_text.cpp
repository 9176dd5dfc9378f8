#include "editor/text/tab_text.h"

namespace tiku::editor {
namespace {

bool endsCell(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == '\t' || text[at] == '\n' || text[at] == '\r';
}

/// The quoted cell that begins at `at`, which moves behind it. False when the quotes do not close before the
/// cell ends: then they are words.
bool takeQuoted(std::string_view text, std::size_t& at, std::string& cell) {
  if (at >= text.size() || text[at] != '"') return false;
  std::string words;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] != '"') {
      if (text[i] != '\r' || i + 1 >= text.size() || text[i + 1] != '\n') words += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == '"') {
      words += '"';
      ++i;
    } else {
      if (!endsCell(text, i + 1)) return false;
      at = i + 1;
      cell = std::move(words);
      return true;
    }
  }
  return false;
}

}  // namespace

CellBlock cellsOfTabText(std::string_view text) {
  CellBlock rows;
  std::size_t at = 0;
  while (at < text.size()) {
    std::vector<std::string>& row = rows.emplace_back();
    while (true) {
      std::string& cell = row.emplace_back();
      if (!takeQuoted(text, at, cell)) {
        while (!endsCell(text, at)) cell += text[at++];
      }
      if (at >= text.size() || text[at] != '\t') break;
      ++at;
    }
    if (at < text.size() && text[at] == '\r') ++at;
    if (at < text.size() && text[at] == '\n') ++at;
  }
  return rows;
}

std::string tabTextOf(const CellBlock& cells) {
  std::string text;
  for (const std::vector<std::string>& row : cells) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (column > 0) text += '\t';
      const std::string& cell = row[column];
      if (cell.find_first_of("\t\n\r") == std::string::npos && !cell.starts_with('"')) {
        text += cell;
        continue;
      }
      text += '"';
      for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
      }
      text += '"';
    }
    text += '\n';
  }
  return text;
}

}  // namespace tiku::editor
