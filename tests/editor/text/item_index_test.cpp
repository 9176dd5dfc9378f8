#include "editor/text/item_index.h"

#include <catch2/catch.hpp>

#include "formats/package/package.h"
#include "tests/support/places.h"

using namespace tiku::editor;
using tiku::formats::Bank;
using tiku::formats::Id;
using tiku::formats::ItemType;
using tiku::formats::Level;
using tiku::formats::TheoryItem;

namespace {

const Level kThird = *Level::of(3);

Bank liangju() {
  return tiku::formats::loadBank(tiku::tests::sourceRoot() / "samples/liangju").bank;
}

std::size_t found(const ItemIndex& index, std::string_view query) {
  return index.find(ItemQuery::parse(query), {}).size();
}

std::size_t counted(const Bank& bank, const std::function<bool(const TheoryItem&)>& takes) {
  std::size_t count = 0;
  bank.forEach<TheoryItem>(
      [&](const auto& item) { count += item->level == kThird && takes(*item) ? 1U : 0U; });
  return count;
}

}  // namespace

TEST_CASE("what is typed into the box is words and fields, in either language and any width") {
  const ItemQuery query = ItemQuery::parse("题型：单选 点:A-B 难度>=4 千分尺 has:error");
  CHECK(query.problem.empty());
  CHECK(query.words == std::vector<std::string>{"千分尺"});
  REQUIRE(query.conditions.size() == 4);
  CHECK(query.conditions[0].type == ItemType::kSingleChoice);
  CHECK(query.conditions[1].text == "a-b");
  CHECK(query.conditions[2].compare == ItemQuery::Compare::kAtLeast);
  CHECK(query.conditions[2].number == 4);
  CHECK(query.conditions[3].feature == ItemQuery::Feature::kError);
}

TEST_CASE("a field that is half typed hides nothing, a wrong value is named, a colon in an item is a word") {
  CHECK(ItemQuery::parse("题型:").empty());
  CHECK(ItemQuery::parse("难度>=很难").problem == "“难度>=很难”看不懂：没有这样的难度。");
  CHECK(ItemQuery::parse("比例1:50").words == std::vector<std::string>{"比例1:50"});
}

TEST_CASE("the box offers how a word may go on") {
  CHECK(ItemQuery::completions("题") == std::vector<std::string>{"题型:", "题号:"});
  CHECK(ItemQuery::completions("千分尺 题型:单") == std::vector<std::string>{"千分尺 题型:单选题 "});
  CHECK(ItemQuery::completions("状态:已") == std::vector<std::string>{"状态:已命制 ", "状态:已审核 "});
}

TEST_CASE("items are found by where they stand in the reviews", "[review]") {
  using Review = ItemQuery::Review;
  ItemIndex index(kThird);
  index.reset(liangju());
  const std::vector<Id> all = index.all();
  const ItemIndex::Knowledge knowledge{{}, {}, [&](Id id) {
                                         return id == all[0]   ? Review::kChanged
                                                : id == all[1] ? Review::kWaiting
                                                : id == all[2] ? Review::kApproved
                                                               : Review::kNone;
                                       }};
  const auto by = [&](std::string_view query) { return index.find(ItemQuery::parse(query), knowledge); };
  CHECK(by("评审:有改动") == std::vector<Id>{all[0]});
  CHECK(by("review:waiting") == std::vector<Id>{all[1]});
  CHECK(by("评审：已通过") == std::vector<Id>{all[2]});
  CHECK(by("评审:没有").size() == all.size() - 3);
  CHECK(ItemQuery::parse("评审:很好").problem == "“评审:很好”看不懂：没有这样的评审。");
  CHECK(ItemQuery::completions("评审:有") == std::vector<std::string>{"评审:有改动 "});
}

TEST_CASE("items stand by point, type and code, and are found by words and fields") {
  const Bank bank = liangju();
  ItemIndex index(kThird);
  index.reset(bank);
  const auto all = index.all();
  CHECK(all.size() == counted(bank, [](const TheoryItem&) { return true; }));
  CHECK(bank.find<TheoryItem>(all.front())->code == "B-A-A-A-001-001");
  CHECK(found(index, "题型:判断") ==
        counted(bank, [](const TheoryItem& item) { return item.type == ItemType::kTrueFalse; }));
  CHECK(found(index, "难度<=2") ==
        counted(bank, [](const TheoryItem& item) { return item.difficulty.value_or(9) <= 2; }));
  CHECK(found(index, "千 分 尺") >= found(index, "千分尺"));
  CHECK(found(index, "无:答案") == 0);
  CHECK(found(index, "点:A-B-A 题型:单选") == counted(bank, [&](const TheoryItem& item) {
          return item.type == ItemType::kSingleChoice && index.point(*item.point)->code.starts_with("A-B-A");
        }));
}

TEST_CASE("the index follows edits one by one as if it had been read anew") {
  Bank bank = liangju();
  ItemIndex index(kThird);
  index.reset(bank);
  const auto subscription =
      bank.listen([&](std::span<const tiku::formats::Change> changes) { index.follow(bank, changes); });
  const auto same = [&] {
    ItemIndex fresh(kThird);
    fresh.reset(bank);
    return index.all() == fresh.all() &&
           index.find(ItemQuery::parse("千分尺"), {}) == fresh.find(ItemQuery::parse("千分尺"), {});
  };
  const Id first = index.all().front();
  TheoryItem item = *bank.find<TheoryItem>(first);
  item.stem = tiku::formats::RichText::plain("千分尺的零位如何校对？");
  bank.apply(tiku::formats::Edit().put(item));
  CHECK(same());
  item.point = index.points().back();
  bank.apply(tiku::formats::Edit().put(item));
  CHECK(same());
  CHECK(index.all().front() != first);
  bank.apply(tiku::formats::Edit().remove(first));
  CHECK(same());
  item.level = *Level::of(2);
  bank.apply(tiku::formats::Edit().put(item));
  CHECK(same());
  item.level = kThird;
  bank.apply(tiku::formats::Edit().put(item));
  CHECK(same());
  tiku::formats::Blueprint blueprint = *bank.blueprint(kThird);
  std::swap(blueprint.theory.tops.front(), blueprint.theory.tops.back());
  bank.apply(tiku::formats::Edit().put(blueprint));
  CHECK(same());
}
