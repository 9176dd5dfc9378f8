// The ranges of a table: what is selected, copied, emptied, pasted and filled.
#include <algorithm>

#include <wx/grid.h>

#include "editor/widgets/clipboard.h"
#include "editor/widgets/table_grid.h"
#include "editor/widgets/table_view.h"
#include "formats/base/say.h"

namespace tiku::editor {

using formats::say;
using formats::operator""_a;

namespace {

/// Far more than a table of the field has; what is longer was copied by mistake.
constexpr std::size_t kMostPasted = 2000;

}  // namespace

bool TableGrid::takesWords(int row, int column) const {
  const int empty = model_.rows();
  // Below the last row every row is as the empty one.
  return model_.cell(std::min(row, empty), column).editable && (row < empty || model_.grows());
}

std::optional<TableGrid::Block> TableGrid::block() const {
  std::optional<Block> only;
  for (const wxGridBlockCoords& block : grid_->GetSelectedBlocks()) {
    if (only) return std::nullopt;
    only = Block{block.GetTopRow(), block.GetLeftCol(), block.GetBottomRow(), block.GetRightCol()};
  }
  return only ? only : Block{row(), column(), row(), column()};
}

void TableGrid::copyBlock(const Block& block) {
  CellBlock cells;
  for (int row = block.top; row <= block.bottom; ++row) {
    std::vector<std::string>& line = cells.emplace_back();
    for (int column = block.left; column <= block.right; ++column) {
      line.push_back(model_.cell(row, column).text);
    }
  }
  std::string text = tabTextOf(cells);
  // One cell goes into a line of text as words, without a line end.
  if (cells.size() == 1 && cells.front().size() == 1) text.pop_back();
  setClipboardText(text);
}

bool TableGrid::copy() {
  if (!hasKeyboard() || row() < 0) return false;
  const auto chosen = block();
  if (!chosen) {
    tell(say("只能复制一块连在一起的单元格。"));
    return true;
  }
  copyBlock(*chosen);
  return true;
}

bool TableGrid::cut() {
  if (!hasKeyboard() || row() < 0) return false;
  const auto chosen = block();
  if (!chosen) {
    tell(say("只能复制一块连在一起的单元格。"));
    return true;
  }
  copyBlock(*chosen);
  emptyBlock(*chosen);
  return true;
}

void TableGrid::emptyBlock(const Block& block) {
  std::vector<CellWords> words;
  for (int row = block.top; row <= std::min(block.bottom, model_.rows() - 1); ++row) {
    for (int column = block.left; column <= block.right; ++column) {
      const TableCell cell = model_.cell(row, column);
      if (cell.editable && !cell.text.empty()) words.push_back({row, column, {}});
    }
  }
  if (!words.empty()) put(std::move(words));
}

void TableGrid::clear() {
  if (const auto chosen = block()) emptyBlock(*chosen);
}

bool TableGrid::paste() {
  if (!hasKeyboard() || row() < 0) return false;
  const CellBlock cells = cellsOfTabText(clipboardText());
  if (cells.empty()) return true;
  if (cells.size() > kMostPasted) {
    tell(say("粘贴的内容有 {n} 行，一次最多 {most} 行。没有改动。", "n"_a = cells.size(),
             "most"_a = kMostPasted));
    return true;
  }
  const auto chosen = block();
  if (!chosen) {
    tell(say("选中一块连在一起的单元格再粘贴。"));
    return true;
  }
  // One cell fills all that is selected; a larger one lies at its corner.
  const bool fills = cells.size() == 1 && cells.front().size() == 1;
  const int bottom = fills ? chosen->bottom : chosen->top + static_cast<int>(cells.size()) - 1;
  std::vector<CellWords> words;
  for (int row = chosen->top; row <= bottom; ++row) {
    const auto& line = cells[fills ? 0 : static_cast<std::size_t>(row - chosen->top)];
    const int right = fills ? chosen->right : chosen->left + static_cast<int>(line.size()) - 1;
    for (int column = chosen->left; column <= std::min(right, view_->GetNumberCols() - 1); ++column) {
      if (!takesWords(row, column)) continue;
      words.push_back({row, column, line[fills ? 0 : static_cast<std::size_t>(column - chosen->left)]});
    }
  }
  if (words.empty()) {
    tell(say("这里的单元格由程序计算，不能粘贴。"));
    return true;
  }
  put(std::move(words));
  return true;
}

void TableGrid::fillDown() {
  finishTyping();
  const auto chosen = block();
  if (!chosen) return;
  // One row alone takes what stands above it, as in Excel.
  const int from = chosen->top == chosen->bottom ? chosen->top - 1 : chosen->top;
  if (from < 0) return;
  std::vector<CellWords> words;
  for (int row = from + 1; row <= std::min(chosen->bottom, model_.rows() - 1); ++row) {
    for (int column = chosen->left; column <= chosen->right; ++column) {
      if (takesWords(row, column)) words.push_back({row, column, model_.cell(from, column).text});
    }
  }
  if (!words.empty()) put(std::move(words));
}

}  // namespace tiku::editor
