#include "workflows/exchange/paper_pages.h"

#include <algorithm>

#include <fmt/format.h>

namespace tiku::workflows {

using formats::DocxCell;
using formats::DocxParagraph;
using formats::DocxRow;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;
using formats::Paper;

namespace {

constexpr std::size_t kBoxesAcross = 10;
constexpr int kBoxHeight = 9;   // Millimetres.
constexpr int kLineHeight = 9;  // Of a line to write on.
constexpr int kLinesPerMark = 1;
constexpr int kMostLines = 14;

using Numbered = std::vector<std::pair<int, const formats::TheoryItem*>>;

void addBoxes(DocxWriter& writer, const Numbered& items) {
  DocxTable table;
  table.widths.assign(kBoxesAcross + 1, 10);
  for (std::size_t from = 0; from < items.size(); from += kBoxesAcross) {
    DocxRow numbers;
    DocxRow boxes;
    boxes.height = kBoxHeight;
    numbers.cells.push_back(headCell("题号"));
    boxes.cells.push_back(headCell("答案"));
    for (std::size_t i = from; i < from + kBoxesAcross; ++i) {
      numbers.cells.push_back(headCell(i < items.size() ? std::to_string(items[i].first) : ""));
      boxes.cells.emplace_back("");
    }
    table.rows.push_back(std::move(numbers));
    table.rows.push_back(std::move(boxes));
  }
  writer.add(table);
}

void addLines(DocxWriter& writer, int number, formats::Marks marks) {
  writer.add(fmt::format("{}．（{} 分）", number, marks.str()), DocxStyle::kItem);
  const int wanted = static_cast<int>(marks.hundredths() / 100) * kLinesPerMark;
  DocxTable table;
  table.widths = {1};
  for (int i = std::clamp(wanted, 2, kMostLines); i > 0; --i) {
    DocxRow row;
    row.height = kLineHeight;
    row.cells.emplace_back("");
    table.rows.push_back(std::move(row));
  }
  writer.add(table);
}

std::vector<std::vector<std::string>> planRows(const formats::PaperPlan& plan) {
  std::vector<std::vector<std::string>> rows;
  formats::Marks sum;
  int count = 0;
  for (const formats::PlanSection& section : plan.sections) {
    const formats::Marks total = section.each * section.count;
    rows.push_back({std::string(formats::itemTypeName(section.type)), std::to_string(section.count),
                    section.each.str(), total.str()});
    sum += total;
    count += section.count;
  }
  rows.push_back({"合计", std::to_string(count), "—", sum.str()});
  return rows;
}

const std::vector<std::string>& planTitles() {
  static const std::vector<std::string> kTitles{"题型", "题量", "每题分值", "配分"};
  return kTitles;
}

std::string planTitle(const DocumentRequest& request, const LevelView& level) {
  return fmt::format("{}（{}）理论知识组卷方案", request.view.occupation(), level.level.name());
}

std::string timeLine(const LevelView& level) {
  return fmt::format("等级：{}　　理论知识考试时间：{} 分钟", level.level.longName(),
                     level.blueprint->plan.minutes);
}

}  // namespace

void addAnswerSheet(const DocumentRequest& request, DocxWriter& writer, const Paper& paper) {
  writer.pageBreak();
  writer.add(fmt::format("{}（{}）理论知识答题卡", request.view.occupation(), paper.level.name()),
             DocxStyle::kSubtitle);
  DocxTable head;
  head.widths = {14, 32, 24, 44, 14, 22};
  DocxRow row;
  row.height = kBoxHeight;
  for (const char* title : {"姓名", "准考证号", "得分"}) {
    row.cells.push_back(headCell(title));
    row.cells.emplace_back("");
  }
  head.rows.push_back(std::move(row));
  writer.add(head);
  writer.add(fmt::format("试卷编号：{}", paper.number.empty() ? "________" : paper.number), DocxStyle::kNote);
  int number = 0;
  int part = 0;
  for (const formats::PaperSection& section : paper.sections) {
    writer.add(section.title.empty() ? fmt::format("第{}部分", chineseNumber(part + 1)) : section.title,
               DocxStyle::kHeading3);
    ++part;
    Numbered boxes;
    std::vector<std::pair<int, formats::Marks>> lines;
    for (const auto& entry : section.entries) {
      ++number;
      const auto* item = request.context.bank.find<formats::TheoryItem>(entry.item);
      if (item != nullptr && formats::isObjective(item->type)) {
        boxes.emplace_back(number, item);
      } else {
        lines.emplace_back(number, entry.marks);
      }
    }
    if (!boxes.empty()) addBoxes(writer, boxes);
    for (const auto& [at, marks] : lines) addLines(writer, at, marks);
  }
}

void addPaperPlan(const DocumentRequest& request, const LevelView& level, DocxWriter& writer) {
  writer.add(planTitle(request, level), DocxStyle::kSubtitle);
  DocxParagraph line(timeLine(level), DocxStyle::kFlush);
  line.keepNext = true;
  writer.add(line);
  DocxTable table;
  table.widths = {40, 30, 30, 30};
  table.rows.push_back(headRow(planTitles()));
  for (const auto& texts : planRows(level.blueprint->plan)) table.rows.push_back(bodyRow(texts));
  writer.add(table);
}

formats::XlsxSheet paperPlanSheet(const DocumentRequest& request, const LevelView& level) {
  formats::XlsxSheet sheet;
  sheet.name = std::string(level.level.name()) + "组卷方案";
  formats::XlsxColumn centred;
  centred.width = 16;
  centred.align = formats::XlsxAlign::kCentre;
  sheet.columns.assign(planTitles().size(), centred);
  sheet.addTitle(planTitle(request, level));
  sheet.addNote(timeLine(level));
  sheet.addHead({planTitles().begin(), planTitles().end()});
  const auto rows = planRows(level.blueprint->plan);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<formats::XlsxCell> cells{rows[i].begin(), rows[i].end()};
    if (i + 1 < rows.size()) {
      sheet.addRow(std::move(cells));
    } else {
      sheet.addTotal(std::move(cells));
    }
  }
  return sheet;
}

}  // namespace tiku::workflows
