#include "tests/formats/exchange/items/sheet_support.h"

using namespace tiku::formats;
using namespace tiku::tests;

TEST_CASE("the national item template comes in with point, ratings, code, key and rationale") {
  Bank bank = bankOfTwoLevels();
  Blueprint blueprint(*Level::of(3));
  Scope top{Id::random(), "A", "基本要求", {}, {}, {}, {}, {}, {}};
  Scope middle{Id::random(), "B", "基础知识", {}, {}, {}, {}, {}, {}};
  middle.points.push_back({Id::random(), "001", "游标卡尺的读数", Importance::kX, {}, {}, {}, {}});
  const Id point = middle.points[0].id;
  top.scopes = {middle};
  blueprint.theory.tops = {{Part::kBasic, top}};
  bank.apply(Edit().put(blueprint));

  const ImportResult result = importItems(
      bank,
      book(
          {{"题库名称", "ID", "序号", "认定点代码", "题型代码", "题号", "试题（题干）", "试题（选项A）",
            "试题（选项B）", "试题（选项C）", "试题（选项D）", "正确答案", "难度代码", "一致性代码", "解析"},
           {"卡尺修理工", "B-A-B-001-001", "1", "A—B—001 ", "B", "7", "10 分度游标卡尺的分度值是（    ）mm。",
            "0.1", "0.05", "0.02", "0.01", "Ａ", "2", "5", "1 mm 除以 10。"},
           {"卡尺修理工", "C-A-B-001-001", "2", "A-B-009", "C", "8", "游标卡尺可以测量内径。", "", "", "", "",
            "√", "1", "4"}}),
      intoLevel(3));

  const std::vector<TheoryItem> items = itemsOf(result.edit);
  REQUIRE(items.size() == 2);
  CHECK(items[0].type == ItemType::kSingleChoice);
  CHECK(items[0].code == "B-A-B-001-001");
  CHECK(items[0].point == point);
  CHECK(items[0].stem.str() == "10 分度游标卡尺的分度值是（　）mm。");
  CHECK(items[0].stem.blankCount() == 1);
  REQUIRE(items[0].options.size() == 4);
  CHECK(items[0].options[1].str() == "0.05");
  CHECK(keyOf(items[0]) == "A");
  CHECK(items[0].difficulty == 2);
  CHECK(items[0].consistency == 5);
  CHECK(items[0].rationale.str() == "1 mm 除以 10。");
  CHECK(items[0].source == Source{"题库.xlsx", "Sheet1!2"});
  CHECK(items[0].level == *Level::of(3));
  CHECK(items[1].type == ItemType::kTrueFalse);
  CHECK_FALSE(items[1].point);
  CHECK(items[1].options.empty());

  CHECK(verdict(result.report, "Sheet1!2") == "+ 单选题，答案 A。");
  CHECK(verdict(result.report, "Sheet1!D3") == "? 三级的理论知识要素细目表里没有“A-B-009”这个考评点。");
  CHECK(verdict(result.report, "Sheet1!A1") == "- 未识别的列“题库名称”，其中 2 个单元格没有导入。");
  CHECK(result.report.counts.at("single-choice") == 1);
  CHECK(result.report.counts.at("true-false") == 1);
  CHECK(result.report.counts.at("added") == 2);
  CHECK(result.report.counts.at("without-key") == 0);
}

TEST_CASE("keys are read as people write them, one that fits no option is asked about") {
  const Rows head{{"题型", "题干", "A项", "B项", "C项", "D项", "答案"}};
  const auto keys = [&head](const std::string& type, const std::string& key) {
    Rows rows = head;
    rows.push_back({type, "安全色中红色表示（ ）", "禁止", "警示标志", "注意：当心触电", "禁止、停止", key});
    return keysOf(imported(rows)).at(0);
  };
  CHECK(keys("单选", " B") == "B");
  CHECK(keys("单选", "Ｄ") == "D");
  CHECK(keys("单选", "c") == "C");
  CHECK(keys("单选", "B 警示标志") == "B");
  CHECK(keys("单选", "B.警示标志。") == "B");
  CHECK(keys("单选", "警示标志") == "B");
  CHECK(keys("多选", "A,B") == "AB");
  CHECK(keys("多选", "D|A") == "AD");
  CHECK(keys("多选", "ABD") == "ABD");
  CHECK(keys("多选", "A 禁止、B 警示标志") == "AB");
  CHECK(keys("多选", "A 禁止、D 禁止、停止") == "AD");
  CHECK(keys("", "AC") == "AC");

  Rows rows = head;
  rows.push_back({"单选", "安全色中蓝色表示（ ）", "指令", "警告", "禁止", "", "D"});
  rows.push_back({"单选", "安全色中黄色表示（ ）", "指令", "警告", "禁止", "", "B 禁止"});
  rows.push_back({"单选", "安全色中绿色表示（ ）", "指令", "警告", "安全", "", "复位"});
  rows.push_back({"单选", "安全色共有（ ）种（选二项）", "4", "3", "2", "", "A"});
  rows.push_back({"单选", "对比色是（ ）", "黑", "白", "红", "", "AB"});
  const ImportReport report = importItems(bankOfTwoLevels(), book(rows), intoLevel(3)).report;
  CHECK(verdict(report, "Sheet1!2") == "+ 单选题，没有答案。");
  CHECK(verdict(report, "Sheet1!G2") == "? 答案“D”中的 D 没有对应的选项。");
  CHECK(verdict(report, "Sheet1!G3") == "? 答案“B 禁止”的文字与选项 B 不一致。");
  CHECK(verdict(report, "Sheet1!G4") == "? 答案“复位”既不是选项字母，也不是某个选项的文字。");
  CHECK(verdict(report, "Sheet1!G5") == "? 题干要求选 2 项，答案“A”却是 1 项。");
  CHECK(verdict(report, "Sheet1!G6") == "? 单选题却有 2 个答案“AB”。");
  CHECK(report.counts.at("without-key") == 3);
}

TEST_CASE("judgement marks of every custom are read, and 0 for right only on request") {
  const std::vector<std::string> marks{"√", "×", "对", "错",   "正确",  "错误", "T",
                                       "F", "A", "B",  "TRUE", "FALSE", "1",    "0"};
  Rows rows{{"题目", "类型", "答案"}};
  for (std::size_t i = 0; i < marks.size(); ++i)
    rows.push_back({"判断第 " + std::to_string(i) + " 句。（ ）", "判断题", marks[i]});
  const Workbook workbook = book(rows);
  const ImportResult usual = importItems(bankOfTwoLevels(), workbook, intoLevel(3));
  CHECK(keysOf(itemsOf(usual.edit)) ==
        std::vector<std::string>{"√", "×", "√", "×", "√", "×", "√", "×", "√", "×", "√", "×", "√", "×"});
  CHECK(verdict(usual.report, "Sheet1").starts_with("? 2 道判断题的答案写作 0 或 1，按 1 为正确读入"));

  ImportOptions zero = intoLevel(3);
  zero.judgement = JudgementCode::kZeroRight;
  const ImportResult other = importItems(bankOfTwoLevels(), workbook, zero);
  const std::vector<std::string> keys = keysOf(itemsOf(other.edit));
  CHECK(keys[12] == "×");
  CHECK(keys[13] == "√");
  CHECK(keys[0] == "√");
  CHECK(verdict(other.report, "Sheet1") == "+ 工作表按表头读入。");
}

TEST_CASE("a judgement whose options are 正确 and 错误 keeps its key and loses the options") {
  const auto items = imported({{"题型", "题干", "选项A", "选项B", "答案"},
                               {"判断", "千分尺使用后应拧紧测微螺杆存放。", "错误", "正确", "A"},
                               {"", "千分尺使用前应校零。", "对", "错", "A"}});
  REQUIRE(items.size() == 2);
  CHECK(items[0].type == ItemType::kTrueFalse);
  CHECK(items[1].type == ItemType::kTrueFalse);
  CHECK(items[0].options.empty());
  CHECK(keysOf(items) == std::vector<std::string>{"×", "√"});
}

TEST_CASE("a sheet may hold a title, counts, headings of sections and a second table with other questions") {
  const ImportResult result = importItems(bankOfTwoLevels(),
                                          book({{"安全知识竞赛题库"},
                                                {"选择题", "2", "问答题", "1"},
                                                {},
                                                {"题目", "A", "B", "答案", "难度"},
                                                {"触电急救首先应（ ）", "脱离电源", "人工呼吸", "A", "1"},
                                                {"二、判断题（正确）"},
                                                {"湿手不得触摸开关。"},
                                                {"问题", "答案", "难度"},
                                                {"简述安全电压的含义", "不致使人直接致死的电压", "3"}}),
                                          intoLevel(3));
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 3);
  CHECK(items[0].type == ItemType::kSingleChoice);
  CHECK(items[1].type == ItemType::kTrueFalse);
  CHECK(keyOf(items[1]) == "√");
  CHECK(items[2].type == ItemType::kTrueFalse);
}

TEST_CASE("options that share a cell are told apart, and labels inside option cells go") {
  const auto items = imported({{"题干", "选项", "答案"},
                               {"电阻与长度（ ）", "(A)无关  (B)成反比  (C)成正比", "C"},
                               {"电流的单位是（ ）", "A.安培；B.伏特；C.欧姆", "A"},
                               {"属于导体的有（ ）", "铜|铝|橡胶", "AB"}});
  REQUIRE(items.size() == 3);
  const auto words = [](const TheoryItem& item) {
    std::string all;
    for (const RichText& option : item.options) all += "<" + option.str() + ">";
    return all;
  };
  CHECK(words(items[0]) == "<无关><成反比><成正比>");
  CHECK(words(items[1]) == "<安培><伏特><欧姆>");
  CHECK(words(items[2]) == "<铜><铝><橡胶>");
  CHECK(items[2].type == ItemType::kMultipleChoice);

  const auto labelled = imported({{"题干", "A", "B", "答案"},
                                  {"27、黄金分割的比值约为（ ）", "A.0.618", "B．0.628", "A"},
                                  {"钢的牌号是（ ）", "A 级", "B 级", "B"}});
  CHECK(labelled[0].stem.str() == "黄金分割的比值约为（　）");
  CHECK(words(labelled[0]) == "<0.618><0.628>");
  CHECK(words(labelled[1]) == "<A 级><B 级>");
}

TEST_CASE("the type comes from column, letter code, tag, sheet name or the answer itself") {
  Workbook workbook = book({{"题目类型代码", "试题", "选项A", "选项B", "选项C", "答案"},
                            {"G", "导体有", "铜", "铝", "木", "AB"},
                            {"T", "电流的单位是____，电压的单位是____。", "", "", "", "安培；伏特"},
                            {"D", "什么是短路？", "", "", "", "电源两端直接相连。"},
                            {"", "【多选题】绝缘体有", "木", "玻璃", "铜", "AB"},
                            {"", "绝缘体有（多选）", "木", "陶瓷", "铜", "AB"},
                            {"怪题", "半导体有", "硅", "铜", "铁", "A"}});
  workbook.sheets.push_back(sheet("2024判断题", {{"题干", "答案"}, {"银是导体", "A"}}));
  const ImportResult result = importItems(bankOfTwoLevels(), workbook, intoLevel(3));
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 7);
  CHECK(items[0].type == ItemType::kMultipleChoice);
  CHECK(items[1].type == ItemType::kFillIn);
  CHECK(keyOf(items[1]) == "安培|伏特");
  CHECK(items[2].type == ItemType::kShortAnswer);
  CHECK(keyOf(items[2]) == "电源两端直接相连。");
  CHECK(items[3].type == ItemType::kMultipleChoice);
  CHECK(items[3].stem.str() == "绝缘体有");
  CHECK(items[4].stem.str() == "绝缘体有");
  CHECK(items[5].type == ItemType::kSingleChoice);
  CHECK(verdict(result.report, "Sheet1!A7") == "? 不认识的题型“怪题”，按题目内容判断。");
  CHECK(items[6].type == ItemType::kTrueFalse);
}

TEST_CASE("the answer in the stem's bracket becomes the key where no column says it, a call is no blank") {
  const auto items = imported({{"题干", "选项A", "选项B", "选项C"},
                               {"道德和法律是( B )。", "同一的", "相辅相成的", "对立的"},
                               {"执行 main() 后调用 Close( ) 的是（ ）", "系统", "用户", "驱动"}});
  REQUIRE(items.size() == 2);
  CHECK(keyOf(items[0]) == "B");
  CHECK(items[0].stem.str() == "道德和法律是（　）。");
  CHECK(items[1].stem.str() == "执行 main() 后调用 Close( ) 的是（　）");
}
