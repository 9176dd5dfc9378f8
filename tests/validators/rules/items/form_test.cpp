// What an item carries besides its words: blanks, codes, ratings, scoring points and pictures.
#include <catch2/catch.hpp>

#include "formats/base/digest.h"
#include "tests/support/rule_stories.h"
#include "validators/checker/apply_fix.h"
#include "validators/rules/items/blank.h"
#include "validators/rules/items/blank_form.h"
#include "validators/rules/items/code.h"
#include "validators/rules/items/media_missing.h"
#include "validators/rules/items/rating.h"
#include "validators/rules/items/scoring.h"

using namespace tiku::formats;
using namespace tiku::validators;

TEST_CASE("a choice stem has one place for the answer, or asks a question") {
  const auto messages = [](const char* stem) {
    return messagesOf(
        findingsOf(bankWith(choice(stem, {"卡尺", "扳手", "千分尺", "锉刀"}, "A")), Blank::kId));
  };
  CHECK(messages("（　）可以测量内径。").empty());
  CHECK(messages("哪一种可以测量内径？").empty());
  CHECK(messages("可以测量内径的是").empty());
  CHECK(messages("从何时起，量具改由计量室检定").empty());
  CHECK_FALSE(messages("无论何时，量具都应检定").empty());
  CHECK(messages("下列工具可以测量内径。") ==
        std::vector<std::string>{
            "三级单选题“下列工具可以测量内径。”的题干没有作答的括号，也不是问句（默认值，非法规条文）。"});
  CHECK(messages("（　）可以测量( )。") ==
        std::vector<std::string>{"三级单选题“（　）可以测量( )。”的题干有 2 处作答的括号，应当只有 1 "
                                 "处（默认值，非法规条文）。"});
}

TEST_CASE("two blanks are right where every option names two things") {
  const TheoryItem pairs =
      choice("量块的尺寸（　），角度（　）。", {"大、小", "小、大", "大、大", "小；小"}, "A");
  CHECK(findingsOf(bankWith(pairs), Blank::kId).empty());
}

TEST_CASE("a fill-in has as many blanks as answers") {
  TheoryItem item(Id::random(), level(3), ItemType::kFillIn);
  item.stem = text("千分尺由____和____组成。");
  item.key = FillInKey{{{"尺架"}, {"测微螺杆"}, {"棘轮"}}};
  const std::vector<Finding> found = findingsOf(bankWith(item), Blank::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].measured == "2");
  CHECK(found[0].required == "3");
  item.key = FillInKey{{{"尺架"}, {"测微螺杆"}}};
  CHECK(findingsOf(bankWith(item), Blank::kId).empty());
}

TEST_CASE("a code is used once at a level, by theory and operational items alike") {
  TheoryItem first = judgement("量具应定期检定。");
  first.code = "2024-017";
  SkillItem second(Id::random(), level(3));
  second.title = "测量轴径";
  second.code = "2024-017";
  const std::vector<Finding> found = findingsOf(bankWith(first, second), Code::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kWarning);
  CHECK(found[0].measured == "2");
  CHECK(found[0].message.starts_with("题号 2024-017 在三级用了 2 次："));
  SkillItem elsewhere(Id::random(), level(2));
  elsewhere.code = "2024-017";
  CHECK(findingsOf(bankWith(first, elsewhere), Code::kId).empty());
  second.code = "2024-018";
  CHECK(findingsOf(bankWith(first, second), Code::kId).empty());
}

TEST_CASE("of items that two people gave one code, all but one get the next free numbers", "[fix]") {
  const auto coded = [](unsigned id, const std::string& code) {
    TheoryItem item = judgement("量具应定期检定，" + code + "。");
    item.id = Id::wellKnown(id);
    item.code = code;
    return item;
  };
  const Bank bank = bankWith(coded(0x901, "SS-1-009"), coded(0x902, "SS-1-009"), coded(0x903, "SS-1-009"),
                             coded(0x904, "SS-1-002"), coded(0x905, "SS-1-002"), coded(0x906, "SS-2-030"));
  const std::vector<Finding> found = findingsOf(bank, Code::kId);
  REQUIRE(found.size() == 3);
  Bank mended = bank;
  for (const Finding& finding : found) {
    const auto edit = editOf(finding, mended);
    REQUIRE(edit);
    mended.apply(*edit);
  }
  const auto codeOf = [&](unsigned id) { return mended.find<TheoryItem>(Id::wellKnown(id))->code; };
  CHECK(codeOf(0x901) == "SS-1-009");
  CHECK(codeOf(0x904) == "SS-1-002");
  CHECK(codeOf(0x905) == "SS-1-010");
  CHECK(codeOf(0x902) == "SS-1-011");
  CHECK(codeOf(0x903) == "SS-1-012");
  CHECK(findingsOf(mended, Code::kId).empty());

  // Somebody has changed the code meanwhile.
  CHECK_FALSE(editOf(found.front(), mended));
}

TEST_CASE("a national code names the item's type and point") {
  const Blueprint blueprint = blueprintWithPoint(level(3), Part::kWork, "游标卡尺的使用");
  TheoryItem item = judgement("游标卡尺可以测量内径。");
  item.point = pointOf(blueprint);
  const auto messages = [&](const char* code) {
    item.code = code;
    return messagesOf(findingsOf(bankWith(blueprint, item), Code::kId));
  };
  CHECK(messages("C-B-001-002").empty());
  CHECK(messages("SS-1-1-1-01").empty());
  CHECK(messages("017").empty());
  CHECK(messages("B-B-001-002") ==
        std::vector<std::string>{"题号 B-B-001-002 的题型代码是 B，而本题是判断题，题型代码应为 "
                                 "C（默认值，非法规条文）。"});
  CHECK(messages("C—B—002—001") ==
        std::vector<std::string>{"题号 C—B—002—001 指的是考评点 B-002，而本题挂在考评点 "
                                 "B-001“游标卡尺的使用”上（默认值，非法规条文）。"});
}

TEST_CASE("difficulty and consistency are 1 to 5, and a level without them is one finding") {
  TheoryItem none = judgement("量具应定期检定。");
  TheoryItem wrong = judgement("千分尺的精度低于钢直尺。");
  wrong.difficulty = 6;
  TheoryItem right = judgement("钢直尺可以测量内径。");
  right.difficulty = 3;
  right.consistency = 5;
  const std::vector<Finding> found = findingsOf(bankWith(none, wrong, right), Difficulty::kId);
  CHECK_THAT(
      messagesOf(found),
      Catch::UnorderedEquals(std::vector<std::string>{
          "三级 3 道理论题中有 2 道没有合用的难度代码（默认值，非法规条文）。",
          "三级判断题“量具应定期检定。”没有难度代码（默认值，非法规条文）。",
          "三级判断题“千分尺的精度低于钢直尺。”的难度代码是 6，只能是 1 到 5（默认值，非法规条文）。"}));
  CHECK(findingsOf(bankWith(right), Difficulty::kId).empty());
  CHECK(findingsOf(bankWith(right), Consistency::kId).empty());
  CHECK(findingsOf(bankWith(none, wrong, right), Consistency::kId).size() == 3);
}

TEST_CASE("the scoring points of a subjective item come to its marks") {
  TheoryItem item(Id::random(), level(2), ItemType::kShortAnswer);
  item.stem = text("简述量具的保养要求。");
  item.marks = Marks::whole(10);
  const auto messages = [&item] { return messagesOf(findingsOf(bankWith(item), Scoring::kId)); };
  CHECK(messages() ==
        std::vector<std::string>{"二级简答题“简述量具的保养要求。”没有评分要点（默认值，非法规条文）。"});
  item.scoring = {{*Marks::parse("4.5"), "擦净"}, {Marks::whole(5), "上油"}};
  CHECK(messages() == std::vector<std::string>{"二级简答题“简述量具的保养要求。”的评分要点合计 9.5 "
                                               "分，与本题分值 10 分不符（默认值，非法规条文）。"});
  item.scoring[0].marks = Marks::whole(5);
  CHECK(messages().empty());
  CHECK(findingsOf(bankWith(judgement("量具应定期检定。")), Scoring::kId).empty());
}

TEST_CASE("a picture that the bank lacks is told, and putting the file back takes that back") {
  const std::string bytes = "png bytes";
  Media media;
  media.name = sha256(bytes) + ".png";
  media.id = *Id::ofDigest(sha256(bytes));
  media.bytes = bytes;
  TheoryItem item = judgement("");
  item.stem = RichText({Paragraph{
      {{Inline::Kind::kText, "图示为千分尺。", ""}, {Inline::Kind::kImage, "千分尺", media.name}}}});
  Bank bank = bankWith(item);
  Checker checker(bank, Profile::load("guizhou"));
  const auto missing = [&] {
    std::vector<Finding> found = checker.findingsOf(item.id);
    std::erase_if(found, [](const Finding& finding) { return finding.rule != MediaMissing::kId; });
    return found;
  };
  REQUIRE(missing().size() == 1);
  CHECK(missing()[0].subject.field == "media/" + media.name);
  CHECK(missing()[0].severity == Severity::kError);
  bank.apply(Edit().put(media));
  CHECK(missing().empty());
  bank.apply(Edit().remove(media.id));
  CHECK(missing().size() == 1);

  // What the items of a set share may show one, too.
  ItemSet set(Id::random(), level(3), ItemSet::Kind::kSharedStem);
  set.stem = item.stem;
  set.items = {item.id};
  bank.apply(Edit().put(set));
  CHECK(std::ranges::any_of(checker.findingsOf(set.id), [&](const Finding& finding) {
    return finding.rule == MediaMissing::kId && finding.subject.field == "media/" + media.name &&
           finding.message.starts_with("三级题组“图示为千分尺。");
  }));
  bank.apply(Edit().put(media));
  CHECK(std::ranges::none_of(checker.findingsOf(set.id),
                             [](const Finding& finding) { return finding.rule == MediaMissing::kId; }));
}

TEST_CASE(
    "brackets and lines typed by hand are told and become blanks, and calls and names of programs do not") {
  TheoryItem item(Id::random(), level(3), ItemType::kFillIn);
  item.stem = RichText({Paragraph{{{Inline::Kind::kText, "千分尺由____和", {}},
                                   {Inline::Kind::kBlank, {}, {}},
                                   {Inline::Kind::kText, "组成，读数为（ ）mm。", {}}}}});
  item.key = FillInKey{{{"尺架"}, {"测微螺杆"}, {"5"}}};
  const std::vector<Finding> found = findingsOf(bankWith(item), BlankForm::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kInfo);
  CHECK(found[0].subject.range == TextRange{4, 4});
  CHECK(found[0].message ==
        "三级填空题“千分尺由____和（　）组成，读…”的作答空“____”是手工打出的（默认值，非法规条文）。");
  REQUIRE(found[0].fix.has_value());
  const auto& changes = std::get<std::vector<TextChange>>(found[0].fix->what);
  REQUIRE(changes.size() == 2);
  CHECK(changes[1].before == "（ ）");

  for (const char* stem : {"print()函数的作用是输出。", "__init__是构造方法。", "max__size是变量名。"}) {
    INFO(stem);
    CHECK(findingsOf(bankWith(judgement(stem)), BlankForm::kId).empty());
    CHECK(findingsOf(bankWith(judgement(stem)), Blank::kId).empty());
  }
}
