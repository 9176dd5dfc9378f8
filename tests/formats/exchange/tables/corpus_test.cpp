// The real files of a published level-3 occupation, read whole.
#include "tests/support/corpus.h"

#include <catch2/catch.hpp>

#include "doc.h"
#include "formats/exchange/importers.h"

using namespace tiku::formats;
using tiku::formats::test::kThree;

namespace {

ImportOptions as(ImportKind kind) {
  ImportOptions options;
  options.kind = kind;
  return options;
}

Bank traineeBank() {
  BankInfo info;
  info.packageId = Id::random();
  info.occupation = OccupationCode::parse("4-04-05-05");
  info.occupationName = "人工智能训练师";
  info.levels = {kThree};
  return Bank(info);
}

std::string unclear(const ImportReport& report) {
  std::string text;
  for (const SourceVerdict& row : report.rows) {
    if (row.verdict == Verdict::kUnclear) text += row.at + ": " + row.reason + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("corpus: the published element tables give 300 theory and 26 operational points") {
  const auto file = tiku::tests::corpus("ai-trainer-l3/第2部分_人工智能训练师_3级_认定要素细目表.docx");
  if (!file) return;
  Bank bank = traineeBank();
  const Document document = readDocx(*file);
  const ImportResult result = importElementTable(bank, document, as(ImportKind::kElementTable));
  bank.apply(result.edit);
  CHECK(unclear(result.report) == "");
  CHECK(result.report.counts.at("points") == 300);
  CHECK(result.report.counts.at("skills-points") == 26);
  CHECK(result.report.counts.at("skills-scopes") == 4 + 8);

  const Blueprint& blueprint = *bank.blueprint(kThree);
  std::vector<std::string> weights;
  for (const auto& top : blueprint.theory.tops) weights.push_back(top.scope.weight->str());
  CHECK(weights == std::vector<std::string>{"15", "20", "30", "30", "5"});
  CHECK(blueprint.theory.tops[0].part == Part::kBasic);
  CHECK(blueprint.theory.tops[1].part == Part::kWork);
  Weight factors;
  walk(blueprint.theory, [&](const TablePlace& place) {
    if (place.point != nullptr) factors += *place.point->weight;
  });
  CHECK(factors == Weight::whole(150));
  CHECK(importElementTable(bank, document, as(ImportKind::kElementTable)).edit.empty());
}

TEST_CASE("corpus: the published plan gives 190 items for 90 minutes and 8 modules in 6 groups") {
  const auto file = tiku::tests::corpus("ai-trainer-l3/第1部分_人工智能训练师_3级_认定方案.docx");
  if (!file) return;
  Bank bank = traineeBank();
  const Document document = readDocx(*file);
  const ImportResult result = importPlan(bank, document, as(ImportKind::kPlan));
  bank.apply(result.edit);
  CHECK(unclear(result.report) == "");
  const Blueprint& blueprint = *bank.blueprint(kThree);
  CHECK(blueprint.plan.minutes == 90);
  CHECK(blueprint.plan.total() == Marks::whole(100));
  CHECK(blueprint.plan.sections ==
        std::vector<PlanSection>{{ItemType::kTrueFalse, 40, Marks::ofHundredths(50)},
                                 {ItemType::kSingleChoice, 140, Marks::ofHundredths(50)},
                                 {ItemType::kMultipleChoice, 10, Marks::whole(1)}});
  CHECK(result.report.counts.at("modules") == 8);
  CHECK(blueprint.structure.groups.size() == 6);
  CHECK(blueprint.structure.minutes() == 120);
  CHECK(blueprint.structure.total() == Marks::whole(100));
  CHECK(importPlan(bank, document, as(ImportKind::kPlan)).edit.empty());
}

TEST_CASE("corpus: 40 operational items, whose score sheets add up, are checked against the published plan") {
  const auto items = tiku::tests::corpus("ai-trainer-l3/第4部分_人工智能训练师_3级_操作技能复习题.docx");
  const auto plan = tiku::tests::corpus("ai-trainer-l3/第1部分_人工智能训练师_3级_认定方案.docx");
  const auto table = tiku::tests::corpus("ai-trainer-l3/第2部分_人工智能训练师_3级_认定要素细目表.docx");
  if (!items || !plan || !table) return;
  Bank bank = traineeBank();
  bank.apply(importPlan(bank, readDocx(*plan), as(ImportKind::kPlan)).edit);
  bank.apply(importElementTable(bank, readDocx(*table), as(ImportKind::kElementTable)).edit);
  const Document document = readDocx(*items);
  const ImportResult result = importSkillItems(bank, document, as(ImportKind::kSkillsItems));
  bank.apply(result.edit);
  CHECK(result.report.counts.at("skills-items") == 40);
  CHECK(result.report.counts.at("added") == 40);
  CHECK(result.report.counts.at("score-rows") == 297);
  CHECK(result.report.counts.at("modules-short") == 0);
  CHECK(result.report.counts.at("without-module") == 0);
  // One item's requirements are those of no point; nothing else is in doubt.
  CHECK(unclear(result.report) == "段 457: 没有找到对应的考评点；试题已导入，请选择考评点。\n");

  std::map<std::string, int> perModule;
  std::map<Id, std::string> codes;
  for (const SkillGroup& group : bank.blueprint(kThree)->structure.groups) {
    for (const SkillModule& module : group.modules) codes[module.id] = module.code;
  }
  int pictures = 0;
  for (const auto& item : bank.all<SkillItem>()) {
    CHECK(item->scoreTotal() == item->marks);
    REQUIRE(item->module.has_value());
    ++perModule[codes[*item->module]];
    for (const std::string& name : item->task.images()) {
      ++pictures;
      CHECK(bank.find<Media>(*Id::ofDigest(name.substr(0, 64))) != nullptr);
    }
  }
  CHECK(perModule ==
        std::map<std::string, int>{
            {"1.1", 5}, {"1.2", 5}, {"2.1", 5}, {"2.2", 5}, {"3.1", 5}, {"3.2", 5}, {"4.1", 5}, {"4.2", 5}});
  CHECK(pictures == 1);
  CHECK(importSkillItems(bank, document, as(ImportKind::kSkillsItems)).edit.empty());
}

TEST_CASE("corpus: the mock operational paper brings no second copy of the items that the bank has") {
  const auto items = tiku::tests::corpus("ai-trainer-l3/第4部分_人工智能训练师_3级_操作技能复习题.docx");
  const auto paper = tiku::tests::corpus("ai-trainer-l3/第6部分_人工智能训练师_3级_操作技能模拟试卷.docx");
  if (!items || !paper) return;
  Bank bank = traineeBank();
  bank.apply(importSkillItems(bank, readDocx(*items), as(ImportKind::kSkillsItems)).edit);
  const Document document = readDocx(*paper);
  const ImportResult result = importSkillItems(bank, document, as(ImportKind::kSkillsItems));
  bank.apply(result.edit);
  CHECK(result.report.counts.at("skills-items") == 6);
  CHECK(result.report.counts.at("added") == 0);
  CHECK(result.report.counts.at("changed") == 6);      // They get the codes that the paper prints.
  CHECK(result.report.count(Verdict::kUnclear) == 6);  // The reference answers, for which there is no place.
  CHECK(importSkillItems(bank, document, as(ImportKind::kSkillsItems)).edit.empty());
  CHECK(importSkillItems(bank, readDocx(*items), as(ImportKind::kSkillsItems)).edit.empty());
}
