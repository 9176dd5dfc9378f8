// Items as people have them in a plain text: pasted from a page, or saved from a note.
#include "formats/exchange/text/text_items.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/exchange/text/text_document.h"
#include "tests/support/folder.h"

using namespace tiku::formats;

namespace {

const std::string kWords =
    "一、单选题\n"
    "1. 用游标卡尺测量孔径时，应当取读数中的（ ）。\n"
    "A. 最大值  B. 最小值\n"
    "C. 平均值  D. 任意值\n"
    "答案：A\n"
    "\n"
    "二、判断题\n"
    "1. 千分尺用毕应当让两测量面紧紧贴合后存放。\n"
    "答案：错误\n";

ImportOptions third() {
  ImportOptions options;
  options.level = Level::of(3);
  return options;
}

std::vector<TheoryItem> itemsOf(const ImportResult& result) {
  std::vector<TheoryItem> items;
  for (const Edit::Step& step : result.edit.steps()) {
    if (const auto* item = as<TheoryItem>(step.object)) items.push_back(*item);
  }
  return items;
}

ImportResult fileOf(const std::string& bytes) {
  const tiku::test::Folder folder;
  const auto file = folder / "题目.txt";
  std::ofstream(file, std::ios::binary) << bytes;
  return importFile(Bank(), file, third());
}

std::string utf16(const std::string& utf8) {
  std::string bytes("\xFF\xFE");
  for (std::size_t i = 0; i < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[i]);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3;
    unsigned code = size == 1 ? first : size == 2 ? first & 0x1FU : first & 0x0FU;
    for (std::size_t k = 1; k < size; ++k) code = code << 6U | (static_cast<unsigned>(utf8[i + k]) & 0x3FU);
    bytes += static_cast<char>(code & 0xFFU);
    bytes += static_cast<char>(code >> 8U);
    i += size;
  }
  return bytes;
}

}  // namespace

TEST_CASE("items pasted as text are read as from Word, each with the lines that it came from") {
  const Bank bank;
  const ImportResult result = importItemsText(bank, kWords, "粘贴的文字", third());
  const auto items = itemsOf(result);
  REQUIRE(items.size() == 2);
  CHECK(items[0].type == ItemType::kSingleChoice);
  CHECK(items[0].options.size() == 4);
  CHECK(items[0].key == Key(ChoiceKey{{0}}));
  CHECK(items[1].key == Key(JudgementKey{false}));
  REQUIRE(result.items.size() == 2);
  CHECK(result.items[0].id == items[0].id);
  CHECK(result.items[0].units == std::vector<std::string>{"段 2", "段 3", "段 4", "段 5"});
  CHECK(result.report.count(Verdict::kUnclear) == 0);
  CHECK(leftOf(kWords, result).empty());
}

TEST_CASE("a text file may be UTF-8 with its mark, UTF-16 or of the GB family") {
  CHECK(itemsOf(fileOf("\xEF\xBB\xBF" + kWords)).size() == 2);
  const ImportResult wide = fileOf(utf16(kWords));
  CHECK(itemsOf(wide).size() == 2);
  CHECK(wide.report.notes == std::vector<std::string>{"文件按 UTF-16 编码读入。"});
  // 一、判断题 1. 量具要轻拿轻放。 答案：对, in GB 2312.
  const ImportResult gb = fileOf(
      "\xD2\xBB\xA1\xA2\xC5\xD0\xB6\xCF\xCC\xE2\r\n1. "
      "\xC1\xBF\xBE\xDF\xD2\xAA\xC7\xE1\xC4\xC3\xC7\xE1\xB7\xC5\xA1\xA3\r\n\xB4\xF0\xB0\xB8\xA3\xBA\xB6\xD4"
      "\r\n");
  REQUIRE(itemsOf(gb).size() == 1);
  CHECK(itemsOf(gb)[0].stem.str() == "量具要轻拿轻放。");
  CHECK(itemsOf(gb)[0].key == Key(JudgementKey{true}));
  CHECK(gb.report.notes == std::vector<std::string>{"文件按 GB18030 编码读入。"});
}

TEST_CASE("what was not understood is left, and what was taken is not") {
  const std::string words =
      "1. 这里的题型谁也看不出来。\n一、判断题\n1. 量块用后要擦净、涂油。\n答案：正确\n";
  const ImportResult result = importItemsText(Bank(), words, "粘贴的文字", third());
  CHECK(itemsOf(result).size() == 1);
  CHECK(leftOf(words, result) == "1. 这里的题型谁也看不出来。\n");
}

TEST_CASE(
    "cells copied from a spreadsheet are rows of items, and the head stays with the rows that are left") {
  const std::string words =
      "题型\t题干\t选项A\t选项B\t答案\n"
      "单选题\t测量前应先（ ）量具。\t擦净\t加热\tA\n"
      "\t这一行只有题干。\t\t\t\n";
  const ImportResult result = importItemsText(Bank(), words, "粘贴的文字", third());
  const auto items = itemsOf(result);
  REQUIRE_FALSE(items.empty());
  CHECK(items[0].options.size() == 2);
  CHECK(result.items[0].units == std::vector<std::string>{"粘贴的文字!2"});
  if (items.size() == 1) CHECK(leftOf(words, result).starts_with("题型\t题干"));
}

TEST_CASE("a table whose columns nobody knows is refused as a table, and prose without items as prose") {
  const auto refused = [](const std::string& words) -> std::string {
    try {
      importItemsText(Bank(), words, "x.txt", third());
    } catch (const FormatError& error) {
      return error.what();
    }
    return {};
  };
  CHECK(refused("甲,乙\n丙,丁\n") == "没有找到试题表。");
  CHECK(refused("今天下午开会。\n") == "文件里没有认出理论知识试题。");
}

TEST_CASE("lines end in every way that programs end them, and control characters are gone") {
  CHECK(linesOf("一\r\n二\r三\v四\xE2\x80\xA8五\f\n六\x01\x7F") ==
        std::vector<std::string>{"一", "二", "三", "四", "五", "", "六"});
  CHECK(linesOf("").empty());
  CHECK(linesOf("a\tb\n\n") == std::vector<std::string>{"a\tb", ""});
}
