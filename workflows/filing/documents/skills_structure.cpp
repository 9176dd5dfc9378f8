#include "workflows/filing/documents/skills_structure.h"

#include <algorithm>

#include <fmt/format.h>

/// 操作技能考评内容结构表: one column per module over all levels, four rows per level, as the national tables
/// print it. Where the modules are too many for a page, each level gets a table with one row per module.
namespace tiku::workflows {

using formats::DocxCell;
using formats::DocxRow;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;
using formats::SkillGroup;
using formats::SkillModule;

namespace {

constexpr std::size_t kMostColumns = 10;
constexpr const char* kNone = "—";

/// A column of the table: a module by its words, whatever the level.
struct Column {
  std::string function;
  std::string name;
  bool operator==(const Column&) const = default;
};

Column columnOf(const SkillModule& module) {
  return {module.function.empty() ? module.name : module.function, module.name};
}

std::vector<Column> columnsOf(const DocumentRequest& request) {
  std::vector<Column> columns;
  for (const formats::Level level : request.levels) {
    const LevelView* view = request.view.level(level);
    if (view == nullptr || view->blueprint == nullptr) continue;
    for (const SkillGroup& group : view->blueprint->structure.groups) {
      for (const SkillModule& module : group.modules) {
        const Column column = columnOf(module);
        if (std::find(columns.begin(), columns.end(), column) != columns.end()) continue;
        // Units of one function stand side by side.
        const auto last = std::find_if(columns.rbegin(), columns.rend(), [&column](const Column& other) {
          return other.function == column.function;
        });
        columns.insert(last.base() == columns.begin() ? columns.end() : last.base(), column);
      }
    }
  }
  return columns;
}

bool isTakenWhole(const SkillGroup& group) {
  return group.take >= static_cast<int>(group.modules.size());
}

/// 必考, or 3选1.
std::string choiceOf(const SkillGroup& group) {
  const auto count = static_cast<int>(group.modules.size());
  return isTakenWhole(group) ? "必考" : fmt::format("{}选{}", count, group.take);
}

int takenModules(const formats::SkillStructure& structure) {
  int taken = 0;
  for (const SkillGroup& group : structure.groups)
    taken += std::min(group.take, static_cast<int>(group.modules.size()));
  return taken;
}

/// The texts of a level's four rows under the columns, and of the total.
struct LevelRows {
  std::vector<std::string> choice;
  std::vector<std::string> marks;
  std::vector<std::string> minutes;
  std::vector<std::string> form;
};

LevelRows rowsOf(const formats::SkillStructure& structure, const std::vector<Column>& columns) {
  LevelRows rows;
  for (auto* row : {&rows.choice, &rows.marks, &rows.minutes, &rows.form})
    row->assign(columns.size() + 1, kNone);
  for (const SkillGroup& group : structure.groups) {
    for (const SkillModule& module : group.modules) {
      const auto at = static_cast<std::size_t>(std::find(columns.begin(), columns.end(), columnOf(module)) -
                                               columns.begin());
      rows.choice[at] = choiceOf(group);
      rows.marks[at] = module.marks.str();
      rows.minutes[at] = std::to_string(module.minutes);
      rows.form[at] = module.form.empty() ? kNone : module.form;
    }
  }
  if (structure.empty()) return rows;
  rows.choice.back() = fmt::format("{}项", takenModules(structure));
  rows.marks.back() = structure.total().str();
  rows.minutes.back() = std::to_string(structure.minutes());
  return rows;
}

/// Title and texts of the four rows.
std::vector<std::pair<std::string, const std::vector<std::string>*>> titledRows(
    const DocumentRequest& request, const LevelRows& rows) {
  return {{"选考方式", &rows.choice},
          {request.word() + "比重（%）", &rows.marks},
          {"考核时间（min）", &rows.minutes},
          {"考核形式", &rows.form}};
}

const formats::SkillStructure& structureOf(const DocumentRequest& request, formats::Level level) {
  static const formats::SkillStructure kEmpty;
  const LevelView* view = request.view.level(level);
  return view == nullptr || view->blueprint == nullptr ? kEmpty : view->blueprint->structure;
}

bool hasUnits(const std::vector<Column>& columns) {
  return std::any_of(columns.begin(), columns.end(),
                     [](const Column& column) { return column.function != column.name; });
}

DocxRow functionRow(const DocumentRequest& request, const std::vector<Column>& columns, bool units) {
  DocxRow row;
  row.head = true;
  row.height = 9;
  DocxCell corner = headCell(request.word() + "范围", 2);
  DocxCell total = headCell("合计");
  if (units) corner.merge = total.merge = DocxCell::Merge::kStart;
  row.cells.push_back(std::move(corner));
  for (std::size_t from = 0; from < columns.size();) {
    std::size_t end = from + 1;
    while (end < columns.size() && columns[end].function == columns[from].function) ++end;
    DocxCell cell = headCell(columns[from].function, static_cast<int>(end - from));
    if (units && end == from + 1 && columns[from].name == columns[from].function)
      cell.merge = DocxCell::Merge::kStart;
    row.cells.push_back(std::move(cell));
    from = end;
  }
  row.cells.push_back(std::move(total));
  return row;
}

DocxRow unitRow(const std::vector<Column>& columns) {
  const auto continued = [](int span) {
    DocxCell cell = headCell("", span);
    cell.merge = DocxCell::Merge::kContinued;
    return cell;
  };
  DocxRow row;
  row.head = true;
  row.cells.push_back(continued(2));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool sameFunction = (i > 0 && columns[i - 1].function == columns[i].function) ||
                              (i + 1 < columns.size() && columns[i + 1].function == columns[i].function);
    row.cells.push_back(columns[i].name == columns[i].function && !sameFunction ? continued(1)
                                                                                : headCell(columns[i].name));
  }
  row.cells.push_back(continued(1));
  return row;
}

void addWholeTable(const DocumentRequest& request, const std::vector<Column>& columns, DocxWriter& writer) {
  DocxTable table;
  table.widths = {16, 32};
  table.widths.insert(table.widths.end(), columns.size(), 24);
  table.widths.push_back(16);
  const bool units = hasUnits(columns);
  table.rows.push_back(functionRow(request, columns, units));
  if (units) table.rows.push_back(unitRow(columns));
  for (const formats::Level level : request.levels) {
    const LevelRows rows = rowsOf(structureOf(request, level), columns);
    bool first = true;
    for (const auto& [title, texts] : titledRows(request, rows)) {
      DocxRow row;
      row.height = 8;
      DocxCell name = headCell(first ? std::string(level.name()) : "");
      name.merge = first ? DocxCell::Merge::kStart : DocxCell::Merge::kContinued;
      row.cells.push_back(std::move(name));
      row.cells.push_back(headCell(title));
      for (const std::string& text : *texts) row.cells.emplace_back(text);
      table.rows.push_back(std::move(row));
      first = false;
    }
  }
  writer.add(table);
}

/// Columns of the table with one row per module.
const std::vector<std::string>& moduleTitles() {
  static const std::vector<std::string> kTitles{"代码",     "考核项目", "考核内容（单元）", "选考方式",
                                                "考核形式", "配分",     "考核时间（min）",  "计划题量"};
  return kTitles;
}

std::vector<std::vector<std::string>> moduleRows(const formats::SkillStructure& structure) {
  std::vector<std::vector<std::string>> rows;
  for (const SkillGroup& group : structure.groups) {
    for (const SkillModule& module : group.modules) {
      const Column column = columnOf(module);
      rows.push_back({module.code, column.function, module.name, choiceOf(group),
                      module.form.empty() ? kNone : module.form, module.marks.str(),
                      std::to_string(module.minutes),
                      module.bankItems ? std::to_string(*module.bankItems) : kNone});
    }
  }
  return rows;
}

std::vector<std::string> moduleTotal(const formats::SkillStructure& structure) {
  return {"合计",
          "",
          "",
          fmt::format("{}项", takenModules(structure)),
          kNone,
          structure.total().str(),
          std::to_string(structure.minutes()),
          ""};
}

/// Same texts one under another in a column become one cell.
void mergeDown(DocxTable& table, std::size_t firstRow, std::size_t column,
               const std::vector<std::vector<std::string>>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool asAbove = i > 0 && rows[i][column] == rows[i - 1][column];
    const bool asBelow = i + 1 < rows.size() && rows[i][column] == rows[i + 1][column];
    DocxCell& cell = table.rows[firstRow + i].cells[column];
    if (asAbove) {
      cell = DocxCell("");
      cell.merge = DocxCell::Merge::kContinued;
    } else if (asBelow) {
      cell.merge = DocxCell::Merge::kStart;
    }
  }
}

formats::XlsxSheet wholeSheet(const DocumentRequest& request, const std::vector<Column>& columns,
                              const std::string& title) {
  formats::XlsxSheet sheet;
  sheet.name = "内容结构表";
  sheet.landscape = true;
  formats::XlsxColumn centred;
  centred.align = formats::XlsxAlign::kCentre;
  sheet.columns.assign(columns.size() + 3, centred);
  sheet.columns[1].width = 18;
  sheet.addTitle(title);
  std::vector<formats::XlsxCell> head{formats::XlsxCell(request.word() + "范围").spanning(2)};
  for (const Column& column : columns)
    head.emplace_back(column.function == column.name ? column.name : column.function + "：" + column.name);
  head.emplace_back("合计");
  sheet.addHead(std::move(head));
  for (const formats::Level level : request.levels) {
    const LevelRows rows = rowsOf(structureOf(request, level), columns);
    bool first = true;
    for (const auto& [name, texts] : titledRows(request, rows)) {
      std::vector<formats::XlsxCell> cells;
      if (first) cells.push_back(formats::XlsxCell(std::string(level.name())).spanning(1, 4));
      cells.emplace_back(name);
      cells.insert(cells.end(), texts->begin(), texts->end());
      sheet.addRow(std::move(cells));
      first = false;
    }
  }
  return sheet;
}

}  // namespace

void addModuleTable(const DocumentRequest& request, formats::Level level, DocxWriter& writer) {
  writer.add(std::string(level.longName()), DocxStyle::kCaption);
  const formats::SkillStructure& structure = structureOf(request, level);
  DocxTable table;
  table.widths = {16, 44, 62, 24, 24, 18, 28, 22};
  table.rows.push_back(headRow(moduleTitles()));
  const auto rows = moduleRows(structure);
  for (const auto& texts : rows) {
    DocxRow row = bodyRow(texts);
    row.cells[2] = DocxCell(texts[2], DocxStyle::kCellLeft);
    table.rows.push_back(std::move(row));
  }
  mergeDown(table, 1, 1, rows);
  constexpr std::size_t kChoice = 3;
  std::size_t at = 1;
  for (const SkillGroup& group : structure.groups) {
    for (std::size_t i = 0; i < group.modules.size(); ++i, ++at) {
      DocxCell& cell = table.rows[at].cells[kChoice];
      if (group.modules.size() < 2 || isTakenWhole(group)) continue;
      if (i > 0) cell = DocxCell("");
      cell.merge = i > 0 ? DocxCell::Merge::kContinued : DocxCell::Merge::kStart;
    }
  }
  table.rows.push_back(bodyRow(moduleTotal(structure)));
  writer.add(table);
}

formats::XlsxSheet moduleSheet(const DocumentRequest& request, formats::Level level,
                               const std::string& title) {
  formats::XlsxSheet sheet;
  sheet.name = std::string(level.name()) + "明细";
  sheet.landscape = true;
  formats::XlsxColumn centred;
  centred.align = formats::XlsxAlign::kCentre;
  sheet.columns.assign(moduleTitles().size(), centred);
  sheet.columns[1].width = sheet.columns[2].width = 28;
  sheet.addTitle(title + "（" + std::string(level.name()) + "）");
  sheet.addHead({moduleTitles().begin(), moduleTitles().end()});
  const formats::SkillStructure& structure = structureOf(request, level);
  const auto rows = moduleRows(structure);
  constexpr std::ptrdiff_t kChoice = 3;
  std::size_t at = 0;
  for (const SkillGroup& group : structure.groups) {
    const bool merged = group.modules.size() > 1 && !isTakenWhole(group);
    for (std::size_t i = 0; i < group.modules.size(); ++i, ++at) {
      std::vector<formats::XlsxCell> cells{rows[at].begin(), rows[at].end()};
      if (merged && i > 0) cells.erase(cells.begin() + kChoice);
      if (merged && i == 0)
        cells[static_cast<std::size_t>(kChoice)].rowSpan = static_cast<int>(group.modules.size());
      sheet.addRow(std::move(cells));
    }
  }
  const auto total = moduleTotal(structure);
  sheet.addTotal({total.begin(), total.end()});
  return sheet;
}

void makeSkillsStructure(const DocumentRequest& request, std::vector<DocumentFile>& files) {
  const std::string title =
      request.view.occupation() +
      (request.levels.size() == 1 ? fmt::format("（{}）", request.levels.front().name()) : std::string()) +
      request.title;
  DocxWriter writer = openDocument(request, title, Sheet::kLandscape);
  formats::XlsxBook book = openBook(request, title);
  writer.add(title, DocxStyle::kTitle);
  const std::vector<Column> columns = columnsOf(request);
  std::vector<formats::Level> without;
  for (const formats::Level level : request.levels) {
    if (structureOf(request, level).empty()) without.push_back(level);
  }
  if (columns.empty()) {
    writer.add(fmt::format("本题库尚未编制{}。", request.title), DocxStyle::kBody);
  } else if (columns.size() <= kMostColumns) {
    addWholeTable(request, columns, writer);
  } else {
    for (const formats::Level level : request.levels) {
      if (!structureOf(request, level).empty()) addModuleTable(request, level, writer);
    }
  }
  if (!columns.empty() && !without.empty()) {
    writer.add(fmt::format("注：{}尚未编制{}。", levelNames(without), request.title), DocxStyle::kNote);
  }
  if (!columns.empty() && columns.size() <= kMostColumns)
    book.sheets.push_back(wholeSheet(request, columns, title));
  for (const formats::Level level : request.levels) {
    if (!structureOf(request, level).empty()) book.sheets.push_back(moduleSheet(request, level, title));
  }
  closeDocument(std::move(writer), request.path, files);
  closeBook(request, std::move(book), request.path, files);
}

}  // namespace tiku::workflows
