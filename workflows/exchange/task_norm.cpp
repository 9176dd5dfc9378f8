#include "workflows/exchange/task_norm.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "workflows/exchange/requirements_cell.h"
#include "workflows/filing/documents/page.h"
#include "workflows/filing/documents/rich_text.h"

namespace tiku::workflows {

using formats::DocxCell;
using formats::DocxParagraph;
using formats::DocxRow;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;
using formats::Function;
using formats::OverviewSection;
using formats::Requirement;
using formats::Standard;
using formats::WeightRow;

namespace {

bool isDotted(const OverviewSection& section) {
  return section.number.empty() || std::isalnum(static_cast<unsigned char>(section.number[0])) != 0 ||
         section.number.starts_with("附录");
}

bool isTask(const Function& function) {
  return function.contents.size() == 1 && function.contents[0].name == function.name;
}

DocxCell numberedCell(const std::vector<Requirement>& entries) {
  return requirementsCell(entries, [](std::size_t n) { return fmt::format("（{}）", n); });
}

void addTasks(const Standard& standard, DocxWriter& writer) {
  const formats::LevelRequirements& level = standard.levels.front();
  writer.add(std::string(level.level.longName()), DocxStyle::kHeading3);
  DocxTable table;
  table.widths = {20, 42, 42, 14};
  table.rows.push_back(headRow({"工作任务", "操作规范", "相关知识", "考核比重"}));
  int number = 0;
  for (const Function& function : level.functions) {
    DocxRow row;
    row.split = true;
    row.cells.emplace_back(fmt::format("{}. {}", ++number, function.name));
    row.cells.push_back(numberedCell(function.contents[0].skills));
    row.cells.push_back(numberedCell(function.contents[0].knowledge));
    const auto share = std::ranges::find(standard.skillsWeights, function.name, &WeightRow::name);
    row.cells.emplace_back(
        share == standard.skillsWeights.end() ? "" : share->weights.at(level.level).str() + "%");
    table.rows.push_back(std::move(row));
  }
  writer.add(table);
}

}  // namespace

bool isTaskNorm(const Standard& standard) {
  if (standard.kind != formats::StandardKind::kSpecial || standard.levels.size() != 1 ||
      !standard.basics.empty() || !standard.theoryWeights.empty() ||
      std::ranges::any_of(standard.overview, isDotted))
    return false;
  const auto& [level, functions, extras] = standard.levels.front();
  // The shares stand beside the tasks, in their order.
  auto function = functions.begin();
  for (const WeightRow& row : standard.skillsWeights) {
    function = std::find_if(function, functions.end(), [&](const auto& one) { return one.name == row.name; });
    if (function == functions.end() || row.kind != WeightRow::Kind::kFunction || row.weights.size() != 1 ||
        !row.weights.contains(level))
      return false;
    ++function;
  }
  return std::ranges::all_of(functions, isTask);
}

void addTaskNorm(const Standard& standard, DocxWriter& writer) {
  bool tasks = false;
  for (const OverviewSection& section : standard.overview) {
    const bool main = !section.number.starts_with("（");
    DocxParagraph heading(section.number + (main ? "、" : "") + section.title,
                          main ? DocxStyle::kHeading2 : DocxStyle::kHeading3);
    heading.keepNext = true;
    writer.add(heading);
    writer.add(blocksOf(section.text, DocxStyle::kBody));
    if (tasks || section.title.find("标准") == std::string::npos) continue;
    addTasks(standard, writer);
    tasks = true;
  }
  if (!tasks) addTasks(standard, writer);
}

}  // namespace tiku::workflows
