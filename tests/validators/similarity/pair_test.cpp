#include "validators/similarity/pair.h"

#include <catch2/catch.hpp>

#include "tests/validators/similarity/item_words.h"

using namespace tiku::validators;
using namespace tiku::formats;
using tiku::tests::choice;

namespace {

ItemWords several(std::string_view stem, std::vector<std::string_view> options, std::vector<int> keyed) {
  ItemWords words = choice(stem, std::move(options), std::move(keyed));
  words.type = ItemType::kMultipleChoice;
  return words;
}

ItemWords judgement(std::string_view stem, bool truth) {
  ItemWords words;
  words.type = ItemType::kTrueFalse;
  words.stem = stem;
  words.truth = truth;
  return words;
}

/// The key of the pair's kind, the same from either side; a trailing "!" when the two ask the same.
std::string kindOf(const ItemWords& a, const ItemWords& b) {
  const PairReading reading = readPair(a, b);
  const PairReading turned = readPair(b, a);
  CHECK(reading.kind == turned.kind);
  CHECK(reading.likeness == Approx(turned.likeness).margin(0.1));
  CHECK(reading.keysDisagree == turned.keysDisagree);
  return std::string(pairKindKey(reading.kind)) + (reading.likeness >= kLikenessOfDuplicates ? "!" : "");
}

/// The stretches as words.
std::vector<std::string> wordsOf(const ItemWords& item, const std::vector<Stretch>& stretches) {
  std::vector<std::string> words;
  for (const Stretch& stretch : stretches) {
    const std::string_view text =
        stretch.field < 0 ? item.stem : item.options.at(static_cast<std::size_t>(stretch.field));
    words.emplace_back(text.substr(stretch.at, stretch.length));
  }
  return words;
}

}  // namespace

TEST_CASE("a moved blank, another clause order and other distractors ask the same", "[similarity]") {
  const ItemWords item = choice("用（　）校对千分尺的零位。", {"量块", "塞尺"}, {0});
  CHECK(kindOf(item, choice("用量块校对千分尺的（　）。", {"量程", "零位"}, {1})) == "same!");
  CHECK(kindOf(item, choice("校对千分尺的零位应使用（　）。", {"钢直尺", "量块", "样板"}, {1})) == "same!");
  CHECK(kindOf(item, choice("用（　）校对千分尺的零位。", {"角尺", "量块"}, {1})) == "same!");
  CHECK(kindOf(judgement("电源未切断时，不得拆开设备外壳。", true),
               judgement("不得拆开设备外壳，电源未切断时。", true)) == "same!");
}

TEST_CASE("a true/false item is the twin of a choice item, also when it denies a wrong option",
          "[similarity]") {
  const ItemWords item = choice("热继电器在电路中起（　）保护作用。", {"过载", "短路", "欠压"}, {0});
  CHECK(kindOf(item, judgement("热继电器在电路中起过载保护作用。", true)) == "twin!");
  CHECK(kindOf(item, judgement("热继电器在电路中起短路保护作用。", false)) == "twin!");
  // A falsehood of its own, about something else: another question.
  CHECK(kindOf(item, judgement("熔断器在电路中起欠压保护作用，不能切断电源。", false)) != "twin!");
}

TEST_CASE("a negative stem asks for what a denied sentence says", "[similarity]") {
  CHECK(kindOf(choice("下列不属于钳工常用量具的是（　）。", {"钢直尺", "游标卡尺", "手锤"}, {2}),
               judgement("手锤属于钳工常用量具。", false)) == "twin!");
  CHECK(kindOf(judgement("生熟食品不得混放。", true), judgement("生熟食品可以混放。", false)) == "same!");
}

TEST_CASE("a negation turns the question", "[similarity]") {
  CHECK(kindOf(judgement("高处作业必须系好安全带。", true), judgement("高处作业不必系好安全带。", true)) ==
        "negation");
  CHECK(kindOf(judgement("叉车载货下坡时应倒车行驶。", true),
               judgement("叉车载货下坡时不应倒车行驶。", true)) == "negation");
  CHECK(kindOf(several("下列属于食品添加剂的有（　）。", {"防腐剂", "着色剂", "面粉"}, {0, 1}),
               several("下列不属于食品添加剂的有（　）。", {"防腐剂", "着色剂", "面粉"}, {2})) == "negation");
  // 不锈钢 and 不同 turn nothing.
  CHECK(kindOf(judgement("不锈钢餐具应与普通餐具分开存放。", true),
               judgement("钢餐具应与普通餐具分开存放。", true)) != "negation");
}

TEST_CASE("a changed number, unit or grade is another question", "[similarity]") {
  CHECK(kindOf(judgement("安全带每6个月应检查一次。", true), judgement("安全带每12个月应检查一次。", true)) ==
        "number");
  CHECK(kindOf(judgement("焊条烘干后应在4小时内用完。", true),
               judgement("焊条烘干后应在四小时内用完。", true)) == "same!");
  CHECK(kindOf(judgement("砂轮与托架的间隙不得大于3mm。", true),
               judgement("砂轮与托架的间隙不得大于3cm。", true)) == "number");
  CHECK(kindOf(judgement("特种作业操作证每三年复审一次。", true),
               judgement("特种作业操作证每六年复审一次。", true)) == "number");
  // However long the rest is.
  CHECK(
      kindOf(judgement("生产经营单位未按照规定设置安全生产管理机构或者配备安全生产管理人员的，责令限期改正，"
                       "处十万元以下的罚款。",
                       true),
             judgement("生产经营单位未按照规定设置安全生产管理机构或者配备安全生产管理人员的，责令限期改正，"
                       "处五万元以下的罚款。",
                       true)) == "number");
}

TEST_CASE("a number or code that goes on is another one", "[similarity]") {
  CHECK(kindOf(choice("Ⅱ级精度的量块用于（　）。", {"校对量具", "日常划线"}, {0}),
               choice("Ⅲ级精度的量块用于（　）。", {"校对量具", "日常划线"}, {0})) == "term");
  CHECK(kindOf(judgement("千分尺的测微螺杆每转一周移动5 mm的距离。", false),
               judgement("千分尺的测微螺杆每转一周移动50 mm的距离。", false)) == "number");
}

TEST_CASE("an exchanged term is a contrast variant", "[similarity]") {
  CHECK(kindOf(judgement("电阻串联时，流过各电阻的电流相等。", true),
               judgement("电阻并联时，流过各电阻的电流相等。", true)) == "term");
  CHECK(kindOf(choice("车刀前角增大，切削力（　）。", {"增大", "减小", "不变"}, {1}),
               choice("车刀前角减小，切削力（　）。", {"增大", "减小", "不变"}, {0})) == "term");
  CHECK(kindOf(judgement("E级绝缘的允许温度由绝缘材料决定。", true),
               judgement("B级绝缘的允许温度由绝缘材料决定。", true)) == "term");
  CHECK(kindOf(choice("氧气瓶外表的颜色为（　）。", {"天蓝色", "白色", "黑色"}, {0}),
               choice("乙炔瓶外表的颜色为（　）。", {"天蓝色", "白色", "黑色"}, {1})) == "term");
}

TEST_CASE("the same stem with another key is shown as such", "[similarity]") {
  CHECK(kindOf(choice("下列属于手动工具的是（　）。", {"锉刀", "台钻"}, {0}),
               choice("下列属于手动工具的是（　）。", {"手锯", "砂轮机"}, {0})) == "same-stem");
  // Same options, too: it is the same question, and one key is wrong.
  const ItemWords one = choice("淬火的目的是提高工件的（　）。", {"硬度", "塑性"}, {0});
  const ItemWords other = choice("淬火的目的是提高工件的（　）。", {"塑性", "硬度"}, {0});
  CHECK(kindOf(one, other) == "same-stem!");
  CHECK(readPair(one, other).keysDisagree);
}

TEST_CASE("equal words with opposite keys are the same question, and one key is wrong", "[similarity]") {
  const PairReading reading =
      readPair(judgement("铰孔时铰刀不得反转。", true), judgement("铰孔时，铰刀不得反转。", false));
  CHECK(reading.kind == PairKind::kSame);
  CHECK(reading.keysDisagree);
  CHECK(reading.likeness > 0.9);
  CHECK_FALSE(readPair(judgement("铰孔时铰刀不得反转。", true), judgement("铰孔时铰刀可以反转。", false))
                  .keysDisagree);
}

TEST_CASE("one item contains the other", "[similarity]") {
  CHECK(kindOf(choice("餐具消毒前应先（　）。", {"冲洗", "擦干"}, {0}),
               several("关于餐具消毒，下列说法正确的有（　）。",
                       {"餐具消毒前应先冲洗", "消毒后应保洁存放", "消毒柜可以代替清洗"}, {0, 1})) ==
        "contained!");
}

TEST_CASE("equal words with another picture are no duplicate", "[similarity]") {
  ItemWords one = choice("如图所示零件的名称是（　）。", {"轴套", "法兰"}, {0});
  ItemWords other = one;
  CHECK(kindOf(one, other) == "same!");
  one.pictures = {"a1.png"};
  other.pictures = {"b2.png"};
  CHECK(kindOf(one, other) == "picture");
  other.pictures = {"a1.png"};
  CHECK(kindOf(one, other) == "same!");
  // The stem speaks of a picture that one of the two has lost.
  other.pictures = {};
  CHECK(kindOf(one, other) == "picture");
  // An ornament makes no other question.
  one.stem = other.stem = "零件上起导向作用的是（　）。";
  CHECK(kindOf(one, other) == "same!");
}

TEST_CASE("a generic stem, a cited source and a law's opening make nothing alike", "[similarity]") {
  CHECK(kindOf(choice("下列说法正确的是（　）。", {"砂轮机使用前应空转", "砂轮机可以两人同用"}, {0}),
               choice("下列说法正确的是（　）。", {"钻孔可以戴手套", "孔将钻透时应减小进给"}, {1})) ==
        "same-stem");
  CHECK(kindOf(choice("根据《中华人民共和国安全生产法》的规定，从业人员有权（　）违章指挥。",
                      {"拒绝", "服从"}, {0}),
               choice("根据《中华人民共和国安全生产法》的规定，特种设备应（　）检测。", {"定期", "随意"},
                      {0})) == "similar");
}

TEST_CASE("items without a key are compared by stem and options, and the reading says so", "[similarity]") {
  const ItemWords keyed = choice("量块的用途是（　）。", {"检定", "比较", "装饰"}, {1});
  const ItemWords unkeyed = choice("量块的用途是（　）。", {"比较", "装饰", "检定"}, {});
  CHECK(readPair(keyed, keyed).keyed);
  CHECK_FALSE(readPair(keyed, unkeyed).keyed);
  CHECK(kindOf(keyed, unkeyed) == "same!");
  CHECK(kindOf(unkeyed, choice("量块的用途是（　）。", {"划线", "测厚", "夹紧"}, {})) == "same-stem");
}

TEST_CASE("without keys, a stem that is turned asks for the other options", "[similarity]") {
  const ItemWords asked =
      several("零件首件检验的主要内容是（　）。", {"尺寸", "形位公差", "表面质量", "操作者工号"}, {});
  CHECK(kindOf(asked, choice("不属于零件首件检验的主要内容是（　）。",
                             {"尺寸", "形位公差", "表面质量", "操作者工号"}, {})) == "negation");
  CHECK(kindOf(several("量具保养的要求包括（　）方面。", {"擦拭", "涂油", "归位", "敲击"}, {}),
               choice("量具保养的要求不包括（　）。", {"擦拭", "涂油", "归位", "敲击"}, {})) == "negation");
}

TEST_CASE("what is alike and what differs is marked where it stands in the item", "[similarity]") {
  const ItemWords one = choice("砂轮机的安全罩，由（　）制成。", {"钢板", "木板"}, {0});
  const ItemWords other = choice("砂轮机的安全罩由（　）制成。", {"木板", "铸铁"}, {1});
  const PairReading reading = readPair(one, other);
  CHECK(wordsOf(one, reading.a.common) == std::vector<std::string>{"砂轮机的安全罩", "由", "制成"});
  CHECK(wordsOf(one, reading.a.different) == std::vector<std::string>{"钢板"});
  CHECK(reading.b.different == std::vector<Stretch>{{1, 0, 6}});
}

TEST_CASE("empty, enormous and broken items are read without complaint", "[similarity]") {
  const ItemWords nothing = choice("", {}, {});
  CHECK(readPair(nothing, nothing).likeness < kLikenessOfDuplicates);
  const std::string huge(200'000, '7');
  const std::string other(150'000, '8');
  CHECK(readPair(judgement(huge, true), judgement(other, true)).likeness < kLikenessOfDuplicates);
  CHECK(readPair(judgement("\xE4\xBD", true), judgement("（", false)).kind == PairKind::kSimilar);
}

TEST_CASE("a synonym and the digit of a numeral make no other question", "[similarity]") {
  CHECK(kindOf(judgement("本规程自2022年1月1日起施行。", true),
               judgement("本规程自2022年1月1日起实行。", true)) == "same!");
  CHECK(kindOf(judgement("起重机每年至少检查一次。", true), judgement("起重机每年至少检查1次。", true)) ==
        "same!");
  CHECK(kindOf(judgement("起重机每年至少检查二次。", true), judgement("起重机每年至少检查1次。", true)) ==
        "number");
  CHECK(kindOf(judgement("盘绕钢丝绳12圈。", true), judgement("盘绕钢丝绳21圈。", true)) == "number");
}

TEST_CASE("a limit from above is not one from below, in the sentence or in a clause that both add",
          "[similarity]") {
  CHECK(kindOf(judgement("吊篮作业应系安全带，作业人员不少于2人。", true),
               judgement("吊篮作业应系安全带，作业人员不超过2人。", true)) == "term");
  CHECK(kindOf(choice("脚手板的搭接长度应（　），并铺满绑牢。", {"不小于200mm", "不小于50mm"}, {0}),
               choice("脚手板的搭接长度应（　），并铺满绑牢。", {"不大于200mm", "不大于50mm"}, {0})) ==
        "same-stem");
}

TEST_CASE("designations that differ by a letter are different terms", "[similarity]") {
  CHECK(kindOf(judgement("TN-S系统的保护线与中性线完全分开。", true),
               judgement("TN-C系统的保护线与中性线完全分开。", false)) == "term");
  CHECK(kindOf(choice("在TN-S系统中，金属外壳应接（　）。", {"PE线", "N线", "相线"}, {0}),
               choice("在TN-C系统中，金属外壳应接（　）。", {"PEN线", "N线", "相线"}, {0})) == "term");
  CHECK(kindOf(judgement("TN-C系统中有一部分中性线与保护线合一。", true),
               judgement("TN-C-S系统中有一部分中性线与保护线合一。", true)) == "term");
}

TEST_CASE("a choice item without a key is the twin of a judgement that says one of its options",
          "[similarity]") {
  const ItemWords unkeyed = choice("梯子与地面的夹角不应大于（　）度。", {"45", "60", "75"}, {});
  CHECK(kindOf(unkeyed, judgement("梯子与地面的夹角不应大于60度。", true)) == "twin!");
  CHECK(kindOf(judgement("梯子与地面的夹角不应大于80度。", false), unkeyed) == "twin!");
  CHECK_FALSE(readPair(unkeyed, judgement("梯子与地面的夹角不应大于60度。", true)).keyed);
  CHECK(kindOf(unkeyed, judgement("梯子的横档间距不应大于40cm。", true)) == "similar");
}

TEST_CASE("two words that change places are one falsehood, and right options in another order none",
          "[similarity]") {
  CHECK(kindOf(choice("上级部门应听取（　）的意见。", {"下级部门", "同级部门"}, {0}),
               judgement("下级部门应听取上级部门的意见。", false)) == "twin!");
  CHECK(kindOf(several("载冷剂分为（　）两类。", {"有机的", "无机的", "有毒的"}, {0, 1}),
               choice("载冷剂分为无机的和（　）两类。", {"有机的", "有毒的"}, {0})) == "same!");
}

TEST_CASE("an item that asks for more than the other says asks something else", "[similarity]") {
  const double asked =
      readPair(judgement("支路的熔断器装在配电箱内。", true),
               choice("支路的熔断器装在配电箱内，每（　）检查一次更换一次。", {"半年", "十年"}, {0}))
          .likeness;
  const double told =
      readPair(judgement("支路的熔断器装在配电箱内。", true),
               choice("支路的熔断器装在（　）内，每半年检查一次更换一次。", {"配电箱", "机座"}, {0}))
          .likeness;
  CHECK(asked + 0.05 < told);
}
