// Sets of items (题组) in packages: what the items share goes along and comes back.
#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/digest.h"
#include "formats/exchange/export.h"
#include "formats/exchange/import.h"
#include "formats/exchange/zip_parts.h"
#include "tests/support/folder.h"
#include "tests/support/random_bank.h"
#include "tests/support/zip_builder.h"

namespace {

using namespace tiku::formats;

using Parts = std::vector<std::pair<std::string, std::string>>;

ImportResult importSets(const Bank& bank, const std::string& bytes) {
  const tiku::test::Folder folder;
  std::ofstream(folder / "题组.zip", std::ios::binary) << bytes;
  ImportOptions options;
  options.level = Level::of(3);
  return importFile(bank, folder / "题组.zip", options);
}

template <typename T>
void removeAll(const Bank& bank, Edit& edit) {
  for (const auto& one : bank.all<T>()) edit.remove(one->id);
}

// The bank's tables and people alone.
Bank withoutItems(const Bank& bank) {
  Bank other = bank;
  Edit edit("");
  removeAll<TheoryItem>(bank, edit);
  removeAll<SkillItem>(bank, edit);
  removeAll<ItemSet>(bank, edit);
  removeAll<Paper>(bank, edit);
  removeAll<Media>(bank, edit);
  other.apply(edit);
  return other;
}

// What the losses announce of a set: its origin, options that its items do not have, items that were not
// written.
ItemSet asAnnounced(ItemSet set, const Bank& back) {
  set.source = {};
  set.extras = {};
  set.options.clear();
  std::erase_if(set.items, [&back](Id item) { return back.find<TheoryItem>(item) == nullptr; });
  return set;
}

// Two items about one case, with a picture in it.
Bank caseStudy() {
  Bank bank;
  const std::string picture = "\x89PNG\r\n\x1A\n of a lathe";
  const std::string digest = sha256(picture);
  ItemSet set(Id::wellKnown(700), *Level::of(3), ItemSet::Kind::kSharedStem);
  set.stem = RichText({Paragraph{
      {{Inline::Kind::kText, "某车间量具台账如图。", {}}, {Inline::Kind::kImage, "台账", digest + ".png"}}}});
  Edit edit("");
  edit.put(Media{*Id::ofDigest(digest), digest + ".png", picture});
  for (const unsigned number : {1U, 2U}) {
    TheoryItem item(Id::wellKnown(700 + number), *Level::of(3), ItemType::kTrueFalse);
    item.stem = RichText::plain("第 " + std::to_string(number) + " 件量具已到期。");
    item.key = JudgementKey{number == 1};
    set.items.push_back(item.id);
    edit.put(item);
  }
  edit.put(set);
  bank.apply(edit);
  return bank;
}

const std::string kStimulus =
    R"(<qti-assessment-stimulus xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" )"
    R"(identifier="s" title="s"><qti-stimulus-body><h2>案例</h2><p>某车间</p>)"
    "</qti-stimulus-body></qti-assessment-stimulus>";

std::string stimulusItem(const std::string& name) {
  return R"(<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier=")" + name +
         R"(" title="t" adaptive="false" time-dependent="false"><qti-response-declaration identifier="RESPONSE" )"
         R"(cardinality="single" base-type="string"/><qti-assessment-stimulus-ref identifier="s" )"
         R"(href="shared/s.xml"/><qti-item-body><p>问题)" +
         name + R"(</p><qti-extended-text-interaction response-identifier="RESPONSE"/></qti-item-body>)" +
         "</qti-assessment-item>";
}

Parts stimulusPackage() {
  const auto resource = [](const std::string& name) {
    return "<resource identifier=\"" + name + "\" type=\"imsqti_item_xmlv3p0\" href=\"" + name +
           ".xml\"><file href=\"" + name + ".xml\"/><dependency identifierref=\"S\"/></resource>";
  };
  return {{"imsmanifest.xml",
           R"(<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="M">)"
           "<resources>" +
               resource("a") + resource("b") +
               R"(<resource identifier="S" type="imsqti_stimulus_xmlv3p0" href="shared/s.xml">)"
               R"(<file href="shared/s.xml"/></resource></resources></manifest>)"},
          {"a.xml", stimulusItem("a")},
          {"b.xml", stimulusItem("b")},
          {"shared/s.xml", kStimulus}};
}

std::vector<std::string> saidLost(const ExportResult& result) {
  std::vector<std::string> all;
  for (const ExportLoss& loss : result.losses) all.push_back(loss.what);
  return all;
}

}  // namespace

TEST_CASE("sets go out in a package of QTI and come back, but for what was announced") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    for (const ExportFormat format : {ExportFormat::kQti22, ExportFormat::kQti3}) {
      INFO("seed " << seed);
      const Bank bank = tiku::test::randomBank(seed);
      Bank back = withoutItems(bank);
      back.apply(importSets(back, exportItems(bank, bank.all<TheoryItem>(), {.format = format}).bytes).edit);
      for (const auto& set : bank.all<ItemSet>()) {
        const ItemSet expected = asAnnounced(*set, back);
        const auto* found = back.find<ItemSet>(set->id);
        REQUIRE((found == nullptr) == expected.items.empty());
        if (found != nullptr) CHECK(asAnnounced(*found, back) == expected);
      }
    }
  }
}

TEST_CASE("a shared stem is a file of its own in QTI 3, and stands in each item in QTI 2.2") {
  const Bank bank = caseStudy();
  const std::string set = Id::wellKnown(700).str();
  const std::string first = "items/" + Id::wellKnown(701).str() + ".xml";
  for (const ExportFormat format : {ExportFormat::kQti22, ExportFormat::kQti3}) {
    const ExportResult result = exportItems(bank, chosenItems(bank, {}), {.format = format});
    CHECK(saidLost(result).empty());
    const ZipParts parts = ZipParts::open(result.bytes, "题组.zip");
    const bool apart = format == ExportFormat::kQti3;
    CHECK(parts.has("stimuli/" + set + ".xml") == apart);
    CHECK((parts.read(first).find("某车间量具台账如图") == std::string::npos) == apart);
    Bank back;
    back.apply(importSets(back, result.bytes).edit);
    const auto* found = back.find<ItemSet>(Id::wellKnown(700));
    REQUIRE(found != nullptr);
    CHECK(found->stem == bank.find<ItemSet>(Id::wellKnown(700))->stem);
    CHECK(found->items == std::vector<Id>{Id::wellKnown(701), Id::wellKnown(702)});
    CHECK(back.all<Media>().size() == 1);
    CHECK(importSets(back, result.bytes).edit.empty());
    CHECK(importSets(bank, result.bytes).edit.empty());
  }
}

TEST_CASE("items of another system that show one stimulus become a set, and go back byte for byte") {
  Bank bank;
  bank.apply(importSets(bank, tiku::tests::zipOf(stimulusPackage())).edit);
  REQUIRE(bank.all<ItemSet>().size() == 1);
  ItemSet set = *bank.all<ItemSet>().front();
  CHECK(set.stem.str() == "案例\n某车间");
  CHECK(set.items.size() == 2);
  CHECK(importSets(bank, tiku::tests::zipOf(stimulusPackage())).edit.empty());

  const ExportResult same = exportItems(bank, bank.all<TheoryItem>(), {.format = ExportFormat::kQti3});
  CHECK(saidLost(same).empty());
  const ZipParts parts = ZipParts::open(same.bytes, "back.zip");
  for (const auto& [path, bytes] : stimulusPackage()) {
    if (path != "imsmanifest.xml") CHECK(parts.read(path) == bytes);
  }
  CHECK(importSets(bank, same.bytes).edit.empty());

  set.stem = RichText::plain("某车间的另一个案例");
  bank.apply(Edit("").put(set));
  const ExportResult edited = exportItems(bank, bank.all<TheoryItem>(), {.format = ExportFormat::kQti3});
  CHECK(ZipParts::open(edited.bytes, "back.zip").has("stimuli/" + set.id.str() + ".xml"));
  CHECK(saidLost(edited).front() ==
        "这道题取自其他系统，在题库里改过：按题库写出，原件里题库没有的内容没有写出。");
}

TEST_CASE("what items share and a package does not have is told") {
  Parts parts = stimulusPackage();
  parts.pop_back();
  const ImportResult result = importSets(Bank(), tiku::tests::zipOf(parts));
  CHECK(result.report.rows.front().reason == "简答题，已导入：共用的材料“shared/s.xml”不在包里，没有收入。");
}
