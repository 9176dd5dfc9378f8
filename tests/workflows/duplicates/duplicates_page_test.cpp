#include "workflows/duplicates/duplicates_page.h"

#include <sstream>

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"
#include "workflows/duplicates/bank_items.h"
#include "workflows/duplicates/marked_words.h"

using namespace tiku::formats;
using namespace tiku::validators;
using namespace tiku::workflows;

TEST_CASE("the pieces of a marked field are its words again") {
  ItemWords a;
  a.type = ItemType::kTrueFalse;
  a.stem = "两个电阻串联时，总电阻等于各电阻之和。";
  a.truth = true;
  ItemWords b = a;
  b.stem = "两个电阻并联时，总电阻等于各电阻之和。";
  const auto pieces = markedPieces(a, readPair(a, b).a, Statement::Origin::kStem);
  std::string joined;
  std::string different;
  for (const MarkedPiece& piece : pieces) {
    joined += piece.text;
    if (piece.mark == MarkedPiece::Mark::kDifferent) different += piece.text;
  }
  CHECK(joined == a.stem);
  CHECK(different == "串");
}

TEST_CASE("the page needs nothing from outside, and words of an item are words on it") {
  ItemTable table;
  const TheoryItem evil = judgement("电阻 R<1 & R>0 时，<script>alert(1)</script> 电路导通\"。");
  TheoryItem copy = evil;
  copy.id = Id::random();
  copy.level = level(4);
  table.add(std::make_unique<BankItems>(bankWith(evil, copy), "甲库<1>"));
  const auto pairs = findDuplicates(table, {});
  REQUIRE(pairs.size() == 1);
  std::ostringstream out;
  writeDuplicatesPage(table, pairs, {0.7, 3}, out);
  const std::string page = out.str();
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("http") == std::string::npos);
  CHECK(page.find("src=") == std::string::npos);
  CHECK(page.find("&lt;script&gt;") != std::string::npos);
  CHECK(page.find("甲库&lt;1&gt;") != std::string::npos);
  CHECK(page.find("这里列出最像的 1 对") != std::string::npos);
  CHECK(page.find("第 1 组（1 对）") != std::string::npos);
  CHECK(page.find("四级 判断题") != std::string::npos);
  CHECK(page.ends_with("</html>\n"));
}
