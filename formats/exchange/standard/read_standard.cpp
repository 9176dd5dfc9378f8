#include "formats/exchange/standard/read_standard.h"

#include <algorithm>

#include "formats/base/say.h"
#include "formats/base/trim.h"
#include "formats/exchange/standard/line_number.h"
#include "formats/exchange/standard/outline.h"

namespace tiku::formats::standards {

using tables::has;
using tables::squeezed;
using tables::TableView;

namespace {

bool isTableOfTasks(const DocTable& table) {
  const TableView view(table);
  const auto head = workHeadOf(view);
  if (!head) return false;
  for (int column = 0; column < view.columnCount(); ++column) {
    if (squeezed(view.text(*head, column)) == "工作任务") return true;
  }
  return false;
}

// What stands between the tables of chapter 3 and is none of its content.
bool isWorkRemark(const std::string& line) {
  const std::string word = squeezed(line);
  return word.starts_with("本标准对") || word.starts_with("本规范对") || word.starts_with("注") ||
         word.starts_with("续表") || word.ends_with("续表") || word.ends_with("(续)") ||
         word.starts_with("表") || has(word, "依次递进");
}

bool namesWeightTable(const std::string& line) {
  constexpr std::size_t kLongest = 60;
  const std::string word = squeezed(unnumbered(line));
  return word.size() <= kLongest && (word.ends_with("权重表") || word.ends_with("比重表")) &&
         (has(word, "理论") || has(word, "技能") || has(word, "操作"));
}

}  // namespace

bool isPlainText(const Document& document) {
  return std::ranges::all_of(document.blocks, [](const auto& block) {
    const auto* paragraph = std::get_if<DocParagraph>(&block);
    return paragraph != nullptr && paragraph->style.empty() && paragraph->label.empty();
  });
}

StandardReader::StandardReader(const Document& document, std::optional<Level> fallback)
    : document_(document),
      rows_(document),
      front_(rows_),
      sections_(rows_),
      basics_(rows_, isPlainText(document)),
      work_(rows_, fallback),
      weights_(rows_) {}

bool StandardReader::read() {
  for (const auto& block : document_.blocks) {
    const auto* table = std::get_if<DocTable>(&block);
    if (table == nullptr) continue;
    workTables_ = workTables_ || workHeadOf(TableView(*table)).has_value();
    special_ = special_ || isTableOfTasks(*table);
  }
  auto begin = beginOf(document_);
  if (!begin) return false;
  if (special_) {
    // 一、定义 and what follows it; there is no chapter 1.
    for (std::size_t i = 0; i < *begin; ++i) {
      const auto* paragraph = std::get_if<DocParagraph>(&document_.blocks[i]);
      if (paragraph != nullptr && Sections::isTaskHeading(paragraph->line())) begin = i;
      if (begin == i) break;
    }
  }
  readFront(*begin);
  for (std::size_t i = *begin; i < document_.blocks.size(); ++i) {
    if (const auto* paragraph = std::get_if<DocParagraph>(&document_.blocks[i])) {
      readParagraph(*paragraph);
    } else {
      readTable(std::get<DocTable>(document_.blocks[i]));
    }
  }
  sections_.finish();
  // A heading alone makes no standard.
  constexpr std::size_t kFewSections = 3;
  return !work_.empty() || sections_.found().size() >= kFewSections || !basics_.found().empty() ||
         !weights_.found().empty();
}

void StandardReader::readFront(std::size_t end) {
  for (std::size_t i = 0; i < end; ++i) {
    if (const auto* paragraph = std::get_if<DocParagraph>(&document_.blocks[i])) {
      front_.read(*paragraph);
      continue;
    }
    const auto& table = std::get<DocTable>(document_.blocks[i]);
    const TableView view(table);
    if (workHeadOf(view)) {
      doubtAll(view, say("工作要求的表在“职业概况”之前，没有收入。"));
      continue;
    }
    for (const auto& row : table.rows) {
      for (const DocCell& cell : row) {
        for (const DocParagraph& paragraph : cell.paragraphs) front_.readCell(paragraph.line());
      }
    }
    skipAll(view, say("封面或说明里的表。"));
  }
}

void StandardReader::skipAll(const TableView& view, const std::string& reason) {
  for (std::size_t row = 0; row < view.rowCount(); ++row) rows_.skipped(view.at(row), reason);
}

void StandardReader::doubtAll(const TableView& view, const std::string& reason) {
  for (std::size_t row = 0; row < view.rowCount(); ++row) {
    if (view.blank(row)) {
      rows_.skipped(view.at(row), say("空行。"));
    } else {
      rows_.doubt(view.at(row), reason);
    }
  }
}

/// Begins the chapter that the line names; chapters only follow each other.
bool StandardReader::turn(const DocParagraph& paragraph) {
  const std::string line = paragraph.line();
  const std::string at = paragraphAt(paragraph.number);
  const auto chapter = chapterOf(line);
  if (!chapter || (*chapter <= chapter_ && *chapter != Chapter::kAnnex)) return false;
  chapter_ = *chapter;
  work_.tableDone();
  if (chapter_ == Chapter::kAnnex) {
    sections_.beginAnnex(line, at);
  } else {
    rows_.skipped(at, say("章的标题。"));
  }
  return true;
}

void StandardReader::readParagraph(const DocParagraph& paragraph) {
  const std::string at = paragraphAt(paragraph.number);
  const std::string line = paragraph.line();
  if (squeezed(line).empty() && paragraph.text.images().empty()) {
    rows_.skipped(at, say("空段落。"));
    return;
  }
  if (special_) {
    if (!levelOf(line) || !work_.takeHeading(line, at)) sections_.readOfTasks(paragraph);
    return;
  }
  if (turn(paragraph)) return;
  if (isPageFurniture(line, chapter_ != Chapter::kWeights)) {
    rows_.skipped(at, say("页眉或页码。"));
    return;
  }
  if (isContentsLine(paragraph) && chapter_ < Chapter::kWork) {
    rows_.skipped(at, say("目录。"));
    return;
  }
  // A file of some tables may lack the heading of their chapter.
  if (chapter_ != Chapter::kAnnex && namesWeightTable(line)) chapter_ = Chapter::kWeights;
  switch (chapter_) {
    case Chapter::kFront:  // It began with a section or a table, without a chapter's heading.
      if (levelOf(line)) {
        work_.takeHeading(line, at);
      } else {
        sections_.read(paragraph);
      }
      break;
    case Chapter::kOverview:
    case Chapter::kAnnex:
      sections_.read(paragraph);
      break;
    case Chapter::kBasics:
      basics_.read(paragraph);
      break;
    case Chapter::kWork:
      readWork(paragraph);
      break;
    case Chapter::kWeights:
      readWeights(paragraph);
      break;
  }
}

void StandardReader::readWork(const DocParagraph& paragraph) {
  const std::string at = paragraphAt(paragraph.number);
  const std::string line = paragraph.line();
  const auto number = dottedNumberAt(trimmed(line));
  const bool heading =
      levelOf(line) || workTables_ || (number && number->parts[0] == 3 && !work_.inFunction(3));
  if (heading && work_.takeHeading(line, at)) return;
  if (isWorkRemark(line)) {
    rows_.skipped(at, say("说明或表题。"));
  } else if (!workTables_) {
    work_.readLine(line, at);
  } else {
    rows_.doubt(at, say("“工作要求”里表格以外的文字，没有收入；请核对。"));
  }
}

void StandardReader::readWeights(const DocParagraph& paragraph) {
  const std::string at = paragraphAt(paragraph.number);
  const std::string line = paragraph.line();
  if (weights_.takeHeading(line, at) || weights_.readLine(line, at)) return;
  const std::string word = squeezed(line);
  const bool remark = word.starts_with("注") || word.starts_with("表") || word.starts_with("续表") ||
                      has(word, "项目") || has(word, "技能等级") || word == "基本要求" ||
                      word == "相关知识要求" || word == "技能要求";
  if (remark) {
    rows_.skipped(at, say("说明或表题。"));
  } else {
    rows_.doubt(at, say("“权重表”里没有读懂的文字，没有收入；请核对。"));
  }
}

void StandardReader::readTable(const DocTable& table) {
  const TableView view(table);
  if (work_.reads(view) && chapter_ != Chapter::kAnnex) {
    work_.read(view);
    return;
  }
  work_.tableDone();
  switch (chapter_) {
    case Chapter::kFront:
    case Chapter::kOverview:
    case Chapter::kAnnex:
      sections_.read(table);
      return;
    case Chapter::kWeights:
      if (weights_.reads(view)) {
        weights_.read(view);
        return;
      }
      [[fallthrough]];
    case Chapter::kBasics:
    case Chapter::kWork:
      doubtAll(view, say("没有认出表头，这张表没有导入。"));
      return;
  }
}

}  // namespace tiku::formats::standards
