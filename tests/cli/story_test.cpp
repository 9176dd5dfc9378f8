// What an institution and an authority do, from end to end, with the real program on the shipped sample.
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/digest.h"
#include "tests/cli/program.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

using namespace tiku::tests;
using tiku::test::Folder;

namespace fs = std::filesystem;

namespace {

// A copy of a shipped sample, checked in.
void checkedInSample(const Folder& folder, const std::string& name, const std::string& as) {
  fs::copy(samples() / name, folder / as, fs::copy_options::recursive);
  const Run commit =
      runTiku({"commit", as, "-m", "送审稿", "--author", "林晓 <lin@example.org>"}, folder.path());
  REQUIRE(commit.exitCode == 0);
}

}  // namespace

TEST_CASE("an institution files the sample bank, and the authority verifies it and draws the sample again") {
  const Folder folder;
  checkedInSample(folder, "liangju", "bank");

  const Run check = runTiku({"check", "bank", "--format", "json"}, folder.path());
  CHECK(check.exitCode == 0);
  CHECK(check.json()["profile"] == "tutorial");
  CHECK(check.json()["summary"]["errors"] == 0);
  CHECK(check.json()["summary"]["warnings"] == 0);

  const Run exported = runTiku({"export", "bank", "--out", "bundle.zip", "--nonce", "20260601", "--date",
                                "2026-06-01", "--format", "json"},
                               folder.path());
  INFO(exported.err);
  REQUIRE(exported.exitCode == 0);
  CHECK(exported.json()["figures"]["level-3/points"] == "25");

  const Run alone = runTiku({"verify", "bundle.zip", "--format", "json"}, folder.path());
  CHECK(alone.exitCode == 0);
  CHECK(alone.json()["ok"] == true);
  CHECK(alone.json()["notJudged"].size() == 1);

  const Run against =
      runTiku({"verify", "bundle.zip", "--against", "bank", "--format", "json"}, folder.path());
  INFO(against.out);
  CHECK(against.exitCode == 0);
  CHECK(against.json()["problems"].empty());

  // The same bank, nonce and day give the same bundle to the byte, also from the packed file.
  CHECK(runTiku({"pack", "bank", "bank.tiku"}, folder.path()).exitCode == 0);
  CHECK(runTiku({"export", "bank.tiku", "--out", "again.zip", "--nonce", "20260601", "--date", "2026-06-01"},
                folder.path())
            .exitCode == 0);
  const auto files = contentOf(folder.path());
  CHECK(files.at("bundle.zip") == files.at("again.zip"));
}

TEST_CASE("a bundle is refused when one figure, one item or one file was changed afterwards") {
  const Folder folder;
  checkedInSample(folder, "liangju", "bank");
  REQUIRE(runTiku({"export", "bank", "--out", "bundle.zip", "--nonce", "7"}, folder.path()).exitCode == 0);
  std::string bytes = contentOf(folder.path()).at("bundle.zip");
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  std::ofstream(folder / "changed.zip", std::ios::binary) << bytes;
  const Run changed = runTiku({"verify", "changed.zip"}, folder.path());
  CHECK((changed.exitCode == 1 || changed.exitCode == 10));
  std::ofstream(folder / "cut.zip", std::ios::binary) << bytes.substr(0, bytes.size() / 2);
  CHECK(runTiku({"verify", "cut.zip"}, folder.path()).exitCode == 10);

  // An item edited after the export: the tree is another, and the item differs.
  const auto before = contentOf(folder / "bank");
  const auto sample =
      runTiku({"sample", "bank", "--nonce", "7", "--level", "3", "--format", "json"}, folder.path()).json();
  std::string id;
  for (const auto& stratum : sample["draws"][0]["strata"]) {
    if (!stratum["drawn"].empty()) id = stratum["drawn"][0]["id"];
  }
  const std::string path = "items/level-3/theory/" + id + ".xml";
  std::string item = before.at(path);
  item.replace(item.find("difficulty=\"") + 12, 1, "5");
  std::ofstream(folder / "bank" / path, std::ios::binary) << item;
  CHECK(runTiku({"verify", "bundle.zip", "--against", "bank"}, folder.path()).exitCode == 20);
  const Run checkedIn = runTiku({"commit", "bank"}, folder.path());
  REQUIRE(checkedIn.exitCode == 0);
  CHECK(checkedIn.out.find("修改理论试题") != std::string::npos);
  CHECK(runTiku({"commit", "bank"}, folder.path()).out == "没有改动，不需要签入。\n");
  const Run against =
      runTiku({"verify", "bundle.zip", "--against", "bank", "--format", "json"}, folder.path());
  CHECK(against.exitCode == 1);
  bool named = false;
  const auto report = against.json();
  for (const auto& problem : report["problems"]) named = named || problem["path"] == "data/" + path;
  CHECK(named);
}

TEST_CASE("the sample follows from the check-in and the authority's number, as sha256sum would give it") {
  const Folder folder;
  checkedInSample(folder, "liangju", "bank");
  const auto sample =
      runTiku({"sample", "bank", "--nonce", "20260601", "--format", "json"}, folder.path()).json();
  const auto log = runTiku({"log", "bank", "--format", "json"}, folder.path()).json();
  CHECK(sample["tree"] == log["revisions"][0]["tree"]);
  const std::string tree = sample["tree"];
  const std::string seed = sample["seed"];
  CHECK(seed == tiku::formats::sha256("tiku-sample-1\n" + tree + "\n20260601\n"));
  for (const auto& draw : sample["draws"]) {
    for (const auto& stratum : draw["strata"]) {
      for (const auto& drawn : stratum["drawn"]) {
        CHECK(drawn["rank"] == tiku::formats::sha256(seed + ":" + drawn["id"].get<std::string>()));
      }
    }
  }
}

TEST_CASE("a bank with errors is exported as a draft only, and a draft does not pass") {
  const Folder folder;
  checkedInSample(folder, "liangju-faults", "bank");
  CHECK(runTiku({"check", "bank"}, folder.path()).exitCode == 1);
  const Run refused = runTiku({"export", "bank", "--out", "bundle.zip", "--nonce", "1"}, folder.path());
  CHECK(refused.exitCode == 20);
  CHECK_FALSE(fs::exists(folder / "bundle.zip"));
  REQUIRE(
      runTiku({"export", "bank", "--out", "draft.zip", "--nonce", "1", "--draft"}, folder.path()).exitCode ==
      0);
  CHECK(runTiku({"verify", "draft.zip"}, folder.path()).exitCode == 1);
}

TEST_CASE("a new bank takes a sheet of items, and the same sheet twice changes nothing") {
  const Folder folder;
  REQUIRE(runTiku({"new", "bank", "--title", "量具检校员题库", "--occupation", "6-99-99-01", "--levels", "3",
                   "--profile", "tutorial"},
                  folder.path())
              .exitCode == 0);
  std::ofstream(folder / "题目.csv") << "题型,题干,选项A,选项B,选项C,选项D,答案,难度\n"
                                        "单选题,1 mm 等于（ ）μm。,10,100,1000,10000,C,2\n"
                                        "判断题,量具用毕应当擦净。,,,,,正确,1\n";
  const auto before = contentOf(folder / "bank");
  const Run dry =
      runTiku({"import", "题目.csv", "--into", "bank", "--as", "items", "--dry-run", "--format", "json"},
              folder.path());
  CHECK(dry.exitCode == 0);
  CHECK(dry.json()["counts"]["added"] == 2);
  CHECK(contentOf(folder / "bank") == before);

  const Run first =
      runTiku({"import", "题目.csv", "--into", "bank", "--as", "items", "--format", "json"}, folder.path());
  CHECK(first.json()["filesWritten"] == 2);
  CHECK(first.json()["rows"] == dry.json()["rows"]);
  const auto after = contentOf(folder / "bank");
  const Run second =
      runTiku({"import", "题目.csv", "--into", "bank", "--as", "items", "--format", "json"}, folder.path());
  CHECK(second.json()["filesWritten"] == 0);
  CHECK(second.json()["counts"]["unchanged"] == 2);
  CHECK(contentOf(folder / "bank") == after);
}

TEST_CASE("items in a plain text file are imported as they stand, and a second time changes nothing") {
  const Folder folder;
  REQUIRE(runTiku({"new", "bank", "--title", "量具检校员题库", "--occupation", "6-99-99-01", "--levels", "3",
                   "--profile", "tutorial"},
                  folder.path())
              .exitCode == 0);
  std::ofstream(folder / "题目.txt")
      << "一、单选题\r\n1. 1 m 等于（ ）mm。\r\nA. 10  B. 100  C. 1000  D. 10000\r\n"
         "答案：C\r\n二、判断题\r\n1. 量具用毕应当擦净。\r\n答案：正确\r\n"
         "2. 量具可以当锤子用。\r\n答案：也许\r\n";
  const auto import = [&] {
    return runTiku({"import", "题目.txt", "--into", "bank", "--as", "items", "--format", "json"},
                   folder.path());
  };
  const Run first = import();
  INFO(first.err);
  REQUIRE(first.exitCode == 0);
  CHECK(first.json()["counts"]["added"] == 3);
  CHECK(first.json()["counts"]["without-key"] == 1);
  CHECK(first.json()["verdicts"]["unclear"] == 1);
  const Run second = import();
  CHECK(second.json()["filesWritten"] == 0);
  CHECK(second.json()["counts"]["unchanged"] == 3);
}

TEST_CASE("a waiver silences its finding until the item changes") {
  const Folder folder;
  fs::copy(samples() / "liangju-faults", folder / "bank", fs::copy_options::recursive);
  const auto check = [&] { return runTiku({"check", "bank", "--format", "json"}, folder.path()).json(); };
  const auto findings = check();
  nlohmann::json chosen;
  for (const auto& finding : findings["findings"]) {
    if (finding["rule"] == "items/negative-stem") chosen = finding;
  }
  REQUIRE_FALSE(chosen.is_null());
  REQUIRE(runTiku({"waive", "bank", "items/negative-stem", chosen["subject"]["id"], "--reason",
                   "已用着重号标出", "--by", "郑书"},
                  folder.path())
              .exitCode == 0);
  CHECK(check()["summary"]["waived"] == 1);
  CHECK(check()["summary"]["warnings"].get<int>() + 1 == findings["summary"]["warnings"].get<int>());
}

TEST_CASE("every failure has its code, its place and its advice, and leaves the bank as it was") {
  const Folder folder;
  fs::copy(samples() / "liangju", folder / "bank", fs::copy_options::recursive);
  const auto before = contentOf(folder / "bank");
  std::ofstream(folder / "not.docx") << "这不是 Word 文件";
  fs::create_directory(folder / "empty");

  CHECK(runTiku({}).exitCode == 2);
  CHECK(runTiku({"check"}).exitCode == 2);
  CHECK(runTiku({"check", "bank", "--profile", "nowhere"}, folder.path()).exitCode == 2);
  CHECK(runTiku({"check", "bank", "--level", "5"}, folder.path()).exitCode == 2);
  CHECK(runTiku({"coverage", "bank"}, folder.path()).exitCode == 2);
  CHECK(runTiku({"check", "nowhere"}, folder.path()).exitCode == 30);
  CHECK(runTiku({"check", "empty"}, folder.path()).exitCode == 11);
  CHECK(runTiku({"check", "not.docx"}, folder.path()).exitCode == 11);
  CHECK(runTiku({"import", "not.docx", "--into", "bank", "--as", "plan", "--level", "3"}, folder.path())
            .exitCode == 10);
  CHECK(runTiku({"export", "bank", "--out", "b.zip", "--nonce", "1"}, folder.path()).exitCode == 20);
  CHECK(runTiku({"unpack", "not.docx", "out"}, folder.path()).exitCode == 11);
  CHECK(runTiku({"pack", "bank", "bank.tiku"}, folder.path()).exitCode == 0);
  CHECK(runTiku({"pack", "bank", "bank.tiku"}, folder.path()).exitCode == 20);
  CHECK(runTiku({"unpack", "bank.tiku", "bank"}, folder.path()).exitCode == 20);

  const Run broken = runTiku({"check", "empty", "--format", "json"}, folder.path());
  CHECK(broken.json()["error"]["code"] == 11);
  CHECK_FALSE(broken.json()["error"]["advice"].get<std::string>().empty());
  CHECK(contentOf(folder / "bank") == before);
}

TEST_CASE("messages come in English where that is asked for") {
  const Folder folder;
  const Run run = runTiku({"new", "bank", "--title", "T", "--occupation", "1", "--levels", "3", "--profile",
                           "tutorial", "--lang", "en"},
                          folder.path());
  CHECK(run.exitCode == 2);
  CHECK(run.err.find("is not an occupation code") != std::string::npos);
  // The first bytes of Han characters in UTF-8.
  CHECK(run.err.find_first_of("\xE4\xE5\xE6\xE7\xE8\xE9") == std::string::npos);
  CHECK(runTiku({"--lang", "en", "--help"}).out.find("check") != std::string::npos);
}
