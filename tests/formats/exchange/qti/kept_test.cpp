// What a bank cannot edit is kept, and goes back as it came.
#include "formats/exchange/kept.h"

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "formats/exchange/export.h"
#include "formats/exchange/import.h"
#include "formats/exchange/zip_parts.h"
#include "formats/model/pictures.h"
#include "tests/support/folder.h"
#include "tests/support/zip_builder.h"

namespace {

using namespace tiku::formats;

using Parts = std::vector<std::pair<std::string, std::string>>;

const std::string kPng = "\x89PNG\r\n\x1A\n rest";

std::string itemXml(const std::string& name, const std::string& inside, const std::string& processing) {
  return "<?xml version=\"1.0\"?>\r\n<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p2\" "
         "identifier=\"" +
         name + "\" title=\"" + name +
         "\" adaptive=\"false\" timeDependent=\"false\"><!-- from elsewhere -->\n"
         "<responseDeclaration identifier=\"RESPONSE\" cardinality=\"single\" baseType=\"identifier\">"
         "<correctResponse><value>B</value></correctResponse></responseDeclaration>\n"
         "<outcomeDeclaration identifier=\"SCORE\" cardinality=\"single\" baseType=\"float\"/>\n<itemBody>" +
         inside + "</itemBody>" + processing + "</assessmentItem>";
}

const std::string kChoice = R"(<p>游标卡尺用完后应</p><p><img src="../images/sign.png" alt="卡尺"/></p>
<choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1"><prompt>选一项。</prompt>
<simpleChoice identifier="A">挂在墙上</simpleChoice><simpleChoice identifier="B" fixed="true">擦净放入盒内</simpleChoice></choiceInteraction>)";
const std::string kOwn =
    "<responseProcessing><setOutcomeValue "
    "identifier=\"SCORE\"><random/></setOutcomeValue></responseProcessing>";
const std::string kMatch =
    "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p2/rptemplates/match_correct\"/>";

const std::string kLom =
    R"(<metadata><m:lom><m:general><m:identifier><m:catalog>isbn</m:catalog><m:entry>7-111</m:entry>)"
    R"(</m:identifier></m:general><m:educational><m:difficulty><m:source>LOMv1.0</m:source>)"
    R"(<m:value>difficult</m:value></m:difficulty></m:educational></m:lom></metadata>)";

Parts foreignPackage() {
  return {
      {"imsmanifest.xml",
       R"(<?xml version="1.0"?><manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" )"
       R"(xmlns:m="http://ltsc.ieee.org/xsd/LOM" identifier="M"><metadata><schema>QTIv2.2 Package</schema>)"
       R"(<schemaversion>1.0.0</schemaversion></metadata><organizations/><resources>)"
       R"(<resource identifier="one" type="imsqti_item_xmlv2p2" href="items/one.xml">)" +
           kLom +
           R"(<file href="items/one.xml"/><file href="images/sign.png"/><dependency identifierref="look"/></resource>)"
           R"(<resource identifier="two" type="imsqti_item_xmlv2p2" href="items/two.xml"><file href="items/two.xml"/>)"
           R"(<file href="images/sign.png"/></resource>)"
           R"(<resource identifier="look" type="webcontent" href="look.css"><file href="look.css"/></resource>)"
           R"(<resource identifier="paper" type="imsqti_test_xmlv2p2" href="test.xml"><file href="test.xml"/></resource>)"
           R"(</resources></manifest>)"},
      {"items/one.xml", itemXml("one", kChoice, kOwn)},
      {"items/two.xml", itemXml("two", kChoice, kMatch)},
      {"images/sign.png", kPng},
      {"look.css", "p { color: red }"},
      {"test.xml", "<assessmentTest/>"}};
}

ImportResult importZip(const Bank& bank, const Parts& parts, const std::string& name = "外来.zip") {
  const tiku::test::Folder folder;
  std::ofstream(folder / name, std::ios::binary) << tiku::tests::zipOf(parts);
  ImportOptions options;
  options.level = Level::of(3);
  return importFile(bank, folder / name, options);
}

Bank bankOf(const Parts& parts) {
  Bank bank;
  bank.apply(importZip(bank, parts).edit);
  return bank;
}

std::vector<std::string> lossesOf(const ExportResult& result) {
  std::vector<std::string> all;
  for (const ExportLoss& loss : result.losses) all.push_back((loss.leftOut ? "没有写出：" : "") + loss.what);
  return all;
}

// The item whose source lies at that path.
TheoryItem itemAt(const Bank& bank, const std::string& path) {
  for (const auto& item : bank.all<TheoryItem>()) {
    if (item->source.at.starts_with(path)) return *item;
  }
  throw std::runtime_error("no item from " + path);
}

}  // namespace

TEST_CASE("items of another system can be read at once, and go back byte for byte with all their files") {
  const Parts parts = foreignPackage();
  Bank bank;
  const ImportResult result = importZip(bank, parts);
  bank.apply(result.edit);

  const TheoryItem one = itemAt(bank, "items/one.xml");
  CHECK(one.type == ItemType::kSingleChoice);
  CHECK(one.stem.str() == "游标卡尺用完后应\n[图]\n选一项。");
  CHECK(one.key == Key(ChoiceKey{{1}}));
  CHECK(one.difficulty == 4);
  std::vector<std::string> reasons;
  for (const SourceVerdict& row : result.report.rows) reasons.push_back(row.at + "：" + row.reason);
  CHECK(reasons == std::vector<std::string>{
                       "items/one.xml：单选题，已导入：照原样保存，只能看，不能改：试题有自己的评分程序。",
                       "items/two.xml：单选题", "test.xml：试卷没有收入：试卷里没有试题。"});

  const ExportResult back = exportItems(bank, bank.all<TheoryItem>(), {.format = ExportFormat::kQti22});
  CHECK(lossesOf(back).empty());
  const ZipParts out = ZipParts::open(back.bytes, "back.zip");
  for (const char* path : {"items/one.xml", "items/two.xml", "images/sign.png", "look.css"}) {
    INFO(path);
    const auto before = std::ranges::find(parts, path, [](const auto& part) { return part.first; });
    REQUIRE(out.has(path));
    CHECK(out.read(path) == before->second);
  }
  const std::string manifest = out.read("imsmanifest.xml");
  CHECK(manifest.find("<m:entry>7-111</m:entry>") != std::string::npos);
  CHECK(manifest.find("<m:catalog>tiku:level</m:catalog>") != std::string::npos);
  CHECK(manifest.find("<dependency identifierref=\"look\"/>") != std::string::npos);
}

TEST_CASE(
    "what came from another system comes a second time as the same items, from there or from our own "
    "package") {
  Bank bank = bankOf(foreignPackage());
  CHECK(importZip(bank, foreignPackage()).edit.empty());
  const ExportResult back = exportItems(bank, bank.all<TheoryItem>(), {.format = ExportFormat::kQti22});
  const tiku::test::Folder folder;
  std::ofstream(folder / "外来.zip", std::ios::binary) << back.bytes;
  CHECK(importFile(bank, folder / "外来.zip", {}).edit.empty());
}

TEST_CASE("an item of another system that was edited goes out as the bank has it, and that is told") {
  Bank bank = bankOf(foreignPackage());
  TheoryItem two = itemAt(bank, "items/two.xml");
  two.options[0] = RichText::plain("挂在架上");
  TheoryItem one = itemAt(bank, "items/one.xml");
  one.options[0] = RichText::plain("挂在架上");
  bank.apply(Edit("").put(two).put(one));
  const ExportResult back = exportItems(bank, bank.all<TheoryItem>(), {.format = ExportFormat::kQti22});
  std::vector<std::string> losses = lossesOf(back);
  std::ranges::sort(losses);
  CHECK(losses == std::vector<std::string>{
                      "试题来自哪个文件的哪一处，没有写出。",
                      "这道题取自其他系统，在题库里改过：按题库写出，原件里题库没有的内容没有写出。",
                      "这道题照原样写出，题库里改过的文字没有写出。"});
  const ZipParts out = ZipParts::open(back.bytes, "back.zip");
  CHECK_FALSE(out.has("items/two.xml"));
  CHECK(out.read("items/" + two.id.str() + ".xml").find("挂在架上") != std::string::npos);
  CHECK(out.read("items/one.xml") == foreignPackage()[1].second);
}

TEST_CASE("what only its own version can say is not written into the other") {
  const Bank bank = bankOf(foreignPackage());
  const ExportResult back = exportItems(bank, bank.all<TheoryItem>(), {.format = ExportFormat::kQti3});
  CHECK(back.written == 1);
  std::vector<std::string> losses = lossesOf(back);
  std::ranges::sort(losses);
  CHECK(losses == std::vector<std::string>{"没有写出：这道题只能照原样写回它来的那一版 QTI。",
                                           "试题来自哪个文件的哪一处，没有写出。",
                                           "这道题取自另一版 QTI，原件里题库没有的内容没有写出。"});
}

TEST_CASE("items from two packages that use one path for different files do not overwrite each other") {
  Bank bank = bankOf(foreignPackage());
  Parts other = foreignPackage();
  other[1].second = itemXml("one", "<p>另一道题</p>" + kChoice, kOwn);
  other[3].second += " another picture";
  bank.apply(importZip(bank, other, "另一个.zip").edit);
  const ExportResult back = exportItems(bank, bank.all<TheoryItem>(), {.format = ExportFormat::kQti22});
  CHECK(lossesOf(back).empty());
  const ZipParts out = ZipParts::open(back.bytes, "back.zip");
  std::vector<std::string> items;
  std::vector<std::string> pictures;
  for (const std::string& path : out.list()) {
    if (path.ends_with("items/one.xml")) items.push_back(out.read(path));
    if (path.ends_with("images/sign.png")) pictures.push_back(out.read(path));
  }
  std::ranges::sort(items);
  std::vector<std::string> expected{foreignPackage()[1].second, other[1].second};
  std::ranges::sort(expected);
  CHECK(items == expected);
  CHECK(pictures.size() >= 2);
}

TEST_CASE("an item that is kept says why, and one that can be edited does not") {
  const Bank bank = bankOf(foreignPackage());
  CHECK(keptReason(bank, itemAt(bank, "items/one.xml")) == "试题有自己的评分程序。");
  CHECK(keptReason(bank, itemAt(bank, "items/two.xml")).empty());
  const auto media = [&bank](const std::string& name) { return mediaNamed(bank, name); };
  // The record, the item, its picture and the style sheet that it depends on.
  CHECK(keptFiles(itemAt(bank, "items/one.xml"), media).size() == 4);
  CHECK(keptFiles(TheoryItem(Id::wellKnown(500), *Level::of(3), ItemType::kEssay), media).empty());
  Bank without = bank;
  Edit edit("");
  for (const auto& media : bank.all<Media>()) edit.remove(media->id);
  without.apply(edit);
  CHECK(keptReason(without, itemAt(bank, "items/one.xml")).empty());
  CHECK(lossesOf(exportItems(without, without.all<TheoryItem>(), {.format = ExportFormat::kQti22})).size() ==
        2);
}
