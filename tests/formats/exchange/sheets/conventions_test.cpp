// The ways in which real sheets are laid out (X1 to X15), each with sentences of our own.
#include "tests/formats/exchange/items/sheet_support.h"

using namespace tiku::formats;
using namespace tiku::tests;

TEST_CASE("X1: types in a column, judgements keyed by the letter of 正确 or 错误") {
  const auto items =
      itemsOf(readBook({{"题型", "题干", "选项A", "选项B", "选项C", "选项D", "选项E", "答案"},
                        {"单选题", "量块的工作面应当（\xC2\xA0 ）", "光滑", "粗糙", "涂漆", "带孔", "", "A"},
                        {"多选题", "使用前要检查（ ）", "外观", "零位", "颜色", "合格证", "重量", "ABD"},
                        {"判断题", "量具可以和刀具叠放。", "正确", "错误", "", "", "", "B"}})
                  .edit);
  REQUIRE(items.size() == 3);
  CHECK(typesOf(items) == "BGC");
  CHECK(keysOf(items) == std::vector<std::string>{"A", "ABD", "×"});
  CHECK(items[0].stem.blankCount() == 1);
  CHECK(items[2].options.empty());
}

TEST_CASE("X2: a stem, below it all options in a cell, the key beside it, and sections of right and wrong") {
  Workbook workbook = book({{"编号", "类型", "题目", "选项A", "选项B", "正确答案", "解析"},
                            {"1", "单选", "焊机的外壳应当（ ）", "接地", "悬空", "A", "防止触电。"}});
  workbook.sheets.push_back(sheet("Sheet2", {{"", "制冷知识练习"},
                                             {"", "一、单选题"},
                                             {"1", "管道的阻力与管长（ ）。", "B"},
                                             {"", "(A)无关  (B)成正比  (C)成反比  (D)相等"},
                                             {"2", "水的沸点随压力升高而（ ）。", "A"},
                                             {"", "(A)升高  (B)降低  (C)不变"},
                                             {"", "二、多选题"},
                                             {"1", "常用的保温材料有（AC）。"},
                                             {"", "(A)岩棉  (B)铜板  (C)玻璃棉"},
                                             {"", "三、判断题(正确)"},
                                             {"1", "检修前应先切断电源。"},
                                             {"", "四、判断题(错误)"},
                                             {"1", "制冷剂可以随意排放。"}}));
  const ImportResult result = readBook(workbook);
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 6);
  CHECK(typesOf(items) == "BBBGCC");
  CHECK(keysOf(items) == std::vector<std::string>{"A", "B", "A", "AC", "√", "×"});
  CHECK(optionsOf(items[1]) == "<无关><成正比><成反比><相等>");
  CHECK(items[3].stem.str() == "常用的保温材料有（　）。");
  CHECK(items[1].source == Source{"题库.xlsx", "Sheet2!3"});
  CHECK(verdict(result.report, "Sheet2!1") == "- 试题之前的标题或说明。");
  CHECK(verdict(result.report, "Sheet2!4") == "+ 属于试题（Sheet2!3）。");
  CHECK(verdict(result.report, "Sheet2!10") == "- 题型标题“三、判断题(正确)”。");
  CHECK(result.report.count(Verdict::kUnclear) == 0);
  CHECK(lineOf(result.report, "section:Sheet2!10") ==
        "true-false-right | 第 10 行“三、判断题(正确)”：判断题，答案都是正确。");
}

TEST_CASE("X2: options may also take a row each, with the answer below") {
  const auto items = itemsOf(readBook({{"1、钻孔前要先（ ）"},
                                       {"A、划线"},
                                       {"B、抛光"},
                                       {"C、淬火"},
                                       {"答案：A"},
                                       {"2、常用的划线工具是（ ）"},
                                       {"A、划针", "B、榔头", "C、锯条"},
                                       {"正确答案：", "A"},
                                       {"解析：划针用来划线。"}})
                                 .edit);
  REQUIRE(items.size() == 2);
  CHECK(keysOf(items) == std::vector<std::string>{"A", "A"});
  CHECK(items[0].stem.str() == "钻孔前要先（　）");
  CHECK(optionsOf(items[1]) == "<划针><榔头><锯条>");
  CHECK(items[1].rationale.str() == "划针用来划线。");
}

TEST_CASE("X3 and X5: the key stands before seven options, the head below a title, and padded keys") {
  const auto items = itemsOf(readBook({{"安全知识题库（2024 年版）"},
                                       {"", ""},
                                       {"试题类型", "试题题目", "参考答案", "A选项", "B选项", "C选项",
                                        "D选项", "E选项", "F选项", "G选项", "章节", "备注"},
                                       {"多选", "下列属于防护用品的有（ ）", " abG", "安全帽", "手套", "围巾",
                                        "拖鞋", "领带", "钥匙", "护目镜", "第一章~第一节", ""},
                                       {"判断", "高处作业可以不系安全带。", "错误"},
                                       {"单选", "安全帽的颜色表示（ ）", " Ｂ ", "价格", "工种", "产地"}})
                                 .edit);
  REQUIRE(items.size() == 3);
  CHECK(keysOf(items) == std::vector<std::string>{"ABG", "×", "B"});
  CHECK(items[0].options.size() == 7);
}

TEST_CASE("X4: a first head that says a type over mere numbers is told, and the types come from the items") {
  const ImportResult result =
      readBook({{"单选题型", "题目标题", "选项A", "选项B", "正确答案", "答案解析", "分值"},
                {"1", "收银时应当（ ）", "唱收唱付", "不出声", "A", "规范要求。", "2"},
                {"2", "退货时应当（ ）", "核对小票", "直接退款", "A", "", "2"}});
  CHECK(typesOf(itemsOf(result.edit)) == "BB");
  CHECK(verdict(result.report, "Sheet1!A1") == "- 未识别的列“单选题型”，其中 2 个单元格没有导入。");
}

TEST_CASE(
    "X6: a second table on the sheet asks other questions, and a date that became a number is doubted") {
  Workbook workbook = book({{"选择题", "4", "129", "问答题", "132"},
                            {},
                            {"题目", "A", "B", "C", "D", "答案", "难度"},
                            {"最早的安全帽出现于", "矿山", "船厂", "车站", "机场", "A", "1"},
                            {},
                            {"问题", "答案", "难度"},
                            {"本厂是哪一天投产的", "35612", "2"},
                            {"班前会的作用是什么", "布置当天的工作和安全注意事项。", "1"}});
  workbook.sheets[0].rows[6][1].kind = SheetCell::Kind::kNumber;
  const ImportResult result = readBook(workbook);
  CHECK(typesOf(itemsOf(result.edit)) == "BDD");
  CHECK(verdict(result.report, "Sheet1!B7") ==
        "? 这里的数 35612 像是 Excel 把日期变成的序号，原文已不可知，请核对。");
  CHECK(lineOf(result.report, "head:Sheet1") == "3 | 第 3 行是表头。 | 认得 7 个列名，不认得 0 个");
  CHECK(lineOf(result.report, "table:Sheet1!6") == "head | 第 6 行另起一张表。 | 认得 3 个列名，不认得 0 个");
  CHECK(lineOf(result.report, "column:Sheet1!B6") ==
        "key | B 列“答案”：答案。 | 2 格中 0 格是选项字母或判断记号");
}

TEST_CASE("X7: a sheet of values for a drop-down list, and rows with a type alone, are no items") {
  Workbook workbook = book(
      {{"题干", "A选项", "B选项", "C选项", "D选项", "正确答案(只能输入ABCD否则报错)", "类型", "可以自作修改"},
       {"增值税的税率是（ ）", "16%", "6%", "3%", "1%", "Ａ", "单选题"},
       {"账簿按用途分为（ ）", "序时账", "分类账", "备查账", "流水", "c", "单选题"},
       {"", "", "", "", "", "", "单选题"},
       {"", "", "", "", "", "", "单选题"}});
  workbook.sheets.push_back(sheet("类型一栏", {{"单选题"}, {"多选题"}, {"判断题"}}));
  workbook.sheets.push_back(sheet("Sheet3", {}));
  const ImportResult result = readBook(workbook);
  CHECK(keysOf(itemsOf(result.edit)) == std::vector<std::string>{"A", "C"});
  CHECK(verdict(result.report, "Sheet1!4") == "- 只有序号或题型，没有试题。");
  CHECK(verdict(result.report, "类型一栏") == "- 只有填表用的取值，没有试题。");
  CHECK(verdict(result.report, "Sheet3") == "- 空工作表。");
  CHECK(result.report.count(Verdict::kUnclear) == 0);
  CHECK(lineOf(result.report, "sheet:类型一栏") ==
        "not-items | 工作表“类型一栏”不读：只有填表用的取值，没有试题。");
}

TEST_CASE("X8: the words of a fill-in answer stand in the column of option A, its key says A") {
  const auto items =
      itemsOf(readBook({{"目录", "题号", "章节", "题干", "A项", "B项", "C项", "D项目", "答案", "类型"},
                        {"一", "1", "绪论", "社会主义的根本任务是____。", "解放和发展生产力", "", "", "", "A",
                         "填空题"},
                        {"一", "2", "绪论", "简述学习的意义。", "有利于实践。", "", "", "", "A", "简答题"},
                        {"一", "3", "绪论", "下列属于工具的是（ ）", "锤", "云", "风", "雨", "A", "单选题"}})
                  .edit);
  REQUIRE(items.size() == 3);
  CHECK(typesOf(items) == "TDB");
  CHECK(keysOf(items) == std::vector<std::string>{"解放和发展生产力", "有利于实践。", "A"});
  CHECK(items[2].options.size() == 4);
}

TEST_CASE("X9: each sheet has its own order, and labels stand in cells of sheets without a head") {
  Workbook workbook = book(
      {{"ID", "Question", "Answer", "A", "B", "C", "D", "Note"},
       {"1", "项目章程由谁签发？", "", "发起人", "组员", "客户", "审计",
        "参考答案：A。\r\n解析：由发起人授权。"},
       {"2", "范围基准包括什么？", "B", "合同", "分解结构", "日报", "照片", "参考答案：C。解析：见教材。"}});
  workbook.sheets.push_back(
      sheet("模拟一", {{"项目经理首先应当做什么？", "沟通", "等待", "离职", "休假", "正确答案：", "A",
                        "答案解析：", "A.先了解情况。", "B.无益。"},
                       {"风险登记册何时更新？", "随时", "年底", "从不", "随机", "正确答案：", "A",
                        "答案解析：", "A.持续更新。"},
                       {"变更由谁批准？", "委员会", "门卫", "任何人", "无人", "正确答案：", "A", "答案解析：",
                        "A.按流程。", "B.无权。", "C.无权。"}}));
  workbook.sheets.push_back(sheet("Sheet3", {{""}}));
  const ImportResult result = readBook(workbook);
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 5);
  CHECK(keysOf(items) == std::vector<std::string>{"A", "B", "A", "A", "A"});
  CHECK(items[0].rationale.str() == "由发起人授权。");
  CHECK(items[2].rationale.str() == "A.先了解情况。\nB.无益。");
  CHECK(verdict(result.report, "Sheet1!H3") == "? 这里写的答案是“C”，答案一列是“B”，请核对。");
  CHECK(verdict(result.report, "模拟一!3") == "+ 单选题，答案 A。");
  CHECK(verdict(result.report, "Sheet3") == "- 空工作表。");
}

TEST_CASE("X10: without a column of types the stem says how many options are right") {
  const auto items =
      itemsOf(readBook({{"ID", "题目", "A", "B", "C", "D", "答案"},
                        {"1", "下列属于容器控件的是（选二项）", "分组框", "面板", "标签", "按钮", "AB"},
                        {"2", "下列属于集合的是（选一项）", "数组", "整数", "布尔", "字符", "A"}})
                  .edit);
  CHECK(typesOf(items) == "GB");
}

TEST_CASE(
    "X11 and X17: where only the right option has words, it keeps its letter and the rest is asked for") {
  const ImportResult result = readBook({{"安全题库"},
                                        {"题目", "答案"},
                                        {"（ ）用来提醒人们注意危险。", "B 警示标志"},
                                        {"（ ）是煤矿的三大规程。", "A，“三大规程”"},
                                        {"井下照明的电压是（ ）。", "C"},
                                        {"职业道德有什么特点？", "A 行业性、C 继承性"}});
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 3);
  CHECK(typesOf(items) == "BBG");
  CHECK(keysOf(items) == std::vector<std::string>{"B", "A", "AC"});
  CHECK(optionsOf(items[0]) == "<><警示标志>");
  CHECK(optionsOf(items[2]) == "<行业性><><继承性>");
  CHECK(verdict(result.report, "Sheet1!B3") == "? 只有正确选项的文字，其余选项要补上。");
  CHECK(verdict(result.report, "Sheet1!5") == "? 答案“C”是选项的字母，这一行却没有选项。");
}

TEST_CASE("X12: judgements keyed 1 and 2, types as numbers whose meaning the items show") {
  const ImportResult result =
      readBook({{"questionAnswer", "questionContent", "optionContent", "questionExplain", "questionType"},
                {"1", "进入实验室要穿实验服。", "", "保护身体。", "3"},
                {"2", "实验室里可以吃东西。", "", "", "3"},
                {"A", "灭火时应站在（ ）", "A.上风向;B.下风向", "", "1"},
                {"B", "浓酸应当（ ）稀释", "A.加水入酸;B.加酸入水", "", "1"},
                {"AB", "触电时可以（ ）", "A.切断电源;B.用干木棍挑开;C.用手拉", "", "2"},
                {"C", "属于危险废物的是（ ）", "A.纸;B.水;C.废酸", "", "2"},
                {"AC", "应急物资有（ ）", "A.洗眼器;B.花盆;C.灭火毯", "", "2"}});
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 7);
  CHECK(typesOf(items) == "CCBBGGG");
  CHECK(keysOf(items) == std::vector<std::string>{"√", "×", "A", "B", "AB", "C", "AC"});
  CHECK(lineOf(result.report, "type-code:Sheet1:2") ==
        "multiple-choice | 题型一列的“2”：多选题。 | 看了 3 行，3 行的选项和答案如此");
  CHECK(lineOf(result.report, "judgement") == "usual | 判断题的答案写作 1、2。 | 1 1 题，2 1 题");
  CHECK(result.report.count(Verdict::kUnclear) == 0);
}

TEST_CASE("X13: points written level by level are found by their code or by the name of the last one") {
  Bank bank = bankOfTwoLevels();
  Blueprint blueprint(*Level::of(3));
  Scope top{Id::random(), "A", "职业道德", {}, {}, {}, {}, {}, {}};
  Scope middle{Id::random(), "B", "职业守则", {}, {}, {}, {}, {}, {}};
  middle.points.push_back({Id::random(), "001", "遵纪守法", Importance::kX, {}, {}, {}, {}});
  middle.points.push_back({Id::random(), "002", "爱岗敬业", Importance::kX, {}, {}, {}, {}});
  const Id first = middle.points[0].id;
  const Id second = middle.points[1].id;
  top.scopes = {middle};
  blueprint.theory.tops = {{Part::kBasic, top}};
  bank.apply(Edit().put(blueprint));
  const ImportResult result =
      importItems(bank,
                  book({{"试题GUID", "题型(必填）", "题干（必填）", "答案", "选项A", "选项B", "知识点一级",
                         "知识点二级", "知识点三级", "知识点四级", "难度", "一致性", "分数", "解析", "出处"},
                        {"8f2c-1", "单选题", "职业守则的第一条是（ ）", "A", "遵纪守法", "随心所欲",
                         "A职业道德", "B职业守则", "001遵纪守法", "", "3", "5", "1", "略", "教材第 3 页"},
                        {"8f2c-2", "判断题", "爱岗就是敬业的基础。", "√", "", "", "A职业道德A", "B职业守则",
                         "爱岗敬业X", "", "1", "4", "1", "", ""}}),
                  intoLevel(3));
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 2);
  CHECK(items[0].point == first);
  CHECK(items[1].point == second);
  CHECK(items[0].reference == "教材第 3 页");
  CHECK(items[0].difficulty == 3);
  CHECK(lineOf(result.report, "column:Sheet1!I") ==
        "point-3 | I 列“知识点三级”：考评点的第 3 级。 | 2 格有内容");
}

TEST_CASE("X13: the level stands in the name of the sheet, and what was asked for outweighs it") {
  Workbook workbook = book({{"题干", "A", "B", "答案"}, {"零线的颜色是（ ）", "蓝", "黄", "A"}});
  workbook.sheets[0].name = "高级工理论检查完成";
  const ImportResult plain = importItems(bankOfTwoLevels(), workbook, {});
  CHECK(itemsOf(plain.edit).at(0).level == *Level::of(3));
  const ImportResult asked = importItems(bankOfTwoLevels(), workbook, intoLevel(4));
  CHECK(itemsOf(asked.edit).at(0).level == *Level::of(4));
  Workbook named = book({{"题干", "A", "B", "答案"}, {"零线的颜色是（ ）", "蓝", "黄", "A"}});
  named.file = "中级工题库.xlsx";
  CHECK(itemsOf(importItems(bankOfTwoLevels(), named, {}).edit).at(0).level == *Level::of(4));
  CHECK(verdict(asked.report, "高级工理论检查完成") == "? 这里写的是三级，已按指定的四级导入，请核对。");
}

TEST_CASE("X14: the columns of the national bank, where D may stand for 多选") {
  const ImportResult result =
      readBook({{"鉴定点代码", "题目类型代码", "试题(题干)", "选项A", "选项B", "选项C", "答案", "难度代码",
                 "一致性代码"},
                {"A-B-A-001", "B", "零线的颜色是（ ）。", "蓝", "黄", "绿", "A", "3", "5"},
                {"A—B—A—001", "C", "零线上不得装开关。", "", "", "", "√", "1", "4"},
                {"A-B-A-002", "D", "安全色有（ ）。", "红", "黄", "灰", "AB", "2", "5"},
                {"A-B-A-002", "D", "警告标志有（ ）。", "三角形", "黄底", "圆形", "AB", "2", "5"}});
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 4);
  CHECK(typesOf(items) == "BCGG");
  CHECK(lineOf(result.report, "type-code:Sheet1:D") ==
        "multiple-choice | 题型一列的“D”：多选题。 | 看了 2 行，2 行的选项和答案如此");
  CHECK(typesOf(itemsOf(readBook({{"题型", "题干", "答案"},
                                  {"D", "什么是短路？", "电源两端直接相连。"},
                                  {"D", "什么是断路？", "电路中断。"}})
                            .edit)) == "DD");
  // One row alone is told by its options.
  CHECK(typesOf(itemsOf(readBook({{"题型", "题干", "A", "B", "C", "答案"},
                                  {"B", "零线的颜色是（ ）。", "蓝", "黄", "绿", "A"},
                                  {"D", "安全色有（ ）。", "红", "黄", "灰", "AB"}})
                            .edit)) == "BG");
}

TEST_CASE("X15: a text without a head, in which a shifted line is told") {
  const Workbook workbook = readCsvBytes(
      "1,电工刀的手柄（ ）绝缘,没有,有,必须有,任意,A\n2,验电前应先（ ）,确认完好,涂油,加热,打磨,A\n"
      "3,按钮按下后松开,会自动（ ）,停止,复位,断开,启动,B\n4,接地线的颜色是（ ）,黄绿双色,红,蓝,黑,A\n"
      "5,熔断器用于（ ）保护,短路,过热,缺相,漏电,A\n6,触电急救首先（ ）,断电,喊人,离开,报告,A\n",
      "题库.csv");
  const ImportResult result = readBook(workbook);
  CHECK(itemsOf(result.edit).size() == 5);
  CHECK(verdict(result.report, "题库!3") == "? 列数与其他行不同，没有导入。");
  CHECK(lineOf(result.report, "head:题库") == "none | 没有表头，按内容认出各列。");
  CHECK(lineOf(result.report, "column:题库!G") ==
        "key | 7 列的行，G 列：答案。 | 5 格中 5 格是选项字母或判断记号");

  const ImportResult judged =
      readBook(readCsvBytes("1,零线上可以装开关,F\n2,验电笔使用前要检查,T\n", "判断.csv"));
  CHECK(keysOf(itemsOf(judged.edit)) == std::vector<std::string>{"×", "√"});
}

TEST_CASE("a key in words among letters may be a shifted row, and is doubted") {
  Rows rows{{"题干", "A", "B", "C", "答案"}};
  for (int i = 0; i < 12; ++i)
    rows.push_back({"第 " + std::to_string(i) + " 种按钮的作用是（ ）", "启动", "停止", "急停", "A"});
  rows.push_back({"第 12 种按钮按下后松开，会自动", "（ ）", "停止", "复位", "复位"});
  const ImportResult result = readBook(rows);
  CHECK(verdict(result.report, "Sheet1!E14") ==
        "? 其他行的答案都是字母，这里是“复位”，整行可能错位，请核对。");
}

TEST_CASE("a hidden sheet is read, but a person is asked whether it is wanted") {
  Workbook workbook = book({{"题干", "A", "B", "答案"}, {"零线的颜色是（ ）", "蓝", "黄", "A"}});
  workbook.sheets.push_back(
      sheet("旧版", {{"题干", "A", "B", "答案"}, {"相线的颜色是（ ）", "红", "蓝", "A"}}));
  workbook.sheets[1].hidden = true;
  const ImportResult result = readBook(workbook);
  CHECK(itemsOf(result.edit).size() == 2);
  CHECK(verdict(result.report, "旧版") == "? 这是隐藏的工作表，其中的试题也读入了，请核对是否需要。");
  CHECK(readBook(workbook, {{"sheet:旧版", "items"}}).report.count(Verdict::kUnclear) == 0);
}

TEST_CASE("options and even the answer may stand in the cell of the stem, or as JSON in a cell") {
  const auto items =
      itemsOf(readBook({{"题目", "选项", "答案"},
                        {"1. 钻孔时禁止（ ）\nA. 戴手套\nB. 戴护目镜\n答案：A\n解析：会被卷入。", "", ""},
                        {"2、以下哪些是量具？ A.卡尺 B.千分尺 C.榔头", "", "AB"},
                        {"灭火时应站在（ ）", R"(["上风向", "下风向"])", "A"},
                        {"3.钳工不需要护目镜。", "", "Ⅹ"}})
                  .edit);
  REQUIRE(items.size() == 4);
  CHECK(typesOf(items) == "BGBC");
  CHECK(keysOf(items) == std::vector<std::string>{"A", "AB", "A", "×"});
  CHECK(items[0].stem.str() == "钻孔时禁止（　）");
  CHECK(optionsOf(items[0]) == "<戴手套><戴护目镜>");
  CHECK(items[0].rationale.str() == "会被卷入。");
}

TEST_CASE("a head of two rows, one 选项 over empty heads, and keys under no head at all") {
  Workbook wide = book({{"序号", "题目", "选项", "选项", "选项", "答案"},
                        {"序号", "题目", "A", "B", "C", "答案"},
                        {"1", "甲题的内容是（ ）", "一", "二", "三", "C"}});
  for (const std::size_t column : {0U, 1U, 5U}) wide.sheets[0].rows[1][column].merged = true;
  wide.sheets[0].rows[0][3].merged = true;
  wide.sheets[0].rows[0][4].merged = true;
  CHECK(optionsOf(itemsOf(readBook(wide).edit).at(0)) == "<一><二><三>");
  const auto items = itemsOf(readBook({{"题目", "选项", "", "", ""},
                                       {"甲题的内容是（ ）", "一", "二", "三", "B"},
                                       {"乙题的内容是（ ）", "一", "二", "三", "C"},
                                       {"丙题的内容是（ ）", "一", "二", "三", "A"}})
                                 .edit);
  CHECK(keysOf(items) == std::vector<std::string>{"B", "C", "A"});
  CHECK(optionsOf(items.at(0)) == "<一><二><三>");
}

TEST_CASE("a statement that speaks of titles and contents is no head") {
  const auto items =
      itemsOf(readBook({{"ID", "题目", "A", "B", "C", "D", "答案"},
                        {"1", "表示书名的字段是（ ）", "title", "content", "float", "clear", "A"},
                        {"2", "表示内容的字段是（ ）", "title", "content", "float", "clear", "B"}})
                  .edit);
  CHECK(items.size() == 2);
}

TEST_CASE("items that share a material are a set, one that has it alone begins with it") {
  Workbook workbook = book({{"材料", "题干", "A", "B", "答案"},
                            {"某厂因电线老化起火。", "起火的原因是（ ）", "电线老化", "雷击", "A"},
                            {"某厂因电线老化起火。", "首先应当（ ）", "切断电源", "泼水", "A"},
                            {"某车间突然停电。", "首先应当（ ）", "报告", "离开", "A"},
                            {"", "安全色有几种（ ）", "四种", "两种", "A"}});
  workbook.sheets[0].rows[2][0].merged = true;
  Bank bank = bankOfTwoLevels();
  const ImportResult result = importItems(bank, workbook, intoLevel(3));
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 4);
  CHECK(items[2].stem.str() == "某车间突然停电。\n首先应当（　）");
  bank.apply(result.edit);
  const auto sets = bank.all<ItemSet>();
  REQUIRE(sets.size() == 1);
  CHECK(sets[0]->kind == ItemSet::Kind::kSharedStem);
  CHECK(sets[0]->stem.str() == "某厂因电线老化起火。");
  CHECK(sets[0]->items == std::vector<Id>{items[0].id, items[1].id});
  CHECK(sets[0]->source == Source{"题库.xlsx", "Sheet1!2"});
  CHECK(result.report.counts.at("sets-added") == 1);
  CHECK(importItems(bank, workbook, intoLevel(3)).edit.empty());

  // One more item of the case comes with a later file.
  workbook.sheets[0].rows.push_back(workbook.sheets[0].rows[1]);
  workbook.sheets[0].rows.back()[1].text = "起火后要找出（ ）";
  const ImportResult more = importItems(bank, workbook, intoLevel(3));
  CHECK(more.report.counts.at("sets-changed") == 1);
  bank.apply(more.edit);
  CHECK(bank.all<ItemSet>().at(0)->items.size() == 3);
}

TEST_CASE("the name of a sheet says the type, unless its rows are choices all the same") {
  Workbook workbook = book({{"题干", "A", "B", "答案"}, {"综合防护包括（ ）", "甲", "乙", "A"}});
  workbook.sheets[0].name = "综合";
  workbook.sheets.push_back(sheet("简答", {{"题干", "答案"}, {"三违指什么____", "违章指挥等。"}}));
  CHECK(typesOf(itemsOf(readBook(workbook).edit)) == "BD");
}
