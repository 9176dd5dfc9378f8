// An imported item finds its point by what speaks for it, and nothing is linked before somebody says so.
#include "workflows/intake/point_proposals.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::validators::bankWith;

namespace {

const Level kThird = *Level::of(3);

Id pointId(int number) {
  return Id::wellKnown(0x600 + static_cast<std::uint64_t>(number));
}

Blueprint tableOf(const std::vector<std::string>& names) {
  Blueprint blueprint(kThird);
  Scope scope;
  scope.id = Id::wellKnown(0x5FF);
  scope.code = "A";
  scope.name = "电气测量";
  for (std::size_t i = 0; i < names.size(); ++i) {
    Point point;
    point.id = pointId(static_cast<int>(i) + 1);
    point.code = "00" + std::to_string(i + 1);
    point.name = names[i];
    scope.points.push_back(point);
  }
  blueprint.theory.tops.push_back({Part::kWork, scope});
  return blueprint;
}

TheoryItem judged(int number, const char* stem) {
  TheoryItem item(Id::wellKnown(0x700 + static_cast<std::uint64_t>(number)), kThird, ItemType::kTrueFalse);
  item.stem = RichText::plain(stem);
  item.key = JudgementKey{true};
  return item;
}

ImportResult importOf(const std::vector<TheoryItem>& items) {
  ImportResult result;
  for (const TheoryItem& item : items) {
    result.edit.put(item);
    result.items.push_back({item.id, {}});
  }
  return result;
}

struct Said {
  Id item;
  Id point;
  PointEvidence by;
  bool operator==(const Said&) const = default;
};

std::vector<Said> said(const std::vector<PointProposal>& proposals) {
  std::vector<Said> all;
  for (const PointProposal& one : proposals) all.push_back({one.item, one.point, one.by});
  return all;
}

const std::vector<std::string> kNames{"绝缘电阻表的使用", "接地电阻的测量", "钳形电流表", "电流表"};

}  // namespace

TEST_CASE("the printed code speaks first, and only where it holds the whole code of the point", "[intake]") {
  TheoryItem coded = judged(1, "接地电阻的测量应在干燥天气进行。");
  coded.code = "C-A-001-002";
  TheoryItem longer = judged(2, "测量前应短接试验。");
  longer.code = "C-AA-0012";
  const auto proposals = proposePoints(bankWith(tableOf(kNames)), importOf({coded, longer}));
  CHECK(said(proposals) == std::vector<Said>{{coded.id, pointId(1), PointEvidence::kCode}});
  CHECK(proposals[0].evidence == "题号 C-A-001-002 里有考评点的代码 A-001。");
}

TEST_CASE("the longest name that an item says is that of its point, a short one is in every other stem",
          "[intake]") {
  const auto proposals = proposePoints(
      bankWith(tableOf(kNames)),
      importOf({judged(1, "用钳形电流表测量时不必断开线路。"), judged(2, "电流表应串联在电路中。"),
                judged(3, "接地电阻的测量与绝缘电阻表的使用相同。")}));
  // 电流表 has three characters; the last item says two names of different length: the longer one.
  CHECK(said(proposals) == std::vector<Said>{{judged(1, "").id, pointId(3), PointEvidence::kName},
                                             {judged(3, "").id, pointId(1), PointEvidence::kName}});
  CHECK(proposals[0].evidence == "试题里说到“钳形电流表”。");
}

TEST_CASE("two names that speak equally are no proposal", "[intake]") {
  const Bank bank = bankWith(tableOf({"直流电阻测量", "直流电压测量"}));
  CHECK(proposePoints(bank, importOf({judged(1, "直流电阻测量和直流电压测量都要注意极性。")})).empty());
}

TEST_CASE("an item says nearly what one of the bank says, and could belong to its point", "[intake]") {
  TheoryItem known = judged(8, "使用兆欧表前，应先做开路和短路试验，确认仪表完好。");
  known.point = pointId(1);
  TheoryItem retired = judged(9, "测量高压设备的泄漏电流时，微安表宜接在高压侧。");
  retired.point = pointId(2);
  retired.status = ItemStatus::kRetired;
  const Bank bank = bankWith(tableOf(kNames), known, retired);
  const auto proposals = proposePoints(
      bank,
      importOf({judged(1, "使用兆欧表以前，应先做开路和短路试验，以确认仪表完好。"),
                judged(2, "测量高压设备的泄漏电流时，微安表宜接在高压侧。"), judged(3, "单位是安培。")}));
  REQUIRE(said(proposals) == std::vector<Said>{{judged(1, "").id, pointId(1), PointEvidence::kSimilar}});
  CHECK(proposals[0].likeness > 0.55);
  CHECK(proposals[0].likeness < 1);
}

TEST_CASE("where a type has as many items as there are points, the order speaks, item by item", "[intake]") {
  TheoryItem first = judged(1, "甲。");
  TheoryItem second = judged(2, "乙。");
  first.point = pointId(2);  // The file says so.
  const auto proposals =
      proposePoints(bankWith(tableOf({"直流电阻测量", "直流电压测量"})), importOf({first, second}));
  CHECK(said(proposals) == std::vector<Said>{{second.id, pointId(2), PointEvidence::kPosition}});
  CHECK(proposals[0].evidence == "本文件的判断题与考评点一样多，这是第 2 道。");
}

TEST_CASE("taking some proposals links these items and changes nothing else", "[intake]") {
  const ImportResult result = importOf(
      {judged(1, "用钳形电流表测量时不必断开线路。"), judged(2, "接地电阻的测量应在干燥天气进行。")});
  const auto proposals = proposePoints(bankWith(tableOf(kNames)), result);
  REQUIRE(proposals.size() == 2);
  const Edit linked = withPoints(result.edit, {proposals[1]});
  Bank bank = bankWith(tableOf(kNames));
  bank.apply(linked);
  CHECK(*bank.find<TheoryItem>(judged(1, "").id) == judged(1, "用钳形电流表测量时不必断开线路。"));
  CHECK(bank.find<TheoryItem>(judged(2, "").id)->point == pointId(2));
  CHECK(proposePoints(Bank(), result).empty());
}
