#include "validators/rules/mix/types_allowed.h"

#include <catch2/catch.hpp>

#include "tests/support/table_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("四级 has no 多选: each such item is told, under one finding for the level") {
  TheoryItem wrong = choice("属于量具的有（　）。", {"卡尺", "扳手", "千分尺", "锉刀"}, "AC");
  wrong.level = level(4);
  TheoryItem right = judgement("量具应定期检定。");
  right.level = level(4);
  const auto found = findingsOf(bankWith(wrong, right), TypesAllowed::kId);
  REQUIRE(found.size() == 2);
  CHECK(found[0].message ==
        "四级 2 道理论题中有 1 道的题型不对：这一级只用单选题、判断题（第六条（三）1）。");
  CHECK(found[1].message ==
        "四级多选题“属于量具的有（　）。”的题型不对：四级只用单选题、判断题（第六条（三）1）。");
  CHECK(found[1].subject.id == wrong.id);
  CHECK(found[1].subject.field == "type");
  CHECK(found[1].cause == found[0].key());
}

TEST_CASE("三级 may have 多选 but no essay, 二级 and 一级 may have anything") {
  TheoryItem essay(Id::random(), level(3), ItemType::kEssay);
  CHECK(findingsOf(bankWith(essay), TypesAllowed::kId).at(0).clause == "第六条（三）2");
  essay.level = level(2);
  CHECK(findingsOf(bankWith(essay), TypesAllowed::kId).empty());
  CHECK(findingsOf(bankWith(choice("属于量具的有（　）。", {"卡尺", "扳手"}, "AB")), TypesAllowed::kId)
            .empty());
}
