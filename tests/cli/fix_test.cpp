// tiku fix on the sample with faults: what it mends, what it says, and what it leaves alone.
#include <filesystem>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

using namespace tiku::tests;
using tiku::test::Folder;

namespace fs = std::filesystem;

namespace {

void sampleWithFaults(const Folder& folder) {
  fs::copy(sourceRoot() / "samples" / "liangju-faults", folder / "bank", fs::copy_options::recursive);
}

int found(const Folder& folder, const std::string& path, const std::string& rule) {
  return static_cast<int>(
      runTiku({"check", path, "--rule", rule, "--format", "json"}, folder.path()).json()["findings"].size());
}

}  // namespace

TEST_CASE("fix lists what it would mend, mends it, and finds nothing more to mend") {
  const Folder folder;
  sampleWithFaults(folder);
  const auto before = contentOf(folder / "bank");
  REQUIRE(found(folder, "bank", "items/negative-stem") == 1);

  const Run dry = runTiku({"fix", "bank", "--rule", "items/negative-*", "--dry-run"}, folder.path());
  CHECK(dry.exitCode == 0);
  CHECK(dry.out.find("否定词加着重 stem") != std::string::npos);
  CHECK(dry.out.find("可以修正 1 处。这是试运行，题库没有改动。") != std::string::npos);
  CHECK(contentOf(folder / "bank") == before);

  const Run fix = runTiku({"fix", "bank", "--rule", "items/negative-*", "--format", "json"}, folder.path());
  REQUIRE(fix.exitCode == 0);
  const auto json = fix.json();
  CHECK(json["dryRun"] == false);
  CHECK(json["filesWritten"] == 1);
  REQUIRE(json["fixed"].size() == 1);
  CHECK(json["fixed"][0]["rule"] == "items/negative-stem");
  const auto& change = json["fixed"][0]["fix"]["changes"][0];
  CHECK(change["field"] == "stem");
  CHECK(change["as"] == "emphasis");
  CHECK(change["before"] == change["after"]);
  CHECK(found(folder, "bank", "items/negative-stem") == 0);

  // One file was written, and in it one word was marked.
  const auto after = contentOf(folder / "bank");
  int different = 0;
  for (const auto& [path, content] : after) {
    if (before.at(path) == content) continue;
    ++different;
    CHECK(content.size() > before.at(path).size());
  }
  CHECK(different == 1);
  CHECK(after.size() == before.size());

  const Run again = runTiku({"fix", "bank"}, folder.path());
  CHECK(again.out.find("修正了 0 处。") != std::string::npos);
  CHECK(contentOf(folder / "bank") == after);
}

TEST_CASE("fix mends a packed bank, keeps to a level, and refuses a rule that the profile lacks") {
  const Folder folder;
  sampleWithFaults(folder);
  REQUIRE(runTiku({"pack", "bank", "bank.tiku"}, folder.path()).exitCode == 0);
  CHECK(runTiku({"fix", "bank.tiku", "--level", "2", "--format", "json"}, folder.path())
            .json()["fixed"]
            .empty());
  CHECK(runTiku({"fix", "bank.tiku", "--level", "3", "--format", "json"}, folder.path())
            .json()["filesWritten"] == 1);
  CHECK(found(folder, "bank.tiku", "items/negative-stem") == 0);
  CHECK(runTiku({"fix", "bank", "--rule", "items/nothing"}, folder.path()).exitCode == 2);
  CHECK(runTiku({"fix", "bank", "--level", "5"}, folder.path()).exitCode == 2);
}

TEST_CASE("check says what can be mended by itself") {
  const Folder folder;
  sampleWithFaults(folder);
  const auto json =
      runTiku({"check", "bank", "--rule", "items/negative-stem", "--format", "json"}, folder.path()).json();
  CHECK(json["findings"][0]["fix"]["title"] == "否定词加着重");
  const auto none =
      runTiku({"check", "bank", "--rule", "items/key-missing", "--format", "json"}, folder.path()).json();
  CHECK(none["findings"][0]["fix"].is_null());
  CHECK(runTiku({"check", "bank"}, folder.path()).out.find("其中 1 处可用 tiku fix 自动修正。") !=
        std::string::npos);
}
