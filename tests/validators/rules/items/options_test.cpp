#include "validators/rules/items/options.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("a 单选 has four options and a 多选 four or five") {
  const TheoryItem three = choice("游标卡尺用于测量（　）。", {"内径", "硬度", "温度"}, "A");
  const std::vector<Finding> found = findingsOf(bankWith(three), Options::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kWarning);
  CHECK(found[0].subject.field == "options");
  CHECK(found[0].measured == "3");
  CHECK(found[0].required == "4");
  CHECK(found[0].message ==
        "三级单选题“游标卡尺用于测量（　）。”有 3 个选项，单选题应有 4 个（默认值，非法规条文）。");
  CHECK(found[0].advice == "补上缺少的选项。");

  const TheoryItem five = choice("属于量具的有（　）。", {"卡尺", "千分尺", "角尺", "锉刀", "锯"}, "ABC");
  const TheoryItem six =
      choice("属于量具的有（　）。", {"卡尺", "千分尺", "角尺", "锉刀", "锯", "锤"}, "ABC");
  CHECK(findingsOf(bankWith(five), Options::kId).empty());
  CHECK(findingsOf(bankWith(six), Options::kId).at(0).required == "4–5");
}

TEST_CASE("two options that read the same are told with both letters, and an empty one with its own") {
  const TheoryItem item = choice("回火温度是（　）。", {"200 ℃", "３００℃", "300℃", ""}, "A");
  const std::vector<Finding> found = findingsOf(bankWith(item), Options::kId);
  REQUIRE(found.size() == 2);
  CHECK(found[0].subject.field == "options/2");
  CHECK(found[0].message ==
        "三级单选题“回火温度是（　）。”的选项 C 与选项 B 内容相同：“300℃”（默认值，非法规条文）。");
  CHECK(found[1].subject.field == "options/3");
  CHECK(found[1].message == "三级单选题“回火温度是（　）。”的选项 D 是空的（默认值，非法规条文）。");
}

TEST_CASE("two pictures as options are not the same for having no words") {
  const auto picture = [](const char* file) {
    return RichText({Paragraph{{{Inline::Kind::kImage, "零件图", file}}}});
  };
  TheoryItem item = choice("符合三视图的是（　）。", {"", "", "", ""}, "A");
  item.options = {picture("1.png"), picture("2.png"), picture("3.png"), picture("4.png")};
  CHECK(findingsOf(bankWith(item), Options::kId).empty());
}

TEST_CASE("a judgement has no options") {
  TheoryItem item = judgement("量具应定期检定。");
  item.options = {text("正确"), text("错误")};
  CHECK(messagesOf(findingsOf(bankWith(item), Options::kId)) ==
        std::vector<std::string>{"三级判断题“量具应定期检定。”带有 2 "
                                 "个选项，判断题不应有选项（默认值，非法规条文）。"});
}
