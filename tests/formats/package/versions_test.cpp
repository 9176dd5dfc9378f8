// Banks of other versions: the first one, kept for ever, and those that are newer than this program.
#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/package/package.h"
#include "formats/package/save.h"
#include "tests/support/files.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

using namespace tiku::formats;
using tiku::test::Files;
using tiku::test::filesOf;
using tiku::test::Folder;
namespace fs = std::filesystem;

namespace {

Files newerMinor() {
  return {{"tiku.xml",
           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tiku xmlns=\"urn:tiku:1\" version=\"1.7\" "
           "package=\"22222222-2222-4222-8222-222222222222\"/>\n"},
          {"bank.xml", R"(<?xml version="1.0" encoding="UTF-8"?>
<bank xmlns="urn:tiku:1" title="新" class="technical" theory="items" skills="items" region="贵州" xmlns:q="urn:q" q:rank="1">
  <institution name="某校" rating="A"/>
  <later note="a &amp; b">
    <deep>文 字</deep>
    <q:thing xmlns:q="urn:q" q:a="1"/>
  </later>
</bank>
)"},
          {"people.xml", R"(<?xml version="1.0" encoding="UTF-8"?>
<people xmlns="urn:tiku:1">
  <person id="33333333-3333-4333-8333-333333333333" name="甲" kind="staff">
    <portrait file="x"/>
  </person>
</people>
)"},
          {"reviews/round-1.xml", "<review xmlns=\"urn:tiku:1\"/>\n"}};
}

}  // namespace

TEST_CASE("what a newer minor version added survives a load and a save to the byte", "[package]") {
  const Folder folder;
  const auto place = folder / "bank";
  const Files files = newerMinor();
  unpackTree(*memoryTree("t", {files.begin(), files.end()}), place);
  ReadResult loaded = loadBank(place);
  CHECK(loaded.version == FormatVersion{1, 7});
  REQUIRE(loaded.notes.size() == 2);
  CHECK(loaded.notes[0].kind == ReadNote::Kind::kNewerMinor);
  CHECK(loaded.notes[1].kind == ReadNote::Kind::kForeignFile);
  CHECK(loaded.notes[1].path == "reviews/round-1.xml");

  saveAll(loaded.bank, place);
  CHECK(filesOf(*openDirectory(place)) == files);

  // A change by this program keeps what it does not know, and the version that it belongs to.
  BankInfo info = loaded.bank.info();
  info.title = "改";
  Edit edit;
  loaded.bank.apply(edit.put(info));
  saveAll(loaded.bank, place);
  Files expected = files;
  std::string& bank = expected.at("bank.xml");
  bank.replace(bank.find("新"), 3, "改");
  CHECK(filesOf(*openDirectory(place)) == expected);
  saveNew(loaded.bank, folder / "copy");
  expected.erase("reviews/round-1.xml");
  CHECK(filesOf(*openDirectory(folder / "copy")) == expected);
}

TEST_CASE("the same additions in a file that says 1.0 are an error, since nobody could have meant them",
          "[package]") {
  Files files = newerMinor();
  std::string& manifest = files.at("tiku.xml");
  manifest.replace(manifest.find("1.7"), 3, "1.0");
  try {
    readBank(*memoryTree("t", {files.begin(), files.end()}));
    FAIL("was read");
  } catch (const FormatError& error) {
    CHECK(error.place().file == "t!bank.xml");
    CHECK(error.place().line == 3);
    CHECK(std::string(error.what()).find("不认识的属性“rating”") != std::string::npos);
  }
}

TEST_CASE("what a newer minor version cannot have added is an error that advises a newer program",
          "[package]") {
  Files files = newerMinor();
  files["waivers.xml"] = "<waivers xmlns=\"urn:tiku:1\"><waiver date=\"soon\"/></waivers>";
  try {
    readBank(*memoryTree("t", {files.begin(), files.end()}));
    FAIL("was read");
  } catch (const FormatError& error) {
    CHECK(error.place().file == "t!waivers.xml");
    CHECK(error.advice() == "这个题库是较新版本的 Tiku 写的，请升级后再打开。");
  }
}

TEST_CASE("a newer major version is refused by its manifest alone, whatever the rest looks like",
          "[package]") {
  const auto tree = memoryTree("t", {{"tiku.xml",
                                      "<t:tiku xmlns:t=\"urn:tiku:2\" version=\"2.3\" more=\"x\" "
                                      "package=\"22222222-2222-4222-8222-222222222222\"><t:x/></t:tiku>"},
                                     {"bank.xml", "{}"}});
  try {
    readBank(*tree);
    FAIL("was read");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kNotAPackage);
    CHECK(std::string(error.what()) ==
          "这个题库的格式是 2.3 版，需要 Tiku 2.3 或更新版本；这里的 Tiku 只读到 1.0 版。");
    CHECK(error.advice() == "请升级 Tiku 后再打开。");
  }
}

TEST_CASE("a folder that is no package, or whose manifest is nonsense, is not taken for one", "[package]") {
  const auto code = [](Files files) {
    try {
      readBank(*memoryTree("t", {files.begin(), files.end()}));
    } catch (const FormatError& error) {
      return error.code();
    }
    return ErrorCode::kUsage;
  };
  CHECK(code({}) == ErrorCode::kNotAPackage);
  CHECK(code({{"tiku.xml", writeManifest(Id::random())}}) == ErrorCode::kNotAPackage);
  for (const std::string manifest :
       {"", "<tiku", "<tiku/>", "<tiku version=\"1.0\"/>",
        "<tiku version=\"1\" package=\"22222222-2222-4222-8222-222222222222\"/>",
        "<tiku version=\"1.x\" package=\"22222222-2222-4222-8222-222222222222\"/>",
        "<tiku version=\"-1.0\" package=\"22222222-2222-4222-8222-222222222222\"/>",
        "<other version=\"1.0\" package=\"22222222-2222-4222-8222-222222222222\"/>"}) {
    INFO(manifest);
    CHECK(code({{"tiku.xml", manifest}, {"bank.xml", ""}}) == ErrorCode::kNotAPackage);
  }
}

TEST_CASE("the package of version 1.0 is still read, means what it meant, and is written as it was",
          "[package]") {
  const fs::path kept = tiku::tests::sourceRoot() / "tests/data/package-1.0";
  const ReadResult loaded = loadBank(kept);
  const Bank& bank = loaded.bank;
  CHECK(loaded.notes.empty());
  CHECK(bank.info().title == "变配电运行值班员三级题库");
  CHECK(bank.info().occupation->str() == "6-31-01-02");
  CHECK(bank.info().institution.creditCode == "91520000TEST000001");
  REQUIRE(bank.standard() != nullptr);
  CHECK(bank.standard()->levels.front().functions.front().contents.front().skills.back().critical);
  CHECK(bank.standard()->theoryWeights.back().weights.at(*Level::of(3)).str() == "62.5");
  const Blueprint* blueprint = bank.blueprint(*Level::of(3));
  REQUIRE(blueprint != nullptr);
  CHECK(blueprint->theory.pointCount() == 3);
  CHECK(blueprint->structure.total() == Marks::whole(100));
  CHECK(blueprint->plan.total() == Marks::whole(100));
  CHECK(bank.all<Media>().size() == 1);
  std::map<ItemType, int> types;
  bank.forEach<TheoryItem>([&](const auto& item) { ++types[item->type]; });
  CHECK(types.size() == 10);
  const auto drawing = bank.find<TheoryItem>(*Id::parse("a0000000-0000-4000-8000-000000000008"));
  REQUIRE(drawing != nullptr);
  CHECK(drawing->stem.images() == std::vector<std::string>{bank.all<Media>().front()->name});
  const auto single = bank.find<TheoryItem>(*Id::parse("a0000000-0000-4000-8000-000000000001"));
  REQUIRE(single != nullptr);
  CHECK(single->stem.str() == "变压器油的作用不包括（　）。");
  CHECK(std::get<ChoiceKey>(single->key).options == std::vector<int>{2});
  const ItemSet* set = bank.setOf(single->id);
  REQUIRE(set != nullptr);
  CHECK(set->stem.str() == "某变电站巡视时发现主变压器油位低于下限。");
  CHECK(set->items.size() == 2);
  const auto skill = bank.all<SkillItem>().front();
  CHECK(skill->scoreTotal() == skill->marks);
  CHECK(skill->vetoes == std::vector<std::string>{"带电挂接地线"});
  CHECK(bank.all<Paper>().front()->total() == Marks::whole(3));
  CHECK(bank.find<People>(People::kId)->people.size() == 2);
  CHECK(bank.find<Waivers>(Waivers::kId)->waivers.front().reason == "现场已停用");
  const Judgement& judgement = bank.find<Judgements>(Judgements::kId)->judgements.front();
  CHECK(judgement.verdict == Judgement::Verdict::kVariant);
  CHECK(judgement.reason == "一问作用，一问标志");
  CHECK(bank.find<Dossier>(Dossier::kId)->fields.at("development-started") == "2026年3月");
  const Term& term = bank.find<Terms>(Terms::kId)->terms.front();
  CHECK(term.preferred == "绝缘电阻表");
  CHECK(term.variants.back() == TermVariant{TermVariant::Use::kAllowed, "兆欧表"});
  const Expert& expert = bank.find<Experts>(Experts::kId)->experts.front();
  CHECK(expert.title == ExpertTitle::kAssociate);
  CHECK(expert.avoidances.front().institution == "黔中电力公司");
  const PanelDraw& draw = bank.find<PanelDraws>(PanelDraws::kId)->draws.front();
  CHECK(draw.candidates.back().excluded == Exclusion::kRemoved);
  CHECK(draw.refusals.front().reason == "出差");
  const StandardUpdate& update = *bank.all<StandardUpdate>().front();
  CHECK(update.effective == Date::parse("2026-03-01"));
  CHECK(update.changes.back().kind == EntryChange::Kind::kWeight);
  CHECK(update.tasks.front().kind == UpdateTask::Kind::kItem);
  CHECK(update.tasks.front().reason == "新标准只改了措辞");

  const Folder folder;
  saveNew(bank, folder / "again");
  CHECK(filesOf(*openDirectory(folder / "again")) == filesOf(*openDirectory(kept)));
}
