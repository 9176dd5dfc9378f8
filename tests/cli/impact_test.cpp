// A new edition of the standard, from the file of another bank to the last confirmed item: with the real
// program on the shipped sample.
#include <filesystem>

#include <catch2/catch.hpp>

#include "tests/cli/next_edition.h"
#include "tests/cli/program.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

using namespace tiku::tests;
using tiku::test::bytesOf;
using tiku::test::Folder;

namespace fs = std::filesystem;

TEST_CASE("a new edition shows what rests on it, comes into the bank, and its list empties") {
  const Folder folder;
  fs::copy(samples() / "liangju", folder / "bank", fs::copy_options::recursive);
  writeNextEdition(folder / "bank/standard.xml", folder / "2031.xml");
  const auto tiku = [&folder](const std::vector<std::string>& arguments) {
    return runTiku(arguments, folder.path());
  };

  CHECK(tiku({"impact", "bank"}).out == "没有待处理的标准更新。\n");
  const auto before = contentOf(folder / "bank");
  const Run preview = tiku({"impact", "bank", "--against", "2031.xml", "--format", "json"});
  CHECK(preview.exitCode == 0);
  const auto shown = preview.json()["updates"][0];
  CHECK(preview.json()["recorded"] == false);
  REQUIRE(shown["changes"].size() == 2);
  CHECK(shown["changes"][0]["after"] == "游标卡尺和数显卡尺读数方法");
  CHECK(shown["changes"][1]["kind"] == "added");
  CHECK(contentOf(folder / "bank") == before);

  const Run mistyped = tiku({"impact", "bank", "--against", "2013.xml"});
  CHECK(mistyped.exitCode == 2);
  CHECK(mistyped.err.find("“2013.xml”既不是文件，也不是这个题库的版本。") != std::string::npos);

  const Run begun = tiku({"impact", "bank", "--against", "2031.xml", "--begin", "--effective", "2020-01-06",
                          "--by", "周工", "--format", "json"});
  CHECK(begun.exitCode == 0);
  CHECK(bytesOf(folder / "bank/standard.xml").find("2031年版") != std::string::npos);
  const Run left = tiku({"impact", "bank", "--format", "json"});
  CHECK(left.exitCode == 1);  // 2020-07-06 is long gone.
  const auto update = left.json()["updates"][0];
  CHECK(update["due"]["day"] == "2020-07-06");
  CHECK_THAT(update["urgency"].get<std::string>(), Catch::StartsWith("已超过期限"));
  std::vector<std::string> points;
  for (const auto& task : update["tasks"]) {
    if (task["kind"] == "point") points.push_back(task["object"]);
  }
  REQUIRE_FALSE(points.empty());
  const auto check = tiku({"check", "bank", "--format", "json"}).json();
  bool found = false;
  for (const auto& finding : check["findings"]) found = found || finding["rule"] == "updates/open";
  CHECK(found);

  CHECK(tiku({"impact", "bank", "--confirm", points[0]}).exitCode == 2);
  std::vector<std::string> confirm{"impact", "bank",     "--with-items", "--by",
                                   "周工",   "--reason", "只改了措辞",   "--confirm"};
  confirm.insert(confirm.end(), points.begin(), points.end());
  const Run confirmed = tiku(confirm);
  INFO(confirmed.err);
  const Run rest = tiku({"impact", "bank", "--format", "json"});
  CHECK(rest.json()["updates"][0]["open"] == 1);  // The added entry.
  CHECK(tiku({"impact", "bank", "--confirm", "00000000-0000-4000-8000-0000000000aa", "--by", "周工",
              "--reason", "不设考评点"})
            .out == "没有待处理的标准更新。\n");
  CHECK(tiku({"impact", "bank", "--all", "--format", "docx", "--out", "list.docx"}).exitCode == 0);
  CHECK(bytesOf(folder / "list.docx").substr(0, 2) == "PK");
}
