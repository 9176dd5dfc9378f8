#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "formats/exchange/document.h"
#include "formats/exchange/import.h"

/// Documents written in a test as one would describe them.
namespace tiku::formats::test {

inline const Level kThree = *Level::of(3);

/// An empty bank of an occupation that we made up.
inline Bank emptyBank(std::vector<Level> levels = {kThree}, const std::string& occupation = "茶艺灯光师") {
  BankInfo info;
  info.packageId = Id::random();
  info.occupationName = occupation;
  info.levels = std::move(levels);
  return Bank(info);
}

inline DocParagraph line(const std::string& text) {
  DocParagraph paragraph;
  paragraph.text = RichText::plain(text);
  return paragraph;
}

inline DocCell cell(const std::string& text, int span = 1) {
  DocCell made;
  made.paragraphs.push_back(line(text));
  made.columnSpan = span;
  return made;
}

/// The lower part of a vertical merge.
inline DocCell merged(int span = 1) {
  DocCell made = cell({}, span);
  made.continued = true;
  return made;
}

/// Numbers paragraphs and tables and places the cells of a row side by side, as a reader does.
class Doc {
 public:
  explicit Doc(std::string file = "表.docx") { document_.file = std::move(file); }

  Doc& say(const std::string& text) {
    DocParagraph paragraph = line(text);
    paragraph.number = ++paragraphs_;
    document_.blocks.emplace_back(std::move(paragraph));
    return *this;
  }
  Doc& table(std::vector<std::vector<DocCell>> rows) {
    DocTable made;
    made.number = ++tables_;
    for (auto& row : rows) {
      int column = 0;
      for (DocCell& one : row) {
        one.column = column;
        column += one.columnSpan;
      }
    }
    made.rows = std::move(rows);
    document_.blocks.emplace_back(std::move(made));
    return *this;
  }
  Document& document() { return document_; }
  operator const Document&() const { return document_; }

 private:
  Document document_;
  int paragraphs_ = 0;
  int tables_ = 0;
};

/// A row of plain cells: words({"1", "0", "1"}).
inline std::vector<DocCell> words(std::initializer_list<std::string> texts) {
  std::vector<DocCell> row;
  for (const std::string& text : texts) row.push_back(cell(text));
  return row;
}

/// "导入：…", "略过：…" or "存疑：…" with the reason.
inline std::string reasonAt(const ImportReport& report, const std::string& at) {
  for (const SourceVerdict& row : report.rows) {
    if (row.at != at) continue;
    const char* verdict = "存疑：";
    if (row.verdict == Verdict::kImported) verdict = "导入：";
    if (row.verdict == Verdict::kSkipped) verdict = "略过：";
    return verdict + row.reason;
  }
  return "没有这一行";
}

}  // namespace tiku::formats::test
