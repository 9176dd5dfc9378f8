#include "workflows/history/changes.h"

#include <catch2/catch.hpp>

#include "formats/base/temp_directory.h"
#include "formats/package/save.h"
#include "tests/support/random_bank.h"

using namespace tiku::formats;
using namespace tiku::workflows;

TEST_CASE("a check-in tells the objects that it added, changed, moved and removed, and nothing else") {
  const TempDirectory folder;
  const auto path = folder.path() / "bank";
  Bank bank = tiku::test::RandomBank(3).bank();
  saveNew(bank, path);
  Repository repository = Repository::init(path);
  const Signature author{"王工", "w@example.org"};
  const auto first = repository.checkIn("新建", author);
  REQUIRE(first);
  CHECK_FALSE(repository.before(first->commit));
  CHECK(changesOf(repository, first->commit).objects.size() == bank.size());

  const auto items = bank.all<TheoryItem>();
  TheoryItem changed = *items[0];
  changed.reference = "新的出处";
  TheoryItem moved = *items[1];
  moved.level = *Level::of(moved.level.number() == 1 ? 2 : 1);
  TheoryItem added(Id::random(), changed.level, ItemType::kTrueFalse);
  Edit edit;
  edit.put(changed).put(moved).put(added).remove(items[2]->id);
  const Bank before = bank;
  bank.apply(edit);
  saveAll(bank, path);
  const auto second = repository.checkIn("改了四处", author);
  REQUIRE(second);
  CHECK(repository.before("HEAD")->commit == first->commit);

  const RevisionChanges changes = changesOf(repository, "HEAD");
  CHECK(changes.otherFiles.empty());
  REQUIRE(changes.objects.size() == 4);
  for (const Change& change : changes.objects) {
    const Object* then = before.object(change.id);
    const Object* now = bank.object(change.id);
    CHECK(sameContent(change.before, then == nullptr ? Object() : *then));
    CHECK(sameContent(change.after, now == nullptr ? Object() : *now));
  }
}

TEST_CASE("an object has its own history, through a move to another level, and comes back as it was") {
  const TempDirectory folder;
  const auto path = folder.path() / "bank";
  Bank bank = tiku::test::RandomBank(5).bank();
  saveNew(bank, path);
  Repository repository = Repository::init(path);
  const Signature author{"王工", "w@example.org"};
  std::vector<std::string> commits;
  const auto checkIn = [&](const Edit& edit, const std::string& message) {
    bank.apply(edit);
    saveAll(bank, path);
    commits.push_back(repository.checkIn(message, author)->commit);
  };
  checkIn(Edit(), "新建");
  const auto items = bank.all<TheoryItem>();
  const TheoryItem first = *items[0];
  TheoryItem item = first;
  item.stem = RichText::plain("第二版的题干。");
  checkIn(Edit().put(item), "改题干");
  TheoryItem other = *items[1];
  other.reference = "别的题";
  checkIn(Edit().put(other), "改别的题");
  item.level = *Level::of(item.level.number() == 1 ? 2 : 1);
  checkIn(Edit().put(item), "换等级");
  item.difficulty = item.difficulty == 2 ? 3 : 2;
  checkIn(Edit().put(item), "改难度");

  const auto history = historyOf(repository, *bank.object(item.id));
  std::vector<std::string> messages;
  for (const ObjectRevision& one : history) messages.push_back(one.revision.message);
  CHECK(messages == std::vector<std::string>{"改难度", "换等级", "改题干", "新建"});
  for (const ObjectRevision& one : history) REQUIRE(one.change);
  CHECK(history[2].change->was<TheoryItem>()->stem == first.stem);
  CHECK(history[2].change->is<TheoryItem>()->stem == item.stem);
  CHECK(history[1].change->was<TheoryItem>()->level == first.level);
  CHECK(history[3].change->kind() == Change::Kind::kAdded);
  CHECK(historyOf(repository, *bank.object(item.id), 2).size() == 2);

  bank.apply(restoreEdit(bank, history[3].change->after));
  CHECK(*bank.find<TheoryItem>(item.id) == first);
}

TEST_CASE("who has the bank's own data as it was keeps the package that it is") {
  Bank bank = tiku::test::RandomBank(5).bank();
  BankInfo then = bank.info();
  then.title = "从前的名称";
  then.packageId = Id::random();
  bank.apply(restoreEdit(bank, std::make_shared<const BankInfo>(then)));
  CHECK(bank.info().title == "从前的名称");
  CHECK_FALSE(bank.info().packageId == then.packageId);
}
