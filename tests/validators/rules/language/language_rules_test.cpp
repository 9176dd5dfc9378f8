// What the language rules say, where, and how they follow edits of texts and terms.
#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"
#include "validators/checker/apply_fix.h"
#include "validators/language/spelling/spelling.h"
#include "validators/rules/language/banned_variant.h"
#include "validators/rules/language/confusion.h"
#include "validators/rules/language/doubled.h"
#include "validators/rules/language/spelling.h"
#include "validators/rules/language/standards_cited.h"
#include "validators/rules/language/term_slips.h"
#include "validators/rules/language/two_names.h"
#include "validators/rules/language/units.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

Terms insulation(TermVariant::Use use) {
  Terms terms;
  terms.terms.push_back({"绝缘电阻表", "JJG 622", "旧称兆欧表", {{use, "摇表", {}}}, {}});
  return terms;
}

}  // namespace

TEST_CASE("a doubled character is told with its place, what to write and that it is a default") {
  const TheoryItem item = choice("数据标注的的质量要求包括（　）。", {"准确", "完整", "一致", "及时"}, "AB");
  const std::vector<Finding> found = findingsOf(bankWith(item), Doubled::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kWarning);
  CHECK(found[0].clause == "默认值，非法规条文");
  CHECK(found[0].subject.id == item.id);
  CHECK(found[0].subject.field == "stem");
  CHECK(found[0].subject.range == TextRange{4, 2});
  CHECK(found[0].subject.level == level(3));
  CHECK(found[0].measured == "的的");
  CHECK(found[0].required == "的");
  CHECK(found[0].message ==
        "三级多选题“数据标注的的质量要求包括（　）。”的题干里的“的的”写重了（默认值，非法规条文）。");
  CHECK(found[0].advice == "改为“的”。");
  REQUIRE(found[0].fix);
  CHECK(std::get<std::vector<TextChange>>(found[0].fix->what) ==
        std::vector{TextChange{"stem", {4, 2}, "的的", "的"}});
}

TEST_CASE("what is certain is mended by itself, every fault of a text") {
  TheoryItem item =
      choice("按装座标轴的的垫片重（　）Kg。", {"5 Kg", "装在座标原点", "（见图", "15~30%"}, "A");
  Bank bank = bankWith(item);
  const auto language = [](const Finding& finding) { return finding.rule.starts_with("language/"); };
  CHECK(applyFixes(bank, Profile::load("guizhou"), language).size() == 6);
  const TheoryItem& mended = *bank.find<TheoryItem>(item.id);
  CHECK(mended.stem.str() == "安装坐标轴的垫片重（　）Kg。");
  CHECK(mended.options[0].str() == "5 kg");
  CHECK(mended.options[1].str() == "装在坐标原点");
  CHECK(mended.options[2].str() == "（见图");  // Nobody but the writer knows where it ends.
  CHECK(mended.options[3].str() == "15%~30%");
}

TEST_CASE("several faults of one text are told one by one, and each can be waived") {
  const TheoryItem item = judgement("按装时先找座标原点，再磨擦表面。");
  const std::vector<Finding> found = findingsOf(bankWith(item), Confusion::kId);
  REQUIRE(found.size() == 3);
  CHECK(found[0].subject.field == "stem");
  CHECK(found[1].subject.field == "stem:2");
  CHECK(found[2].subject.field == "stem:3");
  CHECK(found[1].subject.range == TextRange{5, 2});
  CHECK(found[1].advice == "改为“坐标”。“坐标”“坐落”用动词“坐”（全国科技名词：坐标）。");

  Waivers waivers;
  waivers.waivers.push_back(
      {"language/confusion", item.id, "stem:2", judgedDigest(found[1]), "引用原文", "审", {}, {}});
  int waived = 0;
  for (const Finding& finding : findingsOf(bankWith(item, waivers), Confusion::kId)) {
    waived += finding.waived ? 1 : 0;
    CHECK(finding.waived == (finding.subject.field == "stem:2"));
  }
  CHECK(waived == 1);
}

TEST_CASE("operational items, names of points and the standard are read as well") {
  SkillItem skill(Id::random(), level(3));
  skill.title = "更换制动片";
  skill.vetoes = {"未带安全帽"};
  skill.scores = {{"1", text("按装卡钳"), text("力矩为10 Kg，扣5分"), {}, Marks::whole(10), {}, {}}};
  const Blueprint blueprint = blueprintWithPoint(level(3), Part::kWork, "座标系的建立");
  Standard standard;
  LevelRequirements requirements(level(3));
  requirements.functions.push_back({Id::random(), "加工", {}, {}});
  requirements.functions[0].contents.push_back(
      {Id::random(), "车削", {{Id::random(), "能车削园弧面", false, {}}}, {}, {}});
  standard.levels.push_back(requirements);
  const Bank bank = bankWith(skill, blueprint, standard);
  std::vector<std::string> said = messagesOf(findingsOf(bank, Confusion::kId));
  std::ranges::sort(said);
  CHECK(said ==
        std::vector<std::string>{
            "三级操作题《更换制动片》的第 1 个评分行的考核内容里的“按装”应写作“安装”（默认值，非法规条文）。",
            "三级操作题《更换制动片》的第 1 条否定项里的“带安全帽”应写作“戴安全帽”（默认值，非法规条文）。",
            "三级考评点「座标系的建立」里的“座标”应写作“坐标”（默认值，非法规条文）。",
            "标准的文字里的“园弧”应写作“圆弧”（默认值，非法规条文）。"});
  const std::vector<Finding> units = findingsOf(bank, Units::kId);
  REQUIRE(units.size() == 1);
  CHECK(units[0].subject.field == "scores/0/criterion");
  const std::vector<Finding> point = findingsOf(bankWith(blueprint), Confusion::kId);
  REQUIRE(point.size() == 1);
  CHECK(point[0].subject.id == pointOf(blueprint));
  CHECK(point[0].subject.object == blueprint.id);
}

TEST_CASE("a retired item is not read") {
  TheoryItem item = judgement("按装轴承。");
  item.status = ItemStatus::kRetired;
  CHECK(findingsOf(bankWith(item), Confusion::kId).empty());
}

TEST_CASE("a banned word is found when it is banned, and no longer when it is not") {
  Bank bank = bankWith(judgement("测量绝缘电阻用摇表。"));
  Checker checker(bank, Profile::load("guizhou"));
  const auto said = [&checker] {
    std::vector<Finding> found = checker.findings();
    std::erase_if(found, [](const Finding& finding) { return finding.rule != BannedVariant::kId; });
    return messagesOf(found);
  };
  CHECK(said().empty());
  Edit ban;
  const Edit undo = bank.apply(ban.put(insulation(TermVariant::Use::kBanned)));
  CHECK(said() == std::vector<std::string>{"三级判断题“测量绝缘电阻用摇表。”的题干用了禁用的“摇表”，"
                                           "本题库的术语是“绝缘电阻表”（默认值，非法规条文）。"});
  bank.apply(undo);
  CHECK(said().empty());
}

TEST_CASE("a mistyped term is told with the term") {
  Terms terms;
  terms.terms.push_back({"三爪自定心卡盘", {}, {}, {}, {}});
  const std::vector<Finding> found =
      findingsOf(bankWith(judgement("用三爪自定心卡盆装夹。"), terms), TermSlips::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].subject.range == TextRange{1, 7});
  CHECK(found[0].required == "三爪自定心卡盘");
  CHECK(found[0].advice == "改为“三爪自定心卡盘”；确是另一事物的，把它也写进术语表。");
}

TEST_CASE("two names for one thing are told once for the bank, with how often and where") {
  const TheoryItem first = judgement("摇表用来测量绝缘电阻。");
  const TheoryItem second = judgement("使用绝缘电阻表前应检查。");
  CHECK(findingsOf(bankWith(first, insulation(TermVariant::Use::kAllowed)), TwoNames::kId).empty());
  const std::vector<Finding> found =
      findingsOf(bankWith(first, second, insulation(TermVariant::Use::kAllowed)), TwoNames::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kInfo);
  CHECK(found[0].subject.id == BankInfo::kId);
  CHECK(found[0].message ==
        "题库对同一事物用了几种叫法：“绝缘电阻表”1 处、“摇表”1 处（默认值，非法规条文）。");
  CHECK(found[0].advice ==
        "统一用“绝缘电阻表”（旧称兆欧表）。用了别的叫法的有：三级判断题“摇表用来测量绝缘电阻。”。");
  // Without terms.xml the list of the program speaks.
  CHECK(findingsOf(bankWith(first, second), TwoNames::kId).size() == 1);
}

TEST_CASE("a Latin word that the bank has as a term is spelt right") {
  if (!language::Spelling::get().available()) {
    WARN("not tested: there is no English dictionary");
    return;
  }
  const TheoryItem item = judgement("机器学习的英文是machine learing。");
  CHECK(findingsOf(bankWith(item), SpellingRule::kId).size() == 1);
  Terms terms;
  terms.terms.push_back({"learing 框架", {}, {}, {}, {}});
  CHECK(findingsOf(bankWith(item, terms), SpellingRule::kId).empty());
}

TEST_CASE("a superseded standard is told with its title") {
  const std::vector<Finding> found =
      findingsOf(bankWith(judgement("单位按GB 3100-86书写。")), StandardsCited::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message ==
        "三级判断题“单位按GB 3100-86书写。”的题干引用的“GB 3100-86”已经被代替："
        "国际单位制及其应用（默认值，非法规条文）。");
  CHECK(found[0].advice == "查对后改引 GB 3100—1993，连同试题内容一起改。");
}
