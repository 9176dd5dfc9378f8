#include "formats/history/repository.h"
#include "tests/formats/history/work_tree.h"

using namespace tiku::formats;
using tiku::test::errorOf;
using tiku::test::shell;
using tiku::test::WorkTree;

namespace {

struct Bank : WorkTree {
  Bank() : repository(make(*this)) {}
  static Repository make(const WorkTree& work) {
    work.write("bank.xml", "一\n");
    Repository repository = Repository::init(work.path());
    repository.checkIn("第一次");
    work.write("bank.xml", "二\n");
    return repository;
  }
  // The check-in is refused in these words, and neither the history nor the files have changed.
  void requireRefused(const std::string& words) {
    const auto error = errorOf([&] { Repository::open(path()).checkIn("第二次"); });
    CHECK(error.code() == ErrorCode::kConflict);
    CHECK(error.what() == words);
    CHECK_FALSE(error.advice().empty());
    CHECK(read("bank.xml") == "二\n");
    CHECK(git("rev-list --count main") == "1");
  }
  Repository repository;
};

}  // namespace

TEST_CASE("while another git program holds the index, a check-in is refused") {
  Bank bank;
  bank.write(".git/index.lock", "");
  bank.requireRefused("版本库正被另一个程序使用，没有签入任何内容。");
  bank.remove(".git/index.lock");
  CHECK(bank.repository.checkIn("第二次"));
  bank.requireSound();
}

TEST_CASE("while another git program holds the branch, nothing is lost and the next check-in succeeds") {
  Bank bank;
  bank.write(".git/refs/heads/main.lock", "");
  bank.requireRefused("版本库正被另一个程序使用，没有签入任何内容。");
  bank.remove(".git/refs/heads/main.lock");
  CHECK(bank.repository.checkIn("第二次"));
  bank.requireSound();
}

TEST_CASE("an old version that was checked out has no branch to check in to") {
  Bank bank;
  (void)bank.git("checkout -q --detach");
  bank.requireRefused("现在打开的是一个旧版本，不在任何分支上，不能签入。");
}

TEST_CASE("a merge under way must be finished first") {
  Bank bank;
  (void)bank.git("checkout -q -b other");
  (void)bank.git("commit -qam 另一支");
  (void)bank.git("checkout -q main");
  bank.write("bank.xml", "三\n");
  (void)bank.git("commit -qam 主支");
  shell("git -C '" + bank.path().string() + "' merge -q other");
  const auto error = errorOf([&] { bank.repository.checkIn("第二次"); });
  CHECK(error.code() == ErrorCode::kConflict);
  CHECK(error.what() == std::string("版本库里有一个没有做完的合并、变基或回退，不能签入。"));
}

TEST_CASE("conflicts that a stash left in the index must be solved first") {
  Bank bank;
  (void)bank.git("stash -q");
  bank.write("bank.xml", "三\n");
  (void)bank.git("commit -qam 主支");
  shell("git -C '" + bank.path().string() + "' stash pop -q");
  const auto error = errorOf([&] { bank.repository.checkIn("第二次"); });
  CHECK(error.what() == std::string("版本库里有没有解决的冲突，不能签入。"));
}

TEST_CASE("a split index is refused, and the lock on it is given back") {
  Bank bank;
  (void)bank.git("update-index --split-index");
  const auto error = errorOf([&] { bank.repository.checkIn("第二次"); });
  CHECK(error.code() == ErrorCode::kConflict);
  CHECK(error.what() == std::string("git 的索引是拆分的或稀疏的（link），本程序不能使用。"));
  (void)bank.git("update-index --no-split-index");
  CHECK(bank.repository.checkIn("第二次"));
  bank.requireSound();
}

TEST_CASE("a directory is its own repository or none, one that lies above does not count") {
  Bank bank;
  bank.write("内层/bank.xml", "一");
  const auto error = errorOf([&] { Repository::open(bank.path() / "内层"); });
  CHECK(error.code() == ErrorCode::kNotUnderstood);
  CHECK(error.what() == std::string("这个目录没有版本历史。"));
  CHECK_FALSE(Repository::isRepository(bank.path() / "内层"));
  CHECK(errorOf([&] { Repository::init(bank.path()); }).code() == ErrorCode::kConflict);
  CHECK(errorOf([&] { Repository::init(bank.path() / "没有"); }).code() == ErrorCode::kIo);
}

TEST_CASE("a damaged .git is named as such, and the files beside it stay") {
  Bank bank;
  SECTION("a file with nonsense in it") {
    bank.remove(".git");
    bank.write(".git", "nonsense\n");
  }
  SECTION("an empty folder") {
    bank.remove(".git");
    std::filesystem::create_directory(bank.path() / ".git");
  }
  SECTION("a link to nowhere") {
    bank.remove(".git");
    std::filesystem::create_symlink("/nowhere", bank.path() / ".git");
  }
  SECTION("an index cut off in the middle") {
    std::filesystem::resize_file(bank.path() / ".git/index", 40);
  }
  SECTION("an index whose lengths lie") {
    std::fstream(bank.path() / ".git/index", std::ios::in | std::ios::out | std::ios::binary)
        << "DIRC" << std::string("\0\0\0\4\0\0\0\1", 8);
  }
  SECTION("a bare repository") {
    (void)bank.git("config core.bare true");
  }
  SECTION("a work tree that lies elsewhere") {
    (void)bank.git("config core.worktree /tmp");
  }
  SECTION("a HEAD that says nothing") {
    bank.write(".git/HEAD", "");
  }
  SECTION("a configuration with a line of nonsense") {
    bank.write(".git/config", "[core\n");
  }
  SECTION("objects that are gone") {
    bank.remove(".git/objects");
    std::filesystem::create_directory(bank.path() / ".git/objects");
  }
  const auto error = errorOf([&] { Repository::open(bank.path()).checkIn("第二次"); });
  INFO(error.full());
  CHECK(error.code() == ErrorCode::kNotUnderstood);
  CHECK_FALSE(error.advice().empty());
  CHECK(bank.read("bank.xml") == "二\n");
}

TEST_CASE("a second work tree of the same repository is a repository too") {
  Bank bank;
  (void)bank.git("worktree add -q -b second ../第二");
  const auto second = bank.root() / "第二";
  std::ofstream(second / "bank.xml") << "第二个目录\n";
  CHECK(Repository::open(second).checkIn("在第二个目录"));
  CHECK(bank.git("log -1 --format=%s second") == "在第二个目录");
  CHECK(shell("git -C '" + second.string() + "' status --porcelain").output.empty());
}

TEST_CASE("objects that cannot be written stop the check-in with the reason") {
  Bank bank;
  // Root may write anywhere, so a file takes the place of a folder.
  const std::string object = shell("git hash-object '" + (bank.path() / "bank.xml").string() + "'").output;
  bank.remove(".git/objects/" + object.substr(0, 2));
  bank.write(".git/objects/" + object.substr(0, 2), "");
  const auto error = errorOf([&] { bank.repository.checkIn("第二次"); });
  INFO(error.full());
  CHECK(error.code() == ErrorCode::kIo);
  CHECK(bank.git("rev-list --count main") == "1");
  CHECK(bank.read("bank.xml") == "二\n");
}
