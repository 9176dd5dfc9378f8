// What is wrong with a stem: what it asks for, how it denies, what it gives away.
#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"
#include "validators/rules/items/absolute_words.h"
#include "validators/rules/items/answer_told.h"
#include "validators/rules/items/asked_number.h"
#include "validators/rules/items/blank.h"
#include "validators/rules/items/double_negative.h"
#include "validators/rules/items/judgement_form.h"
#include "validators/rules/items/key_echo.h"
#include "validators/rules/items/key_in_stem.h"
#include "validators/rules/items/negative_stem.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

using Words = std::initializer_list<std::string_view>;
const Words kTools{"卡尺", "扳手", "千分尺", "锉刀"};

bool silent(std::string_view rule, const TheoryItem& item) {
  return findingsOf(bankWith(item), rule).empty();
}

}  // namespace

TEST_CASE("a limit of a standard is no negative stem") {
  const auto asks = [](const char* stem) {
    return !silent(NegativeStem::kId, choice(stem, {"1", "2", "3", "4"}, "B"));
  };
  CHECK_FALSE(asks("遮栏与裸导体的距离不应小于（　）m。"));
  CHECK_FALSE(asks("运行电压不应长时间超过额定电压的（　）倍。"));
  CHECK_FALSE(asks("试用期可以延长，但不能超过（　）年。"));
  CHECK_FALSE(asks("查询条件（　）可以查出籍贯不是北京的记录。"));
  CHECK(asks("试电笔不可用来（　）。"));
  CHECK(asks("下列哪个不可能是该线圈的匝数（选一项）"));
  CHECK(asks("下列工具中，不属于量具的是（选一项）"));
}

TEST_CASE("two negatives in the clause that asks, or one against negative options, are a double negative") {
  CHECK(told(DoubleNegative::kId, choice("下列不属于不能重复使用的零件是（　）。", kTools, "A")) ==
        std::vector<std::string>{
            "三级单选题“下列不属于不能重复使用的零件是（…”的题干是双重否定：“不能”（默认值，非法规条文）。"});
  CHECK(told(DoubleNegative::kId, choice("下列做法不正确的是（　）。",
                                         {"不戴手套", "不停机测量", "没有防护罩", "禁止戴手套"}, "B")) ==
        std::vector<std::string>{"三级单选题“下列做法不正确的是（　）。”用“不正确”设问，选项又都是否定的，"
                                 "成了双重否定（默认值，非法规条文）。"});
  CHECK_FALSE(silent(DoubleNegative::kId, judgement("量具不是不需要检定的。", false)));
  CHECK(silent(DoubleNegative::kId, choice("下列不属于不锈钢的是（　）。", kTools, "A")));
  CHECK(silent(DoubleNegative::kId, judgement("检修时不得不停机的，应当挂牌。")));
  CHECK(silent(DoubleNegative::kId,
               choice("下列做法不正确的是（　）。", {"不戴手套", "擦净", "上油", "挂牌"}, "A")));
}

TEST_CASE("the stem asks for as many options as the type lets choose") {
  CHECK(told(AskedNumber::kId, choice("下列哪一项属于量具？", kTools, "AC")) ==
        std::vector<std::string>{
            "三级多选题“下列哪一项属于量具？”是多选题，题干却问“哪一项”（默认值，非法规条文）。"});
  CHECK(told(AskedNumber::kId, choice("下列哪些属于量具？", kTools, "A")) ==
        std::vector<std::string>{
            "三级单选题“下列哪些属于量具？”是单选题，题干却问“哪些”（默认值，非法规条文）。"});
  CHECK(silent(AskedNumber::kId, choice("下列哪些属于量具（选一项）", kTools, "A")));
  CHECK_FALSE(silent(AskedNumber::kId, choice("下列属于量具的是（选两项）", kTools, "A")));
  CHECK(silent(AskedNumber::kId, choice("下列哪些属于量具？", kTools, "AC")));
  CHECK(silent(AskedNumber::kId, choice("不知用哪一种量具时，应（　）。", kTools, "AC")));
}

TEST_CASE("a judgement is one statement and no question") {
  CHECK(told(JudgementForm::kId, judgement("千分尺可以测量内径吗？")) ==
        std::vector<std::string>{
            "三级判断题“千分尺可以测量内径吗？”是问句，不是可以判断对错的陈述（默认值，非法规条文）。"});
  CHECK(told(JudgementForm::kId, judgement("卡尺是长度量具，而角尺是角度量具。")) ==
        std::vector<std::string>{"三级判断题“卡尺是长度量具，而角尺是角度量具…”用“，而”并列了两个判断，"
                                 "可能一对一错（默认值，非法规条文）。"});
  CHECK(silent(JudgementForm::kId, judgement("卡尺是长度量具，而且应当定期检定。")));
  CHECK(silent(JudgementForm::kId, judgement("卡尺是长度量具，而不是角度量具。")));
  CHECK(silent(JudgementForm::kId, judgement("为了省事而不检定是错误的。")));
}

TEST_CASE("a key that alone repeats words of the stem is known by its sound") {
  const TheoryItem item = choice("检查制动系统时，驾驶员应（　）。",
                                 {"鸣笛三次", "踩下制动系统的踏板", "加速行驶", "立即熄火"}, "B");
  CHECK(told(KeyEcho::kId, item) ==
        std::vector<std::string>{
            "三级单选题“检查制动系统时，驾驶员应（　）。”只有正确选项 B 重复了题干里的“制动系统”"
            "（默认值，非法规条文）。"});
  CHECK(silent(KeyEcho::kId, choice("检查制动系统时，应（　）。",
                                    {"关闭制动系统", "踩下制动系统的踏板", "加速行驶", "立即熄火"}, "B")));
  CHECK(silent(KeyEcho::kId, choice("检查制动系统时，应（　）。",
                                    {"关闭制动系统", "踩下踏板", "加速行驶", "立即熄火"}, "B")));
  CHECK(silent(KeyInStem::kId, choice("执行 s=\"text\"; 后输出（　）。", {"text", "12", "0", "s1"}, "A")));
}

TEST_CASE(
    "as many blanks as right options tell how many to choose, a note or a question word asks without a "
    "blank") {
  CHECK(told(Blank::kId, choice("量具用毕应（　）和（　）。", {"擦净", "水洗", "上油", "加热"}, "AC")) ==
        std::vector<std::string>{
            "三级多选题“量具用毕应（　）和（　）。”的题干有 2 处作答的括号，与正确选项一样多，"
            "等于说出了要选几项（默认值，非法规条文）。"});
  for (const char* stem :
       {"属于量具的是（选一项）", "卡尺由几部分组成", "下列哪个是量具", "正确的说法是      。"}) {
    INFO(stem);
    CHECK(silent(Blank::kId, choice(stem, kTools, "A")));
  }
  CHECK_FALSE(silent(Blank::kId, choice("卡尺用于测量", kTools, "A")));
}

TEST_CASE("where the wrong one is asked for, the absolute word gives away the key and not the others") {
  const auto item = [](const char* key, const char* other) {
    return choice("关于量具，说法错误的是（　）。", {key, other, "应擦净", "应上油"}, "A");
  };
  CHECK(told(AbsoluteWords::kId, item("永远不必检定", "应定期检定")) ==
        std::vector<std::string>{
            "三级单选题“关于量具，说法错误的是（　）。”问的是不对的一项，只有答案 A 里有“永远”"
            "（默认值，非法规条文）。"});
  CHECK(silent(AbsoluteWords::kId, item("不必检定", "永远要检定")));
  for (const char* stem :
       {"党员坚决不信教。", "任何单位和个人有权举报隐患。", "加热后没有任何变化。", "返回所有的行。"}) {
    INFO(stem);
    CHECK(silent(AbsoluteWords::kId, judgement(stem, false)));
  }
}

TEST_CASE("an answer that another stem states is told, until that stem is rewritten") {
  const TheoryItem asked =
      choice("游标卡尺使用以后应当（　）并放回专用的盒内。", {"擦净涂油", "水洗", "晾晒", "加热"}, "A");
  TheoryItem teller = judgement("班组规定，游标卡尺使用以后应当擦净涂油，不得乱放。");
  Bank bank = bankWith(asked, teller);
  Checker checker(bank, Profile::load("guizhou"));
  const auto messages = [&] {
    std::vector<Finding> found = checker.findingsOf(asked.id);
    std::erase_if(found, [](const Finding& finding) { return finding.rule != AnswerTold::kId; });
    return messagesOf(found);
  };
  CHECK(messages() == std::vector<std::string>{
                          "三级单选题“游标卡尺使用以后应当（　）并放回…”的答案“擦净涂油”在三级判断题"
                          "“班组规定，游标卡尺使用以后应当擦…”的题干里说了出来（默认值，非法规条文）。"});
  teller.key = JudgementKey{false};
  bank.apply(Edit().put(teller));
  CHECK(messages().empty());
  TheoryItem other = choice("把擦净涂油并放回专用的盒内的量具交给（　）。", kTools, "A");
  bank.apply(Edit().put(other));
  CHECK(messages().size() == 1);
  other.level = level(4);
  bank.apply(Edit().put(other));
  CHECK(messages().empty());
}
