// Banks that were really damaged: what is wrong is said, what can be proved is mended, and nothing that is
// still there goes.
#include "workflows/doctor/doctor.h"

#include <algorithm>
#include <set>
#include <sys/stat.h>

#include "formats/base/error.h"
#include "formats/history/repository.h"
#include "formats/package/package.h"
#include "formats/package/save_plan.h"
#include "tests/formats/history/work_tree.h"
#include "tests/support/places.h"
#include "workflows/doctor/names.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::test::bytesOf;
using tiku::test::shell;
using tiku::test::WorkTree;

namespace fs = std::filesystem;

namespace {

// The shipped sample, checked in twice.
struct Patient : WorkTree {
  Patient() {
    fs::remove(path());
    fs::copy(tiku::tests::samples() / "liangju", path(), fs::copy_options::recursive);
    fs::remove_all(path() / ".git");
    Repository::init(path()).checkIn("第一次");
    first = this->git("rev-parse main");
    write("说明.txt", "一\n");
    last = Repository::open(path()).checkIn("第二次")->commit;
    files = contents();
    REQUIRE(kinds(false) == std::vector<std::string>{});
  }

  [[nodiscard]] std::map<std::string, std::string> contents() const {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(path())) {
      const std::string name = fs::relative(entry.path(), path()).string();
      if (entry.is_regular_file() && !name.starts_with(".git/")) all[name] = bytesOf(entry.path());
    }
    return all;
  }

  // What is wrong; `all` with what is only good to know.
  [[nodiscard]] std::vector<std::string> kinds(bool all = true) const {
    std::vector<std::string> list;
    for (const Ailment& one : examine(path())) {
      CHECK_FALSE(one.message.empty());
      if (all || one.grave) list.push_back(one.kind);
    }
    return list;
  }

  // One thing is wrong, it is mended, and the bank is whole and has kept every file.
  void requireMended(const std::string& kind) const {
    REQUIRE(kinds(false) == std::vector<std::string>{kind});
    const Cure cure = mend(path());
    REQUIRE_FALSE(cure.mended.empty());
    CHECK(cure.mended.front().kind == kind);
    INFO((cure.left.empty() ? "" : cure.left.front().message));
    CHECK(std::ranges::none_of(cure.left, [](const Ailment& one) { return one.grave; }));
    CHECK(contents() == files);
    requireSound();
    CHECK(git("rev-parse main") == last);
    CHECK_FALSE(Repository::open(path()).checkIn("没有改动"));
  }

  // It is said, and left to a person.
  void requireTold(const std::string& kind) const {
    CHECK(kinds(false) == std::vector<std::string>{kind});
    const auto before = contents();
    const Cure cure = mend(path());
    CHECK(cure.mended.empty());
    REQUIRE_FALSE(cure.left.empty());
    CHECK_FALSE(cure.left.front().advice.empty());
    CHECK(contents() == before);
  }

  [[nodiscard]] std::vector<std::string> aside() const {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(path() / ".git/tiku-doctor", error)) {
      if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
    }
    return names;
  }

  std::string first;
  std::string last;
  std::map<std::string, std::string> files;
};

}  // namespace

TEST_CASE("a lock that a crash left is moved aside when nobody uses the bank", "[doctor]") {
  const Patient bank;
  const std::string lock = GENERATE(std::string(".git/index.lock"), std::string(".git/HEAD.lock"),
                                    std::string(".git/refs/heads/main.lock"));
  bank.write(lock, "");
  bank.requireMended("stale-lock");
  CHECK(bank.aside() == std::vector<std::string>{fs::path(lock).filename().string()});
}

TEST_CASE("a lock of a program that still works here is left alone", "[doctor]") {
  const Patient bank;
  bank.write(".git/index.lock", "");
  FILE* other = popen(("cd '" + bank.path().string() + "' && exec sleep 60 & echo $!").c_str(), "r");
  REQUIRE(other != nullptr);
  int process = 0;
  REQUIRE(fscanf(other, "%d", &process) == 1);
  bank.requireTold("stale-lock");
  CHECK(fs::exists(bank.path() / ".git/index.lock"));
  (void)shell("kill " + std::to_string(process));
  pclose(other);
}

TEST_CASE("an index that was half written is made anew from the last check-in", "[doctor]") {
  const Patient bank;
  const fs::path index = bank.path() / ".git/index";
  SECTION("cut off") {
    fs::resize_file(index, fs::file_size(index) / 2);
  }
  SECTION("with a byte that changed") {
    std::string bytes = bytesOf(index);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    bank.write(".git/index", bytes);
  }
  SECTION("filled with zeros, as a power cut leaves files") {
    bank.write(".git/index", std::string(fs::file_size(index), '\0'));
  }
  bank.requireMended("broken-index");
}

TEST_CASE("a HEAD that says nothing is pointed to the only branch", "[doctor]") {
  const Patient bank;
  bank.write(".git/HEAD", GENERATE(std::string(), std::string(20, '\0'), std::string("nonsense\n")));
  bank.requireMended("broken-head");
}

TEST_CASE("a branch whose file was emptied goes back to what its record says", "[doctor]") {
  const Patient bank;
  bank.write(".git/refs/heads/main", GENERATE(std::string(), std::string(41, '\0')));
  bank.requireMended("broken-reference");
}

TEST_CASE("a branch whose newest check-in is lost goes back to the one before, and the files stay",
          "[doctor]") {
  const Patient bank;
  bank.write(".git/objects/" + bank.last.substr(0, 2) + "/" + bank.last.substr(2), "");
  const Cure cure = mend(bank.path());
  REQUIRE(cure.mended.size() == 1);
  CHECK(cure.mended.front().kind == "broken-reference");
  CHECK(std::ranges::none_of(cure.left, [](const Ailment& one) { return one.grave; }));
  CHECK(bank.git("rev-parse main") == bank.first);
  CHECK(bank.contents() == bank.files);
  CHECK(Repository::open(bank.path()).dirty().added == std::vector<std::string>{"说明.txt"});
}

TEST_CASE("objects that are lost are written back as long as their files are in the work tree", "[doctor]") {
  const Patient bank;
  // The first check-in is one pack; as loose files its objects can be lost one by one.
  (void)shell("cd '" + bank.path().string() +
              "/.git/objects' && mv pack ../old && mkdir pack && for p in ../old/*.pack; do git "
              "unpack-objects -q < $p; done && rm -rf ../old");
  const auto fileOf = [&](const std::string& name) {
    const std::string id = bank.git("rev-parse " + name);
    return bank.path() / ".git/objects" / id.substr(0, 2) / id.substr(2);
  };
  const auto damage = [](const fs::path& object, const std::string& with) {
    fs::permissions(object, fs::perms::owner_all);
    std::ofstream(object, std::ios::binary) << with;
  };
  SECTION("a file's content is gone") {
    fs::remove(fileOf("main:bank.xml"));
    bank.requireMended("missing-objects");
  }
  SECTION("a file's content is damaged") {
    damage(fileOf("main:bank.xml"), "xxxx");
    bank.requireMended("missing-objects");
  }
  SECTION("folders are gone") {
    fs::remove(fileOf("main:items"));
    fs::remove(fileOf("main^{tree}"));
    bank.requireMended("missing-objects");
  }
  SECTION("what only an older check-in had is gone for good, and that is said") {
    bank.write("说明.txt", "二\n");
    Repository::open(bank.path()).checkIn("第三次");
    fs::remove(fileOf("main~1:说明.txt"));
    bank.requireTold("missing-objects");
  }
}

TEST_CASE("a save that was interrupted is finished or forgotten", "[doctor]") {
  const Patient bank;
  SECTION("after its commit") {
    bank.write(".tiku-save/0", "二\n");
    bank.write(".tiku-save/plan", printPlan({{"说明.txt", false}}));
    CHECK(bank.kinds(false) == std::vector<std::string>{"interrupted-save"});
    CHECK(mend(bank.path()).mended.size() == 1);
    CHECK(bank.read("说明.txt") == "二\n");
  }
  SECTION("before it") {
    bank.write(".tiku-save/0", "二\n");
    CHECK(bank.kinds() == std::vector<std::string>{"interrupted-save", "foreign-file"});
    CHECK(mend(bank.path()).mended.size() == 1);
    CHECK(bank.read("说明.txt") == "一\n");
  }
  SECTION("with a plan that nobody understands") {
    bank.write(".tiku-save/plan", "nonsense");
    bank.requireMended("interrupted-save");
    CHECK(bank.aside() == std::vector<std::string>{"plan"});
  }
  CHECK_FALSE(fs::exists(bank.path() / ".tiku-save"));
}

TEST_CASE("a merge that git began is finished in truth, or left to whoever began it", "[doctor]") {
  const Patient bank;
  SECTION("its other side is part of the history") {
    bank.write(".git/MERGE_HEAD", bank.first + "\n");
    bank.write(".git/MERGE_MSG", "合并\n");
    bank.requireMended("unfinished-merge");
  }
  SECTION("it is not") {
    (void)bank.git("checkout -q -b other " + bank.first);
    bank.write("另.txt", "另\n");
    (void)bank.git("add .");
    (void)bank.git("commit -qm 另一支");
    (void)bank.git("checkout -q main");
    (void)bank.git("merge -q --no-commit --no-ff other");
    bank.requireTold("unfinished-merge");
    CHECK(fs::exists(bank.path() / ".git/MERGE_HEAD"));
  }
}

TEST_CASE("a tag and a remembered branch that are broken are moved aside", "[doctor]") {
  const Patient bank;
  bank.write(".git/refs/tags/送审", std::string(40, '1') + "\n");
  bank.write(".git/refs/remotes/origin/main", "");
  CHECK(bank.kinds(false) ==
        std::vector<std::string>{"broken-reference", "broken-reference", "missing-objects"});
  CHECK(mend(bank.path()).mended.size() == 2);
  CHECK(bank.kinds(false).empty());
  bank.requireSound();
}

TEST_CASE("a shallow clone, an old version and conflicts are told", "[doctor]") {
  const Patient bank;
  SECTION("shallow") {
    const fs::path copy = bank.root() / "shallow";
    (void)shell("git clone -q --depth 1 'file://" + bank.path().string() + "' '" + copy.string() + "'");
    const auto found = examine(copy);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().kind == "shallow");
  }
  SECTION("an old version") {
    (void)bank.git("checkout -q --detach");
    CHECK(bank.kinds() == std::vector<std::string>{"detached", "foreign-file"});
  }
  SECTION("conflicts of a stash") {
    bank.write("说明.txt", "二\n");
    (void)bank.git("stash -q");
    bank.write("说明.txt", "三\n");
    (void)bank.git("commit -qam 主支");
    (void)shell("git -C '" + bank.path().string() + "' stash pop -q");
    CHECK(bank.kinds(false).front() == "conflicts");
  }
}

TEST_CASE("what is no repository at all is said once, with what to do", "[doctor]") {
  const Patient bank;
  fs::remove_all(bank.path() / ".git");
  SECTION("an empty folder") {
    fs::create_directory(bank.path() / ".git");
    CHECK(bank.kinds(false).size() >= 1);
  }
  SECTION("none: then there is no history, and nothing is wrong with it") {
    CHECK(bank.kinds(false).empty());
  }
}

TEST_CASE("files that are no part of a bank, and names that some computers cannot keep apart", "[doctor]") {
  const Patient bank;
  bank.write("文件.doc", "foreign");
  fs::create_symlink("/etc/hostname", bank.path() / "link.xml");
  bank.write("media/Bild.png", "1");
  bank.write("media/bild.png", "2");
  bank.write("caf\xC3\xA9.txt", "NFC");
  bank.write("cafe\xCC\x81.txt", "NFD");
  bank.write("a\\b.xml", "backslash");
  REQUIRE(mkfifo((bank.path() / "pipe").c_str(), 0600) == 0);
  fs::create_directories(bank.path() / "inside/.git");
  std::map<std::string, int> counts;
  for (const std::string& kind : bank.kinds()) ++counts[kind];
  CHECK(counts["names-meet"] == 2);
  CHECK(counts["symbolic-link"] == 1);
  CHECK(counts["strange-name"] == 1);
  CHECK(counts["special-file"] == 1);
  CHECK(counts["repository-inside"] == 1);
  CHECK(counts["foreign-file"] >= 1);
  const auto before = bank.contents();
  (void)mend(bank.path());
  CHECK(bank.contents() == before);
  CHECK(namesThatMeet({"A/x", "a/x", "a/y"}).empty());
  CHECK(namesThatMeet({"A", "a", "A/x", "a/x"}) == std::vector<std::vector<std::string>>{{"A", "a"}});
}

TEST_CASE("a file that cannot be read is named with its line, and left for its owner", "[doctor]") {
  const Patient bank;
  bank.write("bank.xml", "<bank\n");
  const auto found = examine(bank.path());
  REQUIRE(found.size() == 1);
  CHECK(found.front().kind == "unreadable");
  CHECK(found.front().path.find("bank.xml") != std::string::npos);
  CHECK(mend(bank.path()).mended.empty());
}
