#include "validators/rules/duplicates/near.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

/// One fact asked at two levels: the blank has moved and the distractors are others.
struct Rewrite {
  TheoryItem lower = choice("企业在生产经营活动中促进员工平等尊重的措施是互利互惠、（　）。",
                            {"加强交流", "只讲竞争", "人心叵测", "各行其是"}, "A");
  TheoryItem upper = choice("企业在生产经营活动中，促进员工平等尊重的措施是（　）、加强交流。",
                            {"单打独斗", "互利互惠", "论资排辈", "回避矛盾"}, "B");

  Rewrite() {
    lower.level = level(4);
    lower.code = "B-B-001-001";
    upper.level = level(3);
    upper.code = "B-B-002-001";
  }
};

Judgement judgementOn(const TheoryItem& a, const TheoryItem& b, Judgement::Verdict verdict) {
  const bool inOrder = a.id < b.id;
  const TheoryItem& first = inOrder ? a : b;
  const TheoryItem& second = inOrder ? b : a;
  return {first.id, second.id, verdict, wordsDigest(first), wordsDigest(second), "专家组核对过", "孙静", {}};
}

Judgements judgements(std::vector<Judgement> list) {
  Judgements all;
  all.judgements = std::move(list);
  return all;
}

}  // namespace

TEST_CASE("a fact asked at two levels in other words is a warning that names both, and shows the words") {
  const Blueprint four = blueprintWithPoint(level(4), Part::kWork, "企业文化");
  const Blueprint three = blueprintWithPoint(level(3), Part::kWork, "员工关系");
  Rewrite pair;
  pair.lower.point = pointOf(four);
  pair.upper.point = pointOf(three);

  const auto found = findingsOf(bankWith(four, three, pair.lower, pair.upper), NearDuplicates::kId);

  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kWarning);
  CHECK(found[0].clause == "默认值，非法规条文");
  CHECK(found[0].subject.id == pair.upper.id);
  CHECK(found[0].subject.field == "stem");
  REQUIRE(found[0].subject.range);
  CHECK(*found[0].subject.range == TextRange{11, 12});
  CHECK(found[0].measured == "100%");
  CHECK(found[0].message ==
        "三级单选题 B-B-002-001“企业在生产经营活动中，促进员工平…”（相关知识 B-001「员工关系」）与"
        "四级单选题 B-B-001-001“企业在生产经营活动中促进员工平等…”（相关知识 B-001「企业文化」）相近"
        "（相同，相似度 100%），各等级的试题不应重复（默认值，非法规条文）。"
        "相同的词语：“企业在生产经营活动中”、“促进员工平等尊重的措施是”、“互利互惠”。");
  CHECK(found[0].advice == "改写或停用其中一道；确是两道不同的题，用 tiku judge 判为“变式”或“不同”。");
}

TEST_CASE("基本要求 may be asked again at another level, in other words as well") {
  const Blueprint four = blueprintWithPoint(level(4), Part::kBasic, "企业文化");
  Blueprint three = blueprintWithPoint(level(3), Part::kBasic, "企业文化");
  Rewrite pair;
  pair.lower.point = pointOf(four);
  pair.upper.point = pointOf(three);
  Bank bank = bankWith(four, three, pair.lower, pair.upper);
  Checker checker(bank, Profile::load("guizhou"));
  const auto reported = [&] {
    const auto found = checker.findingsOf(pair.upper.id);
    return std::ranges::count(found, NearDuplicates::kId, &Finding::rule);
  };
  CHECK(reported() == 0);
  three.theory.tops[0].part = Part::kWork;
  bank.apply(Edit().put(three));
  CHECK(reported() == 1);
}

TEST_CASE("equal words are left to the rules on equal words") {
  Rewrite pair;
  pair.upper = pair.lower;
  pair.upper.id = Id::random();
  pair.upper.level = level(3);
  const Bank bank = bankWith(pair.lower, pair.upper);
  CHECK(findingsOf(bank, NearDuplicates::kId).empty());
  CHECK(findingsOf(bank, "duplicates/cross-level").size() == 1);
}

TEST_CASE("contrast variants are different questions, unless somebody judges them to be the same") {
  TheoryItem series = choice("两个电阻串联时，总电阻等于各电阻（　）。", {"之和", "之差", "之积"}, "A");
  TheoryItem parallel = choice("两个电阻并联时，总电阻等于各电阻（　）。", {"之和", "之差", "之积"}, "A");
  CHECK(findingsOf(bankWith(series, parallel), NearDuplicates::kId).empty());
  const auto judged = judgements({judgementOn(series, parallel, Judgement::Verdict::kSame)});
  CHECK(findingsOf(bankWith(series, parallel, judged), NearDuplicates::kId).size() == 1);
}

TEST_CASE("a judgement silences its pair until either item changes, and no other pair") {
  Rewrite pair;
  TheoryItem third = pair.upper;
  third.id = Id::random();
  third.code = "B-B-003-001";
  third.stem = text("企业在生产经营活动中促进员工平等尊重的做法是（　）、加强交流。");
  Bank bank = bankWith(pair.lower, pair.upper, third);
  Checker checker(bank, Profile::load("guizhou"));
  const auto reported = [&](const TheoryItem& item) {
    const auto found = checker.findingsOf(item.id);
    return std::ranges::count(found, NearDuplicates::kId, &Finding::rule);
  };
  REQUIRE(reported(pair.upper) == 1);
  REQUIRE(reported(third) == 1);

  bank.apply(Edit().put(judgements({judgementOn(pair.lower, pair.upper, Judgement::Verdict::kVariant)})));
  CHECK(reported(pair.upper) == 0);
  CHECK(reported(third) == 1);

  TheoryItem moved = pair.upper;
  moved.difficulty = 4;
  moved.stem = text("企业在生产经营活动中，促进员工平等尊重的措施是(    )、 加强交流");
  bank.apply(Edit().put(moved));
  CHECK(reported(pair.upper) == 0);
  moved.options[1] = text("互利与互惠");
  bank.apply(Edit().put(moved));
  CHECK(reported(pair.upper) == 1);
}

TEST_CASE("within a level a true/false twin of a choice item is information only") {
  const TheoryItem asked = choice("游标卡尺使用前应当检查（　）是否对齐。", {"零位", "刀口", "测深杆"}, "A");
  const TheoryItem told = judgement("游标卡尺使用前应当检查零位是否对齐。");
  const auto found = findingsOf(bankWith(asked, told), NearDuplicates::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::kInfo);
}

TEST_CASE("the same task at two levels with a few words changed is found among operational items") {
  SkillItem lower(Id::random(), level(4));
  lower.title = "更换前制动片";
  lower.task = text("按照维修手册的要求更换车辆前轮制动片，检查制动盘的厚度和端面跳动，并填写作业记录单。");
  SkillItem upper(Id::random(), level(3));
  upper.title = "制动片的更换";
  upper.task = text("按照维修手册的要求，更换车辆的前轮制动片，检查制动盘厚度和端面跳动，填写作业记录单。");
  const auto found = findingsOf(bankWith(lower, upper), NearDuplicates::kId);
  REQUIRE(found.size() == 1);
  CHECK(found[0].subject.id == upper.id);
  CHECK(found[0].subject.field == "task");
  CHECK(found[0].severity == Severity::kWarning);
}

namespace {

std::vector<Finding> nearFindings(const Bank& bank) {
  return findingsOf(bank, NearDuplicates::kId);
}

/// What a checker that followed the changes has found.
std::vector<Finding> nearFindings(const Checker& checker) {
  auto all = checker.findings();
  std::erase_if(all, [](const Finding& one) { return one.rule != NearDuplicates::kId; });
  return all;
}

}  // namespace

TEST_CASE("items with equal words count as pairs like those with nearly equal ones") {
  Bank bank = bankWith();
  Edit edit;
  std::vector<TheoryItem> copies;
  for (int i = 0; i < 500; ++i) {
    const bool filled = i % 5 < 3;
    copies.push_back(judgement(filled ? "本题待补充，请命题人员在审核之前写完题干和答案。"
                                      : "本题待补充，请命题人员在审核之前写完题干与答案。"));
    edit.put(copies.back());
  }
  bank.apply(edit);
  Checker checker(bank, Profile::load("guizhou"));
  REQUIRE(nearFindings(checker).size() == 1);
  CHECK(nearFindings(checker)[0].measured == "124750");

  bank.apply(Edit().remove(copies[0].id));
  CHECK(nearFindings(checker)[0].measured == "124251");
  CHECK(nearFindings(checker) == nearFindings(bank));
  copies[1].stem = text("钻孔之前应当用样冲打出中心孔。");
  bank.apply(Edit().put(copies[1]));
  CHECK(nearFindings(checker)[0].measured == "123753");
  CHECK(nearFindings(checker) == nearFindings(bank));
}

TEST_CASE("half a million pairs are counted, too") {
  Bank bank = bankWith();
  Edit edit;
  for (int i = 0; i < 1010; ++i)
    edit.put(judgement("本题待补充，请命题人员在审核之前写完题干和答案。" + std::to_string(i)));
  bank.apply(edit);
  const auto found = nearFindings(bank);
  REQUIRE(found.size() == 1);
  CHECK(found[0].measured == "509545");
}

TEST_CASE("a thousand copies of a form letter are told once, and mending them brings the pairs back") {
  Edit edit;
  std::vector<Id> copies;
  for (int i = 0; i < 460; ++i) {
    TheoryItem item = judgement("本题待补充，请命题人员在审核之前写完题干和答案。" + std::to_string(i));
    copies.push_back(item.id);
    edit.put(item);
  }
  Bank bank = bankWith();
  Checker checker(bank, Profile::load("guizhou"));
  bank.apply(edit);
  const auto found = [&] {
    auto all = checker.findings();
    std::erase_if(all, [](const Finding& one) { return one.rule != NearDuplicates::kId; });
    return all;
  };
  REQUIRE(found().size() == 1);
  CHECK(found()[0].subject.id == BankInfo::kId);
  CHECK(found()[0].measured == "105570");
  CHECK(found() == [&] {
    auto all = check(bank, Profile::load("guizhou"));
    std::erase_if(all, [](const Finding& one) { return one.rule != NearDuplicates::kId; });
    return all;
  }());

  Rewrite pair;
  bank.apply(Edit().put(pair.lower).put(pair.upper));
  CHECK(found().size() == 1);
  Edit mend;
  for (const Id copy : copies) mend.remove(copy);
  bank.apply(mend);
  REQUIRE(found().size() == 1);
  CHECK(found()[0].subject.id == pair.upper.id);
}
