#include "formats/compare/word_diff.h"

#include <random>

#include <catch2/catch.hpp>

using namespace tiku::formats;

namespace {

std::string marked(std::string_view before, std::string_view after) {
  std::string line;
  for (const DiffPiece& piece : wordDiff(before, after)) {
    const char* open = piece.kind == DiffPiece::Kind::kSame    ? ""
                       : piece.kind == DiffPiece::Kind::kAdded ? "+["
                                                               : "-[";
    line += open + piece.text + (piece.kind == DiffPiece::Kind::kSame ? "" : "]");
  }
  return line;
}

}  // namespace

TEST_CASE("the words of two texts are marked where they differ, a number as a whole") {
  CHECK(marked("千分尺的精度是 0.01 mm", "千分尺的精度是 0.02 mm") == "千分尺的精度是 0.-[01]+[02] mm");
  CHECK(marked("测量前擦净量面", "测量前应擦净测量面") == "测量前+[应]擦净+[测]量面");
  CHECK(marked("串联", "并联") == "-[串]+[并]联");
  CHECK(marked("", "新题") == "+[新题]");
  CHECK(marked("旧题", "") == "-[旧题]");
  CHECK(marked("一样", "一样") == "一样");
}

TEST_CASE("without what was added a difference is the old text, without what was removed the new one") {
  std::mt19937 engine(7);
  const std::vector<std::string> words{"量", "具", "检", "12", "mm", " ", "。"};
  const auto text = [&] {
    std::string made;
    for (unsigned i = engine() % 12; i > 0; --i) made += words[engine() % words.size()];
    return made;
  };
  for (int round = 0; round < 500; ++round) {
    const std::string before = text();
    const std::string after = text();
    std::string old;
    std::string now;
    for (const DiffPiece& piece : wordDiff(before, after)) {
      if (piece.kind != DiffPiece::Kind::kAdded) old += piece.text;
      if (piece.kind != DiffPiece::Kind::kRemoved) now += piece.text;
    }
    REQUIRE(old == before);
    REQUIRE(now == after);
  }
}

TEST_CASE("of very long texts the middle is told as a whole") {
  std::string before;
  std::string after;
  for (int i = 0; i < 5000; ++i) {
    before += "甲";
    after += "乙";
  }
  CHECK(wordDiff("头" + before + "尾", "头" + after + "尾").size() == 4);
}
