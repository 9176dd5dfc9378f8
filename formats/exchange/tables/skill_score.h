#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/exchange/tables/cells.h"
#include "formats/exchange/tables/rows.h"
#include "formats/model/item.h"

namespace tiku::formats::tables {

/// The text of a paragraph as an item keeps it: with the number that Word computed, without line breaks at
/// its ends.
[[nodiscard]] Paragraph textOf(const DocParagraph& paragraph);
[[nodiscard]] RichText textOf(const DocCell& cell);
/// A table inside a task.
[[nodiscard]] TextTable textOf(const DocTable& table);

/// First row that heads a score sheet: 配分 with 评分细则描述 / 评分标准 / 考核要点.
[[nodiscard]] std::optional<std::size_t> scoreSheetHead(const TableView& view);

struct ScoreSheet {
  std::vector<ScoreRow> rows;
  std::optional<Marks> total;  ///< As stated.
  std::string totalAt;
  std::vector<std::string> vetoes;
};
/// Reads a score sheet; every row gets its verdict. A row without number and marks continues the one above.
[[nodiscard]] ScoreSheet readScoreSheet(const TableView& view, std::size_t head, Rows& rows);

/// First row that heads a list of materials: 名称 with 规格 or 数量.
[[nodiscard]] std::optional<std::size_t> materialsHead(const TableView& view);
[[nodiscard]] std::vector<Material> readMaterials(const TableView& view, std::size_t head,
                                                  Material::Provider provider, Rows& rows);

}  // namespace tiku::formats::tables
