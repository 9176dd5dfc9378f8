#include "validators/rules/items/stem_empty.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("a stem that is only the place for the answer asks nothing") {
  const TheoryItem bare = choice("（　）", {"甲", "乙", "丙", "丁"}, "A");
  TheoryItem coded = choice(" 　", {"甲", "乙", "丙", "丁"}, "A");
  coded.code = "B-A-001-002";
  CHECK(messagesOf(findingsOf(bankWith(bare), StemEmpty::kId)) ==
        std::vector<std::string>{"一道三级单选题没有题干（默认值，非法规条文）。"});
  CHECK(messagesOf(findingsOf(bankWith(coded), StemEmpty::kId)) ==
        std::vector<std::string>{"三级单选题 B-A-001-002 没有题干（默认值，非法规条文）。"});
}

TEST_CASE("a picture alone is a stem") {
  TheoryItem item = judgement("");
  item.stem = RichText({Paragraph{{{Inline::Kind::kImage, "电路图", "circuit.png"}}}});
  CHECK(findingsOf(bankWith(item), StemEmpty::kId).empty());
}
