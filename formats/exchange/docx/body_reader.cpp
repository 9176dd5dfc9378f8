#include "formats/exchange/docx/body_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "formats/exchange/ledger.h"

namespace tiku::formats {
namespace {

constexpr int kWidest = 1000;  // Word allows 63 columns.

int numberOf(XmlElement element, int usual) {
  const std::string text = element.attribute("val");
  int value = usual;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 0, kWidest);
}

/// Wrappers that hold blocks, rows or cells and mean nothing to an importer.
XmlElement contentOf(XmlElement element) {
  const std::string_view name = element.name();
  if (name == "sdt") return element.first("sdtContent");
  if (name == "ins" || name == "moveTo" || name == "customXml" || name == "smartTag") return element;
  if (name == "AlternateContent") return chosenBranch(element);
  return {};
}

}  // namespace

void BodyReader::read(XmlElement body) {
  blocks(body, nullptr);
  flushCarried(nullptr);
}

void BodyReader::blocks(XmlElement container, DocCell* cell) {
  for (XmlElement element = container.first(); element; element = element.next()) block(element, cell);
}

void BodyReader::block(XmlElement element, DocCell* cell) {
  const std::string_view name = element.name();
  if (name == "p" && isWord(element)) {
    paragraph(element, cell);
  } else if (name == "oMathPara" || name == "oMath") {
    paragraph(element, cell);
  } else if (name == "tbl" && isWord(element)) {
    if (cell == nullptr) {
      table(element);
    } else {
      nestedTable(element, *cell);
    }
  } else if (name == "altChunk") {
    context_.notes.add(LeftOut::kOtherFile, context_.at);
  } else if (name == "moveFrom" || name == "del") {
    context_.notes.add(LeftOut::kDeletedText, context_.at);
  } else if (const XmlElement content = contentOf(element)) {
    blocks(content, cell);
  }
}

void BodyReader::paragraph(XmlElement element, DocCell* cell) {
  if (cell == nullptr) context_.at = paragraphAt(paragraphs_ + 1);
  const XmlElement properties = element.name() == "p" ? element.first("pPr") : XmlElement();
  std::string style = properties.first("pStyle").attribute("val");
  if (style.empty()) style = context_.styles.defaultParagraph();
  RunReader::Content content = runs_.read(element, style);

  const XmlElement mark = properties.first("rPr");
  if (mark.first("del") || mark.first("moveFrom")) {
    context_.notes.add(LeftOut::kDeletedText, context_.at);
    carried_.append(std::move(content.pieces));
  } else {
    carried_.append(std::move(content.pieces));
    DocParagraph read;
    read.label = context_.numbering.label(numberingOf(properties), style);
    read.style = context_.styles.nameOf(style);
    read.text = std::exchange(carried_, {}).take();
    read.pageBreakBefore = std::exchange(pageBreak_, false) || content.pageBreakFirst ||
                           toggle(properties, "pageBreakBefore").value_or(false);
    add(std::move(read), cell);
  }
  const XmlElement section = properties.first("sectPr");
  if (content.pageBreakLast || (section && section.first("type").attribute("val") != "continuous")) {
    pageBreak_ = true;
  }
  for (const XmlElement box : content.textBoxes) {
    context_.notes.add(LeftOut::kTextBox, context_.at);
    blocks(box, cell);
  }
}

void BodyReader::add(DocParagraph paragraph, DocCell* cell) {
  if (cell != nullptr) {
    cell->paragraphs.push_back(std::move(paragraph));
    return;
  }
  paragraph.number = ++paragraphs_;
  context_.document.blocks.emplace_back(std::move(paragraph));
}

void BodyReader::flushCarried(DocCell* cell) {
  if (carried_.empty()) return;
  DocParagraph rest;
  rest.text = std::exchange(carried_, {}).take();
  add(std::move(rest), cell);
}

void BodyReader::table(XmlElement element) {
  flushCarried(nullptr);
  DocTable table;
  table.number = ++tables_;
  rows(element, table);
  context_.document.blocks.emplace_back(std::move(table));
}

/// A table in a cell becomes lines of the cell, its own cells apart by tabs.
void BodyReader::nestedTable(XmlElement element, DocCell& cell) {
  context_.notes.add(LeftOut::kNestedTable, context_.at);
  const std::string at = context_.at;
  DocTable inner;
  rows(element, inner);
  context_.at = at;
  for (const std::vector<DocCell>& row : inner.rows) {
    Paragraph line;
    for (const DocCell& part : row) {
      if (&part != &row.front()) line.pieces.push_back({Inline::Kind::kText, "\t", {}});
      for (const DocParagraph& paragraph : part.paragraphs) {
        if (&paragraph != &part.paragraphs.front()) line.pieces.push_back({Inline::Kind::kLineBreak, {}, {}});
        if (!paragraph.label.empty()) line.pieces.push_back({Inline::Kind::kText, paragraph.label, {}});
        const auto& pieces = std::get<Paragraph>(paragraph.text.blocks().front()).pieces;
        line.pieces.insert(line.pieces.end(), pieces.begin(), pieces.end());
      }
    }
    DocParagraph paragraph;
    std::vector<RichText::Block> blocks;
    blocks.emplace_back(std::move(line));
    paragraph.text = RichText(std::move(blocks));
    cell.paragraphs.push_back(std::move(paragraph));
  }
}

void BodyReader::rows(XmlElement container, DocTable& table) {
  for (XmlElement element = container.first(); element; element = element.next()) {
    if (element.name() == "tr" && isWord(element)) {
      row(element, table);
    } else if (const XmlElement content = contentOf(element)) {
      rows(content, table);
    }
  }
}

void BodyReader::row(XmlElement element, DocTable& table) {
  // A nested table has no number of its own: its rows are told by the row around them.
  if (table.number > 0) context_.at = tableRowAt(table.number, static_cast<int>(table.rows.size()) + 1);
  const XmlElement properties = element.first("trPr");
  if (properties.first("del")) {
    context_.notes.add(LeftOut::kDeletedText, context_.at);
    return;
  }
  std::vector<DocCell> row;
  const XmlElement before = properties.first("gridBefore");
  int column = before ? numberOf(before, 0) : 0;
  cells(element, row, column);
  table.rows.push_back(std::move(row));
}

void BodyReader::cells(XmlElement container, std::vector<DocCell>& row, int& column) {
  for (XmlElement element = container.first(); element; element = element.next()) {
    if (element.name() == "tc" && isWord(element)) {
      cell(element, row, column);
    } else if (const XmlElement content = contentOf(element)) {
      cells(content, row, column);
    }
  }
}

void BodyReader::cell(XmlElement element, std::vector<DocCell>& row, int& column) {
  const XmlElement properties = element.first("tcPr");
  DocCell cell;
  cell.column = column;
  const XmlElement span = properties.first("gridSpan");
  cell.columnSpan = span ? std::max(1, numberOf(span, 1)) : 1;
  const XmlElement vertical = properties.first("vMerge");
  cell.continued = vertical && vertical.attribute("val") != "restart";
  column += cell.columnSpan;
  blocks(element, &cell);
  flushCarried(&cell);
  const XmlElement horizontal = properties.first("hMerge");
  if (horizontal && horizontal.attribute("val") != "restart" && !row.empty()) {
    row.back().columnSpan += cell.columnSpan;
    std::ranges::move(cell.paragraphs, std::back_inserter(row.back().paragraphs));
    return;
  }
  row.push_back(std::move(cell));
}

}  // namespace tiku::formats
