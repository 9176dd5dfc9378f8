// A whole round of review by the command, on the sample bank with five experts.
#include <fstream>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

using namespace tiku::tests;
using tiku::test::Folder;

namespace fs = std::filesystem;

namespace {

/// The institution's and the chair's machine.
struct Office {
  Folder folder;

  Office() {
    fs::copy(sourceRoot() / "samples" / "liangju", folder / "bank", fs::copy_options::recursive);
    fs::remove_all(folder / "bank" / ".git");
    done({"commit", "bank", "-m", "送审"});
  }

  Run run(std::vector<std::string> arguments) const {
    if (arguments.front() == "review" || arguments.front() == "check") {
      arguments.emplace_back("--format");
      arguments.emplace_back("json");
    }
    return runTiku(arguments, folder.path());
  }
  nlohmann::json done(const std::vector<std::string>& arguments) const {
    const Run made = run(arguments);
    INFO(arguments[1] << ": " << made.err);
    REQUIRE(made.exitCode == 0);
    return arguments.front() == "commit" ? nlohmann::json() : made.json();
  }
  nlohmann::json review(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "review");
    return done(arguments);
  }
  nlohmann::json opened(std::vector<std::string> arguments, const char* by, const char* on) const {
    for (const char* word : {"--by", by, "--on", on}) arguments.emplace_back(word);
    return review(std::move(arguments));
  }

  void write(const std::string& name, const std::string& content) const {
    std::ofstream(folder / name, std::ios::binary) << content;
  }
};

const std::vector<std::string> kNames{"赵工", "钱工", "孙工", "冯工", "陈工"};

std::string fileOf(const std::string& name) {
  return "out/" + name + ".tiku-review";
}

// One table with all that an expert has to score.
std::string scores(const nlohmann::json& task) {
  std::string table;
  for (const auto& object : task["objects"])
    table += object["object"].get<std::string>() + "\t4\t70\tadopt\n";
  for (const auto& line : task["rubric"])
    table += "line\t" + line["line"].get<std::string>() + "\t" + line["marks"].get<std::string>() + "\t\n";
  return table;
}

}  // namespace

TEST_CASE("tiku review plays a round from its start to the stamps", "[review]") {
  const Office office;
  std::vector<std::string> start{"start", "bank", "--title", "报备评审", "--key", "chair.key"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    start.emplace_back("--expert");
    start.push_back(kNames[i] + ",贵阳第" + std::to_string(i + 1) + "职业学校");
  }
  const auto started = office.opened(start, "王科长", "2026-03-02");
  CHECK(started["round"]["state"] == "accepted");
  CHECK(started["round"]["due"] == "2026-03-16");  // Ten working days.
  CHECK(started["round"]["key"] == "chair.key");
  const auto sent =
      office.opened({"invite", "bank", "--out", "out", "--key", "chair.key"}, "赵工", "2026-03-03");
  REQUIRE(sent["files"].size() == 5);
  office.done({"commit", "bank", "-m", "发出评审文件"});

  // Five machines without a network.
  std::string remarked;
  for (const std::string& name : kNames) {
    const std::string file = fileOf(name);
    const auto task = office.review({"task", file});
    CHECK(task["name"] == name);
    office.write("scores.tsv", scores(task));
    const auto scored = office.review({"score", file, "--from", "scores.tsv"});
    CHECK(scored["missing"].size() == 1);  // 回避声明
    if (remarked.empty()) {
      for (const auto& object : task["objects"]) {
        if (!object["text"].contains("stem")) continue;
        remarked = object["object"];
        office.review({"annotate", file, remarked, "--field", "stem", "--kind", "unclear", "--gravity",
                       "grave", "--comment", "题干不完整", "--suggest", "改写过的题干（专家建议）。"});
        break;
      }
    }
    office.review({"submit", file, "--conflict", "无", "--on", "2026-03-10"});
  }
  REQUIRE_FALSE(remarked.empty());

  // One file is damaged on the way; the others come in, it does not.
  fs::copy_file(office.folder / fileOf(kNames[4]), office.folder / "kept.tiku-review");
  fs::resize_file(office.folder / fileOf(kNames[4]), fs::file_size(office.folder / fileOf(kNames[4])) / 2);
  std::vector<std::string> collect{"review", "collect", "bank", "--key", "chair.key", "--on", "2026-03-12"};
  for (const std::string& name : kNames) collect.push_back(fileOf(name));
  const Run collected = office.run(collect);
  CHECK(collected.exitCode == 11);
  CHECK(collected.json()["collected"].size() == 4);
  REQUIRE(collected.json()["refused"].size() == 1);
  CHECK(collected.json()["refused"][0]["message"] == "不是 Tiku 评审文件，或者文件不完整。");

  const auto status = office.review({"status", "bank", "--on", "2026-03-17"});
  CHECK(status["late"] == true);
  CHECK(status["outstanding"] == 1);
  CHECK(status["members"][4]["late"] == true);
  CHECK(office.run({"review", "results", "bank"}).exitCode == 20);
  CHECK(office.run({"review", "open", "bank", "--by", "赵工", "--key", "chair.key", "--on", "2026-03-17"})
            .exitCode == 20);
  CHECK(office.review({"collect", "bank", "kept.tiku-review", "--key", "chair.key", "--on",
                       "2026-03-18"})["collected"][0]["late"] == true);
  CHECK(office.run({"review", "collect", "bank", "kept.tiku-review", "--key", "chair.key"}).exitCode == 20);
  const auto open = office.opened({"open", "bank", "--key", "chair.key"}, "赵工", "2026-03-18");
  CHECK(open["round"]["state"] == "summary");
  const auto results = office.review({"results", "bank"});
  REQUIRE(results["submissions"].size() == 5);
  CHECK(results["submissions"][0]["annotations"].size() == 1);

  // 限期整改, by the calendar 30 days later or on the next working day.
  CHECK(office.run({"review", "conclude", "bank", "--as", "to-rectify", "--by", "赵工", "--on", "2026-03-20"})
            .exitCode == 2);
  const auto concluded = office.opened({"conclude", "bank", "--as", "to-rectify", "--reason", "一道题要改"},
                                       "赵工", "2026-03-20");
  CHECK(concluded["opinions"] == 1);
  CHECK(concluded["round"]["rectifyBy"] == "2026-04-20");
  const auto lines = office.review({"opinions", "bank"});
  const std::string line = lines["opinions"][0]["id"];
  CHECK(lines["opinions"][0]["text"] == "holds");
  const auto answered = office.opened({"answer", "bank", line, "--accept"}, "林晓", "2026-03-25");
  CHECK(answered["opinion"]["status"] == "answered");
  CHECK(answered["opinion"]["changes"][0]["after"] == "改写过的题干（专家建议）。");
  CHECK(answered["opinion"]["text"] == "changed");
  office.done({"commit", "bank", "-m", "整改"});
  CHECK(office.opened({"hand-in", "bank"}, "林晓", "2026-03-26")["round"]["state"] == "rereview");

  // 复核 by the one who remarked.
  CHECK(office.opened({"invite", "bank", "--expert", kNames[0], "--out", "out", "--key", "chair.key"}, "赵工",
                      "2026-03-27")["files"][0]["objects"] == 1);
  office.review({"settle", fileOf(kNames[0]), line, "--agree"});
  office.review({"submit", fileOf(kNames[0]), "--conflict", "无", "--on", "2026-03-28"});
  office.review({"collect", "bank", fileOf(kNames[0]), "--key", "chair.key", "--on", "2026-03-28"});
  office.opened({"open", "bank", "--key", "chair.key"}, "赵工", "2026-03-28");
  const auto passed = office.opened({"conclude", "bank", "--as", "passed"}, "赵工", "2026-03-30");
  CHECK(passed["round"]["state"] == "passed");
  CHECK(passed["approved"].get<int>() > 10);

  // What was approved is watched over from now on.
  const std::vector<std::string> watch{"check", "bank", "--rule", "reviews/*"};
  CHECK(office.done(watch)["findings"].empty());
  for (const auto& [path, content] : contentOf(office.folder / "bank" / "items")) {
    if (path.find(remarked) == std::string::npos) continue;
    std::string changed = content;
    changed.replace(changed.find("专家建议"), 12, "后来又改");
    office.write("bank/items/" + path, changed);
  }
  const auto found = office.done(watch)["findings"];
  REQUIRE(found.size() == 1);
  CHECK(found[0]["rule"] == "reviews/changed-since-approval");
  CHECK(found[0]["subject"]["id"] == remarked);
}

TEST_CASE("tiku review refuses a bank that is not checked in, a panel too small, and a wrong key",
          "[review]") {
  const Office office;
  CHECK(office.run({"review", "start", "bank", "--title", "一", "--by", "王", "--expert", "甲,乙校"})
            .exitCode == 2);
  CHECK(office.run({"review", "status", "bank"}).exitCode == 2);
  office.opened({"start", "bank", "--title", "一", "--key", "one.key", "--expert", "甲,乙校", "--expert",
                 "丙,丁校", "--expert", "戊,己校", "--per-item", "2"},
                "王", "2026-03-02");
  // The round itself is not checked in yet, and the next one would not be of a revision.
  CHECK(office.run({"review", "start", "bank", "--title", "二", "--by", "王", "--expert", "甲,乙校"})
            .exitCode == 20);
  CHECK(
      office.run({"review", "invite", "bank", "--by", "王", "--out", "out", "--key", "none.key"}).exitCode ==
      30);
  office.write("bad.key", "no key");
  CHECK(office.run({"review", "invite", "bank", "--by", "王", "--out", "out", "--key", "bad.key"}).exitCode ==
        10);
  CHECK_FALSE(fs::exists(office.folder / "out"));
}
