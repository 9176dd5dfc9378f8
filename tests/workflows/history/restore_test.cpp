#include "workflows/history/restore.h"

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "tests/support/bank_story.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::test::BankStory;
using tiku::test::SmallBank;

TEST_CASE("one field comes back and the later work on the others stays") {
  const SmallBank small;
  BankStory story(small.bank());
  TheoryItem item = small.item(0);
  item.stem = RichText::plain("改坏了。");
  item.difficulty = 4;
  story.checkIn(Edit().put(item), "改题干", "李工");
  const Restoration restoration = restoreFrom(story.repository(), story.bank, item.id, "HEAD^", {"题干"});
  CHECK(restoration.fields == std::vector<std::string>{"题干"});
  story.bank.apply(restoration.edit);
  CHECK(story.bank.find<TheoryItem>(item.id)->stem == small.item(0).stem);
  CHECK(story.bank.find<TheoryItem>(item.id)->difficulty == 4);
  CHECK(restoreFrom(story.repository(), story.bank, item.id, "HEAD^", {"stem"}).edit.empty());
}

TEST_CASE("an item that was deleted comes back with its picture") {
  const SmallBank small;
  Bank begin = small.bank();
  const Media picture = tiku::test::RandomBank(1).media();
  TheoryItem item = small.item(0);
  std::vector<RichText::Block> blocks = item.stem.blocks();
  std::get<Paragraph>(blocks[0]).pieces.push_back({Inline::Kind::kImage, {}, picture.name});
  item.stem = RichText(blocks);
  begin.apply(Edit().put(picture).put(item));
  BankStory story(begin);
  story.checkIn(Edit().remove(item.id).remove(picture.id), "删去", "李工");
  const Restoration restoration = restoreFrom(story.repository(), story.bank, item.id, "HEAD^");
  story.bank.apply(restoration.edit);
  CHECK(*story.bank.find<TheoryItem>(item.id) == item);
  CHECK(*story.bank.find<Media>(picture.id) == picture);
  CHECK(restoration.remarks.empty());
}

TEST_CASE("a field that speaks of a point which is gone is refused with the reason, the whole item is not") {
  const SmallBank small;
  BankStory story(small.bank());
  TheoryItem item = small.item(3);
  item.point = small.points[0];
  Blueprint blueprint = small.blueprint();
  blueprint.theory.tops[0].scope.points.pop_back();
  story.checkIn(Edit().put(item).put(blueprint), "撤销一个考评点", "李工");
  try {
    restoreFrom(story.repository(), story.bank, item.id, "HEAD^", {"point"});
    FAIL("was not refused");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kConflict);
    CHECK(std::string(error.what()) == "不能恢复这一栏：三级细目表里已经没有它的考评点。");
    CHECK(error.advice() == "先恢复它所引用的内容，或者恢复整个对象。");
  }
  const Restoration whole = restoreFrom(story.repository(), story.bank, item.id, "HEAD^");
  CHECK_FALSE(whole.edit.empty());
  CHECK(whole.remarks == std::vector<std::string>{"三级细目表里已经没有它的考评点，请核对。"});
}

TEST_CASE("a version that does not have the object says which one has") {
  const SmallBank small;
  BankStory story(small.bank());
  TheoryItem late(Id::random(), small.level, ItemType::kTrueFalse);
  const std::string commit = story.checkIn(Edit().put(late), "补一题", "李工");
  try {
    restoreFrom(story.repository(), story.bank, late.id, "HEAD^");
    FAIL("was not refused");
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kUsage);
    CHECK(error.advice() == "有它的最近一个版本是 " + commit.substr(0, 10) + "。");
  }
  CHECK_THROWS_AS(restoreFrom(story.repository(), story.bank, small.items[0], "HEAD", {"没有的栏"}),
                  FormatError);
}
