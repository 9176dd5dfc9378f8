// tiku derive: what the standard proposes is listed, taken once, and nothing is lost.
#include <filesystem>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

using namespace tiku::tests;
using tiku::test::Folder;

namespace fs = std::filesystem;

TEST_CASE("derive lists what it would add, adds it, and then has nothing more to add") {
  const Folder folder;
  fs::copy(sourceRoot() / "samples" / "liangju", folder / "bank", fs::copy_options::recursive);
  fs::remove(folder / "bank" / "blueprints" / "level-3.xml");
  const auto before = contentOf(folder / "bank");

  const Run dry = runTiku({"derive", "bank", "--level", "3", "--dry-run"}, folder.path());
  CHECK(dry.exitCode == 0);
  CHECK(dry.out.find("会新增 29 个考评范围，改动 0 个。这是试运行，题库没有改动。") != std::string::npos);
  CHECK(contentOf(folder / "bank") == before);

  const Run taken = runTiku({"derive", "bank", "--level", "三级", "--format", "json"}, folder.path());
  REQUIRE(taken.exitCode == 0);
  const auto json = taken.json();
  CHECK(json["added"] == 29);
  CHECK(json["filesWritten"] == 1);
  CHECK(json["rows"][1]["name"] == "职业道德");
  CHECK(json["rows"][1]["change"] == "added");
  CHECK(json["rows"][1]["weight"]["after"] == "5");
  CHECK(contentOf(folder / "bank").contains("blueprints/level-3.xml"));

  const Run again = runTiku({"derive", "bank", "--level", "3"}, folder.path());
  CHECK(again.out.find("新增 0 个考评范围，改动 0 个。") != std::string::npos);
}

TEST_CASE("derive without a standard says what to do first") {
  const Folder folder;
  fs::copy(sourceRoot() / "samples" / "liangju", folder / "bank", fs::copy_options::recursive);
  fs::remove(folder / "bank" / "standard.xml");
  const Run run = runTiku({"derive", "bank", "--level", "3"}, folder.path());
  CHECK(run.exitCode == 2);
  CHECK(run.err.find("题库里还没有职业标准。") != std::string::npos);
}
