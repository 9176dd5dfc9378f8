// tiku terms and tiku suggest: a word is agreed on, banned words are found from then on, nothing is written
// unasked.
#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/folder.h"

using namespace tiku::tests;
using tiku::test::Folder;

TEST_CASE("a term is added with a banned word, which check finds, without --write the bank stays as it is") {
  const Folder folder;
  REQUIRE(runTiku({"new", "bank", "--title", "电工题库", "--occupation", "6-31-01-03", "--levels", "3",
                   "--profile", "guizhou"},
                  folder.path())
              .exitCode == 0);
  const auto terms = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"terms", "bank", "--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runTiku(arguments, folder.path()).json();
  };
  const auto shown =
      terms({"--add", "绝缘电阻表", "--ban", "摇表", "--allow", "兆欧表", "--note", "旧称兆欧表"});
  CHECK(shown["written"] == false);
  CHECK(shown["terms"].size() == 1);
  CHECK(terms({})["terms"].empty());

  const auto written = terms({"--add", "绝缘电阻表", "--ban", "摇表", "--allow", "兆欧表", "--write"});
  CHECK(written["written"] == true);
  const auto kept = terms({})["terms"];
  REQUIRE(kept.size() == 1);
  CHECK(kept[0]["preferred"] == "绝缘电阻表");
  CHECK(kept[0]["variants"][0]["use"] == "banned");
  CHECK(kept[0]["variants"][1]["text"] == "兆欧表");

  const auto suggest =
      runTiku({"suggest", "绝缘电祖表", "摇表", "兆欧表", "座标", "--bank", "bank", "--format", "json"},
              folder.path())
          .json()["words"];
  REQUIRE(suggest.size() == 4);
  CHECK(suggest[0]["suggestions"][0] == "绝缘电阻表");
  CHECK(suggest[1]["suggestions"][0] == "绝缘电阻表");
  CHECK(suggest[2]["known"] == true);
  CHECK(suggest[3]["suggestions"][0] == "坐标");

  CHECK(terms({"--remove", "绝缘电阻表", "--write"})["terms"].empty());
  CHECK(runTiku({"terms", "bank", "--remove", "绝缘电阻表"}, folder.path()).exitCode == 2);
  CHECK(runTiku({"terms", "bank", "--ban", "摇表"}, folder.path()).exitCode == 2);
  CHECK(runTiku({"terms", "bank", "--write"}, folder.path()).exitCode == 2);
}
