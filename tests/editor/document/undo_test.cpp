#include <map>

#include <catch2/catch.hpp>

#include "editor/document/document.h"
#include "formats/package/save.h"
#include "tests/support/folder.h"
#include "tests/support/random_bank.h"

namespace {

using namespace tiku::editor;
using namespace tiku::formats;
using tiku::test::Folder;
using namespace std::chrono_literals;

struct Desk {
  Desk() {
    options.now = [this] { return time; };
  }
  Folder folder;
  std::chrono::steady_clock::time_point time{};
  DocumentOptions options;
};

TheoryItem anyItem(const Bank& bank) {
  return *bank.all<TheoryItem>().front();
}

Edit stem(const Bank& bank, Id item, const std::string& words) {
  TheoryItem changed = *bank.find<TheoryItem>(item);
  changed.stem = RichText::plain(words);
  return std::move(Edit("修改题干").put(std::move(changed)));
}

}  // namespace

TEST_CASE("typing in one field without a pause is undone as one step, and named in the menu") {
  Desk desk;
  const auto document = Document::create(tiku::test::randomBank(1), desk.folder / "bank", desk.options);
  const Id item = anyItem(document->bank()).id;
  const RichText before = document->bank().find<TheoryItem>(item)->stem;
  CHECK_FALSE(document->canUndo());
  for (const char* words : {"车", "车削", "车削外圆"}) {
    document->apply(stem(document->bank(), item, words), "stem");
    desk.time += 1s;
  }
  CHECK(document->undoTitle() == "修改题干");
  desk.time += 2s;
  document->apply(stem(document->bank(), item, "车削外圆时"), "stem");
  document->endMerge();
  document->apply(stem(document->bank(), item, "车削外圆时，"), "stem");

  REQUIRE(document->undo());
  CHECK(document->bank().find<TheoryItem>(item)->stem.str() == "车削外圆时");
  REQUIRE(document->undo());
  CHECK(document->bank().find<TheoryItem>(item)->stem.str() == "车削外圆");
  REQUIRE(document->undo());
  CHECK(document->bank().find<TheoryItem>(item)->stem == before);
  CHECK_FALSE(document->undo());
  CHECK_FALSE(document->modified());
  CHECK(document->redoTitle() == "修改题干");
  REQUIRE(document->redo());
  CHECK(document->bank().find<TheoryItem>(item)->stem.str() == "车削外圆");
  CHECK(document->unsaved() == std::vector<Id>{item});
}

TEST_CASE("what was typed and taken back leaves no step in the menu") {
  Desk desk;
  const auto document = Document::create(tiku::test::randomBank(2), desk.folder / "bank", desk.options);
  const Id item = anyItem(document->bank()).id;
  const std::string words = document->bank().find<TheoryItem>(item)->stem.str();
  document->apply(stem(document->bank(), item, words + "一"), "stem");
  REQUIRE(document->canUndo());
  document->apply(Edit("修改题干").put(anyItem(tiku::test::randomBank(2))), "stem");
  CHECK_FALSE(document->canUndo());
  CHECK_FALSE(document->modified());
}

TEST_CASE("undone to the start and redone to the end a bank has the same bytes") {
  const auto seed = static_cast<std::uint64_t>(GENERATE(range(1, 6)));
  Desk desk;
  tiku::test::RandomBank random(seed);
  const auto document = Document::create(random.bank(), desk.folder / "bank", desk.options);
  const auto start = filesOf(document->bank());
  const Bank other = tiku::test::randomBank(seed + 100);
  const std::vector<std::shared_ptr<const TheoryItem>> fresh = other.all<TheoryItem>();
  for (int step = 0; step < 120; ++step) {
    const auto items = document->bank().all<TheoryItem>();
    if (random.chance(60) && !items.empty()) {
      const Id id = items[static_cast<std::size_t>(random.number(static_cast<int>(items.size())))]->id;
      document->apply(stem(document->bank(), id, random.words()), random.chance(50) ? "stem" : "");
    } else if (random.chance(50) && !items.empty()) {
      document->apply(Edit("删除").remove(items.front()->id));
    } else if (random.chance(70)) {
      document->apply(Edit("加入").putObject(fresh[static_cast<std::size_t>(step) % fresh.size()]));
    } else {
      document->undo();
    }
    desk.time += 500ms;
  }
  const auto end = filesOf(document->bank());
  while (document->redo()) {
  }
  const auto last = filesOf(document->bank());
  while (document->undo()) {
  }
  CHECK(filesOf(document->bank()) == start);
  CHECK_FALSE(document->modified());
  while (document->redo()) {
  }
  CHECK(filesOf(document->bank()) == last);
  CHECK(end != start);
}
