#include <catch2/catch.hpp>
#include <wx/dataview.h>

#include "tests/gui/support/hands.h"
#include "workflows/review/round.h"

using namespace tiku;
using namespace tiku::formats;
using namespace tiku::tests;
using editor::Room;

namespace {

Round plainRound(unsigned number, const char* title, const char* accepted, const char* due) {
  Round round;
  round.id = Id::wellKnown(0x7000U + number);
  round.title = title;
  round.commit = "c0ffee00c0ffee";
  round.due = Date::parse(due);
  round.perItem = 3;
  for (unsigned i = 0; i < 3; ++i)
    round.panel.push_back(
        {Id::wellKnown(0x7100U + i), "专家" + std::to_string(i + 1), "第一学院", i == 0, {}, {}});
  workflows::advance(round, RoundState::kAccepted, {"王科长", *Date::parse(accepted), "材料齐全"});
  return round;
}

}  // namespace

TEST_CASE("the rounds are listed, the latest first, and the one that is late says so") {
  OpenEditor window("liangju");
  Edit edit("开始评审");
  edit.put(plainRound(1, "2025年评审", "2025-03-03", "2025-03-17"));
  edit.put(plainRound(2, "2099年评审", "2099-03-02", "2099-03-16"));
  REQUIRE(window.frame().Host::change(edit));
  window.frame().goTo({.room = Room::kReview});
  auto* list = window.find<wxDataViewListCtrl>("评审轮次");
  CHECK(columnOf(*list, 0) == std::vector<std::string>{"2099年评审", "2025年评审"});
  CHECK(columnOf(*list, 3) == std::vector<std::string>{"2099-03-16", "2025-03-17，已逾期"});
  auto* steps = window.find<wxDataViewListCtrl>("评审进程");
  CHECK(columnOf(*steps, 1) == std::vector<std::string>{"2099-03-02"});
  CHECK(columnOf(*steps, 3) == std::vector<std::string>{"材料齐全"});

  window.frame().goTo({.room = Room::kReview, .object = Id::wellKnown(0x7001)});
  REQUIRE(waitFor([&] { return columnOf(*steps, 1) == std::vector<std::string>{"2025-03-03"}; }));
  CHECK(window.frame().workspace()->place().object == Id::wellKnown(0x7001));
}
