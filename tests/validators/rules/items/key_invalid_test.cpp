#include "validators/rules/items/key_invalid.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("a key outside the options names what is there and what is asked for") {
  const TheoryItem item = choice("图样比例 2:1 表示（　）。", {"放大", "缩小", "原值", "无关"}, "E");

  const std::vector<Finding> found = findingsOf(bankWith(item), KeyInvalid::kId);

  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kError);
  CHECK(found[0].subject.id == item.id);
  CHECK(found[0].subject.field == "key");
  CHECK(found[0].measured == "E");
  CHECK(found[0].message ==
        "三级单选题“图样比例 2:1 表示（　）。”的答案是“E”，而选项只有 4 个（默认值，非法规条文）。");
  CHECK(found[0].advice == "补上缺少的选项，或改正答案。");
}

TEST_CASE("a 单选 has exactly one right option and a 多选 at least two") {
  TheoryItem single = choice("图样比例 2:1 表示（　）。", {"放大", "缩小", "原值", "无关"}, "A");
  single.key = ChoiceKey{{0, 2}};
  TheoryItem multiple = choice("属于量具的有（　）。", {"卡尺", "扳手", "千分尺", "锉刀"}, "AC");
  multiple.key = ChoiceKey{{0}};
  CHECK(messagesOf(findingsOf(bankWith(single), KeyInvalid::kId)) ==
        std::vector<std::string>{"三级单选题“图样比例 2:1 表示（　）。”有 2 个正确选项“A、C”，"
                                 "单选题只能有 1 个（默认值，非法规条文）。"});
  CHECK(messagesOf(findingsOf(bankWith(multiple), KeyInvalid::kId)) ==
        std::vector<std::string>{"三级多选题“属于量具的有（　）。”只有 1 个正确选项“A”，"
                                 "多选题至少要有 2 个（默认值，非法规条文）。"});
}

TEST_CASE("a key of another type's kind is refused, and a missing key is another rule's matter") {
  TheoryItem item = judgement("量具应定期检定。");
  item.key = ChoiceKey{{0}};
  CHECK(messagesOf(findingsOf(bankWith(item), KeyInvalid::kId)) ==
        std::vector<std::string>{
            "三级判断题“量具应定期检定。”的答案不是判断题的答案形式（默认值，非法规条文）。"});
  item.key = {};
  CHECK(findingsOf(bankWith(item), KeyInvalid::kId).empty());
  item.key = JudgementKey{true};
  CHECK(findingsOf(bankWith(item), KeyInvalid::kId).empty());
}
