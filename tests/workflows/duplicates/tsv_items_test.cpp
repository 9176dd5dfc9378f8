#include "workflows/duplicates/tsv_items.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "tests/support/folder.h"

using namespace tiku::workflows;
using namespace tiku::formats;
using tiku::validators::ItemWords;

namespace {

TsvItems itemsOf(const std::string& text) {
  const tiku::test::Folder folder;
  std::ofstream(folder / "items.tsv") << text;
  return TsvItems::read(folder / "items.tsv");
}

ItemWords item(const TsvItems& items, std::size_t row) {
  ItemWords words;
  items.item(row, words);
  return words;
}

}  // namespace

TEST_CASE("a list of items exported from any system is read line by line") {
  const TsvItems items = itemsOf(
      "id\ttype\tstem\toptions\tkey\r\n"
      "1\t单选题\t校对千分尺零位用（ ）。\t量块|塞尺|直角尺\tA\r\n"
      "2\tmultiple-choice\t属于通用量具的有（ ）。\t卡尺|千分尺|环规\tA、B\r\n"
      "3\tJ\t塞规可以测量外径。\t\t×\r\n"
      "4\tT\t量块分为（ ）级和（ ）级。\t\t0|1\r\n");
  REQUIRE(items.size() == 4);
  CHECK(items.id(0) == "1");
  CHECK(items.line(3) == 5);
  CHECK(item(items, 0).options == std::vector<std::string_view>{"量块", "塞尺", "直角尺"});
  CHECK(item(items, 0).keyed == std::vector<int>{0});
  CHECK(item(items, 1).type == ItemType::kMultipleChoice);
  CHECK(item(items, 1).keyed == std::vector<int>{0, 1});
  CHECK(item(items, 2).truth == false);
  CHECK(item(items, 3).answers == std::vector<std::string_view>{"0", "1"});
  CHECK(items.problems(10).empty());
  const auto statements = items.statements();
  CHECK(statements[0] == u"校对千分尺零位用量块");
  CHECK(statements[1] == u"属于通用量具的有千分尺卡尺");
  CHECK(statements[2] == u"塞规可以测量外径");
  CHECK(statements[3] == u"量块分为0级和1级");
}

TEST_CASE(
    "columns may stand in another order, or be missing but for the stem, a heading may be missing, too") {
  const TsvItems other = itemsOf("\xEF\xBB\xBFkey\tstem\tnote\toptions\nB\t用什么校对？\t甲\t尺|块");
  REQUIRE(other.size() == 1);
  CHECK(other.statements()[0] == u"用什么校对块");
  CHECK(other.id(0).empty());

  const TsvItems bare = itemsOf("17\t\t用什么校对？\t尺|块\tB\n");
  REQUIRE(bare.size() == 1);
  CHECK(bare.line(0) == 1);
  CHECK(item(bare, 0).type == ItemType::kSingleChoice);
  CHECK(itemsOf("").size() == 0);
  CHECK(itemsOf("id\ttype\tstem\toptions\tkey").size() == 0);
}

TEST_CASE("rows that make no sense are told with their line, and take part as far as they go") {
  const TsvItems items = itemsOf(
      "id\ttype\tstem\toptions\tkey\n"
      "1\t单选题\t\t甲|乙\tA\n"
      "2\t听力题\t用什么校对？\t尺|块\tA\n"
      "\n"
      "3\t单选题\t用什么校对？\t尺|块\tD\n"
      "4\t判断题\t量块要恒温。\t\t也许\n"
      "5");
  const auto problems = items.problems(10);
  REQUIRE(problems.size() == 5);
  CHECK(problems[0].line == 2);
  CHECK(problems[0].reason == "这一行没有题干。");
  CHECK(problems[1].reason == "认不出题型“听力题”。");
  CHECK(problems[2].line == 5);
  CHECK(problems[2].reason == "答案“D”不是这道题的选项。");
  CHECK(problems[3].reason == "判断题的答案“也许”既不是对也不是错。");
  CHECK(problems[4].line == 7);
  CHECK(items.problems(2).size() == 2);
  CHECK(items.statements()[3] == u"用什么校对块尺");  // Without its key: all options by their words.
}

TEST_CASE("what is no list of items is refused with a reason") {
  CHECK_THROWS_AS(itemsOf("id\ttype\tquestion\n1\tB\t什么"), FormatError);
  CHECK_THROWS_AS(itemsOf("\xB5\xA5\xD1\xA1\xCC\xE2\t\xD3\xC3"), FormatError);
  CHECK_THROWS_AS(itemsOf(std::string("i\0d\0", 4)), FormatError);
  CHECK_THROWS_AS(TsvItems::read("/nowhere/items.tsv"), FormatError);
  CHECK_THROWS_AS(TsvItems::read("/"), FormatError);
}

TEST_CASE("a large file gives the same on one thread and on several") {
  std::string text = "id\ttype\tstem\toptions\tkey\n";
  for (int row = 0; row < 60000; ++row)
    text += std::to_string(row) + "\tB\t第" + std::to_string(row) + "道（ ）题\t甲|乙\tB\n";
  const tiku::test::Folder folder;
  std::ofstream(folder / "items.tsv") << text;
  const TsvItems one = TsvItems::read(folder / "items.tsv", 1);
  const TsvItems several = TsvItems::read(folder / "items.tsv", 4);
  REQUIRE(one.size() == 60000);
  REQUIRE(several.size() == 60000);
  const auto first = one.statements(1);
  const auto second = several.statements(4);
  for (std::size_t row = 0; row < one.size(); ++row) REQUIRE(first[row] == second[row]);
  CHECK(second[59999] == u"第59999道乙题");
}
