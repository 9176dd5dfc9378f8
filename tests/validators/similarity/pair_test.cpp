#include "validators/similarity/pair.h"

#include <catch2/catch.hpp>

using namespace tiku::validators;
using namespace tiku::formats;

namespace {

ItemWords choice(std::string_view stem, std::vector<std::string_view> options, std::vector<int> keyed) {
  ItemWords words;
  words.stem = stem;
  words.options = std::move(options);
  words.keyed = std::move(keyed);
  return words;
}

ItemWords judgement(std::string_view stem, bool truth) {
  ItemWords words;
  words.type = ItemType::kTrueFalse;
  words.stem = stem;
  words.truth = truth;
  return words;
}

std::string_view kindOf(const ItemWords& a, const ItemWords& b) {
  CHECK(readPair(a, b).kind == readPair(b, a).kind);
  return pairKindKey(readPair(a, b).kind);
}

}  // namespace

TEST_CASE("the same fact with the blank moved is the same", "[similarity]") {
  CHECK(kindOf(choice("千分尺的分度值是（　）mm。", {"0.01", "0.02", "0.05"}, {0}),
               choice("分度值是0.01mm的量具是（　）", {"卡尺", "千分尺"}, {1})) != "number");
  CHECK(kindOf(choice("用（　）校对千分尺的零位。", {"量块", "塞尺"}, {0}),
               choice("用量块校对千分尺的（　）。", {"量程", "零位"}, {1})) == "same");
}

TEST_CASE("an exchanged term, a number and a negation are told apart", "[similarity]") {
  CHECK(kindOf(judgement("电阻串联时，流过各电阻的电流相等。", true),
               judgement("电阻并联时，流过各电阻的电流相等。", true)) == "term");
  CHECK(kindOf(judgement("安全带每6个月应检查一次。", true), judgement("安全带每12个月应检查一次。", true)) ==
        "number");
  CHECK(kindOf(judgement("高处作业必须系好安全带。", true), judgement("高处作业不必系好安全带。", true)) ==
        "negation");
}

TEST_CASE("what differs is marked where it stands in the item", "[similarity]") {
  const PairReading reading = readPair(choice("砂轮机的安全罩由（　）制成。", {"钢板", "木板"}, {0}),
                                       choice("砂轮机的安全罩由（　）制成。", {"铸铁", "木板"}, {0}));
  CHECK(reading.a.different == std::vector<Stretch>{{0, 0, 6}});
  CHECK(reading.b.different == std::vector<Stretch>{{0, 0, 6}});
  CHECK(reading.a.common.size() == 2);
}
