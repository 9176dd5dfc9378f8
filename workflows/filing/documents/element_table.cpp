#include "workflows/filing/documents/element_table.h"

#include <algorithm>

#include <fmt/format.h>

namespace tiku::workflows {

using formats::DocxCell;
using formats::DocxParagraph;
using formats::DocxRow;
using formats::DocxRun;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;
using formats::XlsxCell;

namespace {

/// A merged cell taller than this shows its text at the top, since its middle may lie on another page.
constexpr int kTallCell = 12;

/// First and one-past-last column of the group that begins at `from`.
std::size_t groupEnd(const ElementGrid& grid, std::size_t from) {
  std::size_t end = from + 1;
  while (end < grid.columns.size() && !grid.columns[from].group.empty() &&
         grid.columns[end].group == grid.columns[from].group) {
    ++end;
  }
  return end;
}

std::string oneLine(std::string text) {
  std::erase(text, '\n');
  return text;
}

void addHead(const ElementGrid& grid, DocxTable& table) {
  DocxRow groups;
  DocxRow titles;
  groups.head = titles.head = true;
  for (std::size_t from = 0; from < grid.columns.size();) {
    const std::size_t end = groupEnd(grid, from);
    const bool alone = grid.columns[from].group.empty();
    DocxCell group(alone ? grid.columns[from].title : grid.columns[from].group, DocxStyle::kDenseHead,
                   static_cast<int>(end - from));
    if (alone) group.merge = DocxCell::Merge::kStart;
    groups.cells.push_back(std::move(group));
    for (; from < end; ++from) {
      DocxCell title(alone ? "" : grid.columns[from].title, DocxStyle::kDenseHead);
      if (alone) title.merge = DocxCell::Merge::kContinued;
      titles.cells.push_back(std::move(title));
    }
  }
  table.rows.push_back(std::move(groups));
  table.rows.push_back(std::move(titles));
}

}  // namespace

DocxTable docxTable(const ElementGrid& grid) {
  DocxTable table;
  table.dense = true;
  for (const auto& column : grid.columns) table.widths.push_back(column.width);
  addHead(grid, table);
  for (const auto& cells : grid.rows) {
    DocxRow row;
    for (const GridCell& cell : cells) {
      DocxCell printed(cell.text, cell.left ? DocxStyle::kDenseLeft : DocxStyle::kDense);
      if (cell.rows > 1) printed.merge = DocxCell::Merge::kStart;
      if (cell.continued) printed.merge = DocxCell::Merge::kContinued;
      printed.top = cell.rows > kTallCell;
      row.cells.push_back(std::move(printed));
    }
    table.rows.push_back(std::move(row));
  }
  DocxRow total;
  for (const std::string& text : grid.total) total.cells.emplace_back(text, DocxStyle::kDenseHead);
  table.rows.push_back(std::move(total));
  return table;
}

formats::XlsxSheet xlsxSheet(const ElementGrid& grid, const std::string& name, const std::string& title,
                             const std::string& note) {
  formats::XlsxSheet sheet;
  sheet.name = name;
  sheet.landscape = true;
  for (const auto& column : grid.columns) {
    formats::XlsxColumn printed;
    printed.width = std::max(6.0, column.width * 0.55);
    printed.align = column.left ? formats::XlsxAlign::kLeft : formats::XlsxAlign::kCentre;
    sheet.columns.push_back(printed);
  }
  if (sheet.columns.empty()) sheet.columns.resize(8);
  sheet.addTitle(title);
  sheet.addNote(note);
  if (grid.columns.empty()) return sheet;
  std::vector<XlsxCell> groups;
  std::vector<XlsxCell> titles;
  for (std::size_t from = 0; from < grid.columns.size();) {
    const std::size_t end = groupEnd(grid, from);
    if (grid.columns[from].group.empty()) {
      groups.push_back(XlsxCell(oneLine(grid.columns[from].title)).spanning(1, 2));
    } else {
      groups.push_back(XlsxCell(grid.columns[from].group).spanning(static_cast<int>(end - from)));
      for (std::size_t i = from; i < end; ++i) titles.emplace_back(oneLine(grid.columns[i].title));
    }
    from = end;
  }
  sheet.addHead(std::move(groups));
  sheet.addHead(std::move(titles));
  for (const auto& cells : grid.rows) {
    std::vector<XlsxCell> row;
    for (const GridCell& cell : cells) {
      if (!cell.continued) row.push_back(XlsxCell(cell.text).spanning(1, cell.rows));
    }
    sheet.addRow(std::move(row));
  }
  sheet.addTotal({grid.total.begin(), grid.total.end()});
  return sheet;
}

namespace {

/// The two tables differ in these.
struct TableKind {
  bool theory = true;
  std::string method;       ///< 鉴定方式 of the head.
  std::string pointFigure;  ///< Figure of the points.
};

std::map<formats::Id, int> itemsOfPoints(const LevelView& level) {
  std::map<formats::Id, int> counts;
  for (const auto* item : level.skills) {
    for (const formats::Id point : item->points) ++counts[point];
  }
  return counts;
}

ElementGrid gridOf(const DocumentRequest& request, const LevelView& level, bool theory, bool withStandard) {
  if (level.blueprint == nullptr) return {};
  ElementGridOptions options;
  options.word = request.word();
  options.countItems = !theory;
  if (!theory) options.itemsOfPoint = itemsOfPoints(level);
  if (withStandard)
    options.requirementNumbers = requirementNumbers(request.context.bank.standard(), level.level);
  return layOut(theory ? level.blueprint->theory : level.blueprint->skills, options);
}

/// 填表人, 审表人: as recorded, else to be filled in by hand.
std::string compiledLine(const formats::ElementTable& table) {
  const auto day = [](const std::optional<formats::Date>& date) {
    return printedDate(date ? date->str() : "");
  };
  const auto name = [](const std::string& person) { return person.empty() ? "　　　　　　" : person; };
  return fmt::format("填表人：{}　　填表日期：{}　　审表人：{}　　审表日期：{}", name(table.compiledBy),
                     day(table.compiledOn), name(table.reviewedBy), day(table.reviewedOn));
}

/// Of a filing bundle, which is checked by its figures.
std::string countNote(const DocumentRequest& request, const LevelView& level, const TableKind& kind) {
  if (request.path.empty()) return {};
  return fmt::format("　　{}点：{} 个", request.word(),
                     figure(request, levelKey(level.level, kind.pointFigure)));
}

void addLevel(const DocumentRequest& request, const LevelView& level, const TableKind& kind,
              bool withStandard, DocxWriter& writer) {
  const std::string word = request.word();
  std::vector<DocxRun> head{
      textRun(fmt::format("职业：{}　　等级：{}　　{}方式：{}", request.view.occupation(),
                          level.level.longName(), word, kind.method))};
  if (!request.path.empty()) {  // Of a filing bundle, which is checked by its figures.
    head.push_back(textRun(fmt::format("　　{}点：", word)));
    head.push_back(figureRun(request, levelKey(level.level, kind.pointFigure)));
    head.push_back(textRun(" 个"));
  }
  DocxParagraph line(std::move(head), DocxStyle::kFlush);
  line.keepNext = true;
  writer.add(line);
  const ElementGrid grid = gridOf(request, level, kind.theory, withStandard);
  if (grid.columns.empty()) {
    writer.add(fmt::format("本等级尚未编制{}。", request.title), DocxStyle::kBody);
    return;
  }
  writer.add(docxTable(grid));
  const auto& table = kind.theory ? level.blueprint->theory : level.blueprint->skills;
  writer.add(compiledLine(table), DocxStyle::kNote);
}

std::string titleFor(const DocumentRequest& request, const std::vector<formats::Level>& levels) {
  std::string title = request.view.occupation();
  if (levels.size() == 1) title += fmt::format("（{}）", levels.front().name());
  return title + request.title;
}

TableKind kindOf(bool theory) {
  return theory ? TableKind{true, "理论知识", "points"} : TableKind{false, "操作技能", "skills-points"};
}

void makeTable(const DocumentRequest& request, bool theory, std::vector<DocumentFile>& files) {
  DocxWriter writer = openDocument(request, titleFor(request, request.levels), Sheet::kLandscape);
  formats::XlsxBook book = openBook(request, titleFor(request, request.levels));
  for (const formats::Level one : request.levels) {
    const LevelView* level = request.view.level(one);
    if (level == nullptr) continue;
    addElementTable(request, *level, theory, false, writer);
    book.sheets.push_back(elementSheet(request, *level, theory, std::string(one.name())));
  }
  closeDocument(std::move(writer), request.path, files);
  closeBook(request, std::move(book), request.path, files);
}

}  // namespace

void addElementTable(const DocumentRequest& request, const LevelView& level, bool theory, bool withStandard,
                     DocxWriter& writer) {
  writer.pageBreak();
  writer.add(titleFor(request, {level.level}), DocxStyle::kTitle);
  addLevel(request, level, kindOf(theory), withStandard, writer);
}

formats::XlsxSheet elementSheet(const DocumentRequest& request, const LevelView& level, bool theory,
                                const std::string& name) {
  const TableKind kind = kindOf(theory);
  const ElementGrid grid = gridOf(request, level, theory, true);
  const std::string note = grid.columns.empty()
                               ? fmt::format("本等级尚未编制{}。", request.title)
                               : fmt::format("职业：{}　　等级：{}　　{}方式：{}", request.view.occupation(),
                                             level.level.longName(), request.word(), kind.method) +
                                     countNote(request, level, kind);
  return xlsxSheet(grid, name, titleFor(request, {level.level}), note);
}

void makeTheoryTable(const DocumentRequest& request, std::vector<DocumentFile>& files) {
  makeTable(request, true, files);
}

void makeSkillsTable(const DocumentRequest& request, std::vector<DocumentFile>& files) {
  makeTable(request, false, files);
}

}  // namespace tiku::workflows
