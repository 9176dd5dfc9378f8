#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The 技能要求 or 相关知识要求 of a cell, whichever way they were typed.
namespace tiku::formats::standards {

struct FoundEntry {
  std::vector<int> number;  ///< 1.1.2; {2} of "2." or "（2）"; empty where nothing is printed.
  std::string text;         ///< Without number and ★, on one line.
  bool critical = false;    ///< ★
};

struct CellEntries {
  std::string carriedOn;  ///< Words before the first number: the end of an entry that a page break cut.
  std::vector<FoundEntry> entries;
};

/// Entries with numbers begin at them, on lines of their own or run together; words without number go on with
/// the entry before. In a cell without any number each line is an entry; of 技能要求 (`skills`), where some
/// lines begin with 能, only those.
CellEntries entriesOfCell(std::string_view text, bool skills);

/// Takes ★ from the front or the end; true when there was one.
bool takeStar(std::string& text);

}  // namespace tiku::formats::standards
