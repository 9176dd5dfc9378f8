// An item as one text to be read, in which every character knows which field it is of.
#include "editor/text/reading_page.h"

#include <catch2/catch.hpp>

#include "tests/support/random_bank.h"
#include "workflows/review/anchors.h"

using namespace tiku::editor;
using namespace tiku::formats;

namespace {

std::string cut(const std::string& text, int from, int length) {
  std::string part;
  int at = -1;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++at;
    if (at >= from && at < from + length) part += c;
  }
  return part;
}

int find(const ReadingPage& page, const std::string& words) {
  for (int i = 0; i < page.size(); ++i) {
    if (cut(page.text(), i, static_cast<int>(RichText::plain(words).str().size())).starts_with(words))
      return i;
  }
  return -1;
}

Bank bankWith(TheoryItem item) {
  Bank bank;
  Edit edit;
  Blueprint blueprint(item.level);
  Scope scope;
  scope.id = Id::wellKnown(0x9001);
  scope.code = "A";
  scope.name = "基本要求";
  Point point;
  point.id = Id::wellKnown(0x9002);
  point.code = "001";
  point.name = "有效值";
  point.importance = Importance::kY;
  scope.points.push_back(point);
  blueprint.theory.tops.push_back({Part::kBasic, scope});
  item.point = point.id;
  edit.put(blueprint).put(std::move(item));
  bank.apply(edit);
  return bank;
}

}  // namespace

TEST_CASE("a choice item reads with its place in the table, its options lettered, and its key", "[expert]") {
  TheoryItem item(Id::wellKnown(0x9100), *Level::of(3), ItemType::kSingleChoice);
  item.code = "A-001-001";
  Paragraph stem;
  stem.pieces = {{Inline::Kind::kText, "正弦交流电的有效值是", {}},
                 {Inline::Kind::kBlank, {}, {}},
                 {Inline::Kind::kText, "的 0.707 倍，见图", {}},
                 {Inline::Kind::kImage, "波形", "abc.png"},
                 {Inline::Kind::kText, "，U", {}},
                 {Inline::Kind::kSubscript, "m", {}}};
  item.stem = RichText({stem});
  item.options = {RichText::plain("最大值"), RichText::plain("平均值")};
  item.key = ChoiceKey{{0}};
  item.rationale = RichText::plain("有效值的定义");
  const Bank bank = bankWith(item);
  const ReadingPage page = readingPage(bank, item.id);
  CHECK(page.text() ==
        "三级　单选题　A-001-001\nA-001　基本要求 › 有效值\n\n"
        "正弦交流电的有效值是（　　）的 0.707 倍，见图\uFFFC［波形］，Um\nA．最大值\nB．平均值\n\n"
        "答案\nA\n\n解析\n有效值的定义");
  REQUIRE(page.pictures().size() == 1);
  CHECK(cut(page.text(), page.pictures()[0].at, 1) == "\uFFFC");

  // What somebody marks is what the anchor holds, whatever is shown instead of it.
  const std::string words = *tiku::workflows::fieldWords(*bank.object(item.id), "stem");
  const int from = find(page, "有效值是");
  const auto marked = page.wordsIn(from, 7);  // To the middle of the blank.
  REQUIRE(marked);
  CHECK(marked->field == "stem");
  CHECK(cut(words, marked->from, marked->length) == "有效值是（　）");
  const Anchor anchor =
      tiku::workflows::anchorOver(bank, item.id, marked->field, marked->from, marked->length);
  CHECK(anchor.quote == "有效值是（　）");
  CHECK(page.rangeOf(*marked) == std::pair{from, 8});

  const int option = find(page, "B．平均值");
  const auto ofOption = page.wordsIn(option, 5);
  CHECK(ofOption == ReadingPage::Words{"options/1", 0, 3});  // The letter is no word of it.
  // Over two fields: the first of them.
  CHECK(page.wordsIn(find(page, "最大值"), 12) == ReadingPage::Words{"options/0", 0, 3});
  CHECK_FALSE(page.wordsIn(0, 3));
  CHECK(page.fieldAt(option + 3)->word == "选项 B");
  CHECK(fieldWord(bank, item.id, "options/1") == "选项 B");
  CHECK(fieldWord(bank, item.id, "") == "整道题");
}

TEST_CASE("what an item shares with others is read above it, and is not marked with its words", "[expert]") {
  TheoryItem item(Id::wellKnown(0x9100), *Level::of(3), ItemType::kTrueFalse);
  item.stem = RichText::plain("应立即停电检查。");
  Bank bank = bankWith(item);
  ItemSet set(Id::wellKnown(0x9200), item.level, ItemSet::Kind::kSharedStem);
  set.stem = RichText::plain("某变压器油温升高。");
  set.items = {item.id};
  bank.apply(Edit().put(set));
  const ReadingPage page = readingPage(bank, item.id);
  CHECK(page.text() ==
        "三级　判断题\nA-001　基本要求 › "
        "有效值\n\n共用题干\n某变压器油温升高。\n\n应立即停电检查。\n\n答案\n还没有");
  CHECK_FALSE(page.wordsIn(find(page, "某变压器"), 4));
}

TEST_CASE("a name that holds a line break leaves no row of the table without its words", "[expert]") {
  Bank bank = bankWith(TheoryItem(Id::wellKnown(0x9100), *Level::of(3), ItemType::kTrueFalse));
  Blueprint blueprint = *bank.blueprint(*Level::of(3));
  blueprint.theory.tops.front().scope.name = "基本\n要求";
  bank.apply(Edit().put(blueprint));
  const ReadingPage page = readingPage(bank, Blueprint::idOf(*Level::of(3)));
  const auto whole = page.wordsIn(page.field("theory")->from, page.field("theory")->length);
  REQUIRE(whole);
  CHECK(cut(*tiku::workflows::fieldWords(*bank.object(Blueprint::idOf(*Level::of(3))), "theory"), 0,
            whole->length) == "A　基本\n要求\nA-001　有效值　Y");
}

TEST_CASE("the table reads line by line with importance, and its words are those of the table", "[expert]") {
  const TheoryItem item(Id::wellKnown(0x9100), *Level::of(3), ItemType::kTrueFalse);
  const Bank bank = bankWith(item);
  const Id id = Blueprint::idOf(*Level::of(3));
  const ReadingPage page = readingPage(bank, id);
  CHECK(page.text() == "三级　考评蓝图\n\n理论知识要素细目表\nA　基本要求　(00:01:00)\n　A-001　有效值　Y");
  const auto marked = page.wordsIn(find(page, "有效值"), 3);
  REQUIRE(marked);
  CHECK(cut(*tiku::workflows::fieldWords(*bank.object(id), "theory"), marked->from, marked->length) ==
        "有效值");
}

TEST_CASE("on every page of a bank the characters of a field are its words in their order", "[expert]") {
  const Bank bank = tiku::test::randomBank(7);
  int fields = 0;
  for (const auto& [id, object] : bank.objects()) {
    if (as<TheoryItem>(object) == nullptr && as<SkillItem>(object) == nullptr &&
        as<Blueprint>(object) == nullptr)
      continue;
    const ReadingPage page = readingPage(bank, id);
    for (const ReadingPage::FieldAt& field : page.fields()) {
      INFO(field.field);
      const auto words = tiku::workflows::fieldWords(object, field.field);
      REQUIRE(words);
      const auto whole = page.wordsIn(field.from, field.length);
      if (words->empty()) {
        CHECK_FALSE(whole);
        continue;
      }
      ++fields;
      REQUIRE(whole);
      CHECK(whole->from == 0);
      CHECK(cut(*words, 0, whole->length) == *words);
      // What is shown beside them, an importance or what a picture shows, may stand around.
      const auto range = page.rangeOf(*whole);
      REQUIRE(range);
      CHECK(range->first >= field.from);
      CHECK(range->first + range->second <= field.from + field.length);
    }
  }
  CHECK(fields > 100);
}
