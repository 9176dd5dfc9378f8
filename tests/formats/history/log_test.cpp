#include <thread>

#include "formats/history/repository.h"
#include "tests/formats/history/work_tree.h"

using namespace tiku::formats;
using tiku::test::errorOf;
using tiku::test::WorkTree;

namespace {

std::vector<std::string> messages(const std::vector<Revision>& revisions) {
  std::vector<std::string> found;
  for (const Revision& revision : revisions) found.push_back(revision.message);
  return found;
}

}  // namespace

TEST_CASE("the log tells the latest check-in first, and of one item only those that touched it") {
  WorkTree work;
  Repository repository = Repository::init(work.path());
  CHECK(repository.log().empty());
  work.write("a.xml", "1");
  work.write("items/b.xml", "1");
  repository.checkIn("新建");
  work.write("items/b.xml", "2");
  repository.checkIn("改题");
  work.write("a.xml", "2");
  repository.checkIn("改名");
  work.remove("items/b.xml");
  repository.checkIn("删题");
  CHECK(messages(repository.log()) == std::vector<std::string>{"删题", "改名", "改题", "新建"});
  CHECK(messages(repository.log(2)) == std::vector<std::string>{"删题", "改名"});
  CHECK(messages(repository.log(100, "items/b.xml")) == std::vector<std::string>{"删题", "改题", "新建"});
  CHECK(messages(repository.log(1, "a.xml")) == std::vector<std::string>{"改名"});
  CHECK(repository.log(100, "items/c.xml").empty());
}

TEST_CASE("a merge that takes an item from one side did not change it") {
  WorkTree work;
  Repository repository = Repository::init(work.path());
  work.write("a.xml", "1");
  work.write("b.xml", "1");
  repository.checkIn("新建");
  (void)work.git("checkout -q -b other");
  work.write("a.xml", "2");
  repository.checkIn("甲改");
  (void)work.git("checkout -q main");
  work.write("b.xml", "2");
  repository.checkIn("乙改");
  (void)work.git("merge -q -m 合并 other");
  CHECK(repository.dirty().empty());
  CHECK(messages(repository.log(100, "a.xml")) == std::vector<std::string>{"甲改", "新建"});
  CHECK(repository.log().front().message == "合并");
}

TEST_CASE("a revision is found by HEAD, by tag and by the beginning of its id, and read as it was") {
  WorkTree work;
  Repository repository = Repository::init(work.path());
  CHECK(errorOf([&] { repository.tag("v1", "太早"); }).code() == ErrorCode::kUsage);
  work.write("bank.xml", "一");
  const auto first = repository.checkIn("一");
  repository.tag("报备-2026", "报备用的版本\n");
  work.write("bank.xml", "二");
  repository.checkIn("二");

  CHECK(repository.find("HEAD").message == "二");
  CHECK(repository.find("报备-2026").commit == first->commit);
  CHECK(repository.find(first->commit.substr(0, 8)).tags == std::vector<std::string>{"报备-2026"});
  CHECK(repository.treeAt("报备-2026")->read("bank.xml") == "一");
  CHECK(repository.log().back().tags == std::vector<std::string>{"报备-2026"});
  CHECK(work.git("cat-file -t 报备-2026") == "tag");
  CHECK(work.git("tag -l --format='%(taggername) %(contents:subject)'") == "张敏 报备用的版本");
  work.requireSound();

  for (const std::string name :
       {"没有", "报备", "", "HEAD~7", "..", "ffffffff", "-x", "HEAD:bank.xml", "a b"}) {
    INFO(name);
    CHECK(errorOf([&] { (void)repository.find(name); }).code() == ErrorCode::kUsage);
  }
  CHECK(errorOf([&] { repository.tag("报备-2026", "再来"); }).code() == ErrorCode::kConflict);
  for (const std::string name : {"", "a b", "-a", "a..b", "a:b", "a.lock"}) {
    INFO(name);
    CHECK(errorOf([&] { repository.tag(name, "x"); }).code() == ErrorCode::kUsage);
  }
}

TEST_CASE("a message in another encoding is read as text") {
  WorkTree work;
  work.write("bank.xml", "一");
  Repository repository = Repository::init(work.path());
  (void)work.git("add bank.xml");
  (void)work.git("-c i18n.commitEncoding=GBK commit -q -m \"$(printf '\\323\\303 GBK')\"");
  CHECK(repository.find("HEAD").message == "用 GBK");
  const std::string git = "git -C '" + work.path().string() + "' ";
  const std::string bad =
      tiku::test::shell(git + "cat-file commit HEAD | sed 's/encoding GBK/encoding UTF-8/' | " + git +
                        "hash-object -t commit -w --stdin")
          .output;
  (void)work.git("reset -q --hard " + bad);
  CHECK(repository.find("HEAD").message == "\xEF\xBF\xBD\xEF\xBF\xBD GBK");
}

TEST_CASE("the files of a revision are read by several threads, after the repository was closed") {
  WorkTree work;
  for (int i = 0; i < 300; ++i) work.write(fmt::format("items/{}.xml", i), fmt::format("第 {} 题", i));
  std::unique_ptr<FileTree> tree;
  {
    Repository repository = Repository::init(work.path());
    repository.checkIn("新建");
    tree = repository.treeAt("HEAD");
  }
  std::atomic<int> right = 0;
  std::vector<std::jthread> readers;
  for (int t = 0; t < 4; ++t) {
    readers.emplace_back([&] {
      for (int i = 0; i < 300; ++i) {
        if (tree->read(fmt::format("items/{}.xml", i)) == fmt::format("第 {} 题", i)) ++right;
      }
    });
  }
  readers.clear();
  CHECK(right == 1200);
  CHECK(tree->list().size() == 300);
  CHECK(errorOf([&] { (void)tree->read("items/没有.xml"); }).code() == ErrorCode::kIo);
}

TEST_CASE("a revision with a file over the limit, or too many files, is refused") {
  WorkTree work;
  work.write("bank.xml", std::string(3000, 'x'));
  work.write("a.xml", std::string(900, 'x'));
  work.write("b.xml", std::string(900, 'x'));
  Repository repository = Repository::init(work.path());
  repository.checkIn("新建");
  Limits limits;
  limits.fileBytes = 1000;
  CHECK(errorOf([&] { (void)repository.treeAt("HEAD", limits)->read("bank.xml"); }).code() ==
        ErrorCode::kOverLimit);
  limits.totalBytes = 1500;
  const auto tree = repository.treeAt("HEAD", limits);
  CHECK(tree->read("a.xml") == tree->read("a.xml"));
  CHECK(errorOf([&] { (void)tree->read("b.xml"); }).code() == ErrorCode::kOverLimit);
  limits.fileCount = 2;
  CHECK(errorOf([&] { (void)repository.treeAt("HEAD", limits)->list(); }).code() == ErrorCode::kOverLimit);
}
