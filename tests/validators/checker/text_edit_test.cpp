// Changing a few words of a text leaves every other piece of it as it was.
#include "validators/checker/text_edit.h"

#include <catch2/catch.hpp>

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

using Kind = Inline::Kind;

/// "U" with the subscript "N", then "不能低于", emphasised "额定", a picture and "值( )。"
RichText sample() {
  return RichText({Paragraph{{{Kind::kText, "电压U", {}},
                              {Kind::kSubscript, "N", {}},
                              {Kind::kText, "不能低于", {}},
                              {Kind::kEmphasis, "额定", {}},
                              {Kind::kImage, "表", "a.png"},
                              {Kind::kText, "值( )。", {}}}}});
}

}  // namespace

TEST_CASE("new words take the form of those they replace, and a part of a piece may become another") {
  const auto made = withChanges(sample(), {{"stem", {0, 2}, "电压", "电流", {}},
                                           {"stem", {8, 1}, "额", "标", {}},
                                           {"stem", {4, 2}, "不能", "不能", Kind::kEmphasis},
                                           {"stem", {14, 3}, "( )", "", Kind::kBlank}});
  REQUIRE(made.has_value());
  CHECK(*made == RichText({Paragraph{{{Kind::kText, "电流U", {}},
                                      {Kind::kSubscript, "N", {}},
                                      {Kind::kEmphasis, "不能", {}},
                                      {Kind::kText, "低于", {}},
                                      {Kind::kEmphasis, "标定", {}},
                                      {Kind::kImage, "表", "a.png"},
                                      {Kind::kText, "值", {}},
                                      {Kind::kBlank, {}, {}},
                                      {Kind::kText, "。", {}}}}}));
}

TEST_CASE("words are put in and taken out, also in the cells of a table, and pieces of text stay one piece") {
  const RichText text({Paragraph{{{Kind::kText, "的的", {}}}},
                       TextTable{{{RichText::plain("甲"), RichText::plain("乙丙")}, {RichText::plain("丁")}}},
                       Paragraph{{{Kind::kText, "完", {}}}}});
  REQUIRE(text.str() == "的的\n甲\t乙丙\n丁\n完");
  const auto made = withChanges(text, {{"stem", {1, 1}, "的", "", {}},
                                       {"stem", {6, 1}, "丙", "己", {}},
                                       {"stem", {8, 1}, "丁", "戊", {}},
                                       {"stem", {11, 0}, "", "。", {}}});
  REQUIRE(made.has_value());
  CHECK(*made ==
        RichText({Paragraph{{{Kind::kText, "的", {}}}},
                  TextTable{{{RichText::plain("甲"), RichText::plain("乙己")}, {RichText::plain("戊")}}},
                  Paragraph{{{Kind::kText, "完。", {}}}}}));
  CHECK(withChanges(std::string("的的"), {{"title", {0, 1}, "的", "", {}}}) == std::string("的"));
}

TEST_CASE(
    "nothing is changed where other words stand, across a picture or a paragraph, or twice at a place") {
  CHECK_FALSE(withChanges(sample(), {{"stem", {0, 2}, "电流", "电压", {}}}));
  CHECK_FALSE(withChanges(sample(), {{"stem", {0, 99}, "电压", "电流", {}}}));
  CHECK_FALSE(withChanges(sample(), {{"stem", {8, 6}, "额定[图]值", "额定值", {}}}));
  CHECK_FALSE(withChanges(sample(), {{"stem", {0, 2}, "电压", "", {}}, {"stem", {1, 1}, "压", "", {}}}));
  CHECK_FALSE(withChanges(RichText::plain("甲\n乙"), {{"stem", {0, 3}, "甲\n乙", "甲乙", {}}}));
  const RichText blank({Paragraph{{{Kind::kText, "是", {}}, {Kind::kBlank, {}, {}}}}});
  CHECK_FALSE(withChanges(blank, {{"stem", {1, 1}, "（", "(", {}}}));
  CHECK(withChanges(blank, {{"stem", {1, 3}, "（　）", "卡尺", {}}}) == RichText::plain("是卡尺"));
  CHECK_FALSE(withChanges(std::string("甲"), {{"title", {0, 1}, "甲", "", Kind::kBlank}}));
}
