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
