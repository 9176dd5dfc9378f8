#include "workflows/exchange/standard_pages.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "workflows/exchange/requirements_cell.h"
#include "workflows/exchange/task_norm.h"
#include "workflows/filing/documents/page.h"
#include "workflows/filing/documents/rich_text.h"

namespace tiku::workflows {

using formats::BasicTopic;
using formats::DocxCell;
using formats::DocxParagraph;
using formats::DocxRow;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;
using formats::Level;
using formats::OverviewSection;
using formats::Requirement;
using formats::Standard;
using formats::StandardKind;
using formats::Weight;
using formats::WeightRow;

namespace {

constexpr std::string_view kNoShare = "—";

bool isAnnex(const OverviewSection& section) {
  return section.number.starts_with("附录");
}

void addCentred(DocxWriter& writer, std::string text) {
  DocxParagraph paragraph(std::move(text), DocxStyle::kFlush);
  paragraph.align = formats::DocxAlign::kCentre;
  writer.add(paragraph);
}

void addCover(const Standard& standard, DocxWriter& writer) {
  writer.add(standard.title, DocxStyle::kTitle);
  addCentred(writer, "标准名称：" + standard.title);
  addCentred(writer, fmt::format("标准种类：{}", standardKindWord(standard.kind)));
  if (!standard.edition.empty()) addCentred(writer, "版次：" + standard.edition);
  if (!standard.issuer.empty()) addCentred(writer, "发布机关或文号：" + standard.issuer);
}

void addSection(const OverviewSection& section, DocxStyle style, DocxWriter& writer) {
  DocxParagraph heading(section.number + " " + section.title, style);
  heading.keepNext = true;
  writer.add(heading);
  writer.add(blocksOf(section.text, DocxStyle::kBody));
}

void addOverview(const Standard& standard, DocxWriter& writer) {
  writer.add("1 职业概况", DocxStyle::kHeading1);
  for (const OverviewSection& section : standard.overview) {
    if (isAnnex(section)) continue;
    const auto dots = std::ranges::count(section.number, '.');
    addSection(section, dots > 1 ? DocxStyle::kHeading3 : DocxStyle::kHeading2, writer);
  }
}

void addBasics(const Standard& standard, DocxWriter& writer) {
  writer.add("2 基本要求", DocxStyle::kHeading1);
  for (const BasicTopic::Part part : {BasicTopic::Part::kEthics, BasicTopic::Part::kFoundation}) {
    const bool ethics = part == BasicTopic::Part::kEthics;
    writer.add(ethics ? "2.1 职业道德" : "2.2 基础知识", DocxStyle::kHeading2);
    int number = 0;
    for (const BasicTopic& topic : standard.basics) {
      if (topic.part != part) continue;
      writer.add(fmt::format("2.{}.{} {}", ethics ? 1 : 2, ++number, topic.title), DocxStyle::kHeading3);
      for (std::size_t i = 0; i < topic.entries.size(); ++i)
        writer.add(fmt::format("（{}）{}", i + 1, topic.entries[i]), DocxStyle::kBody);
    }
  }
}

DocxCell entryCell(const std::string& place, const std::vector<Requirement>& entries) {
  return requirementsCell(entries, [&place](std::size_t n) { return fmt::format("{}.{} ", place, n); });
}

// One row for each work content; the function's cell is merged over those of its contents.
void addFunction(const formats::Function& function, int number, DocxTable& table) {
  const std::string name = fmt::format("{}. {}", number, function.name);
  const std::size_t rows = std::max<std::size_t>(1, function.contents.size());
  for (std::size_t i = 0; i < rows; ++i) {
    DocxRow row;
    row.split = true;
    DocxCell merged(i == 0 ? name : "", DocxStyle::kCell);
    if (rows > 1) merged.merge = i == 0 ? DocxCell::Merge::kStart : DocxCell::Merge::kContinued;
    row.cells.push_back(std::move(merged));
    if (i < function.contents.size()) {
      const formats::WorkContent& content = function.contents[i];
      const std::string place = fmt::format("{}.{}", number, i + 1);
      row.cells.emplace_back(place + " " + content.name, DocxStyle::kCell);
      row.cells.push_back(entryCell(place, content.skills));
      row.cells.push_back(entryCell(place, content.knowledge));
    } else {
      row.cells.resize(4, DocxCell(""));
    }
    table.rows.push_back(std::move(row));
  }
}

void addWork(const Standard& standard, DocxWriter& writer) {
  writer.add("3 工作要求", DocxStyle::kHeading1);
  std::string levels;
  for (const auto& level : standard.levels)
    levels += (levels.empty() ? "" : "、") + std::string(level.level.longName());
  writer.add(fmt::format("本标准对{}的技能要求和相关知识要求依次递进，高级别涵盖低级别的要求。", levels),
             DocxStyle::kBody);
  int chapter = 0;
  for (const auto& level : standard.levels) {
    writer.add(fmt::format("3.{} {}", ++chapter, level.level.longName()), DocxStyle::kHeading2);
    DocxTable table;
    table.widths = {16, 20, 42, 42};
    table.rows.push_back(headRow({"职业功能", "工作内容", "技能要求", "相关知识要求"}));
    int number = 0;
    for (const formats::Function& function : level.functions) addFunction(function, ++number, table);
    writer.add(table);
  }
}

// The levels of a weight table, lowest first as they are printed.
std::vector<Level> levelsOf(const Standard& standard, const std::vector<WeightRow>& rows) {
  std::set<Level, std::greater<>> levels;
  for (const auto& level : standard.levels) levels.insert(level.level);
  for (const WeightRow& row : rows) {
    for (const auto& [level, share] : row.weights) levels.insert(level);
  }
  return {levels.begin(), levels.end()};
}

std::string groupOf(const WeightRow& row, bool skills) {
  if (skills) return "技能要求";
  return row.kind == WeightRow::Kind::kFunction ? "相关知识要求" : "基本要求";
}

void addWeights(const Standard& standard, bool skills, DocxWriter& writer) {
  const std::vector<WeightRow>& rows = skills ? standard.skillsWeights : standard.theoryWeights;
  writer.add(skills ? "4.2 技能要求权重表" : "4.1 理论知识权重表", DocxStyle::kHeading2);
  if (rows.empty()) return;
  const std::vector<Level> levels = levelsOf(standard, rows);
  DocxTable table;
  table.widths = {16, 24};
  DocxRow head;
  head.head = true;
  head.cells.push_back(headCell("项目", 2));
  DocxRow total;
  total.cells.emplace_back("合计", DocxStyle::kCell, 2);
  for (const Level level : levels) {
    table.widths.push_back(16);
    head.cells.push_back(headCell(std::string(level.longName()) + "（%）"));
    Weight sum;
    for (const WeightRow& row : rows) {
      if (const auto share = row.weights.find(level); share != row.weights.end()) sum += share->second;
    }
    total.cells.emplace_back(sum.str());
  }
  table.rows.push_back(std::move(head));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string group = groupOf(rows[i], skills);
    const bool goesOn = i > 0 && groupOf(rows[i - 1], skills) == group;
    const bool more = i + 1 < rows.size() && groupOf(rows[i + 1], skills) == group;
    DocxRow row;
    DocxCell first(goesOn ? "" : group, DocxStyle::kCell);
    if (goesOn || more) first.merge = goesOn ? DocxCell::Merge::kContinued : DocxCell::Merge::kStart;
    row.cells.push_back(std::move(first));
    row.cells.emplace_back(rows[i].name);
    for (const Level level : levels) {
      const auto share = rows[i].weights.find(level);
      row.cells.emplace_back(share == rows[i].weights.end() ? std::string(kNoShare) : share->second.str());
    }
    table.rows.push_back(std::move(row));
  }
  table.rows.push_back(std::move(total));
  writer.add(table);
}

}  // namespace

std::string_view standardKindWord(StandardKind kind) {
  switch (kind) {
    case StandardKind::kIndustry:
      return "行业评价规范";
    case StandardKind::kEnterprise:
      return "企业评价规范";
    case StandardKind::kSpecial:
      return "专项职业能力考核规范";
    case StandardKind::kNational:
      break;
  }
  return "国家职业标准";
}

void addStandard(const Standard& standard, DocxWriter& writer) {
  addCover(standard, writer);
  writer.pageBreak();
  if (isTaskNorm(standard)) {
    addTaskNorm(standard, writer);
    return;
  }
  addOverview(standard, writer);
  addBasics(standard, writer);
  addWork(standard, writer);
  writer.add("4 权重表", DocxStyle::kHeading1);
  addWeights(standard, false, writer);
  addWeights(standard, true, writer);
  for (const OverviewSection& section : standard.overview) {
    if (isAnnex(section)) addSection(section, DocxStyle::kHeading1, writer);
  }
}

}  // namespace tiku::workflows
