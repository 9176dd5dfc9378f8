// The national layout: scopes in columns of their own, ratios, forms of the head. Names are ours.
#include <catch2/catch.hpp>

#include "doc.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/tables/ratio.h"

using namespace tiku::formats;
using namespace tiku::formats::test;

namespace {

ImportResult import(const Bank& bank, const Document& document) {
  ImportOptions options;
  options.kind = ImportKind::kElementTable;
  return importElementTable(bank, document, options);
}

using TableRows = std::vector<std::vector<DocCell>>;

TableRows wideHead() {
  return {{cell("鉴定范围", 8), cell("鉴定点", 4)},
          {cell("一级", 4), cell("二级", 4), cell("代码"), cell("名称"), cell("重要程度"), cell("页码")},
          {cell("名称"), cell("代码"), cell("重要程度比例"), cell("鉴定比重(%)"), cell("名称"), cell("代码"),
           cell("重要程度\n比例"), cell("鉴定\n比重"), merged(), merged(), merged(), merged()}};
}

std::vector<DocCell> below(std::initializer_list<std::string> point) {
  std::vector<DocCell> row(8, merged());
  for (const std::string& text : point) row.push_back(cell(text));
  return row;
}

TableRows wideRows() {
  TableRows rows = wideHead();
  rows.push_back(
      words({"基本要求", "A", "(02:01:00)", "40", "守信", "A", "(02:01:00)", "40", "001", "含义", "X", "1"}));
  rows.push_back(below({"002", "后果", "Y", "1"}));
  rows.push_back(below({"003", "养成", "Ｘ", "2"}));
  rows.push_back(
      words({"相关知识", "B", "(01:00:01)", "60", "布光", "A", "1:0:1", "60", "001", "色温", "X", "3"}));
  rows.push_back(below({"002", "灯具史", "Z", "3"}));
  return rows;
}

Doc wide(TableRows rows) {
  Doc doc("国家式.docx");
  doc.say("理论知识鉴定要素细目表");
  doc.say("职业：茶艺灯光师　等级：三级/高级工　鉴定方式：理论知识　鉴定点：5　页码：1");
  doc.say("填表人：甲　填表日期：2026年3月1日　审表人：乙　审表日期：2026.3.9").table(std::move(rows));
  return doc;
}

const Scope& scopeAt(const Bank& bank, std::size_t top, std::size_t second) {
  return bank.blueprint(kThree)->theory.tops.at(top).scope.scopes.at(second);
}

}  // namespace

TEST_CASE("the national table with merged scopes and the form above it") {
  Bank bank = emptyBank();
  const ImportResult result = import(bank, wide(wideRows()));
  bank.apply(result.edit);
  CHECK(result.report.count(Verdict::kUnclear) == 0);
  CHECK(result.report.counts.at("scopes") == 4);
  CHECK(result.report.counts.at("points") == 5);
  const ElementTable& table = bank.blueprint(kThree)->theory;
  CHECK(table.compiledBy == "甲");
  CHECK(table.compiledOn == Date::parse("2026-03-01"));
  CHECK(table.reviewedBy == "乙");
  CHECK(table.reviewedOn == Date::parse("2026-03-09"));
  CHECK(table.tops[0].part == Part::kBasic);
  CHECK(table.tops[1].part == Part::kWork);
  CHECK(scopeAt(bank, 0, 0).weight == Weight::whole(40));
  CHECK(scopeAt(bank, 0, 0).ratio() == Ratio{2, 1, 0});
  CHECK(scopeAt(bank, 1, 0).points[1].importance == Importance::kZ);
  CHECK(reasonAt(result.report, "表 1 行 1") == "略过：表头；题库不存的列：页码。");
  CHECK(reasonAt(result.report, "表 1 行 4") ==
        "导入：范围 A“基本要求”。范围 A-A“守信”。考评点 A-A-001“含义”。");
  CHECK(import(bank, wide(wideRows())).edit.empty());
}

TEST_CASE("scopes written once and left empty below, or repeated on the next page, are the same scopes") {
  TableRows rows = wideHead();
  rows.push_back(words({"基本要求", "A", "", "100", "守信", "A", "", "100", "001", "含义", "X", "1"}));
  rows.push_back(words({"", "", "", "", "", "", "", "", "002", "后果", "Y", "1"}));
  for (const auto& row : wideHead()) rows.push_back(row);
  rows.push_back(words({"基本要求", "A", "", "100", "守信", "A", "", "100", "003", "养成", "X", "2"}));
  rows.push_back(words({"", "", "", "", "敬业", "B", "", "", "001", "勤勉", "X", "2"}));
  Doc doc("国家式.docx");
  doc.say("高级工理论知识鉴定要素细目表").table(rows);
  Bank bank = emptyBank();
  const ImportResult result = import(bank, doc);
  bank.apply(result.edit);
  CHECK(result.report.count(Verdict::kUnclear) == 0);
  CHECK(bank.blueprint(kThree)->theory.tops.size() == 1);
  CHECK(scopeAt(bank, 0, 0).points.size() == 3);
  CHECK(scopeAt(bank, 0, 1).points.size() == 1);
}

TEST_CASE(
    "a stated ratio, count or weight that the table itself contradicts is unclear, and the content is "
    "taken") {
  TableRows rows = wideRows();
  rows[3][2] = cell("(02:02:00)");
  rows[6][3] = cell("50");
  rows[6][6] = cell("一比零");
  Doc doc("国家式.docx");
  doc.say("三级理论知识鉴定要素细目表").say("鉴定点：9").table(rows);
  Bank bank = emptyBank();
  const ImportResult result = import(bank, doc);
  bank.apply(result.edit);
  CHECK(reasonAt(result.report, "段 2") == "存疑：写明考评点 9 个，表中有 5 个；内容已导入，请核对。");
  CHECK(reasonAt(result.report, "表 1 行 1") ==
        "存疑：各一级范围的比重合计 90，应为 100；内容已导入，请核对比重。");
  CHECK(reasonAt(result.report, "表 1 行 4") ==
        "存疑：A“基本要求”的重要程度比例写作 (02:02:00)，按考评点数得 "
        "(02:01:00)；内容已导入，请核对重要程度。");
  CHECK(reasonAt(result.report, "表 1 行 7") ==
        "存疑：重要程度比例“一比零”不是 X:Y:Z；比例由程序计算，其他内容已导入。"
        "B“相关知识”的比重是 50，下一级合计 60；内容已导入，请核对比重。");
  CHECK(bank.blueprint(kThree)->theory.pointCount() == 5);
}

TEST_CASE("points do not slip under another scope when their own could not be read") {
  TableRows rows = wideHead();
  rows.push_back(words({"", "", "", "", "", "", "", "", "001", "没有范围", "X", "1"}));
  rows.push_back(words({"基本要求", "A", "", "", "守信", "A", "", "", "001", "含义", "X", "1"}));
  rows.push_back(words({"", "", "", "", "敬业", "", "", "", "001", "勤勉", "X", "1"}));
  rows.push_back(words({"", "", "", "", "", "", "", "", "002", "专注", "Q", "1"}));
  rows.push_back(words({"", "", "", "", "守时", "C", "", "", "001", "准点", "Q", "1"}));
  rows.push_back(words({"别的名称", "A", "", "", "早起", "D", "", "", "001", "闹钟", "X", "1"}));
  Doc doc("国家式.docx");
  doc.say("三级理论知识鉴定要素细目表").table(rows);
  Bank bank = emptyBank();
  const ImportResult result = import(bank, doc);
  bank.apply(result.edit);
  const auto at = [&](int row) { return reasonAt(result.report, "表 1 行 " + std::to_string(row)); };
  CHECK(at(4) == "存疑：考评点“没有范围”前面没有范围，没有导入。请补上它的范围。");
  CHECK(at(6) == "存疑：第 2 级范围的代码“”、名称“敬业”不全或不成立，这一行没有导入。");
  CHECK(at(7) == "存疑：所属的范围没有导入，这一行也没有导入。请先改正上面的范围。");
  CHECK(at(8) == "存疑：重要程度“Q”不是 X、Y、Z；这一行的其他内容已导入，请补上重要程度。");
  CHECK(at(9) == "存疑：代码 A 已经是“基本要求”（表 1 行 5），这一行没有导入。请改正重复的代码。");
  CHECK(bank.blueprint(kThree)->theory.pointCount() == 2);
}

TEST_CASE("a knowledge column traces the points, and traces and importance set by hand outlive a re-import") {
  Bank bank = emptyBank();
  Standard standard;
  LevelRequirements level(kThree);
  Function lighting{Id::random(), "布光", {}, {}};
  lighting.contents.push_back({Id::random(), "主光", {}, {{Id::random(), "色温的知识", false, {}}}, {}});
  level.functions.push_back(lighting);
  standard.levels.push_back(level);
  standard.basics.push_back({Id::random(), BasicTopic::Part::kEthics, "守信", {}, {}});
  bank.apply(Edit().put(standard));

  TableRows rows{
      words({"一级代码", "一级名称", "二级代码", "二级名称", "相关知识要求", "考评点代码", "考评点名称"}),
      words({"A", "基本要求", "A", "守信", "", "001", "含义"}),
      words({"B", "相关知识", "A", "布光", "1.1.1 色温的知识", "001", "色温的单位"})};
  Doc doc("平台.docx");
  doc.say("三级理论知识考评要素细目表").table(rows);
  bank.apply(import(bank, doc).edit);
  const Id knowledge = lighting.contents[0].knowledge[0].id;
  CHECK(scopeAt(bank, 0, 0).requirement == standard.basics[0].id);
  CHECK(scopeAt(bank, 1, 0).requirement == lighting.id);
  CHECK(scopeAt(bank, 1, 0).points[0].requirements == std::vector<Id>{knowledge});

  Blueprint blueprint = *bank.blueprint(kThree);
  Point& point = blueprint.theory.tops[0].scope.scopes[0].points[0];
  point.importance = Importance::kX;
  point.requirements = {standard.basics[0].id};
  bank.apply(Edit().put(blueprint));
  CHECK(import(bank, doc).edit.empty());
}

TEST_CASE("one column with the whole code") {
  Doc doc("编码.docx");
  doc.say("操作技能考评要素细目表（三级）")
      .table({words({"考评点代码", "名称", "重要程度"}), words({"A", "布光", ""}), words({"A—B", "主光", ""}),
              words({"A-B-001 ", "能布主光", "X"}), words({"A-C-001", "没有范围", "X"})});
  Bank bank = emptyBank();
  const ImportResult result = import(bank, doc);
  bank.apply(result.edit);
  CHECK(result.report.counts.at("skills-scopes") == 2);
  CHECK(result.report.counts.at("skills-points") == 1);
  CHECK(reasonAt(result.report, "表 1 行 5") ==
        "存疑：前面没有范围 A-C 的行，A-C-001 没有导入。请补上该范围，或核对代码。");
}

TEST_CASE("ratios are read as written and as Excel leaves them") {
  using tables::parseRatio;
  CHECK(parseRatio("(05:02:00)") == Ratio{5, 2, 0});
  CHECK(parseRatio("（132：21：00）") == Ratio{132, 21, 0});
  CHECK(parseRatio("5:2:0") == Ratio{5, 2, 0});
  CHECK(parseRatio("5:02:00 AM") == Ratio{5, 2, 0});
  CHECK(parseRatio("1:02:00 PM") == Ratio{13, 2, 0});
  CHECK(parseRatio("12:03:01 AM") == Ratio{0, 3, 1});
  CHECK(parseRatio("0.209722222222222") == Ratio{5, 2, 0});
  CHECK(parseRatio("5.5145833333") == Ratio{132, 21, 0});
  CHECK(parseRatio("1900/1/5 12:21:00") == Ratio{132, 21, 0});
  CHECK_FALSE(parseRatio("5:2"));
  CHECK_FALSE(parseRatio("05-02-00"));
  CHECK_FALSE(parseRatio(""));
}
