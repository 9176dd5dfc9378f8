#include <fstream>

#include <catch2/catch.hpp>

#include "editor/document/document.h"
#include "formats/base/error.h"
#include "formats/package/save.h"
#include "tests/support/folder.h"
#include "tests/support/random_bank.h"

namespace {

using namespace tiku::editor;
using namespace tiku::formats;
using tiku::test::Folder;
using Kind = CheckInState::Kind;

Edit code(TheoryItem item, const std::string& code, const std::string& words) {
  item.code = code;
  item.stem = RichText::plain(words);
  return std::move(Edit("修改题干").put(std::move(item)));
}

}  // namespace

TEST_CASE("a bank's history is started, its state shown, its changes checked in in the field's words") {
  Folder folder;
  const auto document = Document::create(tiku::test::randomBank(1), folder / "bank");
  CHECK(document->checkInState() == CheckInState{});
  document->startHistory();
  CHECK(document->checkInState() == CheckInState{Kind::kClean, 0});
  CHECK(document->proposedMessage().empty());

  const auto items = document->bank().all<TheoryItem>();
  document->apply(code(*items[0], "B-A-001", "改一"));
  CHECK(document->checkInState().kind == Kind::kClean);
  CHECK(document->proposedMessage() == "修改理论试题 B-A-001");
  document->save();
  CHECK(document->checkInState() == CheckInState{Kind::kChanged, 1});
  document->apply(code(*items[1], "B-A-002", "改二"));
  document->apply(Edit("删除").remove(items[2]->id));
  TheoryItem fresh = *items[3];
  fresh.id = Id::random();
  fresh.code = "B-A-003";
  document->apply(std::move(Edit("新题").put(fresh)));
  CHECK(document->proposedMessage() == "新增理论试题 B-A-003；修改理论试题 2 道；删除理论试题 1 道");

  std::vector<CheckInState> seen;
  const Listening listening = document->listen([&](const DocumentEvent& event) {
    if (event.history) seen.push_back(document->checkInState());
  });
  const auto revision = document->checkIn(document->proposedMessage());
  REQUIRE(revision);
  CHECK(revision->message.find("修改理论试题 2 道") != std::string::npos);
  CHECK(seen == std::vector{CheckInState{Kind::kChanged, 4}, CheckInState{Kind::kClean, 0}});
  CHECK(Repository::open(folder / "bank").dirty().empty());
  CHECK_FALSE(document->checkIn("没有改动"));
}

TEST_CASE("what was changed from outside shows in the state of the history") {
  Folder folder;
  const auto document = Document::create(tiku::test::randomBank(2), folder / "bank");
  document->startHistory();
  std::ofstream(folder / "bank" / "说明.txt") << "一";
  document->lookAtHistory();
  CHECK(document->checkInState() == CheckInState{Kind::kChanged, 1});
  CHECK(document->proposedMessage() == "新增其他文件 1 个");
  Repository::open(folder / "bank").checkIn("说明");
  document->lookAtHistory();
  CHECK(document->checkInState() == CheckInState{Kind::kClean, 0});
}

TEST_CASE("a single file has no history, a directory saved from it can") {
  Folder folder;
  const auto document = Document::create(tiku::test::randomBank(3), folder / "bank.tiku");
  CHECK_THROWS_AS(document->startHistory(), FormatError);
  document->apply(code(*document->bank().all<TheoryItem>().front(), "B-1", "改"));
  document->saveAs(folder / "bank");
  CHECK_FALSE(document->isArchive());
  CHECK_FALSE(document->modified());
  document->startHistory();
  CHECK(document->checkInState() == CheckInState{Kind::kClean, 0});
  CHECK_FALSE(std::filesystem::exists(folder / ".bank.tiku-edit"));
  CHECK(filesOf(loadBank(folder / "bank.tiku").bank) != filesOf(document->bank()));
}

TEST_CASE("saving as another file replaces it only when told to, and keeps foreign files") {
  Folder folder;
  const auto document = Document::create(tiku::test::randomBank(4), folder / "bank");
  std::ofstream(folder / "bank" / "README.txt") << "说明";
  Document::create(tiku::test::randomBank(5), folder / "other.tiku");
  CHECK_THROWS_AS(document->saveAs(folder / "other.tiku"), FormatError);
  CHECK(document->path() == folder / "bank");
  document->saveAs(folder / "other.tiku", true);
  CHECK(document->path() == folder / "other.tiku");
  CHECK(openTree(folder / "other.tiku")->read("README.txt") == "说明");
  CHECK(filesOf(loadBank(folder / "other.tiku").bank) == filesOf(document->bank()));
  CHECK_THROWS_AS(document->saveAs(folder / "bank"), FormatError);
}
