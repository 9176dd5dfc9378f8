// 修改记录 as a web page without scripts, to be read offline and printed.
#include "formats/base/markup.h"
#include "workflows/compare/change_record.h"
#include "workflows/compare/change_record_words.h"
#include "workflows/filing/documents/page.h"

namespace tiku::workflows {

using namespace formats;

namespace {

// Line and underline survive a black-and-white print.
constexpr const char* kRecordStyle = R"(
body { font: 15px/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; margin: 2em auto; max-width: 80em;
  padding: 0 1em; color: #111; }
h1 { font-size: 1.5em; text-align: center; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 1em 0; font-size: .9em; }
th, td { border: 1px solid #777; padding: .3em .5em; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; white-space: pre-wrap; }
th { background: #f2f2f2; font-weight: normal; text-align: center; }
del { background: #ffd9d2; } ins { background: #dff2d8; text-decoration: underline; }
.notes { font-size: .85em; color: #333; }
@media print { @page { size: A4 landscape; margin: 1.5cm; } body { margin: 0; max-width: none; font-size: 10pt; }
  thead { display: table-header-group; } tr { break-inside: avoid; } del, ins { background: none; } }
)";

std::string marked(const std::vector<DiffPiece>& pieces) {
  std::string html;
  for (const DiffPiece& piece : pieces) {
    const std::string words = escapedMarkup(piece.text);
    switch (piece.kind) {
      case DiffPiece::Kind::kSame:
        html += words;
        break;
      case DiffPiece::Kind::kRemoved:
        html += "<del>" + words + "</del>";
        break;
      case DiffPiece::Kind::kAdded:
        html += "<ins>" + words + "</ins>";
        break;
    }
  }
  return html;
}

void addRow(const RecordLine& line, int number, std::string& html) {
  const auto cell = [&html](const std::string& inner) { html += "<td>" + inner + "</td>"; };
  html += "<tr>";
  cell(std::to_string(number));
  cell(escapedMarkup(line.date));
  cell(escapedMarkup(line.object));
  cell(escapedMarkup(line.part.empty() ? line.deed : line.part + "：" + line.deed));
  cell(marked(line.before));
  cell(marked(line.after));
  cell(escapedMarkup(line.reason));
  cell(escapedMarkup(line.person));
  cell({});
  html += "</tr>\n";
}

}  // namespace

std::string changeRecordPage(const ChangeRecord& record, const std::string& date) {
  const RecordWords words(record);
  std::string html = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
                     escapedMarkup(words.title) + "</title>\n<style>" + kRecordStyle +
                     "</style>\n</head>\n<body>\n<h1>" + escapedMarkup(words.title) + "</h1>\n";
  for (const std::string& line : words.head) html += "<p>" + escapedMarkup(line) + "</p>\n";
  html +=
      "<table>\n<colgroup><col style=\"width:3em\"><col style=\"width:6.5em\"><col style=\"width:14%\">"
      "<col style=\"width:9%\"><col><col><col style=\"width:12%\"><col style=\"width:5em\">"
      "<col style=\"width:5em\"></colgroup>\n<thead><tr>";
  for (const std::string& column : words.columns) html += "<th>" + escapedMarkup(column) + "</th>";
  html += "</tr></thead>\n<tbody>\n";
  int number = 0;
  for (const RecordedChange& change : record.changes) {
    for (const RecordLine& line : recordLines(change)) addRow(line, ++number, html);
  }
  if (number == 0) html += "<tr><td colspan=\"9\">" + escapedMarkup(words.nothing) + "</td></tr>\n";
  html += "</tbody>\n</table>\n<div class=\"notes\">\n";
  for (const std::string& line : words.notes) html += "<p>" + escapedMarkup(line) + "</p>\n";
  html += "</div>\n<p>记录人（签字）：＿＿＿＿＿＿　　审核人（签字）：＿＿＿＿＿＿　　" +
          escapedMarkup(printedDate(date)) + "</p>\n</body>\n</html>\n";
  return html;
}

}  // namespace tiku::workflows
