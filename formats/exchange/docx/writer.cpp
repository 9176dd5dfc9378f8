#include "formats/exchange/docx/writer.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "formats/base/markup.h"
#include "formats/exchange/docx/math_markup.h"
#include "formats/exchange/docx/parts.h"
#include "formats/exchange/docx/picture_size.h"
#include "formats/exchange/zip_writer.h"

namespace tiku::formats {
namespace {

constexpr int kTwipsPerMillimetre = 57;  // 56.7
constexpr int kSpaceAfterTable = 120;
constexpr int kDenseMargin = 40;
constexpr int kCellMargin = 85;                   // 1.5 mm left and right of a cell's text.
constexpr long long kEmuPerTwip = 635;            // ECMA-376: 914,400 to the inch.
constexpr long long kEmuPerPixel = 9525;          // At 96 dots per inch.
constexpr long long kTallestPicture = 7'200'000;  // 20 cm

/// A paragraph that takes next to no room, for the places where the format asks for one.
std::string thinParagraph(bool pageBreak) {
  return fmt::format(
      R"(<w:p><w:pPr>{}<w:spacing w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>)",
      pageBreak ? "<w:pageBreakBefore/>" : "");
}

std::string_view alignName(DocxAlign align) {
  switch (align) {
    case DocxAlign::kLeft:
      return "left";
    case DocxAlign::kCentre:
      return "center";
    case DocxAlign::kRight:
      return "right";
    case DocxAlign::kOfStyle:
      break;
  }
  return {};
}

int indentTwips(const DocxParagraph& paragraph) {
  return paragraph.indent * docx::styleSize(paragraph.style) * 10;  // Half points to twentieths.
}

/// Shares `total` among columns of these relative widths; all of it is given away.
std::vector<int> shared(const std::vector<int>& widths, int total) {
  const int sum = std::max(1, std::accumulate(widths.begin(), widths.end(), 0));
  std::vector<int> result;
  int before = 0;
  int given = 0;
  for (const int width : widths) {
    before += width;
    const int end = static_cast<int>(static_cast<long long>(total) * before / sum);
    result.push_back(end - given);
    given = end;
  }
  return result;
}

}  // namespace

DocxParagraph::DocxParagraph(std::string text, DocxStyle s) : style(s) {
  DocxRun run;
  run.text = std::move(text);
  runs.push_back(std::move(run));
}

DocxCell::DocxCell(std::string text, DocxStyle style, int columnSpan)
    : DocxCell(DocxParagraph(std::move(text), style), columnSpan) {}

DocxCell::DocxCell(DocxParagraph paragraph, int columnSpan) : span(columnSpan) {
  blocks.emplace_back(std::move(paragraph));
}

DocxBlock::DocxBlock(DocxParagraph paragraph) : content(std::move(paragraph)) {}
DocxBlock::DocxBlock(DocxTable table) : content(std::move(table)) {}

DocxWriter::DocxWriter(DocxSetup setup, MediaSource media)
    : setup_(std::move(setup)), media_(std::move(media)), width_(docx::pageSize(setup_).textWidth()) {}

void DocxWriter::pageBreak() {
  breakDue_ = !body_.empty();
}

void DocxWriter::add(const DocxParagraph& paragraph) {
  if (breakDue_ || afterTable_) {
    DocxParagraph first = paragraph;
    first.pageBreakBefore = breakDue_ || paragraph.pageBreakBefore;
    if (afterTable_ && first.spaceBefore == 0 && !docx::hasSpaceBefore(first.style))
      first.spaceBefore = kSpaceAfterTable;
    write(first);
  } else {
    write(paragraph);
  }
  breakDue_ = false;
  afterTable_ = false;
}

void DocxWriter::add(const DocxTable& table) {
  // Word joins two tables that touch.
  if (breakDue_ || afterTable_) body_ += thinParagraph(breakDue_);
  write(table, width_);
  breakDue_ = false;
  afterTable_ = true;
}

void DocxWriter::add(const std::vector<DocxBlock>& blocks) {
  for (const DocxBlock& block : blocks) {
    std::visit([this](const auto& content) { add(content); }, block.content);
  }
}

void DocxWriter::write(const DocxParagraph& paragraph) {
  body_ += fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/>)", docx::styleId(paragraph.style));
  if (paragraph.keepNext) body_ += "<w:keepNext/>";
  if (paragraph.pageBreakBefore) body_ += "<w:pageBreakBefore/>";
  if (paragraph.columns > 1) {
    const int from = indentTwips(paragraph);
    body_ += "<w:tabs>";
    for (int i = 1; i < paragraph.columns; ++i) {
      body_ +=
          fmt::format(R"(<w:tab w:val="left" w:pos="{}"/>)", from + (width_ - from) * i / paragraph.columns);
    }
    body_ += "</w:tabs>";
  }
  if (paragraph.spaceBefore > 0) {
    body_ += fmt::format(R"(<w:spacing w:before="{}"/>)", paragraph.spaceBefore);
  }
  if (paragraph.indent > 0) {
    body_ += fmt::format(R"(<w:ind w:leftChars="{}" w:left="{}"/>)", paragraph.indent * 100,
                         indentTwips(paragraph));
  }
  if (paragraph.align != DocxAlign::kOfStyle) {
    body_ += fmt::format(R"(<w:jc w:val="{}"/>)", alignName(paragraph.align));
  }
  body_ += "</w:pPr>";
  for (const DocxRun& run : paragraph.runs) write(run);
  body_ += "</w:p>";
}

void DocxWriter::write(const DocxRun& run) {
  if (run.tag.empty()) {
    writeText(run);
    return;
  }
  tagged_.emplace_back(run.tag, run.text);
  body_ += fmt::format(
      R"(<w:sdt><w:sdtPr><w:tag w:val="{}"/><w:id w:val="{}"/><w:lock w:val="sdtContentLocked"/><w:text/>)"
      R"(</w:sdtPr><w:sdtContent>)",
      escapedMarkup(run.tag), nextId_++);
  writeText(run);
  body_ += "</w:sdtContent></w:sdt>";
}

void DocxWriter::writeText(const DocxRun& run) {
  if (run.kind == DocxRun::Kind::kImage) {
    writePicture(run);
    return;
  }
  if (run.kind == DocxRun::Kind::kMath) {
    body_ += mathMarkup(run.text);
    return;
  }
  body_ += "<w:r>";
  std::string look;
  if (run.bold) look += "<w:b/>";
  if (run.underline) look += R"(<w:u w:val="single"/>)";
  if (run.script == DocxRun::Script::kSub) look += R"(<w:vertAlign w:val="subscript"/>)";
  if (run.script == DocxRun::Script::kSuper) look += R"(<w:vertAlign w:val="superscript"/>)";
  if (run.emphasis) look += R"(<w:em w:val="dot"/>)";
  if (!look.empty()) body_ += "<w:rPr>" + look + "</w:rPr>";
  if (run.kind == DocxRun::Kind::kLineBreak) body_ += "<w:br/>";
  std::string_view rest = run.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of("\n\t"), rest.size());
    if (end > 0) {
      body_ += R"(<w:t xml:space="preserve">)" + escapedMarkup(rest.substr(0, end)) + "</w:t>";
    }
    if (end < rest.size()) body_ += rest[end] == '\n' ? "<w:br/>" : "<w:tab/>";
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  body_ += "</w:r>";
}

const DocxWriter::Picture* DocxWriter::picture(const std::string& name) {
  const auto known = pictures_.find(name);
  if (known != pictures_.end()) return &known->second;
  const std::string* bytes = media_ ? media_(name) : nullptr;
  const auto info = bytes == nullptr ? std::nullopt : pictureInfo(*bytes);
  if (!info) return nullptr;
  const std::size_t number = pictures_.size() + 1;
  Picture made{fmt::format("media/image{}.{}", number, info->extension), fmt::format("rIdImage{}", number),
               info->width, info->height};
  parts_.emplace_back("word/" + made.part, *bytes);
  return &pictures_.emplace(name, std::move(made)).first->second;
}

void DocxWriter::writePicture(const DocxRun& run) {
  const Picture* shown = picture(run.target);
  if (shown == nullptr) {
    DocxRun instead;
    instead.text = "［图：" + run.text + "］";
    writeText(instead);
    return;
  }
  const long long widest = width_ * kEmuPerTwip;
  long long width = shown->width * kEmuPerPixel;
  long long height = shown->height * kEmuPerPixel;
  if (width > widest) {
    height = std::max(1LL, height * widest / width);
    width = widest;
  }
  if (height > kTallestPicture) {
    width = std::max(1LL, width * kTallestPicture / height);
    height = kTallestPicture;
  }
  const int id = nextId_++;
  body_ += fmt::format(
      R"(<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{0}" cy="{1}"/>)"
      R"(<wp:docPr id="{2}" name="图 {2}" descr="{3}"/><a:graphic>)"
      R"(<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>)"
      R"(<pic:cNvPr id="{2}" name="图 {2}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>)"
      R"(<a:blip r:embed="{4}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>)"
      R"(<a:off x="0" y="0"/><a:ext cx="{0}" cy="{1}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>)"
      R"(</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>)",
      width, height, id, escapedMarkup(run.text), shown->relation);
}

void DocxWriter::write(const DocxTable& table, int width) {
  const std::vector<int> widths = shared(table.widths, width);
  body_ += fmt::format(
      R"(<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>)", width);
  for (const std::string_view side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
    body_ += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="auto"/>)", side);
  }
  const int margin = table.dense ? kDenseMargin : kCellMargin;
  const int above = table.dense ? 10 : 28;
  body_ += fmt::format(
      R"(</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{1}" w:type="dxa"/>)"
      R"(<w:left w:w="{0}" w:type="dxa"/><w:bottom w:w="{1}" w:type="dxa"/><w:right w:w="{0}" w:type="dxa"/>)"
      R"(</w:tblCellMar></w:tblPr><w:tblGrid>)",
      margin, above);
  for (const int column : widths) body_ += fmt::format(R"(<w:gridCol w:w="{}"/>)", column);
  body_ += "</w:tblGrid>";
  for (const DocxRow& row : table.rows) writeRow(row, widths);
  body_ += "</w:tbl>";
}

void DocxWriter::writeRow(const DocxRow& row, const std::vector<int>& widths) {
  body_ += "<w:tr><w:trPr>";
  if (!row.split) body_ += "<w:cantSplit/>";
  if (row.height > 0) {
    body_ += fmt::format(R"(<w:trHeight w:val="{}" w:hRule="atLeast"/>)", row.height * kTwipsPerMillimetre);
  }
  if (row.head) body_ += "<w:tblHeader/>";
  body_ += "</w:trPr>";
  std::size_t column = 0;
  for (const DocxCell& cell : row.cells) {
    int width = 0;
    for (int i = 0; i < cell.span; ++i) {
      if (column >= widths.size()) throw std::logic_error("a table row is wider than its grid");
      width += widths[column++];
    }
    writeCell(cell, width);
  }
  if (column != widths.size()) throw std::logic_error("a table row is narrower than its grid");
  body_ += "</w:tr>";
}

void DocxWriter::writeCell(const DocxCell& cell, int width) {
  body_ += fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>)", width);
  if (cell.span > 1) body_ += fmt::format(R"(<w:gridSpan w:val="{}"/>)", cell.span);
  if (cell.merge == DocxCell::Merge::kStart) body_ += R"(<w:vMerge w:val="restart"/>)";
  if (cell.merge == DocxCell::Merge::kContinued) body_ += "<w:vMerge/>";
  body_ += cell.top ? R"(<w:vAlign w:val="top"/></w:tcPr>)" : R"(<w:vAlign w:val="center"/></w:tcPr>)";
  const int outer = std::exchange(width_, std::max(1, width - 2 * kCellMargin));
  bool endsWithParagraph = false;  // As the format demands of a cell.
  for (const DocxBlock& block : cell.blocks) {
    if (const auto* paragraph = std::get_if<DocxParagraph>(&block.content)) {
      write(*paragraph);
      endsWithParagraph = true;
    } else {
      write(std::get<DocxTable>(block.content), width_);
      body_ += thinParagraph(false);
      endsWithParagraph = true;
    }
  }
  if (!endsWithParagraph) write(DocxParagraph(std::string(), DocxStyle::kCell));
  width_ = outer;
  body_ += "</w:tc>";
}

std::string DocxWriter::finish() && {
  if (body_.empty() || afterTable_) body_ += thinParagraph(false);
  std::vector<std::pair<std::string, std::string>> relations;
  std::map<std::string, std::string> inOrder;
  for (const auto& [name, shown] : pictures_) inOrder.emplace(shown.part, shown.relation);
  for (const auto& [part, id] : inOrder) relations.emplace_back(id, part);
  auto parts = docx::fixedParts(setup_, relations);
  parts.emplace_back("word/document.xml",
                     fmt::format("{}<w:document {}><w:body>{}{}</w:body></w:document>", docx::kXmlHead,
                                 docx::kNamespaces, body_, docx::sectionProperties(setup_)));
  for (auto& part : parts_) parts.push_back(std::move(part));
  return zipParts(parts);
}

}  // namespace tiku::formats
