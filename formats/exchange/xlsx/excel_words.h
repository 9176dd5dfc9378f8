#pragma once

#include <set>
#include <string>

/// Words as a file of Excel takes them.
namespace tiku::formats::excel {

/// The name of a sheet: cut to 31 characters, without what Excel forbids ([]:*?/\\ and apostrophes), and
/// another one than those in `taken`, which it joins.
std::string sheetName(std::string name, std::set<std::string>& taken);

/// A header or footer of a page, cut to what leaves room for its codes.
std::string headerText(const std::string& text);

/// Words of a cell: "_x0041_", which Excel takes for a character, is written as the words that it is.
std::string cellText(const std::string& text);

/// Lines that the words take in a cell so many digits wide; a character of East Asia is two digits wide.
int linesOf(const std::string& text, double width);

}  // namespace tiku::formats::excel
