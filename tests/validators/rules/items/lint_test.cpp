// The writing faults W3 to W8 of the default lint, on small items; what they find in published banks is told
// in the rules' headers.
#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"
#include "validators/rules/items/absolute_words.h"
#include "validators/rules/items/all_of_above.h"
#include "validators/rules/items/key_in_stem.h"
#include "validators/rules/items/negative_stem.h"
#include "validators/rules/items/option_length.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

/// The words a finding points at; empty when the rule finds nothing in the item.
std::string pointedAt(const TheoryItem& item, std::string_view rule) {
  const std::vector<Finding> found = findingsOf(bankWith(item), rule);
  return found.empty() ? "" : found[0].measured;
}

TheoryItem asking(const char* stem) {
  return choice(stem, {"卡尺", "扳手", "千分尺", "锉刀"}, "B");
}

}  // namespace

TEST_CASE("a stem that asks for what is not so is told with the place of the word") {
  const TheoryItem item = asking("下列工具中，不属于量具的是（　）。");
  const std::vector<Finding> found = findingsOf(bankWith(item), NegativeStem::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kWarning);
  CHECK(found[0].subject.field == "stem");
  CHECK(found[0].subject.range == TextRange{6, 3});
  CHECK(found[0].message ==
        "三级单选题“下列工具中，不属于量具的是（　）…”的题干用否定词“不属于”设问，"
        "且没有突出显示（默认值，非法规条文）。");
  CHECK(found[0].advice == "改为肯定设问；确需否定设问的，把“不属于”加着重号或加粗。");
}

TEST_CASE("negatives are found where the stem asks, and nowhere else") {
  CHECK(pointedAt(asking("（　）不可以测量内径。"), NegativeStem::kId) == "不可以");
  CHECK(pointedAt(asking("关于卡尺的说法，错误的是（　）。"), NegativeStem::kId) == "错误的是");
  CHECK(pointedAt(asking("测量内径时，除（　）外都可以选用。"), NegativeStem::kId) == "除");
  CHECK(pointedAt(asking("下列工具中哪一种不是量具？"), NegativeStem::kId) == "不是");
  CHECK(pointedAt(asking("当机床不能启动时，应先检查（　）。"), NegativeStem::kId).empty());
  CHECK(pointedAt(asking("量具检定中，（　）是必不可少的。"), NegativeStem::kId).empty());
  CHECK(pointedAt(judgement("扳手不属于量具。"), NegativeStem::kId).empty());
}

TEST_CASE("an emphasised negative is as the rule wants it") {
  TheoryItem item = asking("");
  item.stem = RichText({Paragraph{{{Inline::Kind::kText, "下列工具中，", ""},
                                   {Inline::Kind::kEmphasis, "不属于", ""},
                                   {Inline::Kind::kText, "量具的是", ""},
                                   {Inline::Kind::kBlank, "", ""},
                                   {Inline::Kind::kText, "。", ""}}}});
  CHECK(findingsOf(bankWith(item), NegativeStem::kId).empty());
}

TEST_CASE("an option that only points at the others is told by its letter") {
  const TheoryItem item = choice("量具用毕应（　）。", {"擦净", "上油", "放回盒内", "以上都对"}, "D");
  const std::vector<Finding> found = findingsOf(bankWith(item), AllOfAbove::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].subject.field == "options/3");
  CHECK(found[0].message ==
        "三级单选题“量具用毕应（　）。”的选项 D “以上都对”指代其他选项（默认值，非法规条文）。");
}

TEST_CASE(
    "phrases that point at other options are known in many words, and what only looks like one is not") {
  const auto pointing = [](const char* option) {
    return !findingsOf(bankWith(choice("属于量具的是（　）。", {"卡尺", "扳手", "锉刀", option}, "A")),
                       AllOfAbove::kId)
                .empty();
  };
  for (const char* option :
       {"以上都不对", "以上均是", "上述选项都正确", "以上全部", "A和B", "A、B、C都是", "都对", "全部正确",
        "以上皆非", "没有正确答案", "前三项都是", "以上说法都不正确。"}) {
    INFO(option);
    CHECK(pointing(option));
  }
  for (const char* option : {"18岁以上", "均方误差", "全面质量管理", "以上级文件为准", "ABC分类法", "都江堰",
                             "全部检验", "A级", "均可测量内径和外径的卡尺"}) {
    INFO(option);
    CHECK_FALSE(pointing(option));
  }
}

TEST_CASE("an absolute word gives a false judgement away, and a true or unanswered one not") {
  const char* stem = "所有量具都应每天检定。";
  const std::vector<Finding> found = findingsOf(bankWith(judgement(stem, false)), AbsoluteWords::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kInfo);
  CHECK(found[0].subject.range == TextRange{0, 2});
  CHECK(
      found[0].message ==
      "三级判断题“所有量具都应每天检定。”的答案是错误，题干里的“所有”把它提示了出来（默认值，非法规条文）。");
  CHECK(pointedAt(judgement(stem, true), AbsoluteWords::kId).empty());
  CHECK(pointedAt(judgement(stem, std::nullopt), AbsoluteWords::kId).empty());
  CHECK(pointedAt(judgement("误差在一定程度上与温度无关。", false), AbsoluteWords::kId).empty());
  CHECK(pointedAt(judgement("绝对误差没有单位。", false), AbsoluteWords::kId).empty());
  CHECK(pointedAt(judgement("吊装时决不允许提前挂牌。", false), AbsoluteWords::kId).empty());
  CHECK(pointedAt(judgement("卡尺只有一个测量爪。", false), AbsoluteWords::kId).empty());
  CHECK(pointedAt(judgement("卡尺绝不会磨损。", false), AbsoluteWords::kId) == "绝不");
}

TEST_CASE("an absolute word in a wrong option counts only when no right option has one") {
  const auto item = [](const char* right) {
    return choice("关于量具，正确的是（　）。", {right, "完全不受温度影响", "可当手锤", "不必检定"}, "A");
  };
  CHECK(pointedAt(item("应定期检定"), AbsoluteWords::kId) == "完全");
  CHECK(pointedAt(item("所有量具应检定"), AbsoluteWords::kId).empty());
}

TEST_CASE("a stem that holds the words of its key gives it away") {
  const TheoryItem item =
      choice("用游标卡尺测量内径，应选用的量具是（　）。", {"游标卡尺", "钢直尺", "塞尺", "角尺"}, "A");
  const std::vector<Finding> found = findingsOf(bankWith(item), KeyInStem::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].subject.range == TextRange{1, 4});
  CHECK(found[0].message ==
        "三级单选题“用游标卡尺测量内径，应选用的量具…”的题干里就有答案“游标卡尺”（默认值，非法规条文）。");

  const TheoryItem among =
      choice("游标卡尺与千分尺中，精度较高的是（　）。", {"千分尺的精度", "千分尺", "游标卡尺", "相同"}, "B");
  CHECK(findingsOf(bankWith(among), KeyInStem::kId).empty());
  CHECK(findingsOf(bankWith(choice("车间设（　）、总装检查组、调度室。",
                                   {"检查组", "更衣室", "工具库", "材料库"}, "A")),
                   KeyInStem::kId)
            .empty());
  TheoryItem fillIn(Id::random(), level(3), ItemType::kFillIn);
  fillIn.stem = text("千分尺用于精密测量，常用的精密量具是（　）。");
  fillIn.key = FillInKey{{{"千分尺"}}};
  CHECK(pointedAt(fillIn, KeyInStem::kId) == "千分尺");
}

TEST_CASE("a key that is much longer than the other options is a cue, a long wrong option is none") {
  const std::initializer_list<std::string_view> options{"放入工具箱", "用毕擦净、涂油并放回专用盒内妥善保管",
                                                        "挂起", "留在机床上"};
  const std::vector<Finding> found =
      findingsOf(bankWith(choice("量具用毕应（　）。", options, "B")), OptionLength::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kInfo);
  CHECK(found[0].subject.field == "options/1");
  CHECK(found[0].message ==
        "三级单选题“量具用毕应（　）。”的正确选项 B 有 18 个字，其余选项平均 4 个字，"
        "长短提示了答案（默认值，非法规条文）。");
  CHECK(findingsOf(bankWith(choice("量具用毕应（　）。", options, "A")), OptionLength::kId).empty());
  CHECK(findingsOf(bankWith(choice("量具用毕应（　）。", options)), OptionLength::kId).size() == 1);
}
