// A sync is killed at its system calls one after the other: nothing that was checked in is lost on either
// side, git finds both sound, and the next sync ends as if nothing had happened. KILLS makes it die more
// often.
#include <cstdlib>

#include "tests/support/killed.h"
#include "tests/workflows/sync/two_desks.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::test::killedAt;
using tiku::test::shell;
using tiku::test::TwoDesks;

namespace fs = std::filesystem;

namespace {

// Both have done something that the other one does not have: mine is not even checked in.
struct Apart : TwoDesks {
  Apart() {
    write(lin(), 1, "林晓的题干");
    REQUIRE(sync(lin()).state == SyncResult::State::kDone);
    write(zhou(), 2, "周平签入的题干");
    REQUIRE(checkInDirty(zhou(), {}, {}));
    write(zhou(), 3, "周平没签入的题干");
    mine = git(zhou(), "rev-parse main");
    theirs = git(hub(), "rev-parse main");
    fs::copy(root(), kept.path(), fs::copy_options::recursive);
  }
  // Everything as it was before the try that was killed.
  void again() const {
    for (const fs::path& one : {zhou(), hub()}) {
      fs::remove_all(one);
      fs::copy(kept.path() / fs::relative(one, root()), one, fs::copy_options::recursive);
    }
  }
  static std::string fsck(const fs::path& where) {
    return shell("git -C '" + where.string() + "' fsck --strict --full --no-dangling --no-progress 2>&1")
        .output;
  }
  tiku::test::Folder kept;
  std::string mine;
  std::string theirs;
};

int fromEnvironmentOr(const char* name, int otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::atoi(value);
}

}  // namespace

TEST_CASE("a sync killed at any moment loses nothing, and the next one ends it", "[sync]") {
  const Apart apart;
  // How long it is, and then so many moments of it.
  int length = 1;
  for (; !killedAt(length, [&] { (void)TwoDesks::sync(apart.zhou()); }).value_or(true); length *= 2)
    apart.again();
  const int tries = fromEnvironmentOr("KILLS", 40);
  for (int i = 0; i < tries; ++i) {
    apart.again();
    const int stops = 1 + static_cast<int>(static_cast<long>(length) * i / tries);
    const auto ended = killedAt(stops, [&] { (void)TwoDesks::sync(apart.zhou()); });
    if (!ended) {
      WARN("this system does not allow tracing; killing a sync was not tried");
      return;
    }
    INFO("killed at stop " << stops << " of at most " << length);
    REQUIRE(Apart::fsck(apart.zhou()).empty());
    REQUIRE(Apart::fsck(apart.hub()).empty());
    (void)loadBank(apart.zhou());
    CHECK(Repository::open(apart.zhou()).isAncestor(apart.mine, "HEAD"));
    CHECK(shell("git -C '" + apart.hub().string() + "' merge-base --is-ancestor " + apart.theirs + " main")
              .status == 0);
    REQUIRE(TwoDesks::sync(apart.zhou()).state == SyncResult::State::kDone);
    CHECK(TwoDesks::stem(apart.zhou(), 1) == "林晓的题干");
    CHECK(TwoDesks::stem(apart.zhou(), 2) == "周平签入的题干");
    CHECK(TwoDesks::stem(apart.zhou(), 3) == "周平没签入的题干");
    CHECK(TwoDesks::git(apart.zhou(), "rev-parse main") == TwoDesks::git(apart.hub(), "rev-parse main"));
    CHECK(TwoDesks::git(apart.zhou(), "status --porcelain") == "");
  }
}
