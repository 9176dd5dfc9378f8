#pragma once

#include <string>
#include <vector>

#include "formats/exchange/docx/writer.h"
#include "formats/exchange/itemdoc/item_lines.h"

/// Items on the pages of a Word document.
namespace tiku::formats::itemdoc {

/// Writes the parts of one item; they stay on one page where they fit.
void addItem(DocxWriter& writer, const std::vector<Part>& parts);

}  // namespace tiku::formats::itemdoc
