// Items in tables of Word: under a head, by name, side by side, or whole pages in a frame.
#include "tests/formats/exchange/items/document_support.h"

using namespace tiku::formats;
using namespace tiku::tests;

namespace {

using Rows = std::vector<Lines>;

std::string tableXml(const Rows& rows) {
  std::string xml = "<w:tbl>";
  for (const Lines& row : rows) {
    xml += "<w:tr>";
    for (const std::string& cell : row) xml += "<w:tc>" + paragraphs(cell) + "</w:tc>";
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>";
}

DocumentImport importOf(const std::string& body) {
  DocxBuilder docx;
  docx.body = body;
  return DocumentImport(readDocxBytes(docx.bytes(), "车工三级.docx"), {});
}

}  // namespace

TEST_CASE("a row under a head of columns is an item") {
  const DocumentImport import =
      importOf(tableXml({{"题号", "题型", "题干", "选项A", "选项B", "选项C", "答案", "难度", "备用"},
                         {"1", "单选题", "甲（ ）。", "车", "铣", "磨", "B", "3", "x"},
                         {"2", "多选题", "乙（ ）。", "A.车", "B.铣", "C.磨", "AC", "2", ""},
                         {"3", "判断题", "丙。", "", "", "", "×", "", ""},
                         {"", "", "", "", "", "", "", "", ""},
                         {"4", "单选题", "丁（ ）。", "车", "铣", "", "A", "", ""}}));
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：甲（　）。|车|铣|磨：B", "多选题：乙（　）。|车|铣|磨：AC",
                               "判断题：丙。：×", "单选题：丁（　）。|车|铣：A"});
  CHECK(import.items[0].difficulty == 3);
  CHECK(import.items[0].source.at == "表 1 行 2");
  CHECK(import.result.report.rows[0].reason == "表头；没有采用的列：备用。");
  CHECK(import.reading("tables").evidence == "表格里有 4 题");
}

TEST_CASE("all options may stand in one cell, and sections in rows of their own") {
  const DocumentImport import = importOf(tableXml({{"题目", "选项", "答案"},
                                                   {"一、单选题"},
                                                   {"甲（ ）。", "A.车\nB.铣\nC.磨", "B"},
                                                   {"二、多选题"},
                                                   {"乙（ ）。", "A、车 B、铣 C、磨", "AC"}}));
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：甲（　）。|车|铣|磨：B", "多选题：乙（　）。|车|铣|磨：AC"});
}

TEST_CASE("a table with a name before each value is an item") {
  const DocumentImport import =
      importOf(tableXml({{"题型", "单选题"},
                         {"题干", "甲（ ）。"},
                         {"A", "车"},
                         {"B", "铣"},
                         {"答案", "B"},
                         {"解析", "铣刀。"}}) +
               paragraphs("") + tableXml({{"题型", "判断题"}, {"题干", "乙。"}, {"答案", "错"}}));
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：甲（　）。|车|铣：B", "判断题：乙。：×"});
  CHECK(import.items[0].rationale.str() == "铣刀。");
}

TEST_CASE("options side by side in cells are options") {
  const DocumentImport import = importOf(
      paragraphs("一、单选题\n1. 甲（ ）。") + tableXml({{"A.车", "B.铣"}, {"C.磨", "D.钻"}}) +
      paragraphs("答案：D\n2. 乙（ ）。") + tableXml({{"A", "车"}, {"B", "铣"}}) + paragraphs("答案：A"));
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：甲（　）。|车|铣|磨|钻：D", "单选题：乙（　）。|车|铣：A"});
}

TEST_CASE("a paper in a frame is read as one without") {
  const DocumentImport import =
      importOf(tableXml({{"得分", ""},
                         {"一、单选题\n1. 甲（ ）。\nA.车 B.铣\n答案：A\n2. 乙（ ）。\nA.车 B.铣"},
                         {"二、判断题\n1. 丙。\n答案：对"}}));
  CHECK(import.unclear().empty());
  CHECK(import.told() ==
        Lines{"单选题：甲（　）。|车|铣：A", "单选题：乙（　）。|车|铣：-", "判断题：丙。：√"});
}

TEST_CASE("a table of figures stays a table of the stem above it") {
  const DocumentImport import =
      importOf(paragraphs("一、单选题\n1. 据表，产量最高的是（ ）。") +
               tableXml({{"厂", "A", "B"}, {"产量", "10", "20"}}) + paragraphs("A.甲 B.乙\n答案：B"));
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：据表，产量最高的是（　）。\n厂\tA\tB\n产量\t10\t20|甲|乙：B"});
}
