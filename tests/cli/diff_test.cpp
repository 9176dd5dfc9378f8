// What changed, who did it, and how it comes back: with the real program on the shipped sample.
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

using namespace tiku::tests;
using tiku::test::bytesOf;
using tiku::test::Folder;

namespace fs = std::filesystem;

namespace {

class Sample {
 public:
  Sample() {
    fs::copy(samples() / "liangju", folder / "bank", fs::copy_options::recursive);
    commit("送审稿", "林晓");
    for (const auto& entry : fs::directory_iterator(folder / "bank/items/level-3/theory")) {
      if (path.empty() || entry.path() < path) path = entry.path();
    }
    relative = fs::relative(path, folder / "bank").generic_string();
    before = bytesOf(path);
  }

  void commit(const std::string& message, const std::string& person) const {
    const Run run = tiku({"commit", "bank", "-m", message, "--author", person + " <x@example.org>"});
    REQUIRE(run.exitCode == 0);
  }
  // Another difficulty, one attribute.
  void change(const std::string& value) const {
    std::string item = bytesOf(path);
    const std::size_t at = item.find("difficulty=\"") + 12;
    item.replace(at, 1, value);
    std::ofstream(path, std::ios::binary) << item;
  }
  [[nodiscard]] Run tiku(const std::vector<std::string>& arguments) const {
    return runTiku(arguments, folder.path());
  }

  Folder folder;
  fs::path path;  ///< Of the first theory item of 三级.
  std::string relative;
  std::string before;
};

}  // namespace

TEST_CASE("a change is seen in words, in JSON, in the record of changes, and whose it is") {
  const Sample sample;
  CHECK(sample.tiku({"diff", "bank"}).out == "没有差别。\n");
  sample.change("5");
  const Run text = sample.tiku({"diff", "bank"});
  CHECK(text.exitCode == 0);
  CHECK_THAT(text.out,
             Catch::Contains("修改 1\n") && Catch::Contains("    难度：[-") && Catch::Contains("{+5+}"));
  CHECK_THAT(text.out, Catch::Contains(sample.relative));
  sample.commit("试测后调整难度", "李工");

  const auto json = sample.tiku({"diff", "bank", "HEAD^", "HEAD", "--format", "json"}).json();
  CHECK(json["summary"]["changed"] == 1);
  REQUIRE(json["objects"].size() == 1);
  CHECK(json["objects"][0]["path"] == sample.relative);
  CHECK(json["objects"][0]["parts"][0]["address"] == "difficulty");
  CHECK(json["objects"][0]["parts"][0]["after"] == "5");

  const auto blame = sample.tiku({"blame", "bank", "bank/" + sample.relative, "--format", "json"}).json();
  for (const auto& part : blame["parts"]) {
    const bool changed = part["address"] == "difficulty";
    CHECK(part["revision"]["author"]["name"] == (changed ? "李工" : "林晓"));
  }
  const auto log = sample.tiku({"log", "bank", "--object", sample.relative, "--format", "json"}).json();
  REQUIRE(log["revisions"].size() == 2);
  CHECK(log["revisions"][0]["fields"] == nlohmann::json{"difficulty"});

  const Run page = sample.tiku({"diff", "bank", "HEAD^", "HEAD", "--format", "html"});
  CHECK_THAT(page.out, Catch::Contains("<td>试测后调整难度</td><td>李工</td>") &&
                           Catch::Contains("量具检校员题库修改记录") &&
                           Catch::Contains("暂行评估标准》二（二）"));
  CHECK(sample.tiku({"diff", "bank", "--format", "docx"}).exitCode == 2);
  CHECK(sample.tiku({"diff", "bank", "--format", "docx", "--out", "record.docx"}).exitCode == 0);
  CHECK(bytesOf(sample.folder / "record.docx").substr(0, 2) == "PK");
  CHECK(sample.tiku({"diff", "bank", "--format", "docx", "--out", "record.docx"}).exitCode == 20);
}

TEST_CASE("a field comes back, a deleted item comes back, and a dry run writes nothing") {
  const Sample sample;
  sample.change("5");
  sample.commit("调整难度", "李工");
  const auto changed = contentOf(sample.folder / "bank");
  const Run dry =
      sample.tiku({"restore", "bank", sample.relative, "--from", "HEAD^", "--field", "难度", "--dry-run"});
  CHECK(dry.exitCode == 0);
  CHECK_THAT(dry.out, Catch::Contains("的难度将恢复成版本 HEAD^ 的样子。"));
  CHECK(contentOf(sample.folder / "bank") == changed);
  CHECK(sample.tiku({"restore", "bank", sample.relative, "--from", "HEAD^", "--field", "difficulty"})
            .exitCode == 0);
  CHECK(bytesOf(sample.path) == sample.before);
  sample.commit("恢复难度", "李工");

  fs::remove(sample.path);
  sample.commit("删去一题", "李工");
  CHECK(sample.tiku({"restore", "bank", sample.relative, "--from", "HEAD"}).exitCode == 2);
  const Run back = sample.tiku({"restore", "bank", sample.relative, "--from", "HEAD~1", "--format", "json"});
  CHECK(back.exitCode == 0);
  CHECK(back.json()["filesWritten"] == 1);
  CHECK(bytesOf(sample.path) == sample.before);
}
