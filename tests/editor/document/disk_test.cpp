#include <fstream>
#include <thread>

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
using tiku::test::RandomBank;
namespace fs = std::filesystem;

TheoryItem itemAt(const Bank& bank, std::size_t which) {
  return *bank.all<TheoryItem>()[which];
}

Edit stem(TheoryItem item, const std::string& words) {
  item.stem = RichText::plain(words);
  return std::move(Edit("修改题干").put(std::move(item)));
}

// What another program does: read, change, write.
template <typename Change>
void elsewhere(const fs::path& path, const Change& change) {
  Bank bank = loadBank(path).bank;
  std::vector<FileChange> files;
  const auto subscription = bank.listen([&](std::span<const tiku::formats::Change> made) {
    for (FileChange& file : filesFor(made)) files.push_back(std::move(file));
  });
  change(bank);
  if (fs::is_directory(path)) {
    saveFiles(path, files);
  } else {
    saveArchive(path, files);
  }
}

// Random changes to one side: some items by field, some removed, some new.
Edit randomEdit(RandomBank& random, const Bank& bank, const Bank& fresh) {
  Edit edit("改");
  for (const auto& item : bank.all<TheoryItem>()) {
    if (random.chance(20)) {
      edit.remove(item->id);
    } else if (random.chance(40)) {
      TheoryItem changed = *item;
      if (random.chance(50)) changed.stem = random.rich();
      if (random.chance(50)) changed.reference = random.words();
      if (random.chance(50)) changed.difficulty = 1 + random.number(5);
      edit.put(std::move(changed));
    }
  }
  for (const auto& item : fresh.all<TheoryItem>()) {
    if (random.chance(20)) edit.putObject(item);
  }
  return edit;
}

}  // namespace

TEST_CASE("what another program changed is taken, what we changed stays, in one step that can be undone") {
  Folder folder;
  const auto path = folder / (GENERATE(false, true) ? "bank.tiku" : "bank");
  const auto document = Document::create(tiku::test::randomBank(1), path);
  CHECK(document->lookAtDisk().taken == 0);
  const TheoryItem theirs = itemAt(document->bank(), 0);
  const TheoryItem ours = itemAt(document->bank(), 1);
  const TheoryItem both = itemAt(document->bank(), 2);
  const TheoryItem gone = itemAt(document->bank(), 3);
  document->apply(stem(ours, "我们的"));
  document->apply(stem(both, "我们的题干"));
  elsewhere(path, [&](Bank& bank) {
    bank.apply(stem(theirs, "他们的"));
    TheoryItem changed = both;
    changed.reference = "他们的出处";
    bank.apply(std::move(Edit().put(changed)));
    bank.apply(std::move(Edit().remove(gone.id)));
  });

  const DiskNews news = document->lookAtDisk();
  CHECK(news.taken == 3);
  CHECK(news.questions == 0);
  CHECK(news.problems.empty());
  CHECK(document->undoTitle() == "从磁盘读入的修改");
  const Bank& bank = document->bank();
  CHECK(bank.find<TheoryItem>(theirs.id)->stem.str() == "他们的");
  CHECK(bank.find<TheoryItem>(ours.id)->stem.str() == "我们的");
  CHECK(bank.find<TheoryItem>(both.id)->stem.str() == "我们的题干");
  CHECK(bank.find<TheoryItem>(both.id)->reference == "他们的出处");
  CHECK(bank.find<TheoryItem>(gone.id) == nullptr);
  std::vector<Id> unsaved{ours.id, both.id};
  std::ranges::sort(unsaved);
  CHECK(document->unsaved() == unsaved);
  CHECK(document->lookAtDisk().taken == 0);

  document->undo();
  CHECK(bank.find<TheoryItem>(gone.id) != nullptr);
  CHECK(bank.find<TheoryItem>(theirs.id)->stem == theirs.stem);
  document->redo();
  document->save();
  CHECK(document->lookAtDisk().taken == 0);
  CHECK(filesOf(loadBank(path).bank) == filesOf(bank));
}

TEST_CASE("a field that both changed is asked about, and nothing is saved over it before the answer") {
  Folder folder;
  const auto path = folder / "bank";
  const auto document = Document::create(tiku::test::randomBank(2), path);
  const TheoryItem item = itemAt(document->bank(), 0);
  const TheoryItem removed = itemAt(document->bank(), 1);
  document->apply(stem(item, "我们的"));
  document->apply(stem(removed, "我们还要它"));
  elsewhere(path, [&](Bank& bank) {
    bank.apply(stem(item, "他们的"));
    bank.apply(std::move(Edit().remove(removed.id)));
  });
  CHECK_THROWS_AS(document->save(), FormatError);
  REQUIRE(document->questions().size() == 2);
  CHECK(loadBank(path).bank.find<TheoryItem>(item.id)->stem.str() == "他们的");

  const std::size_t field = document->questions()[0].field.empty() ? 1 : 0;
  CHECK(document->questions()[field].object == item.id);
  CHECK(document->questions()[field].word == "题干");
  const bool takesTheirs = GENERATE(true, false);
  document->resolve(field, takesTheirs ? Side::kTheirs : Side::kMine);
  CHECK(document->questions()[0].field.empty());
  document->resolve(0, takesTheirs ? Side::kTheirs : Side::kMine);
  document->save();
  const Bank saved = loadBank(path).bank;
  CHECK(saved.find<TheoryItem>(item.id)->stem.str() == (takesTheirs ? "他们的" : "我们的"));
  CHECK((saved.find<TheoryItem>(removed.id) == nullptr) == takesTheirs);
}

TEST_CASE("our own saves are no news, and a file written in other spacing says the same") {
  Folder folder;
  const auto path = folder / "bank";
  const auto document = Document::create(tiku::test::randomBank(3), path);
  document->apply(stem(itemAt(document->bank(), 0), "改过"));
  document->save();
  int events = 0;
  const Listening listening = document->listen([&](const DocumentEvent&) { ++events; });
  CHECK(document->lookAtDisk().taken == 0);
  const auto file = path / pathOf(document->bank().all<TheoryItem>().front());
  std::ofstream(file, std::ios::app) << "\n<!-- 另一个程序 -->\n";
  CHECK(document->lookAtDisk().taken == 0);
  CHECK(events == 0);
}

TEST_CASE("a file in the middle of a merge is told, kept as we know it, and not saved over") {
  Folder folder;
  const auto path = folder / "bank";
  const auto document = Document::create(tiku::test::randomBank(4), path);
  const TheoryItem item = itemAt(document->bank(), 0);
  const auto file = path / pathOf(document->bank().all<TheoryItem>().front());
  std::ofstream(file, std::ios::trunc) << "<<<<<<< HEAD\n";
  for (int look = 0; look < 2; ++look) {
    const DiskNews news = document->lookAtDisk();
    REQUIRE(news.problems.size() == 1);
    CHECK(news.problems[0].place().file.find(item.id.str()) != std::string::npos);
    CHECK(news.taken == 0);
  }
  document->apply(stem(item, "我们的"));
  CHECK_THROWS_AS(document->save(), FormatError);
  CHECK(fs::file_size(file) < 20);
}

TEST_CASE("a bank that was replaced by another one, or taken away, is not mixed with ours") {
  Folder folder;
  const auto path = folder / "bank";
  const auto document = Document::create(tiku::test::randomBank(5), path);
  const auto before = filesOf(document->bank());
  fs::remove(path / "bank.xml");
  CHECK(document->lookAtDisk().problems.size() == 1);
  document->save();
  CHECK(filesOf(loadBank(path).bank) == before);
  fs::remove(path / "tiku.xml");
  CHECK_THROWS_AS(document->lookAtDisk(), FormatError);
  fs::remove_all(path);
  saveNew(tiku::test::randomBank(6), path);
  CHECK_THROWS_AS(document->lookAtDisk(), FormatError);
  CHECK(filesOf(document->bank()) == before);
  fs::remove_all(path);
  document->saveAs(folder / "elsewhere");
  CHECK(filesOf(loadBank(folder / "elsewhere").bank) == before);
}

TEST_CASE("whatever both sides do, nothing is lost: every change is there or is asked about") {
  const int seed = GENERATE(range(1, 13));
  Folder folder;
  const auto path = folder / "bank";
  RandomBank random(static_cast<std::uint64_t>(seed));
  const Bank base = random.bank();
  const auto document = Document::create(base, path);
  const Bank fresh = tiku::test::randomBank(static_cast<std::uint64_t>(seed) + 500);
  document->apply(randomEdit(random, base, fresh));
  const Bank mine = document->bank();
  elsewhere(path, [&](Bank& bank) { bank.apply(randomEdit(random, bank, fresh)); });
  const Bank theirs = loadBank(path).bank;
  const DiskNews news = document->lookAtDisk();
  for (const FormatError& problem : news.problems) FAIL(problem.full());

  const auto asked = [&](Id id, const std::string& field) {
    return std::ranges::any_of(document->questions(), [&](const Question& question) {
      return question.object == id && (question.field == field || question.field.empty());
    });
  };
  std::set<Id> ids;
  for (const Bank* bank : {&base, &mine, &theirs}) {
    for (const auto& item : bank->all<TheoryItem>()) ids.insert(item->id);
  }
  const auto check = [&](Id id, const char* field, const auto& get) {
    const auto a = get(mine.find<TheoryItem>(id));
    const auto b = get(theirs.find<TheoryItem>(id));
    const auto was = get(base.find<TheoryItem>(id));
    const auto now = get(document->bank().find<TheoryItem>(id));
    INFO(id.str() << " " << field);
    if (a == b) {
      CHECK(now == a);
    } else if (a == was) {
      CHECK((now == b || asked(id, field)));
    } else if (b == was) {
      CHECK((now == a || asked(id, field)));
    } else {
      CHECK(now == a);
      CHECK(asked(id, field));
    }
  };
  using Text = std::optional<std::string>;
  for (const Id id : ids) {
    check(id, "stem", [](const TheoryItem* item) { return item ? Text(item->stem.str()) : Text(); });
    check(id, "reference", [](const TheoryItem* item) { return item ? Text(item->reference) : Text(); });
    check(id, "difficulty", [](const TheoryItem* item) {
      return item ? Text(std::to_string(item->difficulty.value_or(0))) : Text();
    });
  }
  while (!document->questions().empty())
    document->resolve(0, random.chance(50) ? Side::kMine : Side::kTheirs);
  document->save();
  CHECK(filesOf(loadBank(path).bank) == filesOf(document->bank()));
}
