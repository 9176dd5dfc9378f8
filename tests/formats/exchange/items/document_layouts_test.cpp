// The conventions of Chinese question files, each with the variants that authors use.
#include "tests/formats/exchange/items/document_support.h"

using namespace tiku::formats;
using namespace tiku::tests;

namespace {

/// Items 1 to n of a section, all with the same options.
std::string choices(const std::string& heading, int count, const std::string& name = "题") {
  std::string text = heading;
  for (int i = 1; i <= count; ++i)
    text += "\n" + std::to_string(i) + ". " + name + std::to_string(i) + "（ ）。\nA.车 B.铣 C.磨 D.钻";
  return text;
}

std::string keysOf(const DocumentImport& import) {
  std::string keys;
  for (const TheoryItem& item : import.items) keys += (keys.empty() ? "" : " ") + DocumentImport::keyOf(item);
  return keys;
}

}  // namespace

TEST_CASE("headings carry instructions, marks and score boxes, and the same heading may come again") {
  const DocumentImport import(
      "一、判断题（将判断结果填入括号中。正确的填“ √”，错误的填“ ×”。每题 0.5 分，共 0.5 分）\n( )1. 甲。\n"
      "二、单选题得 分 得 分\n1. 乙（ ）。\nA.车 B.铣\n"
      "一、单项选择（第1题～第160题。选择一个正确的答案，将相应的字母填入题内的括号中。每题0."
      "5分，满分80分。）\n"
      "1. 丙（ ）。\nA.车 B.铣\n【多选题】\n1. 丁（ ）。\nA.车 B.铣\n四、判断题(错误)\n1. 戊。\n2. 己。");
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"判断题：甲。：-", "单选题：乙（　）。|车|铣：-",
                               "单选题：丙（　）。|车|铣：-", "多选题：丁（　）。|车|铣：-",
                               "判断题：戊。：×", "判断题：己。：×"});
}

TEST_CASE("the place of a judgement stands before the number in brackets of every kind") {
  const DocumentImport import(
      "一、是非题\n（√）1、甲。\n(×)2、乙。\n[√] 3、丙。\n【×】4. 丁。\n( ) 5.戊。\n（T）6、己。\n（ 错 ）7. "
      "庚。");
  CHECK(import.unclear().empty());
  CHECK(keysOf(import) == "√ × √ × - √ ×");
  CHECK(import.items[2].stem.str() == "丙。");
}

TEST_CASE("the mark of a judgement stands behind it, on the next line or behind a word") {
  const DocumentImport import(
      "判断题\n1. 甲。（ ）\nT\n2. 乙。\n（错误）\n3. 丙。\n答案:（×）\n4. 丁。\t\t×\n5. "
      "戊。\n正确答案：错\n6. 己。(Y)\n"
      "7. 庚。【答案】N\n8. 辛。 F\n9. 壬。[答案]对\n10. 癸。\nA. 正确\nB. 错误\n答案：A\n11. 子。A.对 "
      "B.错\n参考答案:B");
  CHECK(import.unclear().empty());
  CHECK(keysOf(import) == "√ × × × × √ × × √ √ ×");
}

TEST_CASE("options are labelled in every width, in small letters, in brackets, or run together") {
  const DocumentImport import(
      "一、单选题（三级）\n1. 甲（ ）。\n（A)车   （B）铣   (C)磨  （D)钻\n2. 乙（ "
      "）。\na.车\nb.铣\nc.磨\nd.钻\n3. 丙（ ）。\n"
      "A：车 B：铣 C：磨 D：钻\n4. 丁（ ）。\n[A]车\n[B]铣\n[C]磨\n[D]钻\n5. 戊（ "
      "）。\nＡ．车　　Ｂ．铣　　Ｃ．磨　　Ｄ．钻\n"
      "6. 己（ ）。\nA、车B、铣C、磨D、钻\n7. 庚（ ）。\nA、车  B、铣\nC、磨\nD、钻\n8. "
      "辛？（A）车\n（B）铣\n（C）磨\n（D）钻\n"
      "9. 壬（ ）。\nA 车\nB 铣\nC 磨\nD 钻\n10. 癸（ ）。\nA、车    \tB、铣\tC、磨\tD、钻");
  CHECK(import.unclear().empty());
  REQUIRE(import.items.size() == 10);
  for (const TheoryItem& item : import.items) {
    INFO(item.stem.str());
    CHECK(std::ranges::equal(item.options, Lines{"车", "铣", "磨", "钻"}, {},
                             [](const RichText& option) { return option.str(); }));
  }
  CHECK(import.reading("options").value == "mixed");
}

TEST_CASE("an answer line comes in many words, and what a candidate answered is none") {
  const std::string options = "\nA.车 B.铣 C.磨 D.钻\n";
  const DocumentImport import(
      "一、单选题\n1. 甲（ ）。" + options + "【答案】:D\n2. 乙（ ）。" + options + "[答案] D\n3. 丙（ ）。" +
      options + "（难度系数C）正确答案：C\n4. 丁（ ）。" + options + "答案 B\n5. 戊（ ）。" + options +
      "答：C\n6. 己（ ）。" + options + "正确答案是：C\n7. 庚（ ）。" + options +
      "答案：C。解析：磨得细。\n8. 辛（ ）。" + options + "我的答案：A\n正确答案：B\n得分：0\n9. 壬（ ）。" +
      options + "Answer: D\n10. 癸（ ）。" + options + "D\n11. 子（ ）。" + options + "(B)\n12. 丑（ ）。" +
      options + "答  案：A\n难度：较难\n二、多选题\n1. 寅（ ）。" + options + "[答案]A|B|C\n2. 卯（ ）。" +
      options + "[答案]B|C |D\n3. 辰（ ）。" + options + "答案：A，C");
  CHECK(import.unclear().empty());
  CHECK(keysOf(import) == "D D C B C C C B D D B A ABC BCD AC");
  CHECK(import.items[6].rationale.str() == "磨得细。");
  CHECK(import.items[11].difficulty == 4);
  CHECK(import.result.report.notes == Lines{"1 题的难度写作“C”，不是 1 至 5，没有采用。"});
}

TEST_CASE("the answer may stand between the options, and marks behind a stem are no words of it") {
  const DocumentImport import(
      "一、单选题\n1、轨距（）mm。(1.0分)\n正确答案:"
      "D\nA、1400\nB、1420\nC、1430\nD、1435\n2、组数是（）。（1分）\nA、3\n正确答案：C\n"
      "B、4\nC、5\nD、6\n二、判断题\n1、巡检可以单独进行。（ ）（1分）\n正确答案：错");
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：轨距（　）mm。|1400|1420|1430|1435：D",
                               "单选题：组数是（　）。|3|4|5|6：C", "判断题：巡检可以单独进行。：×"});
}

TEST_CASE("keys stand in blocks of every form, below each part or at the end") {
  const auto keys = [](const std::string& block, int count = 5) {
    return keysOf(DocumentImport(choices("一、单选题（三级）", count) + "\n" + block));
  };
  CHECK(keys("答案：1-5 ABCDD") == "A B C D D");
  CHECK(keys("试题与答案 1-5 ABCDD") == "A B C D D");
  CHECK(keys("参考答案\n1~5：ABCDD") == "A B C D D");
  CHECK(keys("参考答案\n1A 2B 3C 4D 5D") == "A B C D D");
  CHECK(keys("参考答案：\n1、A；2、B；3、C；4、D；5、D") == "A B C D D");
  CHECK(keys("【参考答案】\n(1)A (2)B (3)C (4)D (5)D") == "A B C D D");
  CHECK(keys("答案\n一、单选题\n1—3） ABC\n4-5】DD") == "A B C D D");
  CHECK(keys("参考答案\n题号 1 2 3 4 5\n答案 A B C D D") == "A B C D D");
  CHECK(keys("第1-5题答案：ABCDD") == "A B C D D");

  const DocumentImport parts(choices("一、单选题（三级）", 2) + "\n答案：1-2 AB\n" +
                             choices("二、多选题", 2) +
                             "\n答案：1-2 AB、CD\n三、判断题\n1. 甲。\n2. 乙。\n答案： 1-2 √ ×");
  CHECK(parts.unclear().empty());
  CHECK(keysOf(parts) == "A B AB CD √ ×");
}

TEST_CASE("several sections of one heading have as many headings of keys, in their order") {
  const DocumentImport import(choices("一、单选题（三级）", 2) + "\n" +
                              choices("二、判断题\n1. 甲。\n三、单选题", 2, "问") +
                              "\n（参考答案在最后）\n参考答案\n单选题\n1-2 AB\n判断题\n1.×\n单选题\n1-2 CD");
  CHECK(import.unclear().empty());
  CHECK(keysOf(import) == "A B × C D");
}

TEST_CASE("tags say the type of each item, before the number or behind it") {
  const DocumentImport import(
      "车工（三级）\n[单选]1.甲有（ ）类。\nA.一\nB.二\n答案:B\n分数:10\n知识点: "
      "范式\n能力水平:1\n@@@\n[判断]2.乙可以为空。\nA.Y\nB.N\n"
      "答案:B\n@@@\n3. (单选题, 2.0 分)\n丙是（）。\nA. 一\nB. 二\n我的答案: A\n正确答案: "
      "B\n2.0分\n4.【多选题】丁有\nA、一\nB、二\n"
      "正确答案：AB\n5、（判断）戊越大越好。\n正确答案：错误\n6. 己是（ "
      "）\n题型：多选题\nA、一\nB、二\n答案：AB\n[填空]7.庚是____和____。\n"
      "答案:甲|乙\n[简答]8.什么是辛？\n答案:一组操作\n要么全做");
  CHECK(import.unclear().empty());
  CHECK(import.told() ==
        Lines{"单选题：甲有（　）类。|一|二：B", "判断题：乙可以为空。：×", "单选题：丙是（　）。|一|二：B",
              "多选题：丁有|一|二：AB", "判断题：戊越大越好。：×", "多选题：己是（　）|一|二：AB",
              "填空题：庚是（　）和（　）。：甲|乙", "简答题：什么是辛？：一组操作\n要么全做"});
  CHECK(import.result.report.notes ==
        Lines{"三级还没有理论知识要素细目表，1 道题未能对应考评点；请先导入细目表，再导入一次本文件。"});
}

TEST_CASE("the blocks of the national banks say point, type, difficulty and consistency") {
  const std::string text =
      "A-B-A-001  B  3  5\n{A}识图应先看（    ）。\n（A）标题栏 （B）尺寸 （C）剖面 "
      "（D）序号\n{B}A\nA—B—A—001\tC\t2\t4\n"
      "｛A｝尺寸应全部标出。\n｛B｝×\nA-B-A-002 D 4 5\n{A}图的内容有（    "
      "）。\n（A）视图\n（B）尺寸\n{B}AB\nA-B-A-002 D 4 5\n"
      "{A}简述识图的步骤。\n{B}先看标题栏。";
  ImportOptions three;
  three.level = Level::of(3);
  const DocumentImport import(wordDocument(text), three);
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：识图应先看（　）。|标题栏|尺寸|剖面|序号：A",
                               "判断题：尺寸应全部标出。：×", "多选题：图的内容有（　）。|视图|尺寸：AB",
                               "简答题：简述识图的步骤。：先看标题栏。"});
  CHECK(import.items[0].difficulty == 3);
  CHECK(import.items[1].consistency == 4);

  Bank bank;
  Blueprint blueprint(*Level::of(3));
  blueprint.theory.tops.emplace_back();
  Scope& top = blueprint.theory.tops.back().scope;
  top.code = "A";
  top.scopes.emplace_back();
  top.scopes.back().code = "B";
  top.scopes.back().scopes.emplace_back();
  Scope& leaf = top.scopes.back().scopes.back();
  leaf.code = "A";
  for (const char* code : {"001", "002"}) {
    leaf.points.emplace_back();
    leaf.points.back().id = Id::random();
    leaf.points.back().code = code;
  }
  const Id second = leaf.points[1].id;
  Edit edit(std::string("细目表"));
  edit.put(std::move(blueprint));
  bank.apply(edit);
  const ImportResult linked = importItems(bank, wordDocument(text), three);
  int ofSecond = 0;
  for (const Edit::Step& step : linked.edit.steps()) {
    if (const auto* item = as<TheoryItem>(step.object)) ofSecond += item->point == second ? 1 : 0;
  }
  CHECK(ofSecond == 2);
}

TEST_CASE("lines broken at the edge of the page are put together, and running heads are dropped") {
  const std::string text =
      "一、单选题（三级）\n1. "
      "电梯曳引机的制动器在断电时应当可靠地制动，并且\n能使电梯停止运行，此时制动力矩应（ "
      "）额定值。\nA、大于\nB、小于\n"
      "电梯题库   培训中心\nC、等于\nD、不大于\n正确答案：A\n2. "
      "电梯的层门与轿门之间的间隙按规定不应当大于下列\n哪个数值的毫米数（ ）。\nA、6\n"
      "B、电梯的层门与轿门之间由制造单位自行按照有关规定\n所确定的数值\n电梯题库   "
      "培训中心\n正确答案：A\n-1-\n二、判断题\n"
      "1. 电梯的限速器动作速度应当不小于额定速度的百分之\n\n电梯题库   培训中心\n第 2 页 共 8 "
      "页\n\n一百一十五。\n正确答案：对\n"
      "2. 安全钳由限速器操纵。\n电梯题库   培训中心\n正确答案：错";
  const DocumentImport import(text);
  CHECK(import.unclear().empty());
  CHECK(import.told() ==
        Lines{"单选题：电梯曳引机的制动器在断电时应当可靠地制动，并且能使电梯停止运行，此时制动力矩应（　）额"
              "定值。|大于|小于|等于|不大于：A",
              "单选题：电梯的层门与轿门之间的间隙按规定不应当大于下列哪个数值的毫米数（　）。|6|"
              "电梯的层门与轿门之间由制造单位自行按照有关规定所确定的数值：A",
              "判断题：电梯的限速器动作速度应当不小于额定速度的百分之一百一十五。：√",
              "判断题：安全钳由限速器操纵。：×"});
  CHECK(import.items[0].source.at == "段 2");
  CHECK(import.reading("furniture").words == "略过每页重复的页眉页脚 4 行");
  CHECK(import.reading("lines").evidence == "接回 4 行");
}

TEST_CASE("what recognition of characters spoiled is told and not guessed") {
  const DocumentImport import(
      "一、单选题（三级）\n1. 书包应 A 随意放置\n放在桌内\nC 放走廊\nD "
      "放家里\n答案：B\n31473单选题\n下列行为安全的是（ ）。\nA.追逐\nB.慢行\n"
      "答案：B\n3. 火警电话是（ ）\n110\n119\nC.120\nD.122\n答案：B");
  REQUIRE(import.items.size() == 3);
  CHECK(import.told()[1] == "单选题：下列行为安全的是（　）。|追逐|慢行：B");
  CHECK(import.unclear() ==
        Lines{"段 2：单选题 1：答案“B”与题型或选项不符，没有采用。；单选题 1：没有找到选项。",
              "段 7：在“单选题 1”之后，没有认出是什么，没有导入。",
              "段 12：单选题 3：题号从 1 跳到 3，请核对是否缺题。；单选题 3：缺少选项 A。；单选题 3：选项 A "
              "是空的。；单选题 3：选项 B "
              "是空的。",
              "段 15：缺少选项 A。"});
}

TEST_CASE("a place for the answer is one whatever its brackets or lines are") {
  std::string text = "一、单选题（三级）";
  int number = 0;
  for (const char* place : {"(    )", "（ ）", "( )", "(\xC2\xA0\xC2\xA0 )", "（　）", "( ）", "________",
                            "（＿＿）", "【 】", "[  ]", "——————", "〔 〕"}) {
    const std::string name = std::to_string(++number);
    text += "\n" + name + ". 空" + name + "是" + place + "。\nA.甲 B.乙";
  }
  const DocumentImport import(text);
  CHECK(import.unclear().empty());
  REQUIRE(import.items.size() == 12);
  for (const TheoryItem& item : import.items) {
    INFO(item.stem.str());
    CHECK(item.stem.blankCount() == 1);
  }
}

TEST_CASE("items under a heading of an unknown type are judged by what they show, and the heading is told") {
  const DocumentImport import(
      "一、单选题（三级）\n1. 甲（ ）。\nA.车 B.铣\n答案：A\n二、排序题（共 1 题）\n1. "
      "把工序排好。\n答案：略\n2. 乙（ ）。\nA.车 B.铣\n答案：AB");
  CHECK(import.told() == Lines{"单选题：甲（　）。|车|铣：A", "多选题：乙（　）。|车|铣：AB"});
  CHECK(import.unclear() == Lines{"段 5：不认识的题型“排序题”，以下各题按选项和答案判断题型，请核对。",
                                  "段 6：试题 1：没有题型标题，从选项和答案也判断不出题型，没有导入。",
                                  "段 7：属于没有导入的试题（段 6）。"});
}

TEST_CASE("a key may carry the reasons for its answers") {
  const DocumentImport import(
      "第一章 职业道德（三级）\n一、单选题\n1. 甲一（ ）。\nA.车 B.铣\n2. 甲二（ ）。\nA.车 B.铣\n第二章 "
      "安全\n1. 乙一（ ）。\nA.车 B.铣\n"
      "2. 乙二（ ）。\nA.车 B.铣\n二、判断题\n1. 丙没有给出答案。（ "
      "）\n参考答案与解析\n一、单选题\n1.【答案】A\n【解析】因为车。\n所以车。\n"
      "2.【答案】B 解析：因为铣。\n单选题（1-2题）答案：BA\n二、判断题\n1. 错误。解析：给出了。");
  CHECK(import.unclear().empty());
  CHECK(keysOf(import) == "A B B A ×");
  CHECK(import.items[0].rationale.str() == "因为车。\n所以车。");
  CHECK(import.items[4].rationale.str() == "给出了。");
}

TEST_CASE("every field may have its name before it") {
  const DocumentImport import(
      "题号：1\n题型：单选题\n题干：灯是（三级）（ "
      "）。\n选项A：红\n选项B：蓝\n答案：B\n\n题号：2\n题型：判断题\n题干：灯亮。\n答案：对\n"
      "题型：多选题\n题干：颜色有（ ）。\n选项：A.红 B.蓝 C.绿\n答案：AC\n难度：★★★☆☆");
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：灯是（三级）（　）。|红|蓝：B", "判断题：灯亮。：√",
                               "多选题：颜色有（　）。|红|蓝|绿：AC"});
  CHECK(import.items[2].difficulty == 3);
}

TEST_CASE("without headings the numbers begin anew and the options say what the type is") {
  const DocumentImport import(
      "三级题库\n1.灯是什么颜色？\nA.红\nB.蓝\n正确答案：A\n2.灯会亮。\n正确答案：√\n3.车床会转。\nA.对 "
      "B.错\n答案：A\n"
      "1.哪些（多选）\nA.红\nB.蓝\n正确答案：AB\n2. 安培是（ ）。\nA．电流 B．长度          （ A ）\n3. "
      "伏特是（ ）\nA电压\nB长度\n答案A");
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：灯是什么颜色？|红|蓝：A", "判断题：灯会亮。：√",
                               "判断题：车床会转。：√", "多选题：哪些（多选）|红|蓝：AB",
                               "单选题：安培是（　）。|电流|长度：A", "单选题：伏特是（　）|电压|长度：A"});
}

TEST_CASE(
    "numbers in brackets number items where nothing else does, and parts of a stem where items have "
    "numbers") {
  const DocumentImport import(
      "一、单选题（三级）\n（1）甲是（ ）\nA、一 B、二\n（2）乙是（ ）\nA、一 B、二\n二、多选题\n1. "
      "说法正确的有（ ）。\n（1）甲\n（2）乙\nA.（1）\nB.（2）\n"
      "答案：AB");
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：甲是（　）|一|二：-", "单选题：乙是（　）|一|二：-",
                               "多选题：说法正确的有（　）。\n（1）甲\n（2）乙|（1）|（2）：AB"});
}

TEST_CASE(
    "two brackets that may both be the key are told, and a list of right answers lacks the other options") {
  const DocumentImport two("一、单选题（三级）\n1. 维生素（A）缺乏引起（ B ）。\nA. 甲 B. 乙");
  CHECK(two.unclear() == Lines{"段 2：单选题 1：题干里不止一处括号像是答案，没有采用，请核对。"});
  ImportOptions three;
  three.level = Level::of(3);
  const DocumentImport list(
      wordDocument("1.零线是（）。-D:蓝色\n2.兆欧表测（）。-A:绝缘\n3.验电要戴手套。-对:"), three);
  CHECK(list.told() == Lines{"单选题：零线是（　）。||||蓝色：D", "单选题：兆欧表测（　）。|绝缘：A",
                             "判断题：验电要戴手套。：√"});
  CHECK(list.unclear().size() == 2);
}

TEST_CASE("letters with a blank on either side label options when three of them stand in order") {
  const DocumentImport import(
      "一、单选题（三级）\n1. 除雪应优先（ A ）。\nA 桥面 B 隧道内 C 停车场 D 服务区\n"
      "2. 甲类场所指（ B ）。\nA 乙级 B 班组用房\nB. 库房");
  CHECK(import.told()[0] == "单选题：除雪应优先（　）。|桥面|隧道内|停车场|服务区：A");
  // Two letters may be words.
  CHECK(import.told()[1] == "单选题：甲类场所指（　）。|乙级 B 班组用房|库房：B");
}

TEST_CASE("parts of an answer in brackets do not take the number of the next question") {
  const DocumentImport import(
      "一、简答题（三级）\n1、简述急救的步骤。\n答：（1）脱离电源；\n（2）就地抢救。\n2、什么是三违？\n"
      "答：违章指挥等。\n二、论述题\n1．论述职责。（10分）\n答案要点：①生产；②安全。");
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"简答题：简述急救的步骤。：（1）脱离电源；\n（2）就地抢救。",
                               "简答题：什么是三违？：违章指挥等。", "论述题：论述职责。：①生产；②安全。"});
}

TEST_CASE("a list of all keys at the end needs no title") {
  ImportOptions three;
  three.level = Level::of(3);
  const DocumentImport import(
      wordDocument("1．单位是伏特的是\nA．电压\nB．电流\n2．单位是安培的是\nA．电压\nB．电流\n\n1.A\n2.B"),
      three);
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：单位是伏特的是|电压|电流：A", "单选题：单位是安培的是|电压|电流：B"});
  // A list that leaves one out may be anything.
  const DocumentImport other(
      wordDocument("1．单位是伏特的是\nA．电压\nB．电流\n2．单位是安培的是\nA．电压\nB．电流\n\n1.A"), three);
  CHECK(other.items.size() == 2);
  CHECK_FALSE(other.unclear().empty());
}

TEST_CASE("an item with four options below the title of judgements is a choice, and is told") {
  const DocumentImport import(
      "一、判断题（三级）\n1. 灯会亮。（√）\n2. 灯是什么颜色？（ B ）\nA. 红 B. 蓝 C. 绿 D. 黄");
  CHECK(import.told() == Lines{"判断题：灯会亮。：√", "单选题：灯是什么颜色？（　）|红|蓝|绿|黄：B"});
  CHECK(import.unclear() ==
        Lines{"段 3：判断题 2：标题说是判断题，但这道题有 4 个选项，按单选题导入，请核对题型。"});
}

TEST_CASE("the first item of a file without titles may take two lines, and its options stand two on a line") {
  ImportOptions three;
  three.level = Level::of(3);
  const DocumentImport import(
      wordDocument(
          "1.熔断器的额定电流应（    ）熔体的\n额定电流。\nA 大于等于 B 小于\nC 无关 D 等于\n正确答案：A\n"
          "2.安全电压为（    ）V。\nA.36 B.110 C.220 D.380\n正确答案：A"),
      three);
  CHECK(import.unclear().empty());
  CHECK(import.told() ==
        Lines{"单选题：熔断器的额定电流应（　）熔体的\n额定电流。|大于等于|小于|无关|等于：A",
              "单选题：安全电压为（　）V。|36|110|220|380：A"});
}

TEST_CASE("a judgement without number or brackets begins where its answer follows") {
  const DocumentImport import(
      "二、判断题（三级）\n电流有方向。\n我的答案：× 正确答案：√\n零线可以断开。\n正确答案：×");
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"判断题：电流有方向。：√", "判断题：零线可以断开。：×"});
}
