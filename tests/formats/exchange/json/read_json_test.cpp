// Questions in JSON in the forms that practice programs and web systems write (X18), and lines with marks
// (X16, X17).
#include "formats/exchange/json/read_json.h"

#include "tests/formats/exchange/items/sheet_support.h"

using namespace tiku::formats;
using namespace tiku::tests;

namespace {

ImportResult readJson(const std::string& text, const ReadingCorrections& corrections = {}) {
  return readBook(readJsonText(text, "题库.json"), corrections);
}

std::vector<std::string> keysIn(const std::string& text) {
  return keysOf(itemsOf(readJson(text).edit));
}

}  // namespace

TEST_CASE("X18: an answer in JSON is a letter, a letter with words, or the words of an option") {
  const ImportResult result = readJson(R"([
    {"id": 1, "question": "雨天行车应当（ ）", "option1": "减速", "option2": "加速", "answer": "A", "explain": "路滑。"},
    {"id": 2, "question": "绿灯表示（ ）", "option1": "停止", "option2": "通行", "answer": "B.通行。"},
    {"id": 3, "question": "红灯表示（ ）", "option1": "停止", "option2": "通行", "answer": "停止"},
    {"id": 4, "question": "夜间可以不开灯。", "answer": false}])");
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 4);
  CHECK(keysOf(items) == std::vector<std::string>{"A", "B", "A", "×"});
  CHECK(items[0].rationale.str() == "路滑。");
  CHECK(items[1].source == Source{"题库.json", "题库!2"});
  CHECK(verdict(result.report, "题库!3") == "+ 单选题，答案 A。");
  CHECK(lineOf(result.report, "head:题库").starts_with("0 | 每条记录是一道题，各项有名称。"));
  CHECK(lineOf(result.report, "column:题库!B") == "stem | “question”：题干。 | 4 格有内容");
}

TEST_CASE("X18: an answer is a place in the list of options, counted from 0 or from 1") {
  const std::string zero = R"([{"题干": "水的沸点是（ ）", "选项": ["一百度", "五十度"], "答案": 0},
                               {"题干": "冰点以下的有（ ）", "选项": ["雪", "汤", "霜"], "答案": [0, 2]}])";
  CHECK(keysIn(zero) == std::vector<std::string>{"A", "AC"});
  const std::string one = R"({"data": {"list": [
      {"question": "开闸前要（ ）", "options": ["检查", "离开", "喊叫"], "answer": 1},
      {"question": "关闸后要（ ）", "options": ["离开", "睡觉", "记录"], "answer": "3"}]}})";
  CHECK(keysIn(one) == std::vector<std::string>{"A", "C"});
  CHECK(lineOf(readJson(one).report, "answers:data/list").starts_with("index-1"));
  CHECK(keysOf(itemsOf(readJson(zero, {{"answers:题库", "index-1"}}).edit)) ==
        std::vector<std::string>{"", ""});
}

TEST_CASE("X18: answers are a list of texts, or pairs of a text and whether it is right") {
  CHECK(keysIn(R"([{"question": "属于工具的有（ ）", "options": ["锤", "云", "锉"], "answer": ["锤", "锉"]},
                   {"question": "属于天气的有（ ）", "options": ["锤", "云"], "answer": ["B"]}])") ==
        std::vector<std::string>{"AC", "B"});
  const ImportResult pairs = readJson(
      R"([{"question": "量具应当（ ）", "answer": [["擦净", true], ["敲打", false], ["上油", true]]},
          {"question": "刀具应当（ ）", "answer": [["刃磨", true], ["烧红", false]]}])");
  const auto items = itemsOf(pairs.edit);
  REQUIRE(items.size() == 2);
  CHECK(optionsOf(items[0]) == "<擦净><敲打><上油>");
  CHECK(keysOf(items) == std::vector<std::string>{"AC", "A"});
  CHECK(
      keysIn(
          R"([{"question": "安全色有（ ）", "options": [{"key": "A", "value": "红"}, {"key": "B", "value": "灰"}], "answer": "A"},
                   {"question": "警告色有（ ）", "options": [{"label": "A", "content": "蓝", "is_right": 0}, {"label": "B", "content": "黄", "is_right": 1}]}])") ==
      std::vector<std::string>{"A", "B"});
  CHECK(keysIn(R"([{"type": "MC", "stem": {"format": "html", "text": "<p>m<sup>2</sup> 是（ ）单位</p>"},
                    "choices": [{"isCorrect": true, "text": {"text": "面积"}}, {"isCorrect": false, "text": {"text": "长度"}}]}])") ==
        std::vector<std::string>{"A"});
}

TEST_CASE("X18: stem and options joined by | are the name, the right option is the value") {
  const ImportResult result = readJson(
      R"({"党的生日是（ ）|七月一日|八月一日": "七月一日", "属于水果的有（ ）|苹果|煤|梨": "苹果|梨"})");
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 2);
  CHECK(optionsOf(items[1]) == "<苹果><煤><梨>");
  CHECK(keysOf(items) == std::vector<std::string>{"A", "AC"});
}

TEST_CASE("lists under the names of types are sheets of that type, one object a line is a list") {
  const ImportResult result =
      readJson(R"({"单选题": [{"题目": "零线的颜色是（ ）", "options": {"A": "蓝", "B": "红"}, "答案": "A"}],
      "多选题": [{"题目": "相线的颜色有（ ）", "options": {"A": "黄", "B": "蓝"}, "答案": "A"}],
      "版本": "1.0"})");
  CHECK(typesOf(itemsOf(result.edit)) == "BG");
  CHECK(keysIn("{\"question\": \"铜是导体。\", \"answer\": \"对\"}\n{\"question\": \"木是导体。\", "
               "\"answer\": \"错\"}\n") == std::vector<std::string>{"√", "×"});
}

TEST_CASE("questions within a question are a set that shares its words") {
  const ImportResult result = readJson(R"([{"题干": "某车间起火。", "小题": [
      {"题干": "首先应当（ ）", "选项": ["报警", "围观"], "答案": "A"},
      {"题干": "灭火应当用（ ）", "选项": ["汽油", "灭火器"], "答案": "B"}]}])");
  CHECK(keysOf(itemsOf(result.edit)) == std::vector<std::string>{"A", "B"});
  CHECK(result.report.counts.at("sets-added") == 1);
}

TEST_CASE("HTML in JSON gives words, and raised signs stay raised") {
  const auto items = itemsOf(
      readJson(
          R"([{"question": "<p>10<sup>2</sup>&nbsp;等于（ ）</p>", "options": ["100", "20"], "answer": "A"}])")
          .edit);
  REQUIRE(items.size() == 1);
  CHECK(items[0].stem.str().starts_with("102"));
  REQUIRE_FALSE(items[0].stem.blocks().empty());
  CHECK(std::get<Paragraph>(items[0].stem.blocks()[0]).pieces.at(1).kind == Inline::Kind::kSuperscript);
}

TEST_CASE("what is no JSON, or holds no questions, is refused with the line") {
  CHECK(looksLikeJson(" [{\"a\": 1}]"));
  CHECK_FALSE(looksLikeJson("[单选]1.题干"));
  CHECK_FALSE(looksLikeJson("{~甲 ~乙}"));
  const FormatError cut =
      refusalOf([] { readJson("[{\"question\": \"甲\",\n \"answer\": \"A\"},\n {\"que"); });
  CHECK(cut.code() == ErrorCode::kNotUnderstood);
  CHECK(cut.place().line == 3);
  CHECK(refusalOf([] { readJson("[\"甲\", \"乙\"]"); }).code() == ErrorCode::kNotUnderstood);
  CHECK(refusalOf([] { readJson(R"({"name": "x", "version": 3})"); }).code() == ErrorCode::kNotUnderstood);
  CHECK(refusalOf([] { readJson("[{\"question\": \"甲\", \"answer\": 1e999}]"); }).code() ==
        ErrorCode::kNotUnderstood);
  std::string wide = "{";
  for (int i = 0; i < 30'000; ++i) wide += "\"" + std::to_string(i) + "\":1,";
  CHECK(refusalOf([&] { readJson(wide + "\"x\":1}"); }).code() == ErrorCode::kOverLimit);
  CHECK(refusalOf([] { readJson(std::string(5000, '[')); }).code() == ErrorCode::kOverLimit);
}

TEST_CASE("X16: lines with # and $, the right option first, and 0 for right") {
  const ImportResult choices = readBook(readCsvBytes(
      "0#验电前应先（ ）#确认完好$涂油$加热$打磨\n1#接地线的颜色是（）#黄绿双色$红$蓝$黑\n", "选择.txt"));
  CHECK(keysOf(itemsOf(choices.edit)) == std::vector<std::string>{"A", "A"});
  CHECK(optionsOf(itemsOf(choices.edit).at(1)) == "<黄绿双色><红><蓝><黑>");
  CHECK(lineOf(choices.report, "answers:选择") == "first-option | 工作表“选择”：第一个选项是答案。");

  const Workbook judged = readCsvBytes("0#零线上不得装开关。$0\n1#电费是 $5 一度。$1\n", "判断.txt");
  const ImportResult result = readBook(judged);
  CHECK(keysOf(itemsOf(result.edit)) == std::vector<std::string>{"√", "×"});
  CHECK(itemsOf(result.edit).at(1).stem.str() == "电费是 $5 一度。");
  CHECK(verdict(result.report, "判断")
            .starts_with("? 2 道判断题的答案写作 0 或 1，按这种写法的惯例以 0 为正确"));
  CHECK(keysOf(itemsOf(readBook(judged, {{"judgement", "usual"}}).edit)) ==
        std::vector<std::string>{"×", "√"});
  CHECK(verdict(result.report, "判断!1") == "+ 判断题，答案 √。");
}

TEST_CASE("X17: number, question and the right option with its words, set apart by |||") {
  const ImportResult result = readBook(readCsvBytes(
      "1|||职业道德的基础是什么？|||C，一定职业\n2|||职业守则有哪些？|||A 道德准则、B 道德情操\n", "题.txt"));
  const auto items = itemsOf(result.edit);
  REQUIRE(items.size() == 2);
  CHECK(keysOf(items) == std::vector<std::string>{"C", "AB"});
  CHECK(optionsOf(items[0]) == "<><><一定职业>");
  CHECK(verdict(result.report, "题!C1") == "? 只有正确选项的文字，其余选项要补上。");
}
