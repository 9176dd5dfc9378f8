// What is wrong with options beside each other: order, form, overlap, what belongs in the stem.
#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"
#include "validators/checker/apply_fix.h"
#include "validators/rules/items/all_right.h"
#include "validators/rules/items/option_equal.h"
#include "validators/rules/items/option_form.h"
#include "validators/rules/items/option_order.h"
#include "validators/rules/items/option_overlap.h"
#include "validators/rules/items/option_prefix.h"
#include "validators/rules/items/options.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

using Words = std::initializer_list<std::string_view>;

bool silent(std::string_view rule, const char* stem, Words options, std::string_view key = "A") {
  return findingsOf(bankWith(choice(stem, options, key)), rule).empty();
}

/// The item after its fix; as it was when there is none.
TheoryItem mended(const TheoryItem& item, std::string_view rule) {
  Bank bank = bankWith(item);
  for (const Finding& finding : findingsOf(bank, rule)) {
    if (const auto edit = editOf(finding, bank)) bank.apply(*edit);
  }
  CHECK(findingsOf(bank, rule).empty() == !(*bank.find<TheoryItem>(item.id) == item));
  return *bank.find<TheoryItem>(item.id);
}

}  // namespace

TEST_CASE("numbers out of order are told and put in rising order, and the key goes with them") {
  const TheoryItem item = choice("特别潮湿的场所，安全电压是（　）。", {"36 V", "12 V", "６V", "24 V"}, "B");
  CHECK(
      told(OptionOrderRule::kId, item) ==
      std::vector<std::string>{"三级单选题“特别潮湿的场所，安全电压是（　）…”的选项是数值，却没有按大小排列："
                               "36 V、12 V、６V、24 V（默认值，非法规条文）。"});
  const TheoryItem sorted = mended(item, OptionOrderRule::kId);
  CHECK(sorted.options == std::vector{text("６V"), text("12 V"), text("24 V"), text("36 V")});
  CHECK(sorted.key == Key{ChoiceKey{{1}}});
}

TEST_CASE("rising, falling and incomparable numbers are left as they are, and so is an item about order") {
  CHECK(silent(OptionOrderRule::kId, "安全电压是（　）。", {"6V", "12V", "24V", "36V"}));
  CHECK(silent(OptionOrderRule::kId, "安全电压是（　）。", {"36V", "24V", "12V", "6V"}));
  CHECK(silent(OptionOrderRule::kId, "该长度是（　）。", {"30mm", "2cm", "50mm", "1m"}));
  CHECK(silent(OptionOrderRule::kId, "报警电话是（　）。", {"火警119", "110", "120", "122"}));
  CHECK(silent(OptionOrderRule::kId, "图号是（　）。", {"003", "001", "004", "002"}));
  CHECK(silent(OptionOrderRule::kId, "正确的操作顺序从（　）步开始。", {"3", "1", "4", "2"}));
  CHECK_FALSE(silent(OptionOrderRule::kId, "安监人员不少于（　）。", {"三名", "两名", "五名", "四名"}));
  CHECK_FALSE(silent(OptionOrderRule::kId, "坡度不大于（　）。", {"1/10", "1/20", "1/5", "1/8"}));
  CHECK_FALSE(silent(OptionOrderRule::kId, "仓库温度为（　）。", {"20~30℃", "0~10℃", "10~20℃", "30~40℃"}));
}

TEST_CASE("numbers out of order are told but not moved when the rationale names an option") {
  TheoryItem item = choice("安全电压是（　）。", {"36V", "12V", "24V", "6V"}, "B");
  item.rationale = text("A、C 用于一般场所。");
  CHECK(told(OptionOrderRule::kId, item).size() == 1);
  CHECK(mended(item, OptionOrderRule::kId) == item);
}

TEST_CASE("the same quantity in two forms is one option too many") {
  const TheoryItem item = choice("合格品占（　）。", {"1/2", "30%", "50%", "三分之二"}, "A");
  CHECK(told(OptionEqual::kId, item) ==
        std::vector<std::string>{
            "三级单选题“合格品占（　）。”的选项 A “1/2”与选项 C “50%”相等（默认值，非法规条文）。"});
  CHECK_FALSE(silent(OptionEqual::kId, "线路电压是（　）。", {"380V", "1kV", "1000V", "10kV"}));
  CHECK_FALSE(silent(OptionEqual::kId, "参加人数是（　）。", {"三人", "3人", "4人", "5人"}));
  CHECK(silent(OptionEqual::kId, "应记录为（　）mm。", {"0.5", "0.50", "0.500", "0.05"}));
  CHECK(silent(OptionEqual::kId, "1kV 换算成伏是（　）。", {"1kV", "1000V", "100V", "10V"}));
  CHECK(silent(OptionEqual::kId, "电阻是（　）。", {"1mΩ", "1MΩ", "1Ω", "1kΩ"}));
}

TEST_CASE("an option without the unit of the others is told") {
  const TheoryItem item = choice("安全电压是（　）。", {"6V", "12", "24V", "36V"}, "B");
  CHECK(told(OptionForm::kId, item) ==
        std::vector<std::string>{
            "三级单选题“安全电压是（　）。”的选项 B “12”没有单位，其他选项有（默认值，非法规条文）。"});
  CHECK(silent(OptionForm::kId, "安全电压是（　）V。", {"6", "12", "24", "36"}));
  CHECK(silent(OptionForm::kId, "误差是（　）。", {"0", "0.1mm", "0.2mm", "0.3mm"}));
}

TEST_CASE("full stops are all kept or all gone, and sentences keep theirs") {
  const TheoryItem item = choice("量具用毕应（　）。", {"擦净", "上油。", "放回盒内", "定期检定。"}, "A");
  CHECK(told(OptionForm::kId, item) ==
        std::vector<std::string>{
            "三级单选题“量具用毕应（　）。”的选项有的以句号结尾，有的没有（默认值，非法规条文）。"});
  CHECK(mended(item, OptionForm::kId).options ==
        std::vector{text("擦净"), text("上油"), text("放回盒内"), text("定期检定")});
  const TheoryItem sentences =
      choice("量具用毕应（　）。", {"先擦净。再上油。", "上油。", "放回盒内", "检定。"}, "A");
  CHECK(mended(sentences, OptionForm::kId).options[2] == text("放回盒内。"));
  CHECK(silent(OptionForm::kId, "脚本名是（　）。", {"run.", "stop", "start", "end"}));
}

TEST_CASE("an option that is the others together, and ranges that cut into each other, overlap") {
  const TheoryItem whole = choice("班组长的职责是（　）。",
                                  {"组织生产、检查质量、管理设备", "组织生产", "检查质量", "管理设备"}, "A");
  CHECK(told(OptionOverlap::kId, whole) ==
        std::vector<std::string>{"三级单选题“班组长的职责是（　）。”的选项 A “组织生产、检查质量、管理设备”"
                                 "包含了选项 B、C、D（默认值，非法规条文）。"});
  const TheoryItem ranges = choice("油温应为（　）。", {"0~10℃", "10~20℃", "15~30℃", "30~40℃"}, "B");
  CHECK(told(OptionOverlap::kId, ranges) ==
        std::vector<std::string>{
            "三级单选题“油温应为（　）。”的选项“10~20℃”与“15~30℃”的范围重叠（默认值，非法规条文）。"});
  CHECK_FALSE(silent(OptionOverlap::kId, "油温应为（　）。", {"15~30℃", "0~10℃", "30~40℃", "10~20℃"}));
  CHECK(silent(OptionOverlap::kId, "油温应为（　）。", {"0~10℃", "10~20℃", "20~30℃", "30~40℃"}));
  CHECK(silent(OptionOverlap::kId, "操作人员的年龄为（　）岁。", {"16~55", "18~55", "16~60", "18~60"}));
  CHECK(silent(OptionOverlap::kId, "量具有（　）。", {"卡尺和千分尺", "卡尺和扳手", "锉刀", "扳手"}));
}

TEST_CASE("words that begin every option belong in the stem where they can go there") {
  const TheoryItem item = choice(
      "游标卡尺属于（　）。",
      {"万能量具中的长度量具", "万能量具中的角度量具", "万能量具中的形位量具", "万能量具中的专用量具"}, "A");
  CHECK(told(OptionPrefix::kId, item) ==
        std::vector<std::string>{
            "三级单选题“游标卡尺属于（　）。”的各个选项都以“万能量具中的”开头（默认值，非法规条文）。"});
  CHECK(silent(OptionPrefix::kId, "砂轮机空转的要求是（　）。",
               {"开机后空转二十分", "开机后空转二十秒", "开机后空转二十时", "开机后空转二十转"}) ==
        silent(OptionPrefix::kId, "砂轮机空转的要求是（　）。",
               {"开机后空转三分", "开机后空转五秒", "开机后空转两时", "开机后空转九转"}));
  CHECK(silent(OptionPrefix::kId, "（　）用于测量内径。",
               {"万能量具中的卡尺", "万能量具中的角尺", "万能量具中的塞尺", "万能量具中的直尺"}));
  CHECK(silent(OptionPrefix::kId, "依据是（　）。",
               {"《中华人民共和国安全生产法》", "《中华人民共和国劳动法》", "《中华人民共和国计量法》",
                "《中华人民共和国刑法》"}));
}

TEST_CASE("options are the same without widths, spaces and a full stop, but not without case or marks") {
  CHECK_FALSE(silent(Options::kId, "温度是（　）。", {"30 ℃", "３０℃。", "40℃", "50℃"}));
  CHECK(silent(Options::kId, "绝缘电阻的单位是（　）。", {"mΩ", "MΩ", "kΩ", "Ω"}));
  CHECK(silent(Options::kId, "正确的语句是（　）。", {"a=b;", "a==b;", "a:=b;", "a=b,"}));
  CHECK(silent(Options::kId, "输出是（　）。", {"lo wolo", "lowo lo", "low olo", "lowolo"}));
  CHECK(silent(Options::kId, "屏幕上显示（　）。", {"开机    就绪", "开机就绪", "开机", "就绪"}));
}

TEST_CASE("a multiple choice without a wrong option is told") {
  const TheoryItem item = choice("量具有（　）。", {"卡尺", "千分尺", "塞尺", "角尺"}, "ABCD");
  CHECK(told(AllRight::kId, item) ==
        std::vector<std::string>{
            "三级多选题“量具有（　）。”的 4 个选项全部正确，没有干扰项（默认值，非法规条文）。"});
  CHECK(silent(AllRight::kId, "量具有（　）。", {"卡尺", "千分尺", "塞尺", "扳手"}, "ABC"));
}
