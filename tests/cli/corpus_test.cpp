// A real set of an institution's files, from Word to the bundle: only where the corpus lies beside the
// repository.
#include "tests/support/corpus.h"

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/folder.h"

using namespace tiku::tests;
using tiku::test::Folder;

namespace fs = std::filesystem;

namespace {

// The part of the set whose file name begins with 第N部分 and ends so.
std::string part(const fs::path& set, const std::string& number, const std::string& ending = ".docx") {
  for (const auto& entry : fs::directory_iterator(set)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("第" + number + "部分") && name.ends_with(ending)) return entry.path().string();
  }
  FAIL("the corpus has no part " << number);
  return {};
}

const nlohmann::json* findingOf(const nlohmann::json& report, const std::string& rule,
                                const std::string& field = "") {
  for (const auto& finding : report["findings"]) {
    if (finding["rule"] == rule && finding["cause"].is_null() &&
        (field.empty() || finding["subject"]["field"] == field)) {
      return &finding;
    }
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the files of a real institution become a bank that Guizhou's regulation judges") {
  const auto set = corpus("ai-trainer-l3");
  if (!set) return;
  const Folder folder;
  REQUIRE(runTiku({"new", "bank", "--title", "人工智能训练师题库", "--occupation", "4-04-05-05", "--levels",
                   "3", "--profile", "guizhou"},
                  folder.path())
              .exitCode == 0);
  const auto import = [&](const std::string& file, const std::string& as) {
    return runTiku({"import", file, "--into", "bank", "--as", as, "--points-by-order", "--format", "json"},
                   folder.path())
        .json();
  };

  const auto table = import(part(*set, "2"), "element-table");
  CHECK(table["counts"]["points"] == 300);
  CHECK(table["counts"]["skills-points"] == 26);
  CHECK(table["verdicts"]["unclear"] == 0);
  const auto coverage =
      runTiku({"coverage", "bank", "--level", "3", "--format", "json"}, folder.path()).json();
  std::vector<std::string> weights;
  for (const auto& row : coverage["rows"]) {
    if (row["depth"] == 0) weights.push_back(row["weight"]);
  }
  CHECK(weights == std::vector<std::string>{"15", "20", "30", "30", "5"});
  CHECK(coverage["total"]["points"]["had"] == 300);

  CHECK(import(part(*set, "1"), "plan")["counts"]["modules"] == 8);
  const auto review = import(part(*set, "3"), "items");
  for (const char* type : {"single-choice", "multiple-choice", "true-false"})
    CHECK(review["counts"][type] == 300);
  CHECK(review["counts"]["without-key"] == 900);
  CHECK(review["counts"]["linked"] == 900);
  const auto paper = import(part(*set, "5"), "items");
  CHECK(paper["counts"]["with-key"] == 190);
  CHECK(paper["counts"]["added"] == 0);
  const auto skills = import(part(*set, "4"), "skills-items");
  CHECK(skills["counts"]["skills-items"] == 40);
  for (const auto& [number, kind] : {std::pair{"2", "element-table"},
                                     {"1", "plan"},
                                     {"3", "items"},
                                     {"5", "items"},
                                     {"4", "skills-items"}}) {
    CHECK(import(part(*set, number), kind)["filesWritten"] == 0);
  }

  const Run check = runTiku({"check", "bank", "--format", "json"}, folder.path());
  CHECK(check.exitCode == 1);
  const auto report = check.json();
  CHECK(report["summary"]["errors"] == 4);
  const auto* mix = findingOf(report, "mix/types-per-point");
  REQUIRE(mix != nullptr);
  CHECK((*mix)["clause"] == "第六条（三）2");
  CHECK((*mix)["message"] ==
        "三级 300 个考评点中，有 300 个的题型数量不足，共缺单选题 600 道、多选题 300 道、判断题 300 "
        "道（第六条（三）2）。");
  int below = 0;
  for (const auto& finding : report["findings"]) below += finding["cause"] == (*mix)["key"] ? 1 : 0;
  CHECK(below == 301);  // Every point, and the size of the bank: 900 of 1000 items.
  const auto* keys = findingOf(report, "items/key-missing");
  REQUIRE(keys != nullptr);
  CHECK((*keys)["measured"] == "710");
  for (const char* rule : {"blueprint/weights-sum", "coverage/points-per-weight", "coverage/points-per-level",
                           "skills/score-sum", "duplicates/skills-cross-level", "size/skills-items"}) {
    INFO(rule);
    CHECK(findingOf(report, rule) == nullptr);
  }

  REQUIRE(runTiku({"commit", "bank", "-m", "导入"}, folder.path()).exitCode == 0);
  CHECK(runTiku({"export", "bank", "--out", "b.zip", "--nonce", "1"}, folder.path()).exitCode == 20);
  REQUIRE(runTiku({"export", "bank", "--out", "b.zip", "--nonce", "1", "--draft"}, folder.path()).exitCode ==
          0);
  const auto verified =
      runTiku({"verify", "b.zip", "--against", "bank", "--format", "json"}, folder.path()).json();
  REQUIRE(verified["problems"].size() == 2);
  CHECK(verified["problems"][0]["message"] == "这是草稿，不能用于报备。");
  CHECK(verified["problems"][1]["message"] == "导出时题库还有 4 个错误。");
}
