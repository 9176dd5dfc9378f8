// What the program says to a command that was typed wrongly.
#include <catch2/catch.hpp>

#include "tests/cli/program.h"

using namespace tiku::tests;

namespace {

std::string told(const std::vector<std::string>& arguments) {
  const Run run = runTiku(arguments);
  CHECK(run.exitCode == 2);
  CHECK(run.out.empty());
  const std::string before = "tiku: 命令写法不对：";
  const std::string after = "。用 --help 查看用法。\n";
  REQUIRE(run.err.starts_with(before));
  REQUIRE(run.err.ends_with(after));
  return run.err.substr(before.size(), run.err.size() - before.size() - after.size());
}

}  // namespace

TEST_CASE("a command that was typed wrongly is told what is wrong, in Chinese") {
  CHECK(told({}) == "没有写要做什么");
  CHECK(told({"import", "试题.docx"}) == "缺少 --into");
  CHECK(told({"check", "bank", "--livel", "3"}) == "不认识 --livel");
  CHECK(told({"--lang", "fr", "check", "bank"}) == "--lang 不能是“fr”，只能是 {zh,en}");
  CHECK(told({"log", "bank", "--limit", "many"}) == "--limit 应在 1 到 1000000 之间，不能是 many");
  CHECK(told({"log", "bank", "--limit", "0"}) == "--limit 应在 1 到 1000000 之间，不能是 0");
  CHECK(told({"duplicates", "bank", "--threshold", "2"}) == "--threshold 应在 0.3 到 1 之间，不能是 2");
  CHECK(told({"pack", "bank", "a.tiku", "b.tiku", "c.tiku"}) == "不认识 b.tiku c.tiku");
  CHECK(told({"log", "bank", "--limit"}) == "--limit 后面缺少内容");
}
