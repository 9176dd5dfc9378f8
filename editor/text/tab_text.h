#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tiku::editor {

/// Cells by row and column; rows may differ in length.
using CellBlock = std::vector<std::vector<std::string>>;

/// What a spreadsheet puts on the clipboard as text: cells parted by tabs, rows by line ends, and cells with
/// either in quotes, where a quote is doubled. A quote that opens nothing stands for itself. The line end
/// that Excel adds after the last row makes no row.
[[nodiscard]] CellBlock cellsOfTabText(std::string_view text);

/// The same the other way round; read again it gives the same cells.
[[nodiscard]] std::string tabTextOf(const CellBlock& cells);

}  // namespace tiku::editor
