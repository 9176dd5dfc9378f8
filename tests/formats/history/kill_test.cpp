// A check-in is killed at its system calls one after the other: what was checked in stays, git finds the
// history sound, and the next check-in is made as if nothing had happened.
#include <fstream>

#include "formats/history/repository.h"
#include "tests/formats/history/work_tree.h"
#include "tests/support/killed.h"

using namespace tiku::formats;
using tiku::test::errorOf;
using tiku::test::killedAt;
using tiku::test::shell;
using tiku::test::WorkTree;
namespace fs = std::filesystem;

namespace {

/// A bank with one item checked in and a second state of it on the disk.
class ChangedBank {
 public:
  ChangedBank() : shared_(fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path()) {
    work_.write("tiku.xml", "一");
    work_.write("items/level-3/a.xml", "旧");
    first_ = Repository::init(work_.path()).checkIn("一")->commit;
    work_.write("items/level-3/a.xml", "新");
    work_.write("items/level-3/b.xml", "又一题");
  }

  /// A copy of its own for each try, in memory where that is to be had.
  [[nodiscard]] fs::path fresh() const {
    const fs::path copy = shared_.path() / "题库";
    fs::remove_all(copy);
    fs::copy(work_.path(), copy, fs::copy_options::recursive);
    return copy;
  }
  [[nodiscard]] const std::string& first() const { return first_; }

 private:
  WorkTree work_;
  tiku::test::Folder shared_;
  std::string first_;
};

std::string fsck(const fs::path& bank) {
  return shell("git -C '" + bank.string() + "' fsck --strict --full --no-dangling --no-progress 2>&1").output;
}

void requireNextCheckIn(const fs::path& bank, const std::string& first) {
  Repository repository = Repository::open(bank);
  CHECK(repository.isAncestor(first, "HEAD"));
  repository.checkIn("再签入");
  CHECK(repository.dirty().empty());
  CHECK(repository.treeAt("HEAD")->read("items/level-3/a.xml") == "新");
  CHECK(repository.treeAt("HEAD")->read("items/level-3/b.xml") == "又一题");
  CHECK(shell("git -C '" + bank.string() + "' status --porcelain").output.empty());
}

}  // namespace

TEST_CASE("a check-in killed at any moment loses nothing, and the next one goes on by itself") {
  const ChangedBank changed;
  bool finished = false;
  for (int stops = 1; !finished; stops += 5) {
    const fs::path bank = changed.fresh();
    const auto ended = killedAt(stops, [&] { Repository::open(bank).checkIn("二"); });
    if (!ended) {
      WARN("this system does not allow tracing; killing a check-in was not tried");
      return;
    }
    finished = *ended;
    INFO("killed at stop " << stops);
    REQUIRE(fsck(bank).empty());
    requireNextCheckIn(bank, changed.first());
  }
}

TEST_CASE("only a lock that a dead check-in of ours left is removed") {
  const ChangedBank changed;
  const fs::path bank = changed.fresh();
  Repository repository = Repository::open(bank);

  // Notes that name another lock than the one that is there.
  std::ofstream(bank / ".git/index.lock") << "another program's";
  std::ofstream(bank / ".git/tiku-locks")
      << "index 1 1\nreference " << changed.first() << " refs/heads/main\n";
  CHECK(errorOf([&] { repository.checkIn("二"); }).code() == ErrorCode::kConflict);
  CHECK(fs::exists(bank / ".git/index.lock"));
  fs::remove(bank / ".git/index.lock");

  std::ofstream(bank / ".git/refs/heads/main.lock") << std::string(40, '1') << "\n";
  std::ofstream(bank / ".git/tiku-locks") << "reference " << changed.first() << " refs/heads/main\n";
  CHECK(errorOf([&] { repository.checkIn("二"); }).code() == ErrorCode::kConflict);
  CHECK(fs::exists(bank / ".git/refs/heads/main.lock"));
  fs::remove(bank / ".git/refs/heads/main.lock");

  // Notes that lead out of the references, or that a newer program wrote.
  std::ofstream(bank / "items/level-3/b.xml.lock") << changed.first() << "\n";
  for (const std::string& notes :
       {"reference " + changed.first() + " refs/heads/../../../items/level-3/b.xml\n",
        std::string("whatever\n"), std::string("index x\n"), std::string("reference")}) {
    std::ofstream(bank / ".git/tiku-locks") << notes;
    repository.checkIn("二");
    CHECK(fs::exists(bank / "items/level-3/b.xml.lock"));
    CHECK(fs::file_size(bank / ".git/tiku-locks") == 0);
  }
}
