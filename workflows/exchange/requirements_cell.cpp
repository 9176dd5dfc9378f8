#include "workflows/exchange/requirements_cell.h"

namespace tiku::workflows {

using formats::DocxCell;
using formats::DocxParagraph;
using formats::DocxStyle;

DocxCell requirementsCell(const std::vector<formats::Requirement>& entries,
                          const std::function<std::string(std::size_t n)>& number) {
  DocxCell cell;
  cell.top = true;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string star = entries[i].critical ? "★" : "";
    cell.blocks.emplace_back(DocxParagraph(number(i + 1) + star + entries[i].text, DocxStyle::kCellLeft));
  }
  if (cell.blocks.empty()) cell.blocks.emplace_back(DocxParagraph("", DocxStyle::kCellLeft));
  return cell;
}

}  // namespace tiku::workflows
