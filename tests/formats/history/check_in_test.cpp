#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <time.h>

#include "formats/history/repository.h"
#include "tests/formats/history/work_tree.h"

using namespace tiku::formats;
using tiku::test::WorkTree;

namespace {

std::string itemPath(int number) {
  return fmt::format("items/level-3/theory/{:08x}-0000-4000-8000-000000000000.xml", number);
}

void writeBank(const WorkTree& work) {
  work.write("tiku.xml", "<tiku/>\n");
  work.write("bank.xml", "<bank title=\"钳工\"/>\n");
  work.write(itemPath(1), "<item>錾削时锤子的质量怎样选择？</item>\n");
  work.write(itemPath(2), "<item>划线基准怎样确定？</item>\n");
}

}  // namespace

TEST_CASE("a bank's first check-in is one that the stock git reads, finds sound and clones") {
  WorkTree work;
  writeBank(work);
  Repository repository = Repository::init(work.path());
  const auto revision = repository.checkIn("新建题库：钳工三级\n\n两道试题。");
  REQUIRE(revision);

  work.requireSound();
  CHECK(work.git("log --format='%H|%T|%an|%ae|%s|%b'") ==
        revision->commit + "|" + revision->tree + "|张敏|zhangmin@example.cn|新建题库：钳工三级|两道试题。");
  CHECK(work.git("branch --show-current") == "main");
  CHECK(work.git("ls-files") == "bank.xml\n" + itemPath(1) + "\n" + itemPath(2) + "\ntiku.xml");
  CHECK(revision->message == "新建题库：钳工三级\n\n两道试题。");
  CHECK_FALSE(repository.checkIn("没有改动").has_value());

  CHECK(work.git("clone -q . ../副本") == "");
  CHECK(treeIdOf(*openDirectory(work.root() / "副本")) == revision->tree);
}

TEST_CASE("the same files have one id: in a directory, in memory, checked in, and for git write-tree") {
  WorkTree work;
  writeBank(work);
  // Orders that a plain sort of the paths gets wrong: a folder sorts as if its name ended in a slash.
  work.write("a/x.xml", "1");
  work.write("a.xml", "2");
  work.write("a-b/x.xml", "3");
  work.write("a0", "");
  work.write("媒体/图 1.xml", "\xEF\xBB\xBF\r\n");
  Repository repository = Repository::init(work.path());

  const auto directory = openDirectory(work.path());
  const std::string id = treeIdOf(*directory);
  std::vector<std::pair<std::string, std::string>> files;
  for (const std::string& path : directory->list()) files.emplace_back(path, directory->read(path));
  CHECK(treeIdOf(*memoryTree("内存", files)) == id);
  CHECK(repository.checkIn("全部")->tree == id);
  CHECK(treeIdOf(*repository.treeAt("HEAD")) == id);
  CHECK(work.git("write-tree") == id);
  CHECK(treeIdOf(*memoryTree("空", {})) == "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
}

TEST_CASE("only the given files are checked in, what else is dirty stays dirty") {
  WorkTree work;
  writeBank(work);
  Repository repository = Repository::init(work.path());
  repository.checkIn("新建");
  work.write(itemPath(1), "<item>改过的题干。</item>\n");
  work.write(itemPath(2), "<item>还没改完</item>\n");
  work.write(itemPath(3), "<item>新题。</item>\n");
  work.remove("bank.xml");

  CHECK(repository.dirty().added == std::vector<std::string>{itemPath(3)});
  CHECK(repository.dirty().changed == std::vector<std::string>{itemPath(1), itemPath(2)});
  CHECK(repository.dirty().removed == std::vector<std::string>{"bank.xml"});
  const auto revision = repository.checkIn({itemPath(1), itemPath(3), "bank.xml"}, "改一题，加一题");
  REQUIRE(revision);
  CHECK(work.git("show --format= --name-status HEAD") ==
        "D\tbank.xml\nM\t" + itemPath(1) + "\nA\t" + itemPath(3));
  CHECK(work.git("status --porcelain") == " M " + itemPath(2));
  CHECK(repository.dirty().changed == std::vector<std::string>{itemPath(2)});

  CHECK_FALSE(repository.checkIn({itemPath(1)}, "已经提交过").has_value());
  repository.checkIn("其余");
  CHECK(repository.dirty().empty());
  work.requireSound();
}

TEST_CASE("folders appear with their first file, go with their last, and may take the name of a file") {
  WorkTree work;
  work.write("bank.xml", "1");
  work.write("papers/level-3/a.xml", "2");
  Repository repository = Repository::init(work.path());
  repository.checkIn("新建");
  work.remove("papers");
  CHECK(work.git("ls-tree -r --name-only " + repository.checkIn("删去试卷")->tree) == "bank.xml");
  work.requireSound();
  work.remove("bank.xml");
  work.write("bank.xml/a", "3");
  work.write("bank.xml-old/b", "3");
  const auto folder = repository.checkIn("文件变成目录");
  CHECK(work.git("ls-tree -r --name-only HEAD") == "bank.xml-old/b\nbank.xml/a");
  CHECK(folder->tree == treeIdOf(*openDirectory(work.path())));
  work.requireSound();
  work.remove("bank.xml");
  work.write("bank.xml", "4");
  repository.checkIn({"bank.xml", "bank.xml/a", "bank.xml-old/b"}, "目录变回文件");
  CHECK(work.git("ls-tree -r --name-only HEAD") == "bank.xml\nbank.xml-old/b");
  work.requireSound();
  work.remove("bank.xml");
  work.remove("bank.xml-old");
  CHECK(repository.checkIn("清空")->tree == "4b825dc642cb6eb9a060e54bf8d69288fbee4904");
  work.requireSound();
}

TEST_CASE("a large first check-in becomes one pack, and later ones build on it") {
  WorkTree work;
  writeBank(work);
  for (int i = 10; i < 400; ++i) work.write(itemPath(i), fmt::format("<item>第 {} 题</item>\n", i));
  Repository repository = Repository::init(work.path());
  const auto first = repository.checkIn("导入");
  REQUIRE(first);
  CHECK(first->tree == treeIdOf(*openDirectory(work.path())));
  CHECK(work.git("count-objects -v").find("count: 0\n") == 0);
  CHECK(work.git("count-objects -v").find("packs: 1\n") != std::string::npos);
  work.requireSound();
  work.write(itemPath(10), "<item>改</item>\n");
  CHECK(repository.checkIn({itemPath(10)}, "改一题"));
  CHECK(repository.log().size() == 2);
  CHECK(repository.treeAt("HEAD~1")->read(itemPath(10)) == "<item>第 10 题</item>\n");
  work.requireSound();
}

TEST_CASE("the user's own ignore rules, line ends and templates do not reach into a bank") {
  WorkTree work;
  std::filesystem::create_directories(work.home() / "template/hooks");
  std::ofstream(work.home() / "template/hooks/pre-commit") << "exit 1\n";
  std::ofstream(work.home() / "ignore") << "*.xml\nmedia/\n";
  work.config(
      "[user]\nname=a\nemail=b\n[core]\nautocrlf=true\nexcludesfile=~/ignore\n[init]\ntemplateDir=~/"
      "template\n");
  work.write("bank.xml", "一行\r\n两行\n");
  work.write("media/a.png", "\x89PNG\r\n");
  work.write(".tiku-save/x", "半途的保存");
  work.write("items/.~lock", "锁");
  std::filesystem::create_symlink("/etc/passwd", work.path() / "link.xml");
  Repository repository = Repository::init(work.path());
  const auto revision = repository.checkIn("新建");
  std::filesystem::remove(work.path() / "link.xml");
  CHECK(work.git("ls-tree -r --name-only HEAD") == "bank.xml\nmedia/a.png");
  CHECK(work.git("cat-file -p HEAD:bank.xml") == "一行\r\n两行");
  CHECK(repository.treeAt("HEAD")->read("bank.xml") == "一行\r\n两行\n");
  CHECK(revision->tree == treeIdOf(*openDirectory(work.path())));
  work.requireSound();
  // The stock git now adds the same bytes.
  work.write("bank.xml", "三行\r\n");
  CHECK(work.git("add bank.xml").find("warning") == std::string::npos);
  CHECK(work.git("write-tree") == treeIdOf(*openDirectory(work.path())));
}

TEST_CASE("the author is the given one, else git's, else the login name, the clock's zone is kept") {
  WorkTree work;
  setenv("TZ", "CST-8", 1);
  tzset();
  writeBank(work);
  Repository repository = Repository::init(work.path());
  const auto given = repository.checkIn("一", Signature{"李 工", "li@example.cn"});
  CHECK(given->author.name == "李 工");
  CHECK(given->offsetMinutes == 480);
  CHECK(work.git("log -1 --format='%an <%ae> %ad' --date=format:%z") == "李 工 <li@example.cn> +0800");
  CHECK(std::abs(given->time - time(nullptr)) < 60);
  work.config("");
  work.write("bank.xml", "二");
  const auto fallback = repository.checkIn("二");
  CHECK(fallback->author.name == tiku::test::shell("id -un").output);
  CHECK(fallback->author.email.starts_with(fallback->author.name + "@"));
  work.write("bank.xml", "三");
  const auto error = tiku::test::errorOf([&] { repository.checkIn("三", Signature{"<>", "x"}); });
  CHECK(error.code() == ErrorCode::kUsage);
  CHECK(error.what() == std::string("“<>”不能作为签入人的姓名。"));
  CHECK(tiku::test::errorOf([&] { repository.checkIn(" \n"); }).code() == ErrorCode::kUsage);
  CHECK(repository.log().size() == 2);
}

TEST_CASE("what the stock git commits is kept, and what is no part of a bank is left out of it") {
  WorkTree work;
  writeBank(work);
  Repository::init(work.path()).checkIn("新建");
  work.write(".gitignore", "*.tmp\n");
  work.write("bank.xml", "<bank title=\"改\"/>\n");
  (void)work.git("add -f .gitignore bank.xml");
  (void)work.git("commit -qm '用 git 提交'");
  Repository repository = Repository::open(work.path());
  CHECK(repository.dirty().empty());
  CHECK_FALSE(repository.treeAt("HEAD")->has(".gitignore"));
  CHECK(repository.treeAt("HEAD")->list() == openDirectory(work.path())->list());
  work.write("bank.xml", "<bank title=\"再改\"/>\n");
  CHECK(repository.checkIn("再改"));
  CHECK(work.git("show HEAD:.gitignore") == "*.tmp");
  // Staged and then taken back: a check-in of everything leaves nothing behind in the index.
  work.write("bank.xml", "<bank/>\n");
  (void)work.git("add bank.xml");
  work.write("bank.xml", "<bank title=\"再改\"/>\n");
  CHECK_FALSE(repository.checkIn("没有改动"));
  work.requireSound();
}

TEST_CASE("a file that the stock git took for a program is checked in as a plain file") {
  WorkTree work;
  writeBank(work);
  (void)work.git("init -q -b main");
  REQUIRE(chmod((work.path() / "bank.xml").c_str(), 0755) == 0);
  (void)work.git("add .");
  (void)work.git("commit -qm 从光盘复制");
  Repository repository = Repository::open(work.path());
  CHECK(repository.dirty().changed == std::vector<std::string>{"bank.xml"});
  const auto revision = repository.checkIn("整理");
  REQUIRE(revision);
  CHECK(revision->tree == treeIdOf(*openDirectory(work.path())));
  CHECK(repository.dirty().empty());
  work.requireSound();
}

TEST_CASE("every form of git's index is kept in step, and what it knows besides is left as it is") {
  WorkTree work;
  writeBank(work);
  work.write("media/" + std::string(200, 'a') + "/" + std::string(200, 'b') + "/long.xml", "长");
  Repository repository = Repository::init(work.path());
  repository.checkIn("新建");
  const std::string version = GENERATE("2", "3", "4");
  INFO("index version " << version);
  (void)work.git("update-index --index-version " + version);
  (void)work.git("write-tree");  // Now the index knows the ids of the folders too.
  work.write("bank.xml", "<bank title=\"改\"/>\n");
  work.write("papers/level-3/a.xml", "<paper/>\n");
  work.write("a.xml", "暂存的\n");
  (void)work.git("add a.xml");
  work.write("z.xml", "只有名字\n");
  (void)work.git("add --intent-to-add z.xml");
  work.remove(itemPath(2));
  repository.checkIn({"bank.xml", "papers/level-3/a.xml", itemPath(2)}, "改、加、删");
  CHECK(work.git("status --porcelain") == "A  a.xml\n A z.xml");
  CHECK(work.git("fsck --strict --no-dangling --no-progress") == "");
  CHECK(repository.dirty().added == std::vector<std::string>{"a.xml", "z.xml"});
  CHECK(repository.checkIn("其余")->tree == treeIdOf(*openDirectory(work.path())));
  work.requireSound();
  CHECK(work.git("write-tree") == treeIdOf(*openDirectory(work.path())));
}

TEST_CASE("a file changed in the same moment as the check-in is not taken for unchanged") {
  WorkTree work;
  writeBank(work);
  Repository repository = Repository::init(work.path());
  repository.checkIn("新建");
  // The same length and, by force, the same times as what the index knows.
  struct stat before{};
  REQUIRE(stat((work.path() / ".git/index").c_str(), &before) == 0);
  const struct timespec times[] = {before.st_mtim, before.st_mtim};
  REQUIRE(utimensat(AT_FDCWD, (work.path() / "bank.xml").c_str(), times, 0) == 0);
  (void)work.git("add bank.xml");
  REQUIRE(utimensat(AT_FDCWD, (work.path() / ".git/index").c_str(), times, 0) == 0);
  std::ofstream(work.path() / "bank.xml", std::ios::in | std::ios::out) << "<BANK";
  REQUIRE(utimensat(AT_FDCWD, (work.path() / "bank.xml").c_str(), times, 0) == 0);
  CHECK(repository.dirty().changed == std::vector<std::string>{"bank.xml"});
  // Another check-in renews the index; the doubt about the file must survive that.
  work.write(itemPath(1), "<item>改</item>\n");
  repository.checkIn({itemPath(1)}, "改一题");
  CHECK(repository.dirty().changed == std::vector<std::string>{"bank.xml"});
  CHECK(work.git("status --porcelain") == " M bank.xml");
}

TEST_CASE("a path that cannot be part of a bank is refused before anything is written") {
  WorkTree work;
  writeBank(work);
  Repository repository = Repository::init(work.path());
  repository.checkIn("新建");
  for (const std::string path :
       {"../bank.xml", "/etc/passwd", ".git/config", "a//b", "", "items/", "items/.x"}) {
    INFO(path);
    CHECK(tiku::test::errorOf([&] { repository.checkIn({path}, "越界"); }).code() == ErrorCode::kUsage);
  }
  CHECK(repository.log().size() == 1);
}
