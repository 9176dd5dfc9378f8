// tiku export-as on the sample bank, and tiku import of what it wrote.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/files.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

using namespace tiku::tests;
using tiku::test::Folder;

namespace fs = std::filesystem;

namespace {

void sample(const Folder& folder) {
  fs::copy(sourceRoot() / "samples" / "liangju", folder / "bank", fs::copy_options::recursive);
}

}  // namespace

TEST_CASE("the items of a level go to Moodle, and taken in again they change nothing") {
  const Folder folder;
  sample(folder);
  const auto before = contentOf(folder / "bank");
  const Run run =
      runTiku({"export-as", "moodle", "bank", "--level", "3", "--out", "moodle.xml", "--format", "json"},
              folder.path());
  REQUIRE(run.exitCode == 0);
  const auto json = run.json();
  CHECK(json["items"] == 75);
  CHECK(json["written"] == 75);
  REQUIRE(json["losses"].size() == 1);
  CHECK(json["losses"][0]["what"] == "多选题在 Moodle 里按选中的正确选项给部分分，不是全部选对才得分。");
  CHECK(json["losses"][0]["items"].size() == 25);
  const Run again =
      runTiku({"import", "moodle.xml", "--into", "bank", "--as", "items", "--format", "json"}, folder.path());
  REQUIRE(again.exitCode == 0);
  CHECK(again.json()["counts"]["unchanged"] == 75);
  CHECK(again.json()["verdicts"]["imported"] == 75);
  CHECK(contentOf(folder / "bank") == before);
}

TEST_CASE("what a format leaves out is told, a file that is there is not replaced, a dry run writes none") {
  const Folder folder;
  sample(folder);
  const Run dry =
      runTiku({"export-as", "aiken", "bank", "--level", "3", "--out", "a.txt", "--dry-run"}, folder.path());
  CHECK(dry.exitCode == 0);
  CHECK(dry.out.find("a.txt：75 道试题，写出 50 道。") != std::string::npos);
  CHECK(dry.out.find("没有写出 25 道：Aiken 只收有一个答案的单选题。") != std::string::npos);
  CHECK(!fs::exists(folder / "a.txt"));
  std::ofstream(folder / "a.txt") << "别的";
  const Run refused =
      runTiku({"export-as", "aiken", "bank", "--level", "3", "--out", "a.txt"}, folder.path());
  CHECK(refused.exitCode != 0);
  CHECK(contentOf(folder.path()).at("a.txt") == "别的");
}

TEST_CASE("the items of a paper are listed in its order, and a wrong type is refused") {
  const Folder folder;
  sample(folder);
  const Run run =
      runTiku({"export-as", "csv", "bank", "--paper", "LJ-3-2026-01", "--out", "p.csv"}, folder.path());
  REQUIRE(run.exitCode == 0);
  const std::string csv = contentOf(folder.path()).at("p.csv");
  CHECK(csv.starts_with("id,level,type,code,point,stem,option-a,"));
  CHECK(std::ranges::count(csv, '\n') >= 31);
  CHECK(csv.find("\"B-A-A-A-001-001\"") < csv.find("\"B-A-B-A-001-001\""));
  CHECK(
      runTiku({"export-as", "csv", "bank", "--type", "matching", "--out", "q.csv"}, folder.path()).exitCode !=
      0);
}
