// Papers as tests of QTI, there and back.
#include <fstream>

#include <catch2/catch.hpp>

#include "formats/exchange/export.h"
#include "formats/exchange/import.h"
#include "formats/exchange/zip_parts.h"
#include "tests/support/folder.h"
#include "tests/support/zip_builder.h"

namespace {

using namespace tiku::formats;

ImportResult importPaper(const Bank& bank, const std::string& bytes) {
  const tiku::test::Folder folder;
  std::ofstream(folder / "试卷.zip", std::ios::binary) << bytes;
  ImportOptions options;
  options.level = Level::of(3);
  return importFile(bank, folder / "试卷.zip", options);
}

// A judgement for one mark and a question for ten, which the paper gives four.
Bank examination() {
  TheoryItem judgement(Id::wellKnown(801), *Level::of(3), ItemType::kTrueFalse);
  judgement.stem = RichText::plain("千分尺可以当卡规用。");
  judgement.key = JudgementKey{false};
  TheoryItem question(Id::wellKnown(802), *Level::of(3), ItemType::kShortAnswer);
  question.stem = RichText::plain("简述卡尺的保养。");
  question.marks = Marks::whole(10);
  Paper paper(Id::wellKnown(800), *Level::of(3), Paper::Kind::kTheory);
  paper.number = "2026-03";
  paper.title = "量具检校员三级理论试卷";
  paper.minutes = 90;
  paper.sections = {{"一、判断题", {{judgement.id, Marks::ofHundredths(150)}}},
                    {"", {{question.id, Marks::whole(4)}, {judgement.id, Marks::whole(1)}}}};
  Bank bank;
  bank.apply(Edit("").put(judgement).put(question).put(paper));
  return bank;
}

const std::string kForeignTest =
    R"(<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="t" title="期末">)"
    R"(<testPart identifier="p" navigationMode="linear" submissionMode="individual">)"
    R"(<assessmentSection identifier="outer" title="全卷" visible="true">SELECTION)"
    R"(<assessmentSection identifier="inner" title="第一节" visible="true">)"
    R"(<assessmentItemRef identifier="a" href="items/a.xml"><weight identifier="W" value="2.5"/></assessmentItemRef>)"
    R"(<assessmentItemRef identifier="b" href="items/b.xml"/></assessmentSection></assessmentSection>)"
    R"(</testPart></assessmentTest>)";

std::string foreignTestPackage(const std::string& selection) {
  std::string test = kForeignTest;
  test.replace(test.find("SELECTION"), 9, selection);
  return tiku::tests::zipOf(
      {{"imsmanifest.xml",
        R"(<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="M"><resources>)"
        R"(<resource identifier="t" type="imsqti_test_xmlv2p1" href="t.xml"><file href="t.xml"/></resource>)"
        R"(<resource identifier="a" type="imsqti_item_xmlv2p1" href="items/a.xml"><file href="items/a.xml"/>)"
        R"(</resource></resources></manifest>)"},
       {"t.xml", test},
       {"items/a.xml",
        R"(<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="a" adaptive="false" )"
        R"(timeDependent="false"><responseDeclaration identifier="RESPONSE" cardinality="single" )"
        R"(baseType="string"/><itemBody><p>问</p><extendedTextInteraction responseIdentifier="RESPONSE"/>)"
        R"(</itemBody></assessmentItem>)"}});
}

}  // namespace

TEST_CASE("a paper goes out as a test of QTI and comes back with its sections, items and marks") {
  const Bank bank = examination();
  const Paper paper = *bank.find<Paper>(Id::wellKnown(800));
  for (const ExportFormat format : {ExportFormat::kQti22, ExportFormat::kQti3}) {
    const ExportOptions options{.format = format, .paper = paper.id};
    const ExportResult result = exportItems(bank, chosenItems(bank, {.paper = paper.id}), options);
    CHECK(result.written == 2);
    Bank back;
    back.apply(importPaper(back, result.bytes).edit);
    const auto* found = back.find<Paper>(paper.id);
    REQUIRE(found != nullptr);
    Paper now = *found;
    now.source = {};
    CHECK(now == paper);
    CHECK(importPaper(back, result.bytes).edit.empty());
    CHECK(importPaper(bank, result.bytes).edit.empty());
  }
}

TEST_CASE("a test of another system becomes a paper, once") {
  Bank bank;
  const ImportResult result = importPaper(bank, foreignTestPackage(""));
  CHECK(result.report.rows[0].reason == "试卷，1 道题；另有 1 道不在包里，没有收入。");
  bank.apply(result.edit);
  REQUIRE(bank.all<Paper>().size() == 1);
  const Paper& paper = *bank.all<Paper>().front();
  CHECK(paper.title == "期末");
  REQUIRE(paper.sections.size() == 1);
  CHECK(paper.sections[0].title == "第一节");
  CHECK(paper.sections[0].entries[0].marks.str() == "2.5");
  CHECK(importPaper(bank, foreignTestPackage("")).edit.empty());
}

TEST_CASE("a test that draws its items is no paper, and that is told") {
  const ImportResult result = importPaper(Bank(), foreignTestPackage("<selection select=\"1\"/>"));
  CHECK(result.report.rows[0].reason == "试卷没有收入：试卷按规则抽题，没有固定的试题。");
  CHECK(result.report.counts.count("papers") == 0);
}
