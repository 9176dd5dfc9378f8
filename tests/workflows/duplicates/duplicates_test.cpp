#include "workflows/duplicates/duplicates.h"

#include <catch2/catch.hpp>

#include "tests/support/rule_stories.h"
#include "validators/similarity/self_join.h"
#include "workflows/duplicates/bank_items.h"
#include "workflows/duplicates/similar_items.h"

using namespace tiku::formats;
using namespace tiku::validators;
using namespace tiku::workflows;

namespace {

TheoryItem coded(TheoryItem item, const char* code, int at = 3) {
  item.code = code;
  item.level = level(at);
  return item;
}

const TheoryItem kAsked =
    coded(choice("游标卡尺使用前应当检查（　）是否对齐。", {"零位", "刀口", "测深杆"}, "A"), "A1");
const TheoryItem kTold = coded(judgement("游标卡尺使用前应当检查零位是否对齐。"), "A2");
const TheoryItem kSeries =
    coded(choice("两个电阻串联时，总电阻等于各电阻（　）。", {"之和", "之差", "之积"}, "A"), "B1", 4);
const TheoryItem kParallel =
    coded(choice("两个电阻并联时，总电阻等于各电阻（　）。", {"之和", "之差", "之积"}, "A"), "B2");
const TheoryItem kAlone = coded(judgement("淬火以后的零件一般要经过回火才能使用。"), "C1");

template <typename... Objects>
ItemTable tableOf(const Objects&... objects) {
  ItemTable table;
  table.add(std::make_unique<BankItems>(bankWith(objects...), "甲库"));
  return table;
}

/// "A1 A2 twin": what a person would say was found.
std::vector<std::string> told(const ItemTable& table, const std::vector<DuplicatePair>& pairs) {
  const auto idOf = [&table](std::uint32_t item) {
    const ItemTable::Where where = table.where(item);
    return where.source.label(where.at).id;
  };
  std::vector<std::string> lines;
  for (const DuplicatePair& pair : pairs) {
    lines.push_back(idOf(pair.a) + ' ' + idOf(pair.b) + ' ' + std::string(pairKindKey(pair.kind)));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the pairs of a bank are listed with what they are, the surest duplicate first") {
  const ItemTable table = tableOf(kAsked, kTold, kSeries, kParallel, kAlone);
  CHECK(told(table, findDuplicates(table, {})) == Lines{"A1 A2 twin", "B1 B2 term"});
  DuplicateSettings settings;
  settings.kinds = {PairKind::kTerm};
  CHECK(told(table, findDuplicates(table, settings)) == Lines{"B1 B2 term"});
  settings = {};
  settings.across = DuplicateSettings::Across::kLevels;
  CHECK(told(table, findDuplicates(table, settings)) == Lines{"B1 B2 term"});
}

TEST_CASE("across papers counts only items that stand on different papers") {
  const auto paperWith = [](const char* number, std::vector<Id> items) {
    Paper paper(Id::random(), level(3), Paper::Kind::kTheory);
    paper.number = number;
    paper.sections.emplace_back();
    for (const Id item : items) paper.sections[0].entries.push_back({item, Marks::whole(1)});
    return paper;
  };
  DuplicateSettings settings;
  settings.across = DuplicateSettings::Across::kPapers;
  const Paper both = paperWith("1", {kAsked.id, kTold.id});
  const ItemTable oneForBoth = tableOf(kAsked, kTold, both);
  CHECK(findDuplicates(oneForBoth, settings).empty());
  const Paper first = paperWith("1", {kAsked.id, kAlone.id});
  const Paper second = paperWith("2", {kTold.id});
  const ItemTable oneForEach = tableOf(kAsked, kTold, kAlone, first, second);
  CHECK(told(oneForEach, findDuplicates(oneForEach, settings)) == Lines{"A1 A2 twin"});
}

TEST_CASE("between institutions only what one has of the other is listed") {
  ItemTable table = tableOf(kAsked, kTold, kSeries);
  table.add(std::make_unique<BankItems>(bankWith(kTold, kParallel, kAlone), "乙库"));
  DuplicateSettings settings;
  settings.firstAgainstOthers = true;
  CHECK(told(table, findDuplicates(table, settings)) == Lines{"A1 A2 twin", "A2 A2 same", "B1 B2 term"});
}

TEST_CASE("what was judged to be variants is not listed again, unless asked for") {
  Judgements judgements;
  const auto [a, b] = pairOf(kSeries.id, kParallel.id);
  const Bank items = bankWith(kSeries, kParallel);
  judgements.judgements.push_back({a,
                                   b,
                                   Judgement::Verdict::kVariant,
                                   wordsDigest(a, items),
                                   wordsDigest(b, items),
                                   "串联与并联",
                                   "孙静",
                                   {}});
  const ItemTable table = tableOf(kSeries, kParallel, judgements);
  CHECK(findDuplicates(table, {}).empty());
  DuplicateSettings settings;
  settings.settled = true;
  const auto pairs = findDuplicates(table, settings);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].verdict == Judgement::Verdict::kVariant);
}

TEST_CASE("a flood of pairs is refused, and a run that nobody waits for stops") {
  const ItemTable table = tableOf(kAsked, kTold, kSeries, kParallel);
  DuplicateSettings settings;
  settings.limit = 1;
  CHECK_THROWS_AS(findDuplicates(table, settings), TooManyPairs);
  settings = {};
  settings.progress = [](double) { return false; };
  CHECK_THROWS_AS(findDuplicates(table, settings), Cancelled);
}

TEST_CASE("pairs that share an item are one group") {
  std::vector<DuplicatePair> pairs;
  for (const auto& [a, b] : {std::pair(0U, 1U), {4U, 5U}, {1U, 2U}, {0U, 2U}}) {
    pairs.emplace_back();
    pairs.back().a = a;
    pairs.back().b = b;
  }
  CHECK(groupsOf(pairs) == std::vector<std::vector<std::size_t>>{{0, 2, 3}, {1}});
}

TEST_CASE("a sentence that is not finished finds the item that says it already") {
  const BankItems items(bankWith(kAsked, kTold, kSeries, kParallel, kAlone), "甲库");
  const SimilarItems similar(items);
  const auto found = similar.like("淬火以后的零件", 0.7, 10);
  REQUIRE(found.size() == 1);
  CHECK(items.label(found[0].item).id == "C1");
  CHECK(found[0].share == 1);
  CHECK(found[0].similarity < 0.7);
  const auto whole = similar.like("游标卡尺使用前，应当检查零位是否对齐", 0.7, 10);
  REQUIRE(whole.size() == 2);
  CHECK(whole[0].similarity == 1);
  CHECK(similar.like("光纤熔接机", 0.5, 10).empty());
}
