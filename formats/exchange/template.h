#pragma once

#include <string>
#include <vector>

#include "formats/model/bank.h"

/// Files for authors to write items in: with instructions, and an example of each type that the import knows
/// for an example. What is filled in reads back by the same ways as what the program writes.
namespace tiku::formats {

/// An Excel workbook: a sheet with instructions, a sheet of items for each level with lists to choose from,
/// and the points of the bank's element tables as such a list. Without a level one sheet, in which authors
/// say the level.
std::string excelTemplate(const Bank& bank, const std::vector<Level>& levels);

/// A Word document: instructions, the points of each level, and a section for each type. Without a level the
/// user says it at the import.
std::string wordTemplate(const Bank& bank, const std::vector<Level>& levels);

}  // namespace tiku::formats
