// What several people do with one bank, with the real program: through a shared folder, a server and a disc.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"
#include "tests/support/servers/server.h"
#include "tests/support/shell.h"

using namespace tiku::tests;
using tiku::test::Folder;

namespace fs = std::filesystem;

namespace {

struct TwoDesks {
  TwoDesks() {
    // A home of its own, and no proxy of whoever runs the tests.
    fs::create_directories(folder / "home");
    setenv("HOME", (folder / "home").c_str(), 1);
    setenv("XDG_CONFIG_HOME", (folder / "home/.config").c_str(), 1);
    for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "SSH_AUTH_SOCK"}) unsetenv(name);
    fs::copy(samples() / "liangju", folder / "lin", fs::copy_options::recursive);
    done({"commit", "lin", "-m", "第一次", "--author", "林晓 <lin@example.org>"});
    for (const auto& entry : fs::directory_iterator(folder / "lin/items/level-3/theory"))
      items.push_back("items/level-3/theory/" + entry.path().filename().string());
    std::sort(items.begin(), items.end());
  }

  [[nodiscard]] Run run(const std::vector<std::string>& arguments) const {
    return runTiku(arguments, folder.path());
  }
  Run done(const std::vector<std::string>& arguments) const {
    Run made = run(arguments);
    INFO(arguments[0] << ": " << made.out << made.err);
    REQUIRE(made.exitCode == 0);
    return made;
  }
  [[nodiscard]] nlohmann::json json(std::vector<std::string> arguments, int exitCode = 0) const {
    arguments.insert(arguments.end(), {"--format", "json"});
    const Run made = run(arguments);
    INFO(arguments[0] << ": " << made.out << made.err);
    REQUIRE(made.exitCode == exitCode);
    return made.json();
  }
  // Another difficulty for an item.
  void rate(const std::string& desk, std::size_t item, char difficulty) const {
    const fs::path file = folder / (desk + "/" + items[item]);
    std::string text = tiku::test::bytesOf(file);
    text[text.find("difficulty=\"") + 12] = difficulty;
    std::ofstream(file, std::ios::binary) << text;
  }
  [[nodiscard]] char rating(const std::string& desk, std::size_t item) const {
    const std::string text = tiku::test::bytesOf(folder / (desk + "/" + items[item]));
    return text[text.find("difficulty=\"") + 12];
  }

  Folder folder;
  std::vector<std::string> items;
};

}  // namespace

TEST_CASE("a shared folder is made, copied from, and brings two people's work together") {
  const TwoDesks desks;
  const auto first = desks.json({"sync", "lin", "--remote", "shared/bank.git", "--create"});
  CHECK(first["state"] == "done");
  CHECK(first["sent"].size() == 1);
  const auto copied = desks.json({"clone", "shared/bank.git", "zhou"});
  CHECK(copied["head"]["message"] == "第一次");
  CHECK(desks.done({"sync", "zhou"}).out == "两边一样，没有要同步的。\n");

  desks.rate("lin", 0, '5');
  desks.rate("zhou", 1, '5');
  const auto sent = desks.json({"sync", "lin"});
  CHECK(sent["checkedIn"]["message"].get<std::string>().starts_with("修改理论试题"));
  const auto received = desks.json({"sync", "zhou"});
  CHECK(received["received"].size() == 1);
  CHECK(received["merge"].is_object());
  CHECK(desks.rating("zhou", 0) == '5');
  desks.done({"sync", "lin"});
  CHECK(desks.rating("lin", 1) == '5');

  fs::rename(desks.folder / "shared", desks.folder / "unplugged");
  const Run offline = desks.run({"sync", "lin"});
  CHECK(offline.exitCode == 31);
  CHECK(offline.out.starts_with("等待联网："));
}

TEST_CASE("what both changed is asked in a file, answered in it, and then it is done") {
  const TwoDesks desks;
  desks.done({"sync", "lin", "--remote", "bank.git", "--create"});
  desks.done({"clone", "bank.git", "zhou"});
  desks.rate("lin", 0, '5');
  desks.rate("zhou", 0, '1');
  desks.done({"sync", "lin"});
  const Run asked = desks.run({"sync", "zhou"});
  CHECK(asked.exitCode == 1);
  CHECK(asked.out.find("没有合并，也没有送出。") != std::string::npos);
  auto questions = desks.json({"sync", "zhou"}, 1);
  CHECK(questions["state"] == "questions");
  REQUIRE(questions["questions"].size() == 1);
  questions["questions"][0]["answer"] = "theirs";
  std::ofstream(desks.folder / "answers.json") << questions.dump();
  CHECK(desks.rating("zhou", 0) == '1');
  desks.done({"sync", "zhou", "--answers", "answers.json"});
  CHECK(desks.rating("zhou", 0) == '5');
}

TEST_CASE("a password in an address is refused, and a server that wants one says so") {
  if (!tiku::test::haveTools({"python3", "git"})) return;
  const TwoDesks desks;
  desks.done({"sync", "lin", "--remote", "hub/bank.git", "--create"});
  (void)tiku::test::shell("git -C '" + (desks.folder / "hub/bank.git").string() +
                          "' config http.receivepack true");
  const tiku::test::HttpServer server(desks.folder / "hub", "zhang:min");
  const Run refused = desks.run({"sync", "lin", "--remote", "http://zhang:min@127.0.0.1/bank.git"});
  CHECK(refused.exitCode == 2);
  CHECK(refused.err.find("min") == std::string::npos);
  const Run denied = desks.run({"sync", "lin", "--remote", server.url("bank.git")});
  CHECK(denied.exitCode == 30);
  CHECK(denied.err.find("对方要求用户名和密码。") != std::string::npos);
}

TEST_CASE("a disc carries the bank to somebody who has none, and his work back") {
  const TwoDesks desks;
  const auto out = desks.json({"exchange", "out", "lin", "all.bundle", "--to", "周平"});
  CHECK(out["revisions"].size() == 1);
  CHECK(out["needed"].empty());
  CHECK(fs::exists(desks.folder / "all.bundle.txt"));
  const auto in = desks.json({"exchange", "in", "zhou", "all.bundle", "--from", "林晓"});
  CHECK(in["made"] == true);
  CHECK(in["slipChecked"] == true);

  desks.rate("zhou", 1, '5');
  desks.done({"commit", "zhou"});
  CHECK(desks.json({"exchange", "out", "zhou", "back.bundle", "--to", "林晓"})["revisions"].size() == 1);
  CHECK(desks.done({"exchange", "in", "lin", "back.bundle"}).out.starts_with("收到 1 次签入："));
  CHECK(desks.rating("lin", 1) == '5');
  CHECK(desks.done({"exchange", "in", "lin", "back.bundle"}).out == "里面的内容这里都有了。\n");
  CHECK(desks.done({"exchange", "out", "zhou", "none.bundle", "--to", "林晓"}).out ==
        "对方都有了，没有要写出的。\n");

  std::ofstream(desks.folder / "back.bundle", std::ios::app) << "x";
  CHECK(desks.run({"exchange", "in", "lin", "back.bundle"}).exitCode == 10);
}
