#include "workflows/history/blame.h"

#include <map>

#include <catch2/catch.hpp>

#include "tests/support/bank_story.h"
#include "tests/support/shell.h"
#include "workflows/history/changes.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::test::BankStory;
using tiku::test::SmallBank;

namespace {

std::map<std::string, std::string> blamed(BankStory& story, Id id) {
  Names names;
  names.add(story.bank);
  std::map<std::string, std::string> who;
  for (const BlamedPart& part : blame(story.repository(), *story.bank.object(id), "HEAD", names))
    who[part.address] = part.revision ? part.revision->message : "未签入";
  return who;
}

}  // namespace

TEST_CASE("each field of an item is its last editor's, through a move to another level") {
  const SmallBank small;
  BankStory story(small.bank());
  TheoryItem item = small.item(0);
  item.stem = RichText::plain("第二版。");
  story.checkIn(Edit().put(item), "改题干", "李工");
  item.level = *Level::of(4);
  story.checkIn(Edit().put(item), "换等级", "赵工");
  item.options.insert(item.options.begin(), RichText::plain("都不是"));
  item.key = ChoiceKey{{1}};
  story.checkIn(Edit().put(item), "加选项", "林晓");
  item.rationale = RichText::plain("还没签入");
  story.change(Edit().put(item));

  const auto who = blamed(story, item.id);
  CHECK(who.at("stem") == "改题干");
  CHECK(who.at("level") == "换等级");
  CHECK(who.at("code") == "建立题库");
  CHECK(who.at("options/0") == "加选项");
  CHECK(who.at("options/1") == "建立题库");
  CHECK(who.at("key") == "加选项");
  CHECK(who.at("rationale") == "未签入");
}

TEST_CASE("a row of the element table is whoever worded it, not who renumbered it") {
  const SmallBank small;
  BankStory story(small.bank());
  Blueprint blueprint = small.blueprint();
  blueprint.theory.tops[0].scope.points[1].name = "千分尺的结构和读数";
  story.checkIn(Edit().put(blueprint), "改名", "李工");
  for (Point& point : blueprint.theory.tops[0].scope.points) point.code = "1" + point.code;
  story.checkIn(Edit().put(blueprint), "重新编号", "赵工");
  const auto who = blamed(story, blueprint.id);
  CHECK(who.at("theory/" + small.points[1].str()) == "改名");
  CHECK(who.at("theory/" + small.points[2].str()) == "建立题库");
}

TEST_CASE("through a merge each field goes to the side that it came from") {
  const SmallBank small;
  BankStory story(small.bank());
  const std::string base = story.repository().find("HEAD").commit;
  const TheoryItem first = small.item(0);
  TheoryItem mine = first;
  mine.stem = RichText::plain("我改的题干。");
  const std::string own = story.checkIn(Edit().put(mine), "改题干", "林晓");
  // The other side, made on the same base by the stock git.
  const std::string git = "git -C '" + story.path().string() + "' ";
  REQUIRE(tiku::test::shell(git + "branch theirs " + base).status == 0);
  TheoryItem theirs = first;
  theirs.reference = "《量具手册》";
  theirs.difficulty = 4;
  tiku::test::shell(git + "checkout -q theirs");
  saveFiles(story.path(), std::vector<FileChange>{{pathOf(Object(std::make_shared<const TheoryItem>(theirs))),
                                                   write(std::make_shared<const TheoryItem>(theirs))}});
  story.repository().checkIn("写出处", Signature{"李工", "l@example.org"});
  tiku::test::shell(git + "checkout -q main");
  TheoryItem merged = mine;
  merged.reference = theirs.reference;
  merged.difficulty = 5;  // Settled while merging.
  story.bank.apply(Edit().put(merged));
  const std::string path = "items/level-3/theory/" + merged.id.str() + ".xml";
  saveAll(story.bank, story.path());
  story.repository().checkInMerge({path}, "theirs", "合并", Signature{"王工", "w@example.org"});

  const auto who = blamed(story, merged.id);
  CHECK(who.at("stem") == "改题干");
  CHECK(who.at("reference") == "写出处");
  CHECK(who.at("difficulty") == "合并");
  CHECK(who.at("key") == "建立题库");
  CHECK(story.repository().isAncestor(own, "HEAD"));

  const auto history = historyOf(story.repository(), *story.bank.object(merged.id));
  std::vector<std::string> messages;
  for (const ObjectRevision& one : history) messages.push_back(one.revision.message);
  CHECK(messages.size() == 4);
  CHECK(messages.front() == "合并");
  CHECK(messages.back() == "建立题库");
}
