// A new edition as a Word document, with the real program on the shipped sample: looked at, listed, taken in.
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/cli/next_edition.h"
#include "tests/cli/program.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

using namespace tiku::tests;
using tiku::test::bytesOf;
using tiku::test::Folder;

namespace fs = std::filesystem;

namespace {

// The sample's standard as the next edition has it, printed: one entry reworded, one more.
void printNextEdition(const Folder& folder) {
  fs::copy(samples() / "liangju", folder / "next", fs::copy_options::recursive);
  writeNextEdition(folder / "next/standard.xml", folder / "next/standard.xml");
  const Run printed =
      runTiku({"export-as", "word", "next", "--what", "standard", "--out", "2031.docx"}, folder.path());
  INFO(printed.err);
  REQUIRE(printed.exitCode == 0);
}

}  // namespace

TEST_CASE("a new edition in Word shows what rests on it, and comes in with the ids that the points know") {
  const Folder folder;
  fs::copy(samples() / "liangju", folder / "bank", fs::copy_options::recursive);
  printNextEdition(folder);
  const auto tiku = [&folder](const std::vector<std::string>& arguments) {
    return runTiku(arguments, folder.path());
  };
  const auto before = contentOf(folder / "bank");

  const Run preview = tiku({"impact", "bank", "--against", "2031.docx", "--format", "json"});
  INFO(preview.err);
  REQUIRE(preview.exitCode == 0);
  const auto changes = preview.json()["updates"][0]["changes"];
  REQUIRE(changes.size() == 2);
  CHECK(changes[0]["before"] == "游标卡尺读数方法");
  CHECK(changes[0]["after"] == "游标卡尺和数显卡尺读数方法");
  CHECK(changes[1]["after"] == "数显卡尺的电池更换");

  const std::vector<std::string> import{"import", "2031.docx", "--into", "bank", "--as", "standard"};
  auto dry = import;
  dry.insert(dry.end(), {"--dry-run", "--format", "json"});
  const auto report = tiku(dry).json();
  CHECK(report["kind"] == "standard");
  CHECK(report["verdicts"]["unclear"] == 0);
  CHECK(report["counts"]["added"] == 1);
  CHECK(report["counts"]["changed"] == 1);
  CHECK(report["impact"]["changes"] == 2);
  CHECK(report["impact"]["points"] > 0);
  CHECK(report["impact"]["items"] > 0);
  CHECK(report["impact"]["advice"].get<std::string>().find("tiku impact bank --against 2031.docx --begin") !=
        std::string::npos);
  CHECK(contentOf(folder / "bank") == before);

  const Run taken = tiku(import);
  CHECK(taken.exitCode == 0);
  CHECK(taken.out.find("同步影响：标准有 2 处改动") != std::string::npos);
  const std::string standard = bytesOf(folder / "bank/standard.xml");
  CHECK(standard.find("id=\"4c301af3-dd56-4635-ae23-ffdd2737e0f7\" text=\"游标卡尺和数显卡尺读数方法\"") !=
        std::string::npos);
  auto after = contentOf(folder / "bank");
  after.erase("standard.xml");
  auto rest = before;
  rest.erase("standard.xml");
  CHECK(after == rest);  // Nothing but the standard was written.
  CHECK(tiku(dry).json()["counts"]["unchanged"] > 0);
  CHECK(tiku({"impact", "bank", "--against", "2031.docx"}).out == "两个版本的标准没有差别。\n");
}

TEST_CASE("an update begun with a Word document takes it in together with the list") {
  const Folder folder;
  fs::copy(samples() / "liangju", folder / "bank", fs::copy_options::recursive);
  printNextEdition(folder);
  const Run begun =
      runTiku({"impact", "bank", "--against", "2031.docx", "--begin", "--by", "周工"}, folder.path());
  INFO(begun.err);
  CHECK(begun.exitCode == 0);
  CHECK(bytesOf(folder / "bank/standard.xml").find("2031年版") != std::string::npos);
  CHECK(runTiku({"impact", "bank", "--format", "json"}, folder.path()).json()["updates"][0]["open"] > 1);
}

TEST_CASE("what is no standard is refused with what to do, and changes nothing") {
  const Folder folder;
  fs::copy(samples() / "liangju", folder / "bank", fs::copy_options::recursive);
  const auto before = contentOf(folder / "bank");
  std::ofstream(folder / "试题.txt") << "一、单项选择题\n1. 游标卡尺的读数是（ ）。\nA. 1 B. 2\n";
  const Run refused = runTiku({"import", "试题.txt", "--into", "bank", "--as", "standard"}, folder.path());
  CHECK(refused.exitCode == 10);
  CHECK(refused.err.find("这不像职业标准") != std::string::npos);
  CHECK(runTiku({"impact", "bank", "--against", "试题.txt"}, folder.path()).exitCode == 10);
  CHECK(contentOf(folder / "bank") == before);
}
