// Two experts share one bank; the program of one of them is killed again and again while it saves, checks in,
// takes in the other's work and sends its own. A few times in every run of the tests; $TIKU_KILLS says how
// often else.
#include <cstdlib>
#include <random>
#include <set>

#include "formats/history/remote.h"
#include "formats/package/package.h"
#include "formats/package/save.h"
#include "tests/formats/history/work_tree.h"
#include "tests/support/killed.h"
#include "tests/support/random_bank.h"
#include "workflows/sync/sync.h"

using namespace tiku::formats;
using tiku::test::Folder;
using tiku::test::killedAt;
using tiku::test::RandomBank;
using tiku::test::shell;
using tiku::test::WorkTree;
using tiku::workflows::sync;
using tiku::workflows::SyncOptions;
namespace fs = std::filesystem;

namespace {

/// Two clones of a bank and the folder that they share, in memory where that is to be had.
class TwoExperts {
 public:
  TwoExperts() : place_(fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path()) {
    tiku::test::RandomSize small;
    small.theoryItems = 5;
    small.skillItems = 1;
    small.papers = 1;
    small.awkward = false;
    saveNew(RandomBank(7, small).bank(), zhang());
    Repository::init(zhang()).checkIn("新建");
    createShared(shared());
    setRemote(zhang(), {kDefaultRemote, shared().string()});
    sync(zhang(), options());
    clone(shared().string(), li());
  }

  [[nodiscard]] fs::path zhang() const { return place_.path() / "张敏"; }
  [[nodiscard]] fs::path li() const { return place_.path() / "李华"; }
  [[nodiscard]] fs::path shared() const { return place_.path() / "共享.git"; }

  /// Nobody is there to answer; both change other items anyway.
  static SyncOptions options() {
    SyncOptions mine;
    mine.open = SyncOptions::Open::kMine;
    return mine;
  }

  /// A new item, and other words in one that was there before.
  static void edit(const fs::path& bank, RandomBank& random) {
    Bank now = loadBank(bank).bank;
    const auto items = now.all<TheoryItem>();
    TheoryItem changed = *items[static_cast<std::size_t>(random.number(static_cast<int>(items.size())))];
    changed.rationale = RichText::plain(random.words());
    TheoryItem added = *items.front();
    added.id = random.id();
    added.stem = RichText::plain(random.words());
    std::vector<FileChange> files;
    const auto saved = now.listen([&](std::span<const Change> changes) { files = filesFor(changes); });
    Edit edit("编题");
    edit.put(std::move(changed)).put(std::move(added));
    now.apply(edit);
    saveFiles(bank, files);
  }

 private:
  WorkTree home_;  // Settings of git of its own.
  Folder place_;
};

std::set<Id> itemsAt(const fs::path& bank) {
  std::set<Id> ids;
  readBank(*Repository::open(bank).treeAt("HEAD")).bank.forEach<TheoryItem>([&](const auto& item) {
    ids.insert(item->id);
  });
  return ids;
}

std::string fsck(const fs::path& repository) {
  return shell("git -C '" + repository.string() + "' fsck --strict --full --no-dangling --no-progress 2>&1")
      .output;
}

int kills() {
  const char* wanted = std::getenv("TIKU_KILLS");
  return wanted == nullptr ? 12 : std::atoi(wanted);
}

}  // namespace

TEST_CASE("an expert's program killed while it saves, checks in, merges and syncs loses nothing") {
  const TwoExperts experts;
  RandomBank random(11);
  std::mt19937 moment(11);
  int killed = 0;
  for (int round = 0; killed < kills(); ++round) {
    TwoExperts::edit(experts.li(), random);
    sync(experts.li(), TwoExperts::options());
    const std::string before = Repository::open(experts.zhang()).find("HEAD").commit;
    const std::set<Id> itemsBefore = itemsAt(experts.zhang());
    const std::set<Id> sent = itemsAt(experts.li());

    const int deed = round % 3;
    const int longest = deed == 0 ? 60 : deed == 1 ? 600 : 6000;
    const int stops = std::uniform_int_distribution(1, longest)(moment);
    INFO("round " << round << ", killed at stop " << stops);
    RandomBank own(static_cast<std::uint64_t>(1000 + round));
    const auto ended = killedAt(stops, [&] {
      TwoExperts::edit(experts.zhang(), own);
      if (deed == 1) Repository::open(experts.zhang()).checkIn("签入");
      if (deed == 2) sync(experts.zhang(), TwoExperts::options());
    });
    if (!ended) {
      WARN("this system does not allow tracing; killing was not tried");
      return;
    }
    killed += *ended ? 0 : 1;

    REQUIRE_NOTHROW(loadBank(experts.zhang()));
    REQUIRE(fsck(experts.zhang()).empty());
    REQUIRE(fsck(experts.shared()).empty());
    Repository repository = Repository::open(experts.zhang());
    REQUIRE(repository.isAncestor(before, "HEAD"));
    const std::set<Id> now = itemsAt(experts.zhang());
    REQUIRE(std::ranges::includes(now, itemsBefore));
    // The shared folder holds at least what was sent there.
    sync(experts.li(), TwoExperts::options());
    REQUIRE(std::ranges::includes(itemsAt(experts.li()), sent));
  }
  // Work goes on as if nothing had happened, and both end with the same bank.
  sync(experts.zhang(), TwoExperts::options());
  sync(experts.li(), TwoExperts::options());
  CHECK(treeIdOf(*openDirectory(experts.zhang())) == treeIdOf(*openDirectory(experts.li())));
  CHECK(Repository::open(experts.zhang()).find("HEAD").commit ==
        Repository::open(experts.li()).find("HEAD").commit);
  CHECK(shell("git -C '" + experts.zhang().string() + "' status --porcelain").output.empty());
}
