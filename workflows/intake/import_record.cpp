#include "workflows/intake/import_record.h"

#include "formats/base/say.h"
#include "formats/base/utf8.h"
#include "formats/exchange/xlsx/writer.h"

namespace tiku::workflows {

using namespace formats;

namespace {

/// At most what a cell of Excel holds, in UTF-8 with room to spare: 32,767 characters.
std::string forCell(const std::string& words) {
  constexpr std::size_t kMost = 32'000;
  return shortened(words, kMost);
}

XlsxSheet readingSheet(const std::vector<ReadFile>& files) {
  XlsxSheet sheet;
  sheet.name = say("读法");
  sheet.columns = {{28, XlsxAlign::kLeft, {}, {}},
                   {14, XlsxAlign::kLeft, {}, {}},
                   {60, XlsxAlign::kLeft, {}, {}},
                   {40, XlsxAlign::kLeft, {}, {}}};
  sheet.addTitle(say("导入记录"));
  sheet.addHead({say("文件"), say("项目"), say("内容"), say("根据")});
  for (const ReadFile& file : files) {
    if (file.error) {
      sheet.addRow({forCell(file.name), say("没有导入"), forCell(file.error->full()), ""});
      continue;
    }
    for (const Verdict verdict : {Verdict::kImported, Verdict::kSkipped, Verdict::kUnclear}) {
      XlsxCell count = XlsxCell::ofNumber(file.report.count(verdict));
      sheet.addRow({forCell(file.name), verdictWord(verdict), std::move(count), ""});
    }
    for (const ReadingLine& line : file.report.reading) {
      sheet.addRow({forCell(file.name), line.corrected ? say("读法，改正过") : say("读法"),
                    forCell(line.words), forCell(line.evidence)});
    }
    for (const std::string& note : file.report.notes)
      sheet.addRow({forCell(file.name), say("说明"), forCell(note), ""});
  }
  return sheet;
}

XlsxSheet placesSheet(const std::vector<ReadFile>& files) {
  XlsxSheet sheet;
  sheet.name = say("原文各处");
  sheet.landscape = true;
  sheet.columns = {{24, XlsxAlign::kLeft, {}, {}},
                   {14, XlsxAlign::kLeft, {}, {}},
                   {10, XlsxAlign::kCentre, {}, {}},
                   {60, XlsxAlign::kLeft, {}, {}},
                   {50, XlsxAlign::kLeft, {}, {}}};
  sheet.addHead({say("文件"), say("位置"), say("结果"), say("原文"), say("说明")});
  for (const ReadFile& file : files) {
    for (const SourceVerdict& row : file.report.rows) {
      sheet.addRow({forCell(file.name), forCell(row.at), verdictWord(row.verdict), forCell(row.words),
                    forCell(row.reason)});
    }
  }
  return sheet;
}

}  // namespace

std::string verdictWord(Verdict verdict) {
  switch (verdict) {
    case Verdict::kImported:
      return translate("收入");
    case Verdict::kSkipped:
      return translate("略过");
    case Verdict::kUnclear:
      break;
  }
  return translate("需要核对");
}

std::string importRecord(const std::vector<ReadFile>& files) {
  XlsxBook book;
  book.title = say("导入记录");
  book.sheets = {readingSheet(files), placesSheet(files)};
  return writeXlsx(book);
}

}  // namespace tiku::workflows
