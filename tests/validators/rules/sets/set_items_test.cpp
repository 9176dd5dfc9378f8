#include "validators/rules/sets/set_items.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::validators;

namespace {

Id itemId(int number) {
  return Id::wellKnown(0xA00 + static_cast<std::uint64_t>(number));
}

TheoryItem matched(int number, std::vector<RichText> options) {
  TheoryItem item(itemId(number), *Level::of(3), ItemType::kSingleChoice);
  item.stem = text("测量电动机的绝缘电阻用（　）。");
  item.options = std::move(options);
  item.key = ChoiceKey{{0}};
  return item;
}

ItemSet caseOf(std::vector<Id> items) {
  ItemSet set(Id::wellKnown(0xB00), *Level::of(3), ItemSet::Kind::kSharedStem);
  set.stem = text("某变电站 10kV 母线发生单相接地。");
  set.items = std::move(items);
  return set;
}

struct Told {
  std::string field;
  std::string message;
  bool operator==(const Told&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Told& told) {
  return out << told.field << ": " << told.message;
}

struct Story {
  explicit Story(Bank b) : bank(std::move(b)), checker(bank, Profile::load("guizhou")) {}
  [[nodiscard]] std::vector<Told> told() const {
    std::vector<Told> all;
    for (const Finding& one : checker.findings()) {
      if (one.rule != SetItems::kId) continue;
      CHECK(one.severity == Severity::kWarning);
      all.push_back({one.subject.field, one.message});
    }
    return all;
  }
  Bank bank;
  Checker checker;
};

const std::vector<RichText> kTools{RichText::plain("绝缘电阻表"), RichText::plain("接地电阻表")};

}  // namespace

TEST_CASE("a case with two questions in use holds, when one is retired, it stands alone", "[sets]") {
  Story story(bankWith(matched(1, kTools), matched(2, kTools), caseOf({itemId(1), itemId(2)})));
  CHECK(story.told().empty());

  TheoryItem retired = matched(2, kTools);
  retired.status = ItemStatus::kRetired;
  story.bank.apply(Edit().put(retired));
  CHECK(story.told() == std::vector<Told>{{"items",
                                           "三级题组“某变电站 10kV 母线发生单相…”在用的试题只有 1 道"
                                           "（默认值，非法规条文）。"}});
  story.bank.apply(Edit().put(matched(2, kTools)));
  CHECK(story.told().empty());
}

TEST_CASE("a set tells of items that are gone, of another level, or in two sets", "[sets]") {
  TheoryItem other(itemId(3), *Level::of(4), ItemType::kTrueFalse);
  other.stem = text("验电前应先在有电设备上确认验电器良好。");
  Story story(bankWith(matched(1, kTools), matched(2, kTools), other,
                       caseOf({itemId(1), itemId(2), itemId(3), itemId(9)})));
  const std::string name = "三级题组“某变电站 10kV 母线发生单相…”";
  CHECK(story.told() ==
        std::vector<Told>{{"items/level", name + "有 1 道试题不是三级试题（默认值，非法规条文）。"},
                          {"items/missing", name + "有 1 道试题不在题库中（默认值，非法规条文）。"}});

  const std::string nameless = "三级题组“" + Id::wellKnown(0xB01).str() + "”";
  ItemSet second = caseOf({itemId(1), itemId(2)});
  second.id = Id::wellKnown(0xB01);
  second.stem = {};
  story.bank.apply(Edit().put(caseOf({itemId(1), itemId(2)})).put(second));
  CHECK(story.told() ==
        std::vector<Told>{{"items/elsewhere", nameless + "有 2 道试题还在别的题组里（默认值，非法规条文）。"},
                          {"stem", nameless + "没有共用的内容（默认值，非法规条文）。"},
                          {"items/elsewhere", name + "有 2 道试题还在别的题组里（默认值，非法规条文）。"}});
  story.bank.apply(Edit().remove(second.id));
  CHECK(story.told().empty());
}

TEST_CASE("in a set with shared options an item whose own options differ is told", "[sets]") {
  ItemSet set(Id::wellKnown(0xB00), *Level::of(3), ItemSet::Kind::kSharedOptions);
  set.options = kTools;
  set.items = {itemId(1), itemId(2)};
  Story story(bankWith(matched(1, kTools), matched(2, {RichText::plain("钳形电流表")}), set));
  CHECK(story.told() == std::vector<Told>{{"options",
                                           "三级题组“绝缘电阻表”有 1 道试题的选项与共用备选答案不同"
                                           "（默认值，非法规条文）。"}});
  story.bank.apply(Edit().put(matched(2, kTools)));
  CHECK(story.told().empty());
}
