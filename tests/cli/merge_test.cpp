// Two people and one bank, with the real program and the stock git.
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"
#include "tests/support/shell.h"

using namespace tiku::tests;
using tiku::test::bytesOf;
using tiku::test::Folder;
using tiku::test::shell;

namespace fs = std::filesystem;

namespace {

const std::string kItem = "items/level-3/theory/";

/// The sample, checked in on branch main, with the program in the PATH of git.
class Bank {
 public:
  Bank() {
    fs::copy(samples() / "liangju", path(), fs::copy_options::recursive);
    REQUIRE(runTiku({"commit", "bank", "-m", "初稿", "--author", "林晓 <lin@example.org>"}, folder_.path())
                .exitCode == 0);
    for (const auto& file : fs::directory_iterator(path() / kItem))
      items_.push_back(kItem + file.path().filename().string());
    std::sort(items_.begin(), items_.end());
  }
  [[nodiscard]] fs::path path() const { return folder_ / "bank"; }
  [[nodiscard]] const fs::path& folder() const { return folder_.path(); }
  [[nodiscard]] std::string item(std::size_t n) const { return items_.at(n); }
  void write(const std::string& file, const std::string& content) const {
    std::ofstream(folder_ / file, std::ios::binary) << content;
  }
  /// An attribute of the item's root element, set as a hand would.
  void setAttribute(const std::string& file, const std::string& name, const std::string& value) const {
    std::string text = bytesOf(path() / file);
    const std::size_t at = text.find(" " + name + "=\"");
    if (at != std::string::npos) {
      const std::size_t from = at + name.size() + 3;
      text.replace(from, text.find('"', from) - from, value);
    } else {
      const std::size_t end = text.find('>', text.find("<theory-item"));
      text.insert(end, " " + name + "=\"" + value + "\"");
    }
    std::ofstream(path() / file, std::ios::binary) << text;
  }
  void commit(const std::string& by) const {
    REQUIRE(
        runTiku({"commit", "bank", "-m", by + "改题", "--author", by + " <x@example.org>"}, folder_.path())
            .exitCode == 0);
  }
  tiku::test::ShellResult tryGit(const std::string& arguments) const {
    return shell("cd '" + path().string() + "' && PATH='" + program().parent_path().string() +
                 "':\"$PATH\" git -c user.name=x -c user.email=x@x " + arguments);
  }
  std::string git(const std::string& arguments) const {
    const auto result = tryGit(arguments);
    INFO(arguments << ": " << result.output);
    REQUIRE(result.status == 0);
    return result.output;
  }
  [[nodiscard]] Run merge(std::vector<std::string> more) const {
    more.insert(more.begin(), {"merge", "bank"});
    return runTiku(more, folder_.path());
  }

 private:
  Folder folder_;
  std::vector<std::string> items_;
};

// Zhou on his branch and Lin on main: one item both changed, and one each alone.
void bothWork(const Bank& bank) {
  bank.git("checkout -q -b zhou");
  bank.setAttribute(bank.item(0), "difficulty", "5");
  bank.setAttribute(bank.item(1), "difficulty", "5");
  bank.commit("周平");
  bank.git("checkout -q main");
  bank.setAttribute(bank.item(0), "difficulty", "1");
  bank.setAttribute(bank.item(2), "difficulty", "4");
  bank.commit("林晓");
}

}  // namespace

TEST_CASE("a merge asks in a file, takes it back filled in, and checks in what was settled") {
  const Bank bank;
  bothWork(bank);
  const auto before = contentOf(bank.path());
  const Run asked = bank.merge({"zhou", "--format", "json"});
  INFO(asked.err);
  REQUIRE(asked.exitCode == 1);
  nlohmann::json questions = asked.json();
  REQUIRE(questions["questions"].size() == 1);
  nlohmann::json& question = questions["questions"][0];
  CHECK(question["about"] == "field");
  CHECK(question["field"] == "难度");
  CHECK(question["mine"] == "1");
  CHECK(question["theirs"] == "5");
  CHECK(question["mineBy"]["author"]["name"] == "林晓");
  CHECK(question["theirsBy"]["author"]["name"] == "周平");
  CHECK(question["answer"].is_null());
  CHECK(questions["incoming"].size() == 2);
  CHECK(questions["checkedIn"].is_null());
  CHECK(contentOf(bank.path()) == before);

  const Run text = bank.merge({"zhou"});
  CHECK(text.exitCode == 1);
  CHECK(text.out.find("我方（林晓 ") != std::string::npos);
  CHECK(text.out.find("对方（周平 ") != std::string::npos);

  question["answer"] = "不知道";
  bank.write("answers.json", questions.dump());
  CHECK(bank.merge({"zhou", "--answers", "answers.json"}).exitCode == 10);
  question["answer"] = "theirs";
  bank.write("answers.json", questions.dump());
  const Run dry = bank.merge({"zhou", "--answers", "answers.json", "--dry-run"});
  CHECK(dry.exitCode == 0);
  CHECK(contentOf(bank.path()) == before);
  const Run done = bank.merge({"zhou", "--answers", "answers.json", "--format", "json"});
  INFO(done.err);
  REQUIRE(done.exitCode == 0);
  CHECK(done.json()["checkedIn"] == bank.git("rev-parse HEAD"));
  CHECK(bank.git("rev-list --parents -n 1 HEAD").size() == 40 * 3 + 2);
  CHECK(bytesOf(bank.path() / bank.item(0)).find("difficulty=\"5\"") != std::string::npos);
  CHECK(bytesOf(bank.path() / bank.item(1)).find("difficulty=\"5\"") != std::string::npos);
  CHECK(bytesOf(bank.path() / bank.item(2)).find("difficulty=\"4\"") != std::string::npos);
  CHECK(bank.git("status --porcelain").empty());
  CHECK(bank.merge({"zhou"}).exitCode == 0);
}

TEST_CASE("all of one side may be taken at once, and what is not checked in is not touched") {
  const Bank bank;
  bothWork(bank);
  bank.write("bank/笔记.txt", "没签入\n");
  CHECK(bank.merge({"zhou", "--take", "mine"}).exitCode == 20);
  CHECK(bytesOf(bank.path() / "笔记.txt") == "没签入\n");
  fs::remove(bank.path() / "笔记.txt");
  CHECK(bank.merge({"zhou", "--take", "mine"}).exitCode == 0);
  CHECK(bytesOf(bank.path() / bank.item(0)).find("difficulty=\"1\"") != std::string::npos);
  CHECK(bytesOf(bank.path() / bank.item(1)).find("difficulty=\"5\"") != std::string::npos);
  CHECK(bank.merge({"没有这个分支"}).exitCode == 2);
}

TEST_CASE("a code that two people gave twice is told after the merge") {
  const Bank bank;
  bank.git("checkout -q -b zhou");
  bank.setAttribute(bank.item(0), "code", "LJ-100");
  bank.commit("周平");
  bank.git("checkout -q main");
  bank.setAttribute(bank.item(1), "code", "LJ-100");
  bank.commit("林晓");
  const Run merged = bank.merge({"zhou", "--format", "json"});
  INFO(merged.err);
  REQUIRE(merged.exitCode == 0);
  std::string rules;
  const nlohmann::json document = merged.json();
  for (const auto& finding : document["findings"]) rules += finding["rule"].get<std::string>() + " ";
  CHECK(rules.find("items/code") != std::string::npos);
}

TEST_CASE("the stock git merge calls the merge driver, and marks only what a person must settle") {
  const Bank bank;
  CHECK(bank.git("config merge.tiku.driver") == "'tiku' merge-driver %O %A %B %P");
  bank.git("checkout -q -b zhou");
  bank.setAttribute(bank.item(0), "difficulty", "5");
  bank.commit("周平");
  bank.git("checkout -q main");
  // The same line of the same file, another field: git alone could not.
  bank.setAttribute(bank.item(0), "consistency", "2");
  bank.commit("林晓");
  const auto clean = bank.tryGit("merge -q -m 合并 zhou");
  INFO(clean.output);
  REQUIRE(clean.status == 0);
  const std::string merged = bytesOf(bank.path() / bank.item(0));
  CHECK(merged.find("difficulty=\"5\"") != std::string::npos);
  CHECK(merged.find("consistency=\"2\"") != std::string::npos);

  bank.git("checkout -q -b wang zhou");
  bank.setAttribute(bank.item(1), "difficulty", "5");
  bank.commit("王");
  bank.git("checkout -q main");
  bank.setAttribute(bank.item(1), "difficulty", "2");
  bank.commit("林晓");
  const auto clash = bank.tryGit("merge -q -m 合并 wang");
  CHECK(clash.status != 0);
  CHECK(clash.output.find("两方都改了“难度”，现在是我方的。") != std::string::npos);
  CHECK(bank.git("diff --name-only --diff-filter=U").find(bank.item(1)) != std::string::npos);
  CHECK(bytesOf(bank.path() / bank.item(1)).find("difficulty=\"2\"") != std::string::npos);
  bank.git("merge --abort");
  CHECK(bank.merge({"wang", "--take", "theirs"}).exitCode == 0);
  CHECK(bytesOf(bank.path() / bank.item(1)).find("difficulty=\"5\"") != std::string::npos);
}

TEST_CASE("the merge driver follows an item to another level, and refuses what is no file of a bank") {
  const Bank bank;
  bank.git("checkout -q -b zhou");
  const std::string moved = "items/level-2/theory/" + bank.item(0).substr(kItem.size());
  bank.setAttribute(bank.item(0), "level", "2");
  fs::create_directories((bank.path() / moved).parent_path());
  fs::rename(bank.path() / bank.item(0), bank.path() / moved);
  bank.commit("周平");
  bank.git("checkout -q main");
  bank.setAttribute(bank.item(0), "difficulty", "1");
  bank.commit("林晓");
  const auto merge = bank.tryGit("merge -q -m 合并 zhou");
  INFO(merge.output);
  CHECK(merge.status == 0);
  const std::string merged = bytesOf(bank.path() / moved);
  CHECK(merged.find("difficulty=\"1\"") != std::string::npos);
  CHECK(merged.find("level=\"2\"") != std::string::npos);

  bank.write("a", "<x/>");
  const Run foreign = runTiku({"merge-driver", "a", "a", "a", "x.xml"}, bank.folder());
  CHECK(foreign.exitCode == 10);
  CHECK(bytesOf(bank.folder() / "a") == "<x/>");
  CHECK(runTiku({"merge-driver"}, bank.folder()).exitCode == 2);
  CHECK(runTiku({"merge-driver", "--install", "bank"}, bank.folder()).exitCode == 0);
  CHECK(bank.git("config merge.tiku.driver").find(program().string()) != std::string::npos);
}
