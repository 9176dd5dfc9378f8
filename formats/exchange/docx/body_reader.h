#pragma once

#include <string>

#include "formats/exchange/docx/run_reader.h"
#include "formats/exchange/docx/word_part.h"

namespace tiku::formats {

/// Reads the blocks of a document: paragraphs and tables, in order, into the context's Document.
class BodyReader {
 public:
  explicit BodyReader(WordContext& context) : context_(context), runs_(context) {}

  /// Reads w:body.
  void read(XmlElement body);

 private:
  /// `cell` is where paragraphs go; null for the document itself.
  void blocks(XmlElement container, DocCell* cell);
  void block(XmlElement element, DocCell* cell);
  void paragraph(XmlElement element, DocCell* cell);
  void add(DocParagraph paragraph, DocCell* cell);
  void flushCarried(DocCell* cell);
  void table(XmlElement element);
  void nestedTable(XmlElement element, DocCell& cell);
  void rows(XmlElement container, DocTable& table);
  void row(XmlElement element, DocTable& table);
  void cells(XmlElement container, std::vector<DocCell>& row, int& column);
  void cell(XmlElement element, std::vector<DocCell>& row, int& column);

  WordContext& context_;
  RunReader runs_;
  int paragraphs_ = 0;
  int tables_ = 0;
  bool pageBreak_ = false;  ///< The next paragraph begins a page.
  Pieces carried_;          ///< Words of paragraphs whose end mark was deleted: they belong to the next one.
};

}  // namespace tiku::formats
