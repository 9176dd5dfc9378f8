#include <array>

#include <fmt/format.h>

#include "workflows/filing/documents/items.h"
#include "workflows/filing/documents/rich_text.h"

namespace tiku::workflows {

using formats::DocxCell;
using formats::DocxParagraph;
using formats::DocxRow;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;
using formats::Material;
using formats::RichText;
using formats::SkillItem;

namespace {

/// The lines that identify the item at the head of each of its three sheets.
void addHead(const DocumentRequest& request, DocxWriter& writer, const SkillItem& item,
             const std::string& sheet) {
  DocxParagraph title(fmt::format("{}（{}）操作技能考核", request.view.occupation(), item.level.name()),
                      DocxStyle::kSubtitle);
  writer.add(title);
  writer.add(sheet, DocxStyle::kSubtitle);
  const auto orBlank = [](const std::string& text) { return text.empty() ? std::string("________") : text; };
  const auto value = [](std::string text, int span = 1) {
    return DocxCell(std::move(text), DocxStyle::kCellLeft, span);
  };
  DocxTable table;
  table.widths = {20, 40, 20, 40};
  table.rows.push_back(
      {{headCell("试题代码"), value(orBlank(item.code)), headCell("准考证号"), value("")}, false, 8, false});
  table.rows.push_back({{headCell("试题名称"), value(orBlank(item.title), 3)}, false, 8, false});
  table.rows.push_back(
      {{headCell("考核时间"), value(item.minutes > 0 ? fmt::format("{} 分钟", item.minutes) : "________"),
        headCell("本题分值"), value(item.marks.isZero() ? "________" : item.marks.str() + " 分")},
       false,
       8,
       false});
  writer.add(table);
}

void addMaterials(DocxWriter& writer, const SkillItem& item, Material::Provider provider,
                  const std::string& title) {
  writer.add(title, DocxStyle::kHeading3);
  DocxTable table;
  table.widths = {12, 40, 48, 18, 28};
  table.rows.push_back(headRow({"序号", "名称", "规格", "数量", "备注"}));
  int number = 0;
  for (const Material& material : item.materials) {
    if (material.provider != provider) continue;
    DocxRow row = bodyRow(
        {std::to_string(++number), material.name, material.specification, material.quantity, material.note});
    for (const std::size_t left : {1U, 2U, 4U}) {
      auto& block = row.cells[left].blocks.front();
      std::get<DocxParagraph>(block.content).style = DocxStyle::kCellLeft;
    }
    table.rows.push_back(std::move(row));
  }
  if (number == 0) {
    writer.add("无。", DocxStyle::kBody);
  } else {
    writer.add(table);
  }
}

void addPreparation(const DocumentRequest& request, DocxWriter& writer, const SkillItem& item) {
  addHead(request, writer, item, "准备通知单");
  addMaterials(writer, item, Material::Provider::kExamRoom, "一、考场准备");
  addMaterials(writer, item, Material::Provider::kCandidate, "二、考生准备");
  if (!item.venue.empty()) {
    writer.add("三、场地设备要求", DocxStyle::kHeading3);
    writer.add(blocksOf(item.venue, DocxStyle::kBody));
  }
}

void addTask(const DocumentRequest& request, DocxWriter& writer, const SkillItem& item) {
  addHead(request, writer, item, "试题单");
  int number = 0;
  const auto section = [&](const std::string& title, const RichText& text) {
    if (text.empty()) return;
    writer.add(fmt::format("{}、{}", chineseNumber(++number), title), DocxStyle::kHeading3);
    writer.add(blocksOf(text, DocxStyle::kBody));
  };
  section("场地设备要求", item.venue);
  section("工作任务", item.task);
  section("技能要求", item.requirements);
  section("质量指标", item.quality);
  if (!item.vetoes.empty()) {
    writer.add(fmt::format("{}、否定项说明", chineseNumber(++number)), DocxStyle::kHeading3);
    writer.add("出现下列情形之一的，本题记零分：", DocxStyle::kBody);
    for (std::size_t i = 0; i < item.vetoes.size(); ++i)
      writer.add(fmt::format("（{}）{}", i + 1, item.vetoes[i]), DocxStyle::kBody);
  }
  if (number == 0) writer.add("本题尚未编写试题正文。", DocxStyle::kBody);
}

void addScores(const DocumentRequest& request, DocxWriter& writer, const SkillItem& item) {
  addHead(request, writer, item, "评分记录表");
  writer.add("", DocxStyle::kNote);
  bool nominal = false;
  for (const auto& row : item.scores) nominal = nominal || !row.nominal.empty();
  DocxTable table;
  table.widths = nominal ? std::vector<int>{13, 34, 13, 44, 18, 13, 13, 16}
                         : std::vector<int>{13, 38, 13, 52, 15, 15, 18};
  table.rows.push_back(
      nominal ? headRow({"序号", "考核内容", "配分", "评分标准", "规定或\n标称值", "扣分", "得分", "备注"})
              : headRow({"序号", "考核内容", "配分", "评分标准", "扣分", "得分", "备注"}));
  int number = 0;
  for (const auto& score : item.scores) {
    ++number;
    DocxRow row;
    row.height = 10;
    row.cells.emplace_back(score.number.empty() ? std::to_string(number) : score.number);
    row.cells.push_back(cellOf(score.content, DocxStyle::kCellLeft));
    row.cells.emplace_back(score.marks.str());
    row.cells.push_back(cellOf(score.criterion, DocxStyle::kCellLeft));
    if (nominal) row.cells.emplace_back(score.nominal);
    row.cells.emplace_back("");
    row.cells.emplace_back("");
    row.cells.emplace_back(score.note);
    table.rows.push_back(std::move(row));
  }
  DocxRow total;
  total.cells = {headCell("合计", 2), headCell(item.scoreTotal().str()), headCell("", nominal ? 2 : 1)};
  for (int i = 0; i < 3; ++i) total.cells.emplace_back("");
  table.rows.push_back(std::move(total));
  writer.add(table);
  DocxParagraph signs(
      "考评员（签字）：　　　　　　　　核分人（签字）：　　　　　　　　日期：　　　　年　　月　　日",
      DocxStyle::kNote);
  writer.add("", DocxStyle::kNote);
  writer.add(signs);
}

}  // namespace

void addSkillItem(const DocumentRequest& request, DocxWriter& writer, const SkillItem& item) {
  addPreparation(request, writer, item);
  writer.pageBreak();
  addTask(request, writer, item);
  writer.pageBreak();
  addScores(request, writer, item);
}

}  // namespace tiku::workflows
