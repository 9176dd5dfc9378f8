#include "validators/checker/profile.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/base/resources.h"
#include "tests/support/folder.h"
#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;
using Catch::Matchers::Contains;

namespace {

std::string profileWith(const std::string& rules) {
  return "<profile id=\"x\" version=\"1\" "
         "point-word=\"考评点\">\n<title>t</title>\n<regulation>r</regulation>\n" +
         rules + "\n</profile>\n";
}

/// "line: message advice" of the error that the profile meets.
std::string errorOf(const std::string& rules) {
  try {
    Profile::parse(profileWith(rules), "x.xml");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kNotUnderstood);
    CHECK(error.place().file == "x.xml");
    return std::to_string(error.place().line) + ": " + error.what() + " " + error.advice();
  }
  return "no error";
}

}  // namespace

TEST_CASE("the Guizhou profile carries the figures of the regulation") {
  const Profile profile = Profile::load("guizhou");
  CHECK(profile.id() == "guizhou");
  CHECK(profile.pointWord() == "考评点");
  const RuleSettings& size = *profile.rule("size/theory-items");
  CHECK(size.count("items", level(5)) == 1000);
  CHECK(size.count("items", level(2)) == 460);
  CHECK_FALSE(size.count("items").has_value());
  CHECK(size.clauseFor(level(3)) == "第六条（二）1");
  const RuleSettings& mix = *profile.rule("mix/types-per-point");
  CHECK(mix.count("single-choice", level(4)) == 4);
  CHECK(mix.count("multiple-choice", level(3)) == 2);
  CHECK_FALSE(mix.count("multiple-choice", level(4)).has_value());
  CHECK(mix.clauseFor(level(3)) == "第六条（三）2");
  CHECK(mix.clauseFor(level(4)) == "第六条（三）1");
  CHECK(profile.sample()->theoryPercent == 20);
  CHECK(profile.sample()->skillsPercent == 30);
  CHECK(profile.sample()->papers == 3);
}

TEST_CASE("the Guizhou profile draws three experts of both kinds and gives the periods of 第十条") {
  const Profile profile = Profile::load("guizhou");
  REQUIRE(profile.panel().has_value());
  CHECK(profile.panel()->experts == 3);
  CHECK(profile.panel()->contentExperts == 1);
  CHECK(profile.panel()->methodExperts == 1);
  CHECK(profile.panel()->perItem == 3);
  CHECK(profile.panel()->termYears == 3);
  CHECK_FALSE(profile.panel()->title.has_value());
  CHECK(profile.deadline("evaluation")->period == Period{10, Period::Unit::kWorkingDays});
  CHECK(profile.deadline("rectification")->period == Period{30, Period::Unit::kDays});
  CHECK(profile.deadline("rectification")->clause == "第十条（四）");
  CHECK(profile.deadline("lunch") == nullptr);
  const Profile chongqing = Profile::load("chongqing-wuxi");
  CHECK(chongqing.panel()->title == ExpertTitle::kIntermediate);
  CHECK(chongqing.panel()->level == Level::of(2));
}

TEST_CASE("a panel that cannot be, and a deadline that nobody asks for, are errors with their line") {
  const std::string panel = "<panel clause=\"c\" experts=\"3\" ";
  CHECK_THAT(errorOf(panel + "content=\"2\" method=\"2\" term-years=\"3\"/>"),
             Contains("4: 两类专家的最少人数之和不能多于专家组的人数。"));
  CHECK_THAT(errorOf(panel + "content=\"1\" method=\"1\" per-item=\"4\" term-years=\"3\"/>"),
             Contains("4: 评每道题的人数（per-item）至少 1 人，不多于专家组的人数。"));
  CHECK_THAT(errorOf(panel + "content=\"1\" method=\"1\" term-years=\"3\" title=\"doctor\"/>"),
             Contains("不认识“title”的值“doctor”") && Contains("senior"));
  CHECK_THAT(
      errorOf("<deadlines><deadline id=\"lunch\" count=\"1\" unit=\"days\" clause=\"c\"/></deadlines>"),
      Contains("没有期限“lunch”") && Contains("rectification"));
  CHECK_THAT(
      errorOf("<deadlines><deadline id=\"evaluation\" count=\"1\" unit=\"hours\" clause=\"c\"/></deadlines>"),
      Contains("不认识“unit”的值“hours”"));
  const std::string once = "<deadline id=\"evaluation\" count=\"1\" unit=\"days\" clause=\"c\"/>";
  CHECK_THAT(errorOf("<deadlines>" + once + once + "</deadlines>"), Contains("期限“evaluation”写了两次"));
}

TEST_CASE("the six paper structures of 第十四条 come to 100 marks and as many items as the table prints") {
  const Profile profile = Profile::load("guizhou");
  std::vector<int> counts;
  for (const PaperShape& shape : profile.paperShapes()) {
    int count = 0;
    Marks total;
    for (const PlanSection& section : shape.sections) {
      count += section.count;
      total += section.each * section.count;
    }
    counts.push_back(count);
    CHECK(total == Marks::whole(100));
  }
  CHECK(counts == std::vector<int>{100, 120, 200, 100, 120, 180});
}

TEST_CASE("the eight documents of 第十条 are listed in order, those by level marked") {
  const Profile profile = Profile::load("guizhou");
  std::vector<std::string> ids;
  std::vector<std::string> perLevel;
  for (const BundleDocument& document : profile.bundle()) {
    ids.push_back(document.id);
    if (document.perLevel) perLevel.push_back(document.id);
    CHECK(document.number == static_cast<int>(ids.size()));
  }
  CHECK(ids == std::vector<std::string>{"application", "development", "theory-table", "skills-structure",
                                        "skills-table", "samples", "internal-review", "evidence"});
  CHECK(perLevel == std::vector<std::string>{"theory-table", "skills-table", "samples"});
}

TEST_CASE("every built-in profile reads, is named after its file, and cites something for every rule") {
  CHECK(Profile::builtIn() == std::vector<std::string>{"chongqing-wuxi", "guizhou", "tutorial"});
  for (const std::string& id : Profile::builtIn()) {
    const Profile profile = Profile::load(id);
    CHECK(profile.id() == id);
    CHECK(profile.digest().size() == 64);
    for (const auto& [rule, settings] : profile.rules()) {
      INFO(id << " " << rule);
      CHECK_FALSE(settings.clause.empty());
    }
  }
}

TEST_CASE("a mistyped rule, figure, attribute or value is an error with its line and what is known") {
  CHECK_THAT(
      errorOf("<rules>\n<rule id=\"coverage/point-per-weight\" severity=\"error\" clause=\"c\"/></rules>"),
      Contains("5: 没有规则“coverage/point-per-weight”。") && Contains("coverage/points-per-weight"));
  CHECK_THAT(errorOf("<rules><rule id=\"coverage/points-per-weight\" severity=\"error\" clause=\"c\">\n"
                     "<figure name=\"ration\" value=\"2\"/></rule></rules>"),
             Contains("5: 规则“coverage/points-per-weight”没有数值“ration”。") && Contains("ratio"));
  CHECK_THAT(
      errorOf("<rules><rule id=\"coverage/points-per-weight\" severity=\"fatal\" clause=\"c\"/></rules>"),
      Contains("error、warning 或 info"));
  CHECK_THAT(
      errorOf("<rules><rule id=\"coverage/points-per-weight\" severity=\"error\" clause=\"\"/></rules>"),
      Contains("缺少属性“clause”"));
  CHECK_THAT(errorOf("<rules><rule id=\"coverage/points-per-weight\" severity=\"error\" clause=\"c\" "
                     "on=\"1\"/></rules>"),
             Contains("不认识属性“on”"));
  CHECK_THAT(errorOf("<rules><rule id=\"coverage/points-per-weight\" severity=\"error\" clause=\"c\">"
                     "<figure name=\"ratio\" value=\"-2\"/></rule></rules>"),
             Contains("“value”应是"));
  CHECK_THAT(errorOf("<rules><rule id=\"coverage/points-per-weight\" severity=\"error\" clause=\"c\">"
                     "<figure name=\"ratio\" levels=\"6\" value=\"2\"/></rule></rules>"),
             Contains("却有“6”"));
  CHECK_THAT(errorOf("<rules><rule id=\"coverage/points-per-weight\" severity=\"error\" clause=\"c\">"
                     "<figure name=\"ratio\" levels=\"5 4\" value=\"2\"/><figure name=\"ratio\" levels=\"4\" "
                     "value=\"3\"/></rule></rules>"),
             Contains("对同一等级写了两次"));
  CHECK_THAT(errorOf("<rule/>"), Contains("里不认识 <rule>"));
  CHECK_THAT(errorOf("<paper-shapes><shape levels=\"3\" minutes=\"60\"><section type=\"essay\" count=\"9\" "
                     "each=\"10\"/></shape></paper-shapes>"),
             Contains("合计 90 分，应为 100 分"));
}

TEST_CASE("what is no profile at all is refused with the place, and an unknown id names the known ones") {
  CHECK_THROWS_AS(Profile::parse("<profile", "x.xml"), FormatError);
  CHECK_THROWS_AS(Profile::parse("<bank/>", "x.xml"), FormatError);
  CHECK_THROWS_AS(Profile::parse("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "x.xml"),
                  FormatError);
  try {
    Profile::load("guizou");
    FAIL("an unknown profile was loaded");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kUsage);
    CHECK_THAT(error.advice(), Contains("chongqing-wuxi, guizhou, tutorial"));
  }
}

TEST_CASE("someone in another province writes a new file and needs no compiler") {
  const tiku::test::Folder folder;
  const std::filesystem::path file = folder.path() / "ours.xml";
  std::ofstream(file) << profileWith(
      "<rules><rule id=\"size/skills-items\" severity=\"warning\" clause=\"第三条\">"
      "<figure name=\"items\" value=\"12\"/></rule></rules>");
  const Profile profile = Profile::load(file.string());
  Bank bank;
  BankInfo info = bank.info();
  info.levels = {level(3)};
  bank.apply(Edit().put(info));
  const auto found = check(bank, profile);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kWarning);
  CHECK(found[0].message == "三级操作技能试题 0 道，少于 12 道（第三条）。");
}
