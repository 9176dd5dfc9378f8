// Fixes: plain data that becomes an edit, or is refused.
#include "validators/checker/apply_fix.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

TheoryItem itemOf(const std::optional<Edit>& edit) {
  REQUIRE(edit.has_value());
  REQUIRE(edit->steps().size() == 1);
  return *as<TheoryItem>(edit->steps()[0].object);
}

Finding mending(const TheoryItem& item, Fix fix) {
  Finding finding;
  finding.rule = "items/blank-form";
  finding.subject = {item.id, item.id, "stem", {}, item.level};
  finding.fix = std::move(fix);
  return finding;
}

Finding reordering(const TheoryItem& item, std::vector<int> order) {
  return mending(item, {"选项排序", OptionOrder{item.options, std::move(order)}});
}

}  // namespace

TEST_CASE("a fix of several texts changes them all and nothing else of the item") {
  TheoryItem item = choice("电压( )。", {"36V", "24V", "12V", "6V"}, "A");
  item.extras.attributes = {{"later", "1"}};
  item.source = {"题库.docx", "段 3", {}};
  const Bank bank = bankWith(item);
  const Fix fix{"统一写法", std::vector<TextChange>{{"stem", {2, 3}, "( )", "", Inline::Kind::kBlank},
                                                    {"options/1", {2, 1}, "V", " V", {}}}};
  TheoryItem expected = item;
  expected.stem = RichText({Paragraph{
      {{Inline::Kind::kText, "电压", {}}, {Inline::Kind::kBlank, {}, {}}, {Inline::Kind::kText, "。", {}}}}});
  expected.options[1] = text("24 V");
  const auto edit = editOf(mending(item, fix), bank);
  CHECK(itemOf(edit) == expected);
  CHECK(edit->title() == "统一写法");
}

TEST_CASE("a fix is refused when one of its words has changed since, or its object is gone") {
  TheoryItem item = choice("电压( )。", {"36V", "24V", "12V", "6V"}, "A");
  const Finding finding =
      mending(item, {"统一写法", std::vector<TextChange>{{"stem", {2, 3}, "( )", "", Inline::Kind::kBlank},
                                                         {"options/1", {2, 1}, "V", " V", {}}}});
  CHECK(editOf(finding, bankWith(item)).has_value());
  item.options[1] = text("24 V");
  CHECK_FALSE(editOf(finding, bankWith(item)).has_value());
  item.options.resize(1);
  CHECK_FALSE(editOf(finding, bankWith(item)).has_value());
  CHECK_FALSE(editOf(finding, bankWith()).has_value());
  Finding without = finding;
  without.fix.reset();
  CHECK_FALSE(editOf(without, bankWith(item)).has_value());
}

TEST_CASE("operational items and points of the element table are mended in the same way") {
  SkillItem skill(Id::random(), level(3));
  skill.title = "更换刹车片";
  skill.scores.push_back({"1", text("拆下旧片"), text("拆卸帐册"), {}, Marks::whole(5), {}, {}});
  const Blueprint blueprint = blueprintWithPoint(level(3), Part::kWork, "三爪自定心卡盆");
  const Bank bank = bankWith(skill, blueprint);

  Finding finding;
  finding.subject = {skill.id, skill.id, "scores/0/criterion", {}, skill.level};
  finding.fix = Fix{"改正用字", std::vector<TextChange>{{"scores/0/criterion", {2, 1}, "帐", "账", {}}}};
  auto edit = editOf(finding, bank);
  REQUIRE(edit.has_value());
  CHECK(as<SkillItem>(edit->steps()[0].object)->scores[0].criterion == text("拆卸账册"));

  finding.subject = {pointOf(blueprint), blueprint.id, "name", {}, level(3)};
  finding.fix = Fix{"统一术语", std::vector<TextChange>{{"name", {6, 1}, "盆", "盘", {}}}};
  edit = editOf(finding, bank);
  REQUIRE(edit.has_value());
  CHECK(as<Blueprint>(edit->steps()[0].object)->theory.tops[0].scope.points[0].name == "三爪自定心卡盘");
}

TEST_CASE("options in another order take the key along") {
  const TheoryItem single = choice("安全电压是（　）。", {"36V", "12V", "24V", "6V"}, "C");
  const TheoryItem sorted = itemOf(editOf(reordering(single, {3, 1, 2, 0}), bankWith(single)));
  CHECK(sorted.options == std::vector{text("6V"), text("12V"), text("24V"), text("36V")});
  CHECK(sorted.key == Key{ChoiceKey{{2}}});

  const TheoryItem multiple = choice("安全电压有（　）。", {"36V", "12V", "220V", "6V"}, "ABD");
  const TheoryItem several = itemOf(editOf(reordering(multiple, {3, 1, 0, 2}), bankWith(multiple)));
  CHECK(several.key == Key{ChoiceKey{{0, 1, 2}}});
}

TEST_CASE("options stay where they are when something speaks of them by their place") {
  const TheoryItem item = choice("安全电压是（　）。", {"36V", "12V", "24V", "6V"}, "C");
  const auto refused = [&item](const TheoryItem& made) {
    return !editOf(reordering(item, {3, 1, 2, 0}), bankWith(made)).has_value();
  };
  CHECK_FALSE(refused(item));
  TheoryItem explained = item;
  explained.rationale = text("C 正确：特别潮湿处用 12 V。");
  CHECK(refused(explained));
  explained.rationale = text("选Ｃ");
  CHECK(refused(explained));
  explained.rationale = text("选AC，不是 D");
  CHECK(refused(explained));
  explained.rationale = text("GB 3805 规定了安全电压；USB 接口电流 2 A，20 °C。");
  CHECK_FALSE(refused(explained));
  TheoryItem newer = item;
  newer.extras.elements = {"<option-note at=\"2\"/>"};
  CHECK(refused(newer));
  TheoryItem other = item;
  other.options[0] = text("42V");
  CHECK(refused(other));
  TheoryItem outside = item;
  outside.key = ChoiceKey{{7}};
  CHECK(refused(outside));

  Waivers waivers;
  waivers.waivers.push_back({"items/absolute-words", item.id, "options/1", "x", "可以", "郑书", {}, {}});
  CHECK_FALSE(editOf(reordering(item, {3, 1, 2, 0}), bankWith(item, waivers)).has_value());
  CHECK_FALSE(editOf(reordering(item, {3, 1, 2, 2}), bankWith(item)).has_value());
}

TEST_CASE("all fixes of a bank are made until none is left, and those that were waived are not") {
  const TheoryItem twice = choice("下列不属于量具的是( )。", {"卡尺", "扳手", "千分尺", "塞尺"}, "B");
  const TheoryItem waived = choice("下列不属于刀具的是（　）。", {"铣刀", "扳手", "车刀", "钻头"}, "B");
  Bank bank = bankWith(twice, waived);
  const Profile guizhou = Profile::load("guizhou");
  Waivers waivers;
  for (const Finding& finding : check(bank, guizhou)) {
    if (finding.subject.id != waived.id || !finding.fix) continue;
    waivers.waivers.push_back(
        {finding.rule, waived.id, finding.subject.field, judgedDigest(finding), "可以", "郑书", {}, {}});
  }
  REQUIRE_FALSE(waivers.waivers.empty());
  bank.apply(Edit().put(waivers));

  const auto made = applyFixes(bank, guizhou, [](const Finding&) { return true; });
  std::vector<std::string> rules;
  for (const AppliedFix& fix : made) rules.push_back(fix.finding.rule);
  CHECK(rules == std::vector<std::string>{"items/blank-form", "items/negative-stem"});
  using Kind = Inline::Kind;
  CHECK(bank.find<TheoryItem>(twice.id)->stem == RichText({Paragraph{{{Kind::kText, "下列", {}},
                                                                      {Kind::kEmphasis, "不属于", {}},
                                                                      {Kind::kText, "量具的是", {}},
                                                                      {Kind::kBlank, {}, {}},
                                                                      {Kind::kText, "。", {}}}}}));
  CHECK(*bank.find<TheoryItem>(waived.id) == waived);
  CHECK(applyFixes(bank, guizhou, [](const Finding&) { return true; }).empty());
}
