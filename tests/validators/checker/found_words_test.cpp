#include "validators/checker/found_words.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

Finding marking(const TheoryItem& item, const char* field, TextRange range) {
  Finding finding;
  finding.rule = "language/spelling";
  finding.subject = {item.id, item.id, field, range, item.level};
  return finding;
}

}  // namespace

TEST_CASE("the words that a finding marks are read and replaced where they stand, and nowhere else") {
  TheoryItem item = choice("导线 cabel 的截面（　），cabel 的长度", {"cabel 变大", "变小"}, "A");
  const Bank bank = bankWith(item);

  const Finding inStem = marking(item, "stem", {3, 5});
  CHECK(foundWords(inStem, bank) == "cabel");
  const auto edit = replaceFoundWords(inStem, bank, "cable", "替换词语");
  REQUIRE(edit);
  CHECK(edit->title() == "替换词语");
  Bank mended = bank;
  mended.apply(*edit);
  CHECK(mended.find<TheoryItem>(item.id)->stem.str() == "导线 cable 的截面（　），cabel 的长度");
  CHECK(mended.find<TheoryItem>(item.id)->options == item.options);

  const Finding inOption = marking(item, "options/0", {0, 5});
  CHECK(foundWords(inOption, bank) == "cabel");
}

TEST_CASE("a finding whose words are gone by now offers nothing to replace") {
  const TheoryItem item = choice("短", {"甲", "乙"}, "A");
  const Bank bank = bankWith(item);
  CHECK_FALSE(foundWords(marking(item, "stem", {3, 5}), bank));
  CHECK_FALSE(replaceFoundWords(marking(item, "options/7", {0, 1}), bank, "甲", "替换词语"));
  Finding whole = marking(item, "stem", {0, 1});
  whole.subject.range.reset();
  CHECK_FALSE(foundWords(whole, bank));
}
