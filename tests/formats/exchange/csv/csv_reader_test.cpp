#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/exchange/importers.h"

using namespace tiku::formats;

namespace {

using Table = std::vector<std::vector<std::string>>;

Table tableOf(const Workbook& book) {
  Table table;
  for (const auto& row : book.sheets.at(0).rows) {
    table.emplace_back();
    for (const SheetCell& cell : row) table.back().push_back(cell.text);
  }
  return table;
}

Table read(const std::string& bytes) {
  return tableOf(readCsvBytes(bytes, "题库.csv"));
}

FormatError refused(const std::string& bytes) {
  try {
    readCsvBytes(bytes, "题库.csv");
  } catch (const FormatError& error) {
    return error;
  }
  FAIL("was read");
  throw std::logic_error("not reached");
}

const std::string kGb18030 = "\xCC\xE2\xB8\xC9,\xB4\xF0\xB0\xB8\n\xB5\xE7\xD1\xB9,A\n";  // 题干,答案 / 电压,A

}  // namespace

TEST_CASE("a CSV reads the same in every encoding that Excel, WPS and Notepad write") {
  const Table expected{{"题干", "答案"}, {"电压", "A"}};
  CHECK(read("题干,答案\n电压,A\n") == expected);
  CHECK(read("\xEF\xBB\xBF题干,答案\r\n电压,A\r\n") == expected);
  CHECK(read(kGb18030) == expected);
  std::string utf16 = "\xFF\xFE";
  for (const char16_t unit : std::u16string(u"题干,答案\n电压,A\n")) {
    utf16 += static_cast<char>(unit & 0xFF);
    utf16 += static_cast<char>(unit >> 8);
  }
  CHECK(read(utf16) == expected);
  CHECK(readCsvBytes(kGb18030, "题库.csv").notes == std::vector<std::string>{"文件按 GB18030 编码读入。"});
  CHECK(readCsvBytes(kGb18030, "题库.csv").sheets[0].name == "题库");
}

TEST_CASE("text that is neither UTF-8 nor plausible Chinese is refused at the byte where it went wrong") {
  const FormatError latin = refused("stem,key\nr\xE9sistance,A\n");
  CHECK(latin.code() == ErrorCode::kNotUnderstood);
  CHECK(latin.place().line == 2);
  CHECK(std::string(latin.what()).find("第 11 个字节") != std::string::npos);
  CHECK_FALSE(latin.advice().empty());

  const FormatError binary = refused(std::string("a,b\n1,\0\n", 8));
  CHECK(std::string(binary.what()).find("第 7 个字节") != std::string::npos);
  CHECK(refused(kGb18030 + "\xB5").code() == ErrorCode::kNotUnderstood);  // Cut in the middle of a character.
}

TEST_CASE(
    "quotes after RFC 4180 hold commas, line ends and quotes, one that never closes is named by its line") {
  CHECK(read("\"甲,乙\",\"说\"\"好\"\"\",\"第一行\r\n第二行\"\n1,2,3") ==
        Table{{"甲,乙", "说\"好\"", "第一行\n第二行"}, {"1", "2", "3"}});
  CHECK(read("a,\"b\"c,d\"e\"\n1,2,3\n") == Table{{"a", "bc", "d\"e\""}, {"1", "2", "3"}});
  CHECK(read("a,b\n\n,\n") == Table{{"a", "b"}, {""}, {"", ""}});

  const FormatError open = refused("题干,答案\n1,2\n\"量具应,A\n电压,B\n");
  CHECK(open.code() == ErrorCode::kNotUnderstood);
  CHECK(open.place().line == 3);
  CHECK(open.place().file == "题库.csv");
}

TEST_CASE("commas, tabs and semicolons are told apart by the columns they make") {
  CHECK(read("题干\t答案\n甲,乙,丙\tA\n丁,戊\tB\n") ==
        Table{{"题干", "答案"}, {"甲,乙,丙", "A"}, {"丁,戊", "B"}});
  CHECK(read("题干;答案\n甲;A\n") == Table{{"题干", "答案"}, {"甲", "A"}});
  CHECK(read("sep=;\n甲;1,5\n") == Table{{""}, {"甲", "1,5"}});
  CHECK(read("1|||甲|||A\n2|||乙|||B\n") == Table{{"1", "甲", "A"}, {"2", "乙", "B"}});
  CHECK(read("0#一#二$三\n1#四#五$六\n") ==
        Table{{"序号", "题干", "选项A", "选项B"}, {"0", "一", "二", "三"}, {"1", "四", "五", "六"}});
}

TEST_CASE("a CSV without measure is stopped") {
  CHECK(refused("a," + std::string(2U << 20U, 'x')).code() == ErrorCode::kOverLimit);
  CHECK(refused("\"" + std::string(2U << 20U, 'x') + "\",b").code() == ErrorCode::kOverLimit);
  CHECK(refused(std::string(20'000, ',')).code() == ErrorCode::kOverLimit);
}

TEST_CASE("whatever words a table holds, it comes back from CSV as it went") {
  const std::vector<std::string> bits{",", "\"", "\n", "甲", " ", "x", "\t", ";", "（ ）", "😀"};
  std::mt19937 random(20260301);
  const auto upTo = [&random](int n) { return std::uniform_int_distribution<int>(0, n)(random); };
  for (int round = 0; round < 200; ++round) {
    Table table(static_cast<std::size_t>(2 + upTo(6)),
                std::vector<std::string>(static_cast<std::size_t>(2 + upTo(4))));
    std::string csv;
    for (auto& row : table) {
      for (std::size_t c = 0; c < row.size(); ++c) {
        for (int i = upTo(6); i > 0; --i) row[c] += bits[static_cast<std::size_t>(upTo(9))];
        std::string quoted = "\"";
        for (const char character : row[c])
          quoted += character == '"' ? std::string("\"\"") : std::string(1, character);
        csv += (c == 0 ? "" : ",") + quoted + "\"";
      }
      csv += upTo(1) == 0 ? "\r\n" : "\n";
    }
    INFO(csv);
    CHECK(read(csv) == table);
  }
}
