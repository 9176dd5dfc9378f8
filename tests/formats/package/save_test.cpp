// All or nothing: whatever interrupts a save, the package holds its old state or its new one.
#include "formats/package/save.h"

#include <fstream>
#include <map>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/package/package.h"
#include "tests/support/files.h"
#include "tests/support/folder.h"
#include "tests/support/killed.h"
#include "tests/support/random_bank.h"

using namespace tiku::formats;
using tiku::test::Files;
using tiku::test::filesOf;
using tiku::test::Folder;
using tiku::test::killedAt;
using tiku::test::randomBank;
namespace fs = std::filesystem;

namespace {

Files contents(const fs::path& folder) {
  return filesOf(*openDirectory(folder));
}

const Files kOld{
    {"tiku.xml", "v"}, {"items/a.xml", "old a"}, {"items/b.xml", "old b"}, {"media/deep/c", "old c"}};

void putOld(const fs::path& folder) {
  for (const auto& [path, content] : kOld) {
    fs::create_directories((folder / path).parent_path());
    std::ofstream(folder / path) << content;
  }
}

Files after(Files files, const std::vector<FileChange>& changes) {
  for (const FileChange& change : changes) {
    if (change.remove) {
      files.erase(change.path);
    } else {
      files[change.path] = change.content;
    }
  }
  return files;
}

// Kills the save at every system call in turn, and looks at what is left.
void checkEveryKill(const std::vector<FileChange>& changes) {
  const Files fresh = after(kOld, changes);
  // A few hundred saves: in memory where that is to be had, since each waits for its disk several times.
  const fs::path place = fs::is_directory("/dev/shm") ? "/dev/shm" : fs::temp_directory_path();
  bool committed = false;
  for (int stops = 1;; ++stops) {
    const Folder folder(place);
    putOld(folder.path());
    const auto finished = killedAt(stops, [&] { saveFiles(folder.path(), changes); });
    if (!finished) {
      WARN("this system does not allow tracing; killing a save was not tried");
      return;
    }
    const Files seen = contents(folder.path());
    INFO("killed at stop " << stops);
    REQUIRE((seen == kOld || seen == fresh));
    // Once committed at some moment, committed at every later one.
    REQUIRE((seen == fresh || !committed));
    committed = seen == fresh;
    finishSave(folder.path());
    REQUIRE(contents(folder.path()) == seen);
    REQUIRE_FALSE(fs::exists(folder / ".tiku-save"));
    if (!*finished) continue;
    CHECK(seen == fresh);
    CHECK(stops > 10);
    return;
  }
}

ErrorCode failureOf(const std::function<void()>& work) {
  try {
    work();
  } catch (const FormatError& error) {
    return error.code();
  }
  FAIL("no failure");
  return ErrorCode::kUsage;
}

}  // namespace

TEST_CASE(
    "a process killed at any moment of a save leaves the old state or the new one, and the next save goes on",
    "[package]") {
  checkEveryKill({{"items/a.xml", "new a", false},
                  {"items/b.xml", "", true},
                  {"media/deep/c", "", true},
                  {"papers/level-3/d.xml", "new d", false}});
  checkEveryKill({{"items/a.xml", "a alone", false}});
  checkEveryKill({{"papers/level-3/d.xml", "new d alone", false}});
  checkEveryKill({{"media/deep/c", "", true}});
}

TEST_CASE("an interrupted save that was committed is finished by the next one before its own work",
          "[package]") {
  const Folder folder;
  putOld(folder.path());
  fs::create_directories(folder / ".tiku-save");
  std::ofstream(folder / ".tiku-save/0") << "waiting a";
  std::ofstream(folder / ".tiku-save/plan") << "tiku-save 1\nwrite items/a.xml\nremove items/b.xml\nend\n";
  saveFiles(folder.path(), std::vector<FileChange>{{"x.xml", "x", false}});
  CHECK(contents(folder.path()) ==
        Files{{"tiku.xml", "v"}, {"items/a.xml", "waiting a"}, {"media/deep/c", "old c"}, {"x.xml", "x"}});
}

TEST_CASE("a plan that no Tiku wrote, or that leads out of the package, is refused and nothing is touched",
          "[package]") {
  for (const std::string plan :
       {"tiku-save 1\nwrite ../out\nend\n", "tiku-save 1\nwrite /etc/x\nend\n", "nonsense",
        "tiku-save 1\nwrite items/a.xml\n", "tiku-save 1\nremove .git/HEAD\nend\n"}) {
    const Folder folder;
    putOld(folder / "in");
    fs::create_directories(folder / "in/.tiku-save");
    std::ofstream(folder / "in/.tiku-save/0") << "evil";
    std::ofstream(folder / "in/.tiku-save/plan") << plan;
    CHECK(failureOf([&] { openDirectory(folder / "in"); }) == ErrorCode::kNotUnderstood);
    CHECK(failureOf([&] { finishSave(folder / "in"); }) == ErrorCode::kNotUnderstood);
    CHECK_FALSE(fs::exists(folder / "out"));
    CHECK(fs::exists(folder / "in/.tiku-save/0"));
  }
}

TEST_CASE("paths that would leave the package are refused before anything is written", "[package]") {
  const Folder folder;
  putOld(folder / "in");
  for (const std::string path : {"../out", "/tmp/out", "a/../../out", "a//b", "", "a\\..\\b", "C:/x",
                                 ".git/config", "a/.hidden", "a/", "\xFF", "a\nb"}) {
    const std::vector<FileChange> changes{{"ok.xml", "ok", false}, {path, "x", false}};
    INFO(path);
    CHECK(failureOf([&] { saveFiles(folder / "in", changes); }) == ErrorCode::kOverLimit);
  }
  CHECK(contents(folder / "in") == kOld);
}

TEST_CASE("a symbolic link inside the package leads no write and no read out of it", "[package]") {
  const Folder folder;
  putOld(folder / "in");
  fs::create_directories(folder / "outside");
  std::ofstream(folder / "outside/secret") << "secret";
  fs::create_directory_symlink(folder / "outside", folder / "in/papers");
  fs::create_symlink(folder / "outside/secret", folder / "in/link.xml");
  CHECK(contents(folder / "in") == kOld);
  const std::vector<FileChange> changes{{"items/a.xml", "new", false}, {"papers/x.xml", "x", false}};
  CHECK(failureOf([&] { saveFiles(folder / "in", changes); }) == ErrorCode::kIo);
  CHECK(contents(folder / "in") == kOld);
  CHECK_FALSE(fs::exists(folder / "outside/x.xml"));
  // A link where a file goes is replaced, not followed.
  saveFiles(folder / "in", std::vector<FileChange>{{"link.xml", "mine", false}});
  CHECK(contents(folder / "outside") == Files{{"secret", "secret"}});
}

TEST_CASE("a file too large for the disk's quota leaves the package as it was", "[package]") {
  const Folder folder;
  putOld(folder.path());
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{65'536, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const std::vector<FileChange> changes{{"items/a.xml", "new", false},
                                        {"big", std::string(100'000, 'x'), false}};
  const ErrorCode code = failureOf([&] { saveFiles(folder.path(), changes); });
  const ErrorCode alone =
      failureOf([&] { writeFileSafely(folder / "items/a.xml", changes[1].content, true); });
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  CHECK(code == ErrorCode::kIo);
  CHECK(alone == ErrorCode::kIo);
  CHECK(contents(folder.path()) == kOld);
  CHECK_FALSE(fs::exists(folder / ".tiku-save"));
}

TEST_CASE("a full disk leaves the package as it was, and says so", "[package]") {
  const Folder folder;
  if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=256k") != 0) {
    WARN("no right to mount a small disk; a full disk was not tried");
    return;
  }
  putOld(folder.path());
  std::vector<FileChange> changes{{"items/a.xml", "new", false}};
  for (int i = 0; i < 100; ++i)
    changes.push_back({"items/n" + std::to_string(i), std::string(5000, 'x'), false});
  try {
    saveFiles(folder.path(), changes);
    FAIL("was saved");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kIo);
    CHECK(error.advice() == "磁盘满了：请腾出空间后再试。");
  }
  CHECK(contents(folder.path()) == kOld);
  CHECK_FALSE(fs::exists(folder / ".tiku-save"));
  ::umount2(folder.path().c_str(), MNT_DETACH);
}

TEST_CASE("a folder without the right to write leaves the package as it was, and says so", "[package]") {
  const Folder folder;
  putOld(folder.path());
  const bool root = ::geteuid() == 0;
  fs::permissions(folder / "items", fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read |
                                        fs::perms::others_exec);
  constexpr uid_t kNobody = 65'534;
  if (root) {
    fs::permissions(folder.path(), fs::perms::all);
    REQUIRE(::seteuid(kNobody) == 0);
  }
  const std::vector<FileChange> changes{{"x.xml", "x", false}, {"items/a.xml", "new", false}};
  std::string advice;
  try {
    saveFiles(folder.path(), changes);
  } catch (const FormatError& error) {
    advice = error.advice();
  }
  if (root) REQUIRE(::seteuid(0) == 0);
  fs::permissions(folder / "items", fs::perms::owner_all);
  CHECK(advice == "没有权限：请检查文件夹的权限，或换一个位置。");
  CHECK(contents(folder.path()) == kOld);
}

TEST_CASE("a new bank is not made where something lies already, and a bank is not saved over another one",
          "[package]") {
  const Folder folder;
  std::ofstream(folder / "note.txt") << "mine";
  CHECK(failureOf([&] { saveNew(Bank(), folder.path()); }) == ErrorCode::kConflict);
  CHECK(failureOf([&] { saveNew(Bank(), folder / "note.txt"); }) == ErrorCode::kConflict);
  saveNew(Bank(), folder / "bank");
  CHECK(failureOf([&] { saveAll(Bank(), folder / "bank"); }) == ErrorCode::kConflict);
  CHECK(failureOf([&] { writeFileSafely(folder / "note.txt", "other", false); }) == ErrorCode::kConflict);
  CHECK(contents(folder.path()).at("note.txt") == "mine");
  writeFileSafely(folder / "new.txt", "new", false);
  writeFileSafely(folder / "note.txt", "other", true);
  CHECK(contents(folder.path()).at("new.txt") == "new");
  CHECK(contents(folder.path()).at("note.txt") == "other");
}

TEST_CASE("several changes of one object are saved as the last one", "[package]") {
  const TheoryItem item(Id::random(), *Level::of(3), ItemType::kTrueFalse);
  TheoryItem later = item;
  later.code = "later";
  const Object first = std::make_shared<const TheoryItem>(item);
  const Object second = std::make_shared<const TheoryItem>(later);
  const std::vector<Change> changes{{item.id, {}, first}, {item.id, first, second}};
  const auto files = filesFor(changes);
  REQUIRE(files.size() == 1);
  CHECK(files.front().content == write(second));
  const std::vector<Change> gone{{item.id, {}, first}, {item.id, first, {}}};
  REQUIRE(filesFor(gone).size() == 1);
  CHECK(filesFor(gone).front().remove);
}

TEST_CASE(
    "saving follows the changes of a bank: an item that moved, a level that went, and foreign files stay",
    "[package]") {
  const Folder folder;
  Bank bank = randomBank(11, {.theoryItems = 5});
  saveNew(bank, folder / "bank");
  std::ofstream(folder / "bank/README") << "mine";
  std::vector<Change> changes;
  const auto subscription =
      bank.listen([&](std::span<const Change> c) { changes.assign(c.begin(), c.end()); });
  TheoryItem moved = *bank.all<TheoryItem>().front();
  moved.level = *Level::of(1);
  BankInfo info = bank.info();
  info.title = "新名";
  Edit edit;
  edit.put(moved).put(info).remove(bank.all<Paper>().front()->id);
  bank.apply(edit);
  saveFiles(folder / "bank", filesFor(changes));
  const ReadResult loaded = loadBank(folder / "bank");
  CHECK(loaded.bank.size() == bank.size());
  for (const auto& [id, object] : bank.objects()) CHECK(sameContent(object, *loaded.bank.object(id)));
  REQUIRE(loaded.notes.size() == 1);
  CHECK(loaded.notes.front().path == "README");
  // saveAll comes to the same files.
  const Files before = contents(folder / "bank");
  saveAll(bank, folder / "bank");
  CHECK(contents(folder / "bank") == before);
}
