#include <fmt/format.h>

#include "workflows/filing/documents/items.h"
#include "workflows/filing/documents/rich_text.h"
#include "workflows/filing/documents/shared.h"

namespace tiku::workflows {

using formats::DocxAlign;
using formats::DocxParagraph;
using formats::DocxStyle;
using formats::DocxTable;
using formats::DocxWriter;
using formats::Paper;
using formats::PaperSection;

namespace {

const formats::TheoryItem* theoryItem(const DocumentRequest& request, formats::Id id) {
  return request.context.bank.find<formats::TheoryItem>(id);
}

/// "每题 0.5 分，共 40 题，满分 20 分": the marks of one entry only where all have the same.
std::string sectionNote(const PaperSection& section) {
  formats::Marks sum;
  bool equal = true;
  for (const auto& entry : section.entries) {
    sum += entry.marks;
    equal = equal && entry.marks == section.entries.front().marks;
  }
  std::string note = fmt::format("共 {} 题，满分 {} 分", section.entries.size(), sum.str());
  if (equal && !section.entries.empty())
    note = fmt::format("每题 {} 分，", section.entries.front().marks.str()) + note;
  return note;
}

std::string sectionTitle(const PaperSection& section, int number) {
  return section.title.empty() ? fmt::format("第{}部分", chineseNumber(number)) : section.title;
}

void addHead(const DocumentRequest& request, DocxWriter& writer, const Paper& paper) {
  const bool theory = paper.kind == Paper::Kind::kTheory;
  writer.add(paper.title.empty() ? fmt::format("{}（{}）{}试卷", request.view.occupation(),
                                               paper.level.name(), theory ? "理论知识" : "操作技能")
                                 : paper.title,
             DocxStyle::kSubtitle);
  DocxParagraph line(fmt::format("试卷编号：{}　　考试时间：{}　　满分：{} 分",
                                 paper.number.empty() ? "________" : paper.number,
                                 paper.minutes > 0 ? fmt::format("{} 分钟", paper.minutes) : "________",
                                 paper.total().str()),
                     DocxStyle::kFlush);
  line.align = DocxAlign::kCentre;
  writer.add(line);
}

void addTheory(const DocumentRequest& request, DocxWriter& writer, const Paper& paper) {
  int number = 0;
  int part = 0;
  for (const PaperSection& section : paper.sections) {
    writer.add(fmt::format("{}（{}）", sectionTitle(section, ++part), sectionNote(section)),
               DocxStyle::kHeading3);
    std::vector<formats::Id> items;
    for (const auto& entry : section.entries) items.push_back(entry.item);
    for (const formats::SetRun& run : runsOf(request.context.bank, items)) {
      const int last = number + static_cast<int>(run.count);
      if (run.set != nullptr) addShared(writer, *run.set, number + 1, last);
      for (std::size_t i = run.first; i < run.first + run.count; ++i) {
        const auto* item = theoryItem(request, items[i]);
        const std::string label = fmt::format("{}．", ++number);
        if (item == nullptr) {
          writer.add(label + "（题库中没有这道试题）", DocxStyle::kItem);
        } else {
          addQuestion(writer, underSet(*item, run.set), label, false);
        }
      }
    }
  }
}

/// The keys of the short ones in a table of ten columns, the reference answers below it.
void addKey(const DocumentRequest& request, DocxWriter& writer, const Paper& paper) {
  writer.add("答案与评分标准", DocxStyle::kHeading2);
  constexpr std::size_t kAcross = 10;
  int number = 0;
  int part = 0;
  for (const PaperSection& section : paper.sections) {
    writer.add(sectionTitle(section, ++part), DocxStyle::kHeading3);
    std::vector<std::pair<int, const formats::TheoryItem*>> shortOnes;
    std::vector<std::pair<int, const formats::TheoryItem*>> longOnes;
    for (const auto& entry : section.entries) {
      const auto* item = theoryItem(request, entry.item);
      ++number;
      if (item == nullptr) continue;
      (formats::isObjective(item->type) ? shortOnes : longOnes).emplace_back(number, item);
    }
    DocxTable table;
    table.widths.assign(kAcross + 1, 10);
    for (std::size_t from = 0; from < shortOnes.size(); from += kAcross) {
      formats::DocxRow numbers;
      formats::DocxRow keys;
      numbers.cells.push_back(headCell("题号"));
      keys.cells.push_back(headCell("答案"));
      for (std::size_t i = from; i < from + kAcross; ++i) {
        const bool there = i < shortOnes.size();
        numbers.cells.push_back(headCell(there ? std::to_string(shortOnes[i].first) : ""));
        keys.cells.emplace_back(there ? keyText(*shortOnes[i].second) : "");
      }
      table.rows.push_back(std::move(numbers));
      table.rows.push_back(std::move(keys));
    }
    if (!table.rows.empty()) writer.add(table);
    for (const auto& [at, item] : longOnes) {
      if (std::holds_alternative<formats::ReferenceKey>(item->key)) {
        writer.add(fmt::format("第 {} 题", at), DocxStyle::kItem);
        addReferenceAnswer(writer, *item);
      } else {
        writer.add(fmt::format("第 {} 题：{}", at, keyText(*item)), DocxStyle::kItem);
      }
    }
  }
}

void addSkills(const DocumentRequest& request, DocxWriter& writer, const Paper& paper) {
  DocxTable table;
  table.widths = {14, 30, 70, 20, 24};
  table.rows.push_back(headRow({"序号", "试题代码", "试题名称", "配分", "考核时间"}));
  std::vector<const formats::SkillItem*> items;
  for (const PaperSection& section : paper.sections) {
    for (const auto& entry : section.entries) {
      const auto* item = request.context.bank.find<formats::SkillItem>(entry.item);
      if (item != nullptr) items.push_back(item);
      table.rows.push_back(
          bodyRow({std::to_string(table.rows.size()), item == nullptr ? "—" : item->code,
                   item == nullptr ? "（题库中没有这道试题）" : item->title, entry.marks.str(),
                   item == nullptr || item->minutes == 0 ? "—" : fmt::format("{} 分钟", item->minutes)}));
    }
  }
  writer.add(table);
  for (const auto* item : items) {
    writer.pageBreak();
    addSkillItem(request, writer, *item);
  }
}

}  // namespace

void addPaper(const DocumentRequest& request, DocxWriter& writer, const Paper& paper) {
  addHead(request, writer, paper);
  if (paper.sections.empty()) {
    writer.add("本试卷没有试题。", DocxStyle::kBody);
  } else if (paper.kind == Paper::Kind::kTheory) {
    addTheory(request, writer, paper);
    writer.pageBreak();
    addKey(request, writer, paper);
  } else {
    addSkills(request, writer, paper);
  }
}

}  // namespace tiku::workflows
