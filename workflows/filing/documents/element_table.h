#pragma once

#include <string>
#include <vector>

#include "formats/model/blueprint.h"
#include "workflows/filing/documents/page.h"

/// 要素细目表 in the national layout (domain: one column group per level of scopes, then the points), laid
/// out once and written as Word and as Excel.
namespace tiku::workflows {

/// One cell of the laid-out table; what a merged cell covers is marked and empty.
struct GridCell {
  std::string text;
  bool left = false;       ///< Words, not a code or a figure.
  int rows = 1;            ///< It reaches so many rows down.
  bool continued = false;  ///< Covered from above.
};

struct ElementGrid {
  struct Column {
    std::string title;
    std::string group;  ///< Title over several columns: 一级, 考评点.
    int width = 10;     ///< In millimetres on the page.
    bool left = false;
  };
  std::vector<Column> columns;
  std::vector<std::vector<GridCell>> rows;
  std::vector<std::string> total;  ///< The last row, one text per column.
};

/// What the columns say besides the tree.
struct ElementGridOptions {
  std::string word;  ///< 考评 or 鉴定
  /// Operational: how many items name the point. Empty for the theory table.
  std::map<formats::Id, int> itemsOfPoint;
  bool countItems = false;
  /// Number of the standard's entry ("2.1.3") by its id; the column is left out where it is empty.
  std::map<formats::Id, std::string> requirementNumbers;
};

/// As many scope columns as the tree is deep; columns of which the whole table has nothing (importance,
/// weights, notes) are left out.
ElementGrid layOut(const formats::ElementTable& table, const ElementGridOptions& options);

/// Numbers of the standard's entries at a level as printed there: "1.2.3" of 职业功能, 工作内容 and entry;
/// "基本要求 2.1.2" of a basic topic.
std::map<formats::Id, std::string> requirementNumbers(const formats::Standard* standard,
                                                      formats::Level level);

formats::DocxTable docxTable(const ElementGrid& grid);
formats::XlsxSheet xlsxSheet(const ElementGrid& grid, const std::string& name, const std::string& title,
                             const std::string& note);

/// One level's table under its title, on a page of its own: the theory table, or the operational one.
/// `withStandard` adds the entries of the standard to which the points belong.
void addElementTable(const DocumentRequest& request, const LevelView& level, bool theory, bool withStandard,
                     formats::DocxWriter& writer);
/// The same as a sheet, always with the standard's entries.
formats::XlsxSheet elementSheet(const DocumentRequest& request, const LevelView& level, bool theory,
                                const std::string& name);

}  // namespace tiku::workflows
