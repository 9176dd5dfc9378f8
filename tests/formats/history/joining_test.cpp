#include "formats/history/repository.h"
#include "tests/formats/history/work_tree.h"

using namespace tiku::formats;
using tiku::test::errorOf;
using tiku::test::WorkTree;

namespace {

/// Two people's work on one bank: a branch each, 张敏 on main, 李华 on lihua.
struct TwoPeople {
  TwoPeople() {
    work.write("a.xml", "1");
    work.write("b.xml", "1");
    repository.checkIn("新建");
    (void)work.git("branch lihua");
  }

  void byLihua(const std::string& file, const std::string& content) {
    (void)work.git("checkout -q lihua");
    work.write(file, content);
    (void)work.git("add -A -f .");
    (void)work.git("commit -q -m 李华改");
    (void)work.git("checkout -q main");
  }

  WorkTree work;
  Repository repository = Repository::init(work.path());
};

}  // namespace

TEST_CASE("a merge is one check-in with both sides as its parents, which the stock git finds sound") {
  TwoPeople two;
  two.work.write("a.xml", "2");
  const auto mine = two.repository.checkIn("张敏改");
  two.byLihua("b.xml", "2");
  const std::string theirs = two.repository.find("lihua").commit;
  CHECK(two.repository.changedFiles("HEAD", "lihua") == std::vector<std::string>{"a.xml", "b.xml"});
  CHECK(two.repository.mergeBases("HEAD", "lihua") ==
        std::vector<std::string>{two.repository.log().back().commit});
  CHECK_FALSE(two.repository.isAncestor("lihua", "HEAD"));

  two.work.write("b.xml", "2");
  const Revision merged = two.repository.checkInMerge({"b.xml"}, "lihua", "合并李华的修改");

  CHECK(two.repository.parents("HEAD") == std::vector<std::string>{mine->commit, theirs});
  CHECK(merged.message == "合并李华的修改");
  CHECK(two.repository.isAncestor("lihua", "HEAD"));
  CHECK(two.repository.dirty().empty());
  CHECK(two.work.git("status --porcelain").empty());
  CHECK(two.work.git("merge lihua") == "Already up to date.");
  two.work.requireSound();
}

TEST_CASE("a merge whose files were settled as mine is remembered all the same") {
  TwoPeople two;
  two.work.write("a.xml", "2");
  two.repository.checkIn("张敏改");
  two.byLihua("a.xml", "3");
  const std::string tree = two.repository.find("HEAD").tree;
  const Revision merged = two.repository.checkInMerge({}, "lihua", "采用我的");
  CHECK(merged.tree == tree);
  CHECK(two.repository.parents("HEAD").size() == 2);
  CHECK(two.repository.mergeBases("HEAD", "lihua") ==
        std::vector<std::string>{two.repository.find("lihua").commit});
  // What is in the past already gives no second merge.
  CHECK(two.repository.checkInMerge({}, "lihua", "再来").commit == merged.commit);
}

TEST_CASE("who changed nothing takes over the other's check-ins as they are") {
  TwoPeople two;
  two.byLihua("b.xml", "2");
  two.work.write("b.xml", "2");
  const Revision now = two.repository.checkInMerge({"b.xml"}, "lihua", "合并");
  CHECK(now.commit == two.repository.find("lihua").commit);
  CHECK(now.message == "李华改");
  CHECK(two.work.git("symbolic-ref --short HEAD") == "main");
  CHECK(two.repository.dirty().empty());
  CHECK(two.work.git("status --porcelain").empty());
}

TEST_CASE("taking over less than all that the other changed is a merge, not theirs") {
  TwoPeople two;
  two.byLihua("b.xml", "2");
  two.repository.checkInMerge({}, "lihua", "不采用李华的修改");
  CHECK(two.repository.parents("HEAD").size() == 2);
  CHECK(two.repository.treeAt("HEAD")->read("b.xml") == "1");
  CHECK(two.repository.dirty().empty());
}

TEST_CASE("files beside the bank come from the side that changed them, and never into the work tree") {
  TwoPeople two;
  two.byLihua(".gitignore", "*.bak\n");
  two.work.write("a.xml", "2");
  two.repository.checkIn("张敏改");
  two.repository.checkInMerge({}, "lihua", "合并");
  CHECK(two.work.git("show HEAD:.gitignore") == "*.bak");
  CHECK_FALSE(std::filesystem::exists(two.work.path() / ".gitignore"));
  CHECK(two.repository.treeAt("HEAD")->list() == std::vector<std::string>{"a.xml", "b.xml"});
  CHECK(two.work.git("fsck --strict --full --no-dangling --no-progress").empty());
}

TEST_CASE("work merged crosswise has two bases, work that shares nothing has none") {
  TwoPeople two;
  two.work.write("a.xml", "2");
  two.repository.checkIn("张敏改");
  two.byLihua("b.xml", "2");
  (void)two.work.git("branch mine");
  (void)two.work.git("merge -q -m 合并 lihua");
  (void)two.work.git("checkout -q lihua");
  (void)two.work.git("merge -q -m 合并 mine");
  CHECK(two.repository.mergeBases("main", "lihua").size() == 2);

  (void)two.work.git("checkout -q --orphan other");
  (void)two.work.git("commit -q --allow-empty -m 另一个");
  CHECK(two.repository.mergeBases("main", "other").empty());
  CHECK(errorOf([&] { (void)two.repository.mergeBases("main", "没有"); }).code() == ErrorCode::kUsage);
  CHECK(two.repository.parents("other").empty());
}

TEST_CASE("a file of a revision is read without listing the others") {
  TwoPeople two;
  two.work.write("items/level-3/x.xml", "题");
  two.repository.checkIn("一题");
  const auto tree = two.repository.treeAt("HEAD");
  CHECK(tree->read("items/level-3/x.xml") == "题");
  CHECK(tree->has("a.xml"));
  for (const std::string path :
       {"items", "items/level-3", "items/level-3/y.xml", "a.xml/b", "", "/a.xml", ".git"})
    CHECK_FALSE(tree->has(path));
  CHECK(tree->list() == std::vector<std::string>{"a.xml", "b.xml", "items/level-3/x.xml"});
  CHECK(tree->read("items/level-3/x.xml") == "题");
  CHECK(errorOf([&] { (void)tree->read("items/level-3/y.xml"); }).code() == ErrorCode::kIo);
}
