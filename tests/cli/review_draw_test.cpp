// A panel from a list in Excel to a record that anyone can check, by the command alone.
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/cli/program.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"
#include "tests/support/xlsx_builder.h"

using namespace tiku::tests;
using tiku::test::Folder;

namespace {

void writeList(const std::filesystem::path& file) {
  std::vector<std::vector<std::string>> rows{{"姓名", "类别", "工作单位", "职称", "专业", "聘任日期"}};
  for (int i = 1; i <= 8; ++i) {
    rows.push_back({"专家" + std::to_string(i), i <= 5 ? "试题内容专家" : "命题方法专家",
                    "第" + std::to_string(i) + "技师学院", "高级讲师", "6-18-01-01、量具检校员",
                    "2025-03-01"});
  }
  rows.push_back({"林晓", "内容", "示例机床厂", "", "量具检校员", "2025-03-01"});
  rows.push_back({"本单位的", "方法", "示例职业技能评价中心", "", "", "2025-03-01"});
  XlsxBuilder builder;
  builder.pages.push_back({"专家", XlsxBuilder::rows(rows), {}, {}});
  std::ofstream(file, std::ios::binary) << builder.bytes();
}

}  // namespace

TEST_CASE("experts come in from Excel, a panel is drawn, one refuses, and anyone draws it again") {
  const Folder folder;
  std::filesystem::copy(sourceRoot() / "samples/liangju", folder / "bank",
                        std::filesystem::copy_options::recursive);
  writeList(folder / "experts.xlsx");
  const auto review = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "review");
    arguments.insert(arguments.end(), {"--format", "json"});
    return runTiku(arguments, folder.path());
  };
  REQUIRE(runTiku({"import", "experts.xlsx", "--into", "bank", "--as", "experts"}, folder.path()).exitCode ==
          0);

  const auto pool = review({"experts", "bank", "--on", "2026-03-02"}).json();
  REQUIRE(pool["experts"].size() == 10);
  CHECK(pool["experts"][0]["excluded"] == "");
  CHECK(pool["experts"][8]["excluded"] == "参加过题库开发");
  CHECK(pool["experts"][9]["excluded"] == "本单位人员");

  const std::vector<std::string> order{"draw",      "bank", "--nonce", "42",
                                       "--experts", "5",    "--on",    "2026-03-02"};
  std::vector<std::string> dry = order;
  dry.emplace_back("--dry-run");
  const auto before = contentOf(folder / "bank");
  const auto planned = review(dry).json();
  CHECK(contentOf(folder / "bank") == before);
  const auto drawn = review(order).json();
  CHECK(drawn["panel"] == planned["panel"]);
  CHECK(drawn["pool"] == pool["pool"]);
  REQUIRE(drawn["panel"].size() == 5);
  CHECK(review({"redraw", "bank"}).json()["ok"] == true);

  const std::string gone = drawn["panel"][0];
  const auto after = review({"refuse", "bank", gone, "--reason", "出差", "--on", "2026-03-03"}).json();
  CHECK(after["refusals"][0]["expert"] == gone);
  CHECK(after["refusals"][0]["reason"] == "出差");
  REQUIRE(after["panel"].size() == 5);
  const auto redrawn = review({"redraw", "bank"});
  CHECK(redrawn.exitCode == 0);
  CHECK(redrawn.json()["poolChanged"] == false);
  CHECK(review({"refuse", "bank", gone, "--reason", "出差"}).exitCode == 2);
  CHECK(runTiku({"check", "bank"}, folder.path()).exitCode == 0);

  REQUIRE(
      review({"expert", "bank", "专家1", "--avoid", "示例职业技能评价中心", "--reason", "兼职"}).exitCode ==
      0);
  CHECK(review({"experts", "bank", "--on", "2026-03-02"}).json()["experts"][0]["why"] == "兼职");
  CHECK(review({"redraw", "bank"}).json()["poolChanged"] == true);

  std::string record = contentOf(folder / "bank").at("panel-draws.xml");
  const std::size_t at = record.find(" drawn=\"yes\"");
  record.erase(at, std::string(" drawn=\"yes\"").size());
  std::ofstream(folder / "bank" / "panel-draws.xml", std::ios::binary) << record;
  const auto tampered = review({"redraw", "bank"});
  CHECK(tampered.exitCode == 1);
  CHECK(tampered.json()["problems"].size() == 1);
}

TEST_CASE("a draw without a pool, of too few, or by a wrong name says what to do and writes nothing") {
  const Folder folder;
  std::filesystem::copy(sourceRoot() / "samples/liangju", folder / "bank",
                        std::filesystem::copy_options::recursive);
  const auto before = contentOf(folder / "bank");
  CHECK(runTiku({"review", "draw", "bank", "--nonce", "1"}, folder.path()).exitCode == 20);
  CHECK(runTiku({"review", "redraw", "bank"}, folder.path()).exitCode == 2);
  CHECK(runTiku({"review", "expert", "bank", "张三", "--remove", "泄密"}, folder.path()).exitCode == 20);
  CHECK(runTiku({"review"}, folder.path()).exitCode == 2);
  CHECK(contentOf(folder / "bank") == before);
}
