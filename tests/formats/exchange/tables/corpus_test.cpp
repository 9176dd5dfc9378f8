// The real files of a published level-3 occupation, read whole.
#include "tests/support/corpus.h"

#include <catch2/catch.hpp>

#include "formats/exchange/importers.h"

using namespace tiku::formats;

namespace {

const Level kThree = *Level::of(3);

ImportOptions as(ImportKind kind) {
  ImportOptions options;
  options.kind = kind;
  return options;
}

Bank bankOf() {
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
  Bank bank = bankOf();
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
  Bank bank = bankOf();
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
