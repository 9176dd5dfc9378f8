// tiku export-as word and excel, tiku template, and tiku import of what they wrote.
#include <filesystem>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/files.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

using namespace tiku::tests;
using tiku::test::Folder;

namespace fs = std::filesystem;

namespace {

void bankIn(const Folder& folder) {
  fs::copy(sourceRoot() / "samples" / "liangju", folder / "bank", fs::copy_options::recursive);
}

}  // namespace

TEST_CASE("all items go to Word and Excel without a loss, and taken in again leave every file as it is") {
  const Folder folder;
  bankIn(folder);
  const auto before = contentOf(folder / "bank");
  for (const std::string format : {"word", "excel"}) {
    const Run run = runTiku({"export-as", format, "bank", "--out", "items", "--force", "--format", "json"},
                            folder.path());
    REQUIRE(run.exitCode == 0);
    CHECK(run.json()["written"] == 145);
    CHECK(run.json()["losses"].empty());
    const Run again =
        runTiku({"import", "items", "--into", "bank", "--as", "items", "--format", "json"}, folder.path());
    REQUIRE(again.exitCode == 0);
    CHECK(again.json()["counts"]["unchanged"] == 145);
    CHECK(contentOf(folder / "bank") == before);
  }
}

TEST_CASE("tables, plans and operational items go out by name, what Excel cannot hold is refused") {
  const Folder folder;
  bankIn(folder);
  for (const auto& [what, format] : {std::pair{"elements", "excel"}, std::pair{"plan", "word"},
                                     std::pair{"skills", "word"}, std::pair{"papers", "word"}}) {
    const Run run =
        runTiku({"export-as", format, "bank", "--what", what, "--level", "3", "--out", std::string(what)},
                folder.path());
    INFO(what << run.out);
    CHECK(run.exitCode == 0);
    CHECK(fs::exists(folder / what));
  }
  CHECK(runTiku({"export-as", "excel", "bank", "--what", "skills", "--out", "x"}, folder.path()).exitCode !=
        0);
  CHECK(runTiku({"export-as", "gift", "bank", "--what", "plan", "--out", "x"}, folder.path()).exitCode != 0);
  CHECK(!fs::exists(folder / "x"));
}

TEST_CASE("a template has the points of its level, and holds no items before it is filled in") {
  const Folder folder;
  bankIn(folder);
  for (const std::string kind : {"word", "excel"}) {
    const Run made =
        runTiku({"template", kind, "--bank", "bank", "--level", "3", "--out", kind}, folder.path());
    REQUIRE(made.exitCode == 0);
    const Run read = runTiku({"import", kind, "--into", "bank", "--as", "items", "--dry-run"}, folder.path());
    CHECK(read.exitCode != 0);
    CHECK((read.out + read.err).find("文件里还没有试题，只有说明和示例。") != std::string::npos);
  }
}
