// Duplicates, similar items and judgements as a user meets them.
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/corpus.h"
#include "tests/support/folder.h"

using namespace tiku::tests;
using tiku::test::Folder;

namespace fs = std::filesystem;

namespace {

std::string itemList() {
  return "id\ttype\tstem\toptions\tkey\n"
         "1\tsingle-choice\t游标卡尺使用前应当检查（　）是否对齐。\t零位|刀口|测深杆\tA\n"
         "2\ttrue-false\t游标卡尺使用前应当检查零位是否对齐。\t\t√\n"
         "3\tsingle-choice\t两个电阻串联时，总电阻等于各电阻（　）。\t之和|之差|之积\tA\n"
         "4\tsingle-choice\t两个电阻并联时，总电阻等于各电阻（　）。\t之和|之差|之积\tA\n"
         "5\ttrue-false\t淬火以后的零件一般要经过回火才能使用。\t\t√\n";
}

nlohmann::json duplicatesOf(const fs::path& file) {
  return runTiku({"duplicates", file.string(), "--format", "json"}).json();
}

/// How many pairs of each kind.
std::map<std::string, int> kindsIn(const nlohmann::json& report) {
  std::map<std::string, int> kinds;
  for (const auto& pair : report["pairs"]) ++kinds[pair["kind"]];
  return kinds;
}

}  // namespace

TEST_CASE("a list of items is compared as it lies, and the pairs come as text, list, JSON and page") {
  const Folder folder;
  std::ofstream(folder / "items.tsv") << itemList();
  const auto run = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"duplicates", "items.tsv"});
    return runTiku(more, folder.path());
  };
  const Run list = run({"--format", "tsv"});
  CHECK(list.exitCode == 0);
  std::istringstream lines(list.out);
  std::string line;
  std::getline(lines, line);
  CHECK(line == "a\tb\tsimilarity\tkind\tlikeness\tsource-a\tsource-b");
  std::getline(lines, line);
  CHECK(line.starts_with("1\t2\t1.0000\ttwin\t"));
  std::getline(lines, line);
  CHECK(line.starts_with("3\t4\t"));
  CHECK(line.find("\tterm\t") != std::string::npos);
  CHECK_FALSE(std::getline(lines, line));

  const auto json = run({"--format", "json"}).json();
  CHECK(json["found"] == 2);
  CHECK(json["pairs"][0]["a"] == "1");
  CHECK(json["pairs"][1]["items"][0]["marks"]["different"] ==
        nlohmann::json::parse(R"([{"field":"stem","from":4,"length":1}])"));
  CHECK(run({"--kind", "number,negation"}).out.find("有 0 对") != std::string::npos);
  CHECK(run({"--limit", "1"}).out.find("另有 1 对") != std::string::npos);
  CHECK(run({"--format", "html"}).out.find("</html>") != std::string::npos);
  CHECK(run({"--threshold", "0.2"}).exitCode == 2);
  CHECK(run({"--kind", "alike"}).exitCode == 2);

  std::ofstream(folder / "other.tsv") << "id\ttype\tstem\toptions\tkey\n"
                                         "x\ttrue-false\t淬火以后的零件，一般要经过回火才能使用\t\t√\n";
  const auto against = run({"--against", "other.tsv", "--format", "json"}).json();
  CHECK(against["found"] == 1);
  CHECK(against["pairs"][0]["b"] == "x");
}

TEST_CASE("a judgement takes a pair from the list and from the check, until an item changes") {
  const Folder folder;
  fs::copy(samples() / "liangju-faults", folder / "bank", fs::copy_options::recursive);
  const auto duplicates = [&](std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"duplicates", "bank", "--kind", "same,twin", "--format", "json"});
    return runTiku(more, folder.path()).json();
  };
  const auto near = [&] {
    const auto report =
        runTiku({"check", "bank", "--rule", "duplicates/near", "--format", "json"}, folder.path()).json();
    return report["findings"].size();
  };
  const auto before = duplicates();
  REQUIRE(near() == 1);
  const nlohmann::json* rewritten = nullptr;
  for (const auto& pair : before["pairs"]) {
    if (pair["items"][0]["stem"] != pair["items"][1]["stem"] && pair["kind"] == "same") rewritten = &pair;
  }
  REQUIRE(rewritten != nullptr);
  const std::string a = (*rewritten)["items"][0]["object"];
  const std::string b = (*rewritten)["items"][1]["object"];
  const Run judged = runTiku({"judge", "bank", b, a, "--as", "variant", "--reason", "一题问方法，一题问目的",
                              "--by", "郑书", "--format", "json"},
                             folder.path());
  CHECK(judged.exitCode == 0);
  CHECK(judged.json()["verdict"] == "variant");
  CHECK(judged.json()["replaced"] == false);
  CHECK(near() == 0);
  CHECK(duplicates()["found"].get<int>() + 1 == before["found"].get<int>());
  CHECK(duplicates({"--settled"})["found"] == before["found"]);

  REQUIRE(runTiku({"judge", "bank", a, b, "--as", "same", "--reason", "确是重复"}, folder.path()).exitCode ==
          0);
  CHECK(near() == 1);
  CHECK(runTiku({"judge", "bank", a, a, "--as", "same", "--reason", "x"}, folder.path()).exitCode == 2);
  CHECK(runTiku({"judge", "bank", a, b, "--as", "alike", "--reason", "x"}, folder.path()).exitCode == 2);
}

TEST_CASE("before a sentence is finished the bank tells that it asks this already") {
  const Run run = runTiku(
      {"similar", (samples() / "liangju").string(), "--text", "游标卡尺外观检查", "--format", "json"});
  REQUIRE(run.exitCode == 0);
  const auto matches = run.json()["matches"];
  REQUIRE_FALSE(matches.empty());
  for (const auto& match : matches) {
    CHECK(match["stem"].get<std::string>().find("游标卡尺") != std::string::npos);
    CHECK_FALSE(match["marks"]["common"].empty());
  }
  CHECK(runTiku({"similar", (samples() / "liangju").string(), "--text", "光纤熔接机的放电电极"})
            .out.find("没有与它相近的") != std::string::npos);
}

TEST_CASE("of 900 review items, one stem with other options is told as such") {
  const auto set = corpus("ai-trainer-l3");
  if (!set) return;
  fs::path review;
  for (const auto& entry : fs::directory_iterator(*set)) {
    if (entry.path().filename().string().starts_with("第3部分")) review = entry.path();
  }
  const auto report = duplicatesOf(review);
  CHECK(report["sources"][0]["items"] == 900);
  CHECK(report["found"].get<int>() <= 5);
  CHECK(kindsIn(report)["same-stem"] == 1);
}

TEST_CASE("real files are compared as they are, without a bank") {
  if (const auto file = corpus("electrician-lowvolt/选择判断处理.xlsx")) {
    const auto report = duplicatesOf(*file);
    CHECK(report["sources"][0]["items"] == 918);
    auto kinds = kindsIn(report);
    CHECK(kinds["twin"] > 10);
    CHECK(kinds["term"] > 5);
    CHECK(report["found"].get<int>() < 100);
  }
  if (const auto file = corpus("religion-xlsx/题库.xlsx")) {
    auto kinds = kindsIn(duplicatesOf(*file));
    CHECK(kinds["same"] > 5);
    CHECK(kinds["twin"] > 5);
  }
  if (const auto file = corpus("party-tab-docx/题库.docx")) {
    CHECK(kindsIn(duplicatesOf(*file))["same"] > 100);
  }
}

TEST_CASE("bad input to the comparison is told with its place, and costs nothing") {
  const Folder folder;
  std::ofstream(folder / "broken.tsv") << "id\ttype\n1\t2\n";
  std::ofstream(folder / "not.xlsx") << "PK\x03\x04 broken";
  CHECK(runTiku({"duplicates", "broken.tsv"}, folder.path()).exitCode == 10);
  CHECK(runTiku({"duplicates", "not.xlsx"}, folder.path()).exitCode == 10);
  CHECK(runTiku({"duplicates", "nowhere"}, folder.path()).exitCode == 30);
  CHECK(runTiku({"duplicates", "broken.tsv", "--format", "json"}, folder.path()).json()["error"]["code"] ==
        10);
}
