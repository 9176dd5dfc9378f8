// What a year of check-ins weighs, and what goes from one to the other: what changed, not the bank.
#include <random>

#include "formats/base/digest.h"
#include "formats/history/bundle.h"
#include "formats/history/pack_stream.h"
#include "formats/history/tree_difference.h"
#include "tests/formats/history/remote_story.h"
#include "tests/support/killed.h"

using namespace tiku::formats;
using namespace tiku::test;

namespace fs = std::filesystem;

namespace {

std::string itemFile(int n) {
  return "items/level-3/theory/" + std::to_string(10000 + n) + ".xml";
}

std::string itemText(int n, int version) {
  return "<item><stem>第 " + std::to_string(n) + " 题，第 " + std::to_string(version) +
         " 稿</stem><reference>《检修工手册》第 " + std::to_string(n) + " 页</reference></item>\n";
}

std::string objectsOf(const Sharing& desks, const fs::path& bank) {
  return desks.gitIn(bank, "rev-list --all --objects | cut -c1-40 | sort");
}

int countOf(const Sharing& desks, const fs::path& bank, const std::string& what) {
  const std::string counts = "\n" + desks.gitIn(bank, "count-objects -v");
  const std::size_t at = counts.find("\n" + what + ": ");
  REQUIRE(at != std::string::npos);
  return std::stoi(counts.substr(at + what.size() + 3));
}

std::string soundnessOf(const Sharing& desks, const fs::path& bank) {
  return desks.gitIn(bank, "fsck --strict --full --no-dangling --no-progress 2>&1");
}

/// Sixty check-ins as they come: items are added, changed back and forth, emptied, removed; a file becomes a
/// folder; branches come together; two versions get a name.
void manyCheckIns(const Sharing& desks) {
  std::mt19937 dice(11);
  Repository repository = Repository::open(desks.path());
  for (int round = 0; round < 60; ++round) {
    const int n = static_cast<int>(dice() % 12);
    const fs::path file = desks.path() / itemFile(n);
    switch (dice() % 6) {
      case 0:
        fs::remove_all(file);
        break;
      case 1:
        fs::remove_all(file);
        Sharing::put(file, "");
        break;
      case 2:
        fs::remove_all(file);
        Sharing::put(file / "inner.xml", itemText(n, round));
        break;
      default:
        fs::remove_all(file);
        Sharing::put(file, itemText(n, static_cast<int>(dice() % 4)));
    }
    Sharing::put(desks.path() / "bank.xml", std::to_string(round));
    repository.checkIn("第 " + std::to_string(round) + " 次");
    if (round % 20 == 10) {
      (void)desks.git("branch side HEAD~3");
      (void)desks.git("merge -q -s ours -m 合并 side");
      (void)desks.git("branch -D side");
    }
    if (round % 25 == 5) repository.tag("第" + std::to_string(round) + "稿", "附注");
  }
}

}  // namespace

TEST_CASE("a disc holds what changed, however large the folder that it changed in", "[bundle]") {
  const Sharing desks;
  for (int n = 0; n < 2000; ++n) desks.write(itemFile(n), itemText(n, 1));
  Repository::open(desks.path()).checkIn("两千题");
  clone(desks.path().string(), desks.second());
  const std::string base = desks.git("rev-parse HEAD");
  const std::string now = Sharing::change(desks.path(), itemFile(77), itemText(77, 2));

  const fs::path disc = desks.root() / "disc.bundle";
  const auto written = writeBundle(desks.path(), disc, {base});
  REQUIRE(written);
  CHECK(written->objects == 6);  // The check-in, its four folders and the item.
  CHECK(written->bytes < 2000);
  CHECK(desks.gitIn(desks.second(), "bundle verify -q '" + disc.string() + "'").ends_with("is okay"));
  CHECK(desks.gitIn(desks.second(), "fetch -q '" + disc.string() + "' main:fetched") == "");
  CHECK(desks.gitIn(desks.second(), "show fetched:" + itemFile(77)) ==
        itemText(77, 2).substr(0, itemText(77, 2).size() - 1));
  (void)desks.gitIn(desks.second(), "branch -D fetched");

  const fs::path third = desks.root() / "third";
  (void)shell("git clone -q '" + desks.second().string() + "' '" + third.string() + "'");
  const BundleTaken taken = readBundle(third, disc, {});
  CHECK(taken.tip == now);
  CHECK(soundnessOf(desks, third) == "");
}

TEST_CASE("a whole history arrives object by object as it is, and small", "[remote]") {
  const Sharing desks;
  manyCheckIns(desks);
  setRemote(desks.path(), {"origin", (desks.hub() / "bank.git").string()});
  (void)push(desks.path(), "origin");
  clone((desks.hub() / "bank.git").string(), desks.second());
  for (const fs::path& there : {desks.hub() / "bank.git", desks.second()}) {
    CHECK(soundnessOf(desks, there) == "");
    CHECK(desks.gitIn(there, "rev-parse main") == desks.git("rev-parse main"));
  }
  CHECK(objectsOf(desks, desks.second()) == objectsOf(desks, desks.path()));
  CHECK(countOf(desks, desks.second(), "packs") == 1);
}

TEST_CASE("what a colleague sends of a few changes lies as loose objects, not as one more pack", "[remote]") {
  const Sharing desks;
  setRemote(desks.path(), {"origin", (desks.hub() / "bank.git").string()});
  (void)push(desks.path(), "origin");
  clone((desks.hub() / "bank.git").string(), desks.second());
  const int packs = countOf(desks, desks.second(), "packs");
  for (int n = 0; n < 3; ++n) {
    (void)Sharing::change(desks.path(), itemFile(n), itemText(n, 1));
    (void)push(desks.path(), "origin");
    (void)fetch(desks.second(), "origin");
    CHECK(soundnessOf(desks, desks.second()) == "");
  }
  CHECK(countOf(desks, desks.second(), "packs") == packs);
  CHECK(desks.gitIn(desks.second(), "rev-parse origin/main") == desks.git("rev-parse main"));
}

TEST_CASE("many check-ins are packed by themselves, and nothing that was there is lost", "[pack]") {
  const Sharing desks;
  (void)desks.git("config gc.auto 0");
  manyCheckIns(desks);
  const std::string forgotten = desks.git("rev-parse HEAD");
  (void)desks.git("reset -q --hard HEAD~1");
  const std::string before = objectsOf(desks, desks.path());
  const int loose = countOf(desks, desks.path(), "count");
  REQUIRE(loose > 300);

  // From now on whenever the folder 17 has more than one.
  (void)desks.git("config gc.auto 256");
  int checkIns = 0;
  while (countOf(desks, desks.path(), "count") >= loose / 2) {
    REQUIRE(++checkIns < 400);
    (void)Sharing::change(desks.path(), itemFile(1), itemText(1, 1000 + checkIns));
  }
  CHECK(soundnessOf(desks, desks.path()) == "");
  const std::string after = objectsOf(desks, desks.path());
  std::istringstream lines(before);
  for (std::string id; std::getline(lines, id);) CHECK(after.find(id) != std::string::npos);
  // What no branch leads to any more is not ours to take away.
  CHECK(desks.git("cat-file -t " + forgotten) == "commit");
  CHECK(Repository::open(desks.path()).log(1000).size() > 60);
  CHECK(Repository::open(desks.path()).dirty().empty());
}

TEST_CASE("a check-in killed while it packs the others loses nothing", "[pack]") {
  const Sharing desks;
  (void)desks.git("config gc.auto 0");
  manyCheckIns(desks);
  (void)desks.git("config gc.auto 1");
  // Git reckons how many there are by the folder 17: two of them are more than gc.auto asks for.
  for (int n = 0, found = 0; found < 2; ++n) {
    const std::string text = std::to_string(n);
    const std::string object = "blob " + std::to_string(text.size()) + std::string(1, '\0') + text;
    if (!digest(Hash::kSha1, object).starts_with("17")) continue;
    ++found;
    (void)shell("printf " + text + " | git -C '" + desks.path().string() + "' hash-object -w --stdin");
  }
  const std::string before = desks.git("rev-parse HEAD");
  Sharing::put(desks.path() / "bank.xml", "最后一次");
  const Folder memory(fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path());
  const fs::path copy = memory.path() / "题库";
  bool finished = false;
  for (int stops = 150; !finished; stops += 307) {
    fs::remove_all(copy);
    fs::copy(desks.path(), copy, fs::copy_options::recursive);
    const auto ended = killedAt(stops, [&] { Repository::open(copy).checkIn("二"); });
    if (!ended) {
      WARN("this system does not allow tracing; killing was not tried");
      return;
    }
    finished = *ended;
    INFO("killed at stop " << stops);
    REQUIRE(soundnessOf(desks, copy) == "");
    Repository repository = Repository::open(copy);
    REQUIRE(repository.isAncestor(before, "HEAD"));
    repository.checkIn("再签入");
    REQUIRE(repository.dirty().empty());
  }
}

// libgit2 alone would go round for ever, and take memory until there is none.
TEST_CASE("a disc whose pack holds one object twice is refused, and soon", "[bundle]") {
  const Sharing desks;
  const fs::path disc = desks.root() / "disc.bundle";
  const std::string tip = desks.git("rev-parse HEAD");
  {
    std::ofstream file(disc, std::ios::binary);
    file << "# v2 git bundle\n" << tip << " refs/heads/main\n\n";
    git::PackStream pack(3, [&](std::string_view bytes) { file << bytes; });
    const std::string one = "一份试题，长得足以从中截取";
    const std::string other = one + "，又一份";
    git_oid id{};
    REQUIRE(git_odb_hash(&id, one.data(), one.size(), GIT_OBJECT_BLOB) == 0);
    pack.whole(GIT_OBJECT_BLOB, one);
    pack.whole(GIT_OBJECT_BLOB, other);
    pack.delta(id, git::contentDelta(one, other));
    pack.finish();
  }
  const std::string before = desks.git("count-objects -v");
  CHECK(errorOf([&] { (void)readBundle(desks.path(), disc, {}); }).code() == ErrorCode::kNotUnderstood);
  CHECK(desks.git("count-objects -v") == before);
  CHECK(soundnessOf(desks, desks.path()) == "");
}
