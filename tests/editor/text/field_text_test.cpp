#include "editor/text/field_text.h"

#include <random>

#include <catch2/catch.hpp>

using namespace tiku::editor;
using tiku::formats::Inline;
using tiku::formats::Paragraph;
using tiku::formats::RichText;
using tiku::formats::TextTable;
using Form = FieldText::Form;
using Kind = Inline::Kind;

namespace {

RichText stemWithBlank() {
  return RichText({Paragraph{
      {{Kind::kText, "千分尺的分度值是", {}}, {Kind::kBlank, {}, {}}, {Kind::kText, "mm。", {}}}}});
}

}  // namespace

TEST_CASE("a stem with its blank shows as one prints it, and comes back unchanged") {
  const FieldText field(stemWithBlank());
  CHECK(field.str() == "千分尺的分度值是（　）mm。");
  CHECK(field.rich() == stemWithBlank());
}

TEST_CASE("raised and lowered words, a picture, a formula and a table survive the control") {
  const TextTable table{
      {{RichText::plain("序号"), RichText::plain("读数")}, {RichText::plain("1"), RichText::plain("25.01")}}};
  const RichText text(
      {Paragraph{{{Kind::kText, "面积为 12 m", {}},
                  {Kind::kSuperscript, "2", {}},
                  {Kind::kImage, "量块", "0a.png"},
                  {Kind::kMath, "\\frac{a}{b}", {}}}},
       table, Paragraph{{{Kind::kText, "H", {}}, {Kind::kSubscript, "2", {}}, {Kind::kText, "O", {}}}}});
  FieldText field(text);
  CHECK(field.str() == "面积为 12 m2［图 1］\\frac{a}{b}\n［表 2×2］\nH2O");
  CHECK(field.rich() == text);
  REQUIRE(field.tableAt(26) != nullptr);
  CHECK(*field.tableAt(26) == table);
  CHECK(field.imageAt(10) == "0a.png");
}

TEST_CASE("typing before, after and within: the cursor decides which of two equal readings is meant") {
  FieldText field(RichText::plain("测量的"));
  CHECK(field.became("测量的的", 4) == 4);
  CHECK(field.rich() == RichText::plain("测量的的"));
  CHECK(field.became("测的", 1) == 1);
  CHECK(field.rich() == RichText::plain("测的"));
  CHECK(field.became("", 0) == 0);
  CHECK(field.rich() == RichText());
}

TEST_CASE("a blank goes as a whole when one of its characters is deleted, and nothing can be typed into it") {
  FieldText field(stemWithBlank());
  // Backspace behind the bracket.
  CHECK(field.became("千分尺的分度值是（　mm。", 10) == 8);
  CHECK(field.str() == "千分尺的分度值是mm。");

  FieldText typedInto(stemWithBlank());
  CHECK(typedInto.became("千分尺的分度值是（A　）mm。", 10) == 12);
  CHECK(typedInto.str() == "千分尺的分度值是（　）Amm。");
}

TEST_CASE("what is typed into raised words is raised, what is typed behind them is not") {
  FieldText field(RichText({Paragraph{{{Kind::kText, "x", {}}, {Kind::kSuperscript, "23", {}}}}}));
  field.became("x293", 3);
  field.became("x293y", 5);
  CHECK(field.rich() ==
        RichText(
            {Paragraph{{{Kind::kText, "x", {}}, {Kind::kSuperscript, "293", {}}, {Kind::kText, "y", {}}}}}));
}

TEST_CASE("pictures are numbered by where they stand") {
  FieldText field(RichText::plain("甲乙"));
  const int behind = field.insertImage(1, 0, "b.png", "");
  CHECK(field.str() == "甲［图 1］乙");
  CHECK(behind == 6);
  CHECK(field.insertImage(0, 0, "a.png", "") == 5);
  CHECK(field.str() == "［图 1］甲［图 2］乙");
  CHECK(field.rich().images() == std::vector<std::string>{"a.png", "b.png"});
}

TEST_CASE("a finding's range is found again behind marks of another length") {
  const RichText text({Paragraph{{{Kind::kImage, {}, "a.png"}, {Kind::kText, "用卡尺测量的的孔径", {}}}}});
  // In RichText::str() the picture is "[图]": three characters.
  const FieldText field(text);
  CHECK(field.str() == "［图 1］用卡尺测量的的孔径");
  CHECK(field.here({3 + 5, 2}) == tiku::validators::TextRange{5 + 5, 2});
  CHECK(field.here({0, 3}) == tiku::validators::TextRange{0, 5});
}

TEST_CASE("a table stands in a line of its own, and typing next to it makes a paragraph") {
  FieldText field(RichText::plain("读数见下表"));
  const int behind = field.insertTable(5, 0, TextTable{{{RichText::plain("1")}}});
  CHECK(field.str() == "读数见下表\n［表 1×1］");
  field.became(field.str() + "平均值是", behind + 4);
  CHECK(field.rich().blocks().size() == 3);
  field.setTableAt(8, TextTable{{{RichText::plain("1"), RichText::plain("2")}}});
  CHECK(field.str() == "读数见下表\n［表 1×2］\n平均值是");
}

TEST_CASE("any text that a bank may hold comes back as it was, and any typing leaves marks whole") {
  std::mt19937 random(20'260'301);
  const auto below = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const std::vector<std::string> words{"测量", "a", "。", "25", "（", "）", "的"};
  const auto anyText = [&] {
    std::vector<RichText::Block> blocks;
    const int count = 1 + below(4);
    for (int b = 0; b < count; ++b) {
      if (below(5) == 0) {
        blocks.emplace_back(TextTable{{{RichText::plain("1"), RichText()}, {RichText::plain("值")}}});
        continue;
      }
      Paragraph paragraph;
      Kind last = Kind::kImage;
      for (int p = below(5); p > 0; --p) {
        const Kind kind = static_cast<Kind>(below(8));
        const bool mark = kind == Kind::kBlank || kind == Kind::kImage || kind == Kind::kLineBreak;
        if (kind == last && !mark) continue;  // Neighbours of one form become one.
        paragraph.pieces.push_back({kind, mark ? std::string() : words[static_cast<std::size_t>(below(7))],
                                    kind == Kind::kImage ? "a.png" : std::string()});
        last = kind;
      }
      if (paragraph.pieces.empty() && count == 1) paragraph.pieces.push_back({Kind::kText, "甲", {}});
      blocks.emplace_back(std::move(paragraph));
    }
    return RichText(std::move(blocks));
  };
  for (int round = 0; round < 3000; ++round) {
    const RichText text = anyText();
    FieldText field(text);
    INFO("round " << round << ": " << field.str());
    REQUIRE(field.rich() == text);
    for (int edit = 0; edit < 4; ++edit) {
      const int from = below(field.size() + 1);
      const int removed = below(std::min(5, field.size() - from) + 1);
      const int cursor = field.replace(from, removed, words[static_cast<std::size_t>(below(7))]);
      REQUIRE(cursor >= 0);
      REQUIRE(cursor <= field.size());
      // What the control shows then is what the words say, marks and all.
      REQUIRE(FieldText(field.rich()).str() == field.str());
    }
  }
}
