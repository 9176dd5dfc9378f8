// Stories of question files: each is a small document in a layout that authors use.
#include "tests/formats/exchange/items/document_support.h"

using namespace tiku::formats;
using namespace tiku::tests;

namespace {

using Import = DocumentImport;

std::vector<std::string> words(const std::vector<RichText>& options) {
  std::vector<std::string> found;
  for (const RichText& option : options) found.push_back(option.str());
  return found;
}

Key choice(std::vector<int> options) {
  return ChoiceKey{std::move(options)};
}

const Lines kMachines{"车床", "铣床", "磨床", "钻床"};

}  // namespace

TEST_CASE("headings set the type, and judgements have their brackets in front of the number") {
  const Import import(
      "车工（三级）复习题\n一、判断题（将判断结果填入括号中。正确的填“√”，错误的填“×”。）\n（    ）1. "
      "车床可以加工外圆。\n( × ) 2. 砂轮不必平衡。\n"
      "二、单选题（选择一个正确的答案，将相应的字母填入题内的括号中。）\n1. 加工外圆用(    "
      ")。\n(A)车床\n(B)铣床\n(C)磨床\n(D)钻床\n"
      "三、多项选择题\n1、属于机床的有（ ）。\nA、车床\nB、铣床\nC、磨床\nD、钻床");
  REQUIRE(import.items.size() == 4);
  CHECK(import.unclear().empty());
  CHECK(import.items[0].type == ItemType::kTrueFalse);
  CHECK(import.items[0].stem.str() == "车床可以加工外圆。");
  CHECK(import.items[0].key == Key());
  CHECK(import.items[1].key == Key(JudgementKey{false}));
  CHECK(import.items[2].type == ItemType::kSingleChoice);
  CHECK(import.items[2].stem.str() == "加工外圆用（　）。");
  CHECK(words(import.items[2].options) == kMachines);
  CHECK(import.items[2].level == *Level::of(3));
  CHECK(import.items[2].source == Source{"车工三级.docx", "段 6"});
  CHECK(import.items[3].type == ItemType::kMultipleChoice);
}

TEST_CASE("options stand one a line, two a line, all on one line or behind the stem") {
  const Import import(
      "一、单选题\n1. 甲（ ）。\nA．车床\tB．铣床\nC．磨床\tD．钻床\n2. 乙（ ）。\n（A）车床 （B）铣床 "
      "（C）磨床 （D）钻床\n"
      "3. 丙（ ）。\nA、车床    B、铣床    C、磨床    D、钻床\n4. "
      "丁是？（A）车床\n（B）铣床\n（C）磨床\n（D）钻床\n"
      "5. 戊（ ）。A.车床 B.铣床 C.磨床 D.钻床\n6. 己（ ）。\nA 车床\nB 铣床\nC 磨床\nD 钻床\n7. 庚（ "
      "）。\nA、车床B、铣床C、磨床D、钻床");
  REQUIRE(import.items.size() == 7);
  CHECK(import.unclear().empty());
  for (const TheoryItem& item : import.items) {
    INFO(item.stem.str());
    CHECK(words(item.options) == kMachines);
  }
  CHECK(import.items[3].stem.str() == "丁是？");
}

TEST_CASE("a letter inside the words of an option does not split it") {
  const Import import(
      "一、单选题\n1. 灭火器的选用（ ）。\nA、可用于B、C类火灾\nB、只用于A类火灾\nC、都不对\nD、都对");
  REQUIRE(import.items.size() == 1);
  CHECK(words(import.items[0].options) == Lines{"可用于B、C类火灾", "只用于A类火灾", "都不对", "都对"});
}

TEST_CASE("numbers and letters that Word counts are numbers and letters") {
  DocxBuilder docx;
  using B = DocxBuilder;
  docx.numbering = B::abstract(0, B::level(0, "chineseCounting", "%1、") + B::level(1, "decimal", "%2．") +
                                      B::level(2, "upperLetter", "%3、")) +
                   B::num(1, 0);
  docx.body = B::p("车工（三级）") + B::numbered("单选题", 1) + B::numbered("5G设备用（ ）加工。", 1, 1) +
              B::numbered("车床", 1, 2) + B::numbered("铣床", 1, 2) + B::numbered("磨床", 1, 2) +
              B::numbered("钻床", 1, 2) + B::numbered("外圆用（ ）。", 1, 1) + B::numbered("车床", 1, 2) +
              B::numbered("铣床", 1, 2);
  const Import import(readDocxBytes(docx.bytes(), "x.docx"), {});
  REQUIRE(import.items.size() == 2);
  CHECK(import.unclear().empty());
  CHECK(import.items[0].stem.str() == "5G设备用（　）加工。");
  CHECK(words(import.items[0].options) == kMachines);
  CHECK(import.items[1].options.size() == 2);
}

TEST_CASE("answers stand in the brackets, on a line, between the options or behind a tab") {
  const Import import(
      "一、单选题\n1. 外圆用( B )加工。\nA.车床\nB.铣床\n2. 平面用（ ）。\nA.车床\nB.铣床\n答案：B "
      "解析：铣平面。 难度：3\n"
      "3. 孔用（ ）。\nA.车床\n正确答案：C\nB.铣床\nC.钻床\n4. 槽用（ ）。\nA.车床\nB.铣床\tB\n【答案】A\n"
      "5. 键用（ ）。\nA.车床\nB.铣床 答案：A\n二、判断题\n1. 车床能磨削。\n（错误）\n2. 铣床能铣槽。\t√\n3. "
      "砂轮要平衡。（对）\n4. 钻床能钻孔。\n答案：√");
  REQUIRE(import.items.size() == 9);
  CHECK(import.items[0].key == choice({1}));
  CHECK(import.items[1].key == choice({1}));
  CHECK(import.items[1].rationale.str() == "铣平面。");
  CHECK(import.items[1].difficulty == 3);
  CHECK(import.items[2].key == choice({2}));
  CHECK(import.items[2].options.size() == 3);
  CHECK(import.items[3].key == choice({0}));
  CHECK(words(import.items[3].options) == Lines{"车床", "铣床"});
  CHECK(import.unclear() == Lines{"段 14：单选题 4：这道题写了两个不同的答案，采用了前一个，另一个是“B”。"});
  CHECK(import.items[4].key == choice({0}));
  CHECK(words(import.items[4].options) == Lines{"车床", "铣床"});
  for (std::size_t i = 5; i < 9; ++i) CHECK(import.items[i].key == Key(JudgementKey{i > 5}));
  CHECK(import.items[6].stem.str() == "铣床能铣槽。");
}

TEST_CASE("a key block at the end gives each item its key") {
  const Import import(
      "一、判断题\n1. 甲。\n2. 乙。\n3. 丙。\n二、单选题\n1. 丁（ ）。\nA.车床\nB.铣床\n2. 戊（ "
      "）。\nA.车床\nB.铣床\n三、多选题\n1. 己（ ）。\nA.车床\nB.铣床\n"
      "C.磨床\n2. 庚（ ）。\nA.车床\nB.铣床\nC.磨床\n\n参考答案\n一、判断题\n1-3）(√) (×) "
      "(√)\n单选题参考答案（1-2）： 1-2）   BA\n多选题答案\n1) AB\n2）ABC");
  REQUIRE(import.items.size() == 7);
  CHECK(import.unclear().empty());
  CHECK(import.items[1].key == Key(JudgementKey{false}));
  CHECK(import.items[3].key == choice({1}));
  CHECK(import.items[4].key == choice({0}));
  CHECK(import.items[5].key == choice({0, 1}));
  CHECK(import.items[6].key == choice({0, 1, 2}));
  CHECK(import.result.report.counts.at("with-key") == 7);
}

TEST_CASE("a key block that does not add up is told and not taken") {
  const Import import(
      "一、单选题\n1. 丁（ ）。\nA.车床\nB.铣床\n2. 戊（ "
      "）。\nA.车床\nB.铣床\n单选题答案\n1-2）ABA\n5）A\n随便写的一行");
  REQUIRE(import.items.size() == 2);
  CHECK(import.result.report.counts.at("without-key") == 2);
  CHECK(import.unclear() == Lines{"段 9：第 1 至 2 题应有 2 个答案，这里有 3 个，没有采用。",
                                  "段 10：没有第 5 题，它的答案没有采用。",
                                  "段 11：在答案部分里，但不像答案，没有采用。"});
}

TEST_CASE("a key can stand in a table") {
  DocxBuilder docx;
  const auto row = [](const Lines& cells) {
    std::string xml = "<w:tr>";
    for (const std::string& cell : cells) xml += "<w:tc>" + DocxBuilder::p(cell) + "</w:tc>";
    return xml + "</w:tr>";
  };
  docx.body =
      paragraphs(
          "一、单选题\n1. 丁（ ）。\nA.车床\nB.铣床\n2. 戊（ ）。\nA.车床\nB.铣床\n参考答案\n一、单选题") +
      "<w:tbl>" + row({"题号", "1", "2"}) + row({"答案", "B", "A"}) + "</w:tbl>";
  const Import import(readDocxBytes(docx.bytes(), "三级.docx"), {});
  REQUIRE(import.items.size() == 2);
  CHECK(import.items[0].key == choice({1}));
  CHECK(import.items[1].key == choice({0}));
  CHECK(import.result.report.rows.back().reason == "单选题 1 至 2 的答案");
}

TEST_CASE("gaps, repeated numbers and lost options are told, and the item comes in all the same") {
  const Import import(
      "一、单选题\n1. 甲（ ）。\nA.车床\nB.铣床\n3. 乙（ ）。\nA.车床\nC.磨床\n答案：C\n3. 丙（ "
      "）。\nA.车床\nB.铣床\n4. 丁（ ）。\n5. 戊（ ）。\nA.车床\nB.铣床\n答案：E");
  REQUIRE(import.items.size() == 5);
  CHECK(import.unclear() == Lines{"段 5：单选题 3：题号从 1 跳到 3，请核对是否缺题。；单选题 3：缺少选项 "
                                  "B。；单选题 3：选项 B 是空的。",
                                  "段 7：缺少选项 B。", "段 9：单选题 3：题号 3 重复。",
                                  "段 12：单选题 4：没有找到选项。",
                                  "段 13：单选题 5：答案“E”与题型或选项不符，没有采用。"});
  // The letters keep their places, so that the key still means what it meant.
  CHECK(import.items[1].key == choice({2}));
  CHECK(import.items[1].options.size() == 3);
}

TEST_CASE("a line that nothing expects is told, never dropped") {
  const Import import(
      "一、单选题\n1. 甲（ ）。\nA.车床\nB.铣床\n又名刨床\n\n不知所云的一段\n2. 乙（ ）。\nA.车床\nB.铣床");
  REQUIRE(import.items.size() == 2);
  CHECK(words(import.items[0].options) == Lines{"车床", "铣床\n又名刨床"});
  CHECK(import.unclear() == Lines{"段 5：没有题号和选项字母，已接在“单选题 1”的最后一个选项之后，请核对。",
                                  "段 7：在“单选题 1”之后，没有认出是什么，没有导入。"});
}

TEST_CASE("stems without a number are known by their options") {
  const Import import(
      "一、单选题\n加工外圆用（ ）。\nA.车床\nB.铣床\n加工平面用（ "
      "）。\nA.车床\nB.铣床\n二、判断题\n车床能车外圆。（ ）\n铣床能铣平面。（ √ ）");
  REQUIRE(import.items.size() == 4);
  CHECK(import.unclear().empty());
  CHECK(import.items[1].stem.str() == "加工平面用（　）。");
  CHECK(import.items[3].key == Key(JudgementKey{true}));
}

TEST_CASE("a judgement's options 正确 and 错误 say what its letters mean") {
  const Import import(
      "一、判断题\n1. 车床能车外圆。\nA.错误 B.正确\n答案：B\n2. 铣床能磨削。\nA.正确\nB.错误\n答案：B");
  REQUIRE(import.items.size() == 2);
  CHECK(import.unclear().empty());
  CHECK(import.items[0].key == Key(JudgementKey{true}));
  CHECK(import.items[1].key == Key(JudgementKey{false}));
  CHECK(import.items[0].options.empty());
}

TEST_CASE("fill-ins, short answers and calculations keep the words of their answers") {
  const Import import(
      "一、填空题\n1. 机床按________和（    ）划分。\n答案：用途；精度\n二、简答题\n1. "
      "简述车刀的角度。\n答：1. 前角；\n2. 后角。\n3. 主偏角。\n2. 什么是切削三要素？\n"
      "答案：切削速度、进给量、背吃刀量。\n评分标准：答出切削速度（2分）\n答出进给量（1.5分）\n三、计算题\n1."
      " 求转速。\n已知直径为50mm。\n答：略");
  REQUIRE(import.items.size() == 4);
  CHECK(import.unclear().empty());
  CHECK(import.items[0].stem.blankCount() == 2);
  CHECK(import.items[0].key == Key(FillInKey{{{"用途"}, {"精度"}}}));
  CHECK(std::get<ReferenceKey>(import.items[1].key).answer.str() == "1. 前角；\n2. 后角。\n3. 主偏角。");
  CHECK(import.items[2].stem.str() == "什么是切削三要素？");
  CHECK(import.items[2].scoring ==
        std::vector<ScoringPoint>{{Marks::whole(2), "答出切削速度"}, {*Marks::parse("1.5"), "答出进给量"}});
  CHECK(import.items[3].type == ItemType::kCalculation);
  CHECK(import.items[3].stem.str() == "求转速。\n已知直径为50mm。");
}

TEST_CASE("选择题 alone leaves the type to the key") {
  const Import import(
      "一、选择题\n1. 甲（ ）。\nA.车床\nB.铣床\n答案：AB\n2. 乙（ ）。\nA.车床\nB.铣床\n答案：A\n3. 丙（ "
      "）。\nA.车床\nB.铣床");
  REQUIRE(import.items.size() == 3);
  CHECK(import.items[0].type == ItemType::kMultipleChoice);
  CHECK(import.items[1].type == ItemType::kSingleChoice);
  CHECK(import.unclear() ==
        Lines{"段 10：试题 3：没有写明单选还是多选，也没有答案，暂按单选题导入，请核对题型。"});
}

TEST_CASE("a paper's instructions and score boxes are no items, and its marks make it a paper") {
  const std::string paper =
      "车工三级理论知识试卷\n注 意 事 项\n1．考试时间：60min。\n2．请填写您的姓名。\n得 分\n一、判断题（每题 "
      "0.5 分，共 1 分）\n( )1. 甲。\n( )2. 乙。\n"
      "二、单选题（第3题～第3题。每题2分，共2分）\n3. 丙（ ）。\nA.车床\nB.铣床";
  const Import import(paper);
  CHECK(import.unclear().empty());
  REQUIRE(import.items.size() == 3);
  const auto papers = import.bank.all<Paper>();
  REQUIRE(papers.size() == 1);
  CHECK(papers[0]->title == "车工三级理论知识试卷");
  CHECK(papers[0]->minutes == 60);
  REQUIRE(papers[0]->sections.size() == 2);
  CHECK(papers[0]->sections[0] == PaperSection{"一、判断题",
                                               {{import.items[0].id, *Marks::parse("0.5")},
                                                {import.items[1].id, *Marks::parse("0.5")}}});
  CHECK(papers[0]->total() == Marks::whole(3));
  CHECK(importItems(import.bank, wordDocument(paper), {}).edit.empty());

  const Import wrong("车工三级理论知识试卷\n一、判断题（每题 0.5 分，共 5 分）\n( )1. 甲。");
  CHECK(wrong.unclear() == Lines{"段 2：标题写的是每题 0.5 分、共 5 分，导入的 1 题合计 0.5 分，请核对。"});
}

TEST_CASE("the level comes from the user, the title or the file's name, and without one the import asks") {
  ImportOptions four;
  four.level = Level::of(4);
  const std::string text = "车工（三级）\n一、判断题\n( )1. 甲。";
  CHECK(Import(text).items.at(0).level == *Level::of(3));
  const Import told(text, four);
  CHECK(told.items.at(0).level == *Level::of(4));
  CHECK(told.unclear() == Lines{"段 1：这里写的是三级，已按指定的四级导入，请核对。"});
  DocxBuilder docx;
  docx.body = paragraphs("一、判断题\n( )1. 甲。");
  try {
    importItems(Bank(), readDocxBytes(docx.bytes(), "题库.docx"), {});
    FAIL("a level was made up");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kUsage);
    CHECK(error.advice() == "请选定等级（命令行：--level 3）。");
  }
}

TEST_CASE("a document without items is refused") {
  try {
    importItems(Bank(), wordDocument("会议纪要\n一、出席人员\n张三、李四。"), {});
    FAIL("items were made up");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kNotUnderstood);
  }
}

TEST_CASE("pictures of the items come into the bank with them") {
  DocxBuilder docx;
  docx.body = paragraphs("一、判断题（三级）\n( )1. 图示为车床。") +
              "<w:p><w:r><w:drawing><a:blip r:embed=\"i\"/></w:drawing></w:r></w:p>";
  docx.files = {{"word/media/1.png", "\x89PNG\r\n\x1A\n..."}};
  docx.links = {{"i", "image", "media/1.png"}};
  ImportOptions three;
  three.level = Level::of(3);
  const Import import(readDocxBytes(docx.bytes(), "x.docx"), three);
  REQUIRE(import.items.size() == 1);
  CHECK(import.items[0].stem.images().size() == 1);
  CHECK(import.bank.all<Media>().size() == 1);
  CHECK(import.unclear().size() ==
        1);  // The picture has no number: it was put behind the stem, to be looked at.
}

TEST_CASE("every unit of a document gets exactly one verdict") {
  const Document source =
      wordDocument("标题三级\n\n一、单选题\n1. 甲（ ）。\nA.车床\nB.铣床\n-3-\n完全不明\n答案\n1)A\n===");
  const Import import(source, {});
  CHECK(import.result.report.rows.size() == source.blocks.size());
  for (std::size_t i = 0; i < source.blocks.size(); ++i) {
    CHECK(import.result.report.rows[i].at == "段 " + std::to_string(i + 1));
    CHECK_FALSE(import.result.report.rows[i].reason.empty());
  }
}
