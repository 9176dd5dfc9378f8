// The pages of the room one by one: the pool, the draw, a panel that shrinks, a key that is not there.
#include <algorithm>

#include <catch2/catch.hpp>
#include <wx/combobox.h>
#include <wx/dataview.h>
#include <wx/msgdlg.h>
#include <wx/spinctrl.h>
#include <wx/textctrl.h>

#include "editor/app/settings.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/at_table.h"
#include "tests/gui/support/played_round.h"
#include "tests/gui/support/review_hands.h"
#include "workflows/review/draw/panel.h"
#include "workflows/review/keys.h"

using namespace tiku;
using namespace tiku::formats;
using namespace tiku::tests;
using editor::Room;
using editor::shown;
using editor::typed;

namespace {

// Five who could be drawn, one whose term is over, one of the institution itself.
const char* const kPool =
    "赵工\t内容\t贵阳第一职业学校\t高级讲师\t量具检校员\t\t2026-01-01\n"
    "钱工\t方法\t遵义机电学校\t副研究员\t\t\t2026-01-01\n"
    "孙工\t内容\t六盘水技工学校\t高级工程师\t量具检校员\t\t2026-01-01\n"
    "吴工\t方法\t安顺职业学院\t教授\t\t\t2026-01-01\n"
    "郑工\t内容\t毕节工程学校\t高级工程师\t量具检校员\t\t2026-01-01\n"
    "冯工\t内容\t铜仁技师学院\t高级工程师\t量具检校员\t\t2019-01-01\n"
    "褚工\t方法\t示例职业技能评价中心\t研究员\t\t\t2026-01-01\n";

const PanelDraw& theDraw(OpenEditor& window) {
  return window.bank().find<PanelDraws>(PanelDraws::kId)->draws.front();
}

}  // namespace

TEST_CASE(
    "experts are pasted into the pool, a draw tells who is excluded and why, and one who does not come is "
    "replaced by the next") {
  OpenEditor window("liangju");
  editor::settings::setPersonName("王科长");
  AtTable pool(window, "专家库", {.room = Room::kReview, .field = "pool"});
  pool.table->select(0, 1);
  pool.paste(kPool);
  REQUIRE(waitFor([&] { return window.bank().find<Experts>(Experts::kId) != nullptr; }));
  const Experts& experts = *window.bank().find<Experts>(Experts::kId);
  REQUIRE(experts.experts.size() == 7);
  CHECK(experts.experts[3].kind == Expert::Kind::kMethod);
  CHECK(experts.experts[3].title == ExpertTitle::kSenior);
  CHECK(pool.comesToSay(0, 0, "可以抽取"));
  CHECK(pool.at(5, 0) == "不在聘期");
  CHECK(pool.at(5, 12) == "聘期到 2021-12-31 为止");
  CHECK(pool.at(6, 0) == "本单位人员");
  // 回避 with its reason, a day of work with how it was done.
  pool.table->select(0, 9);
  pool.typeAndTab("某某学院（兼职教师）；某某公司");
  pool.typeAndTab("2025-11-20 评审钳工题库（良好）");
  REQUIRE(waitFor([&] { return !window.bank().find<Experts>(Experts::kId)->experts[0].works.empty(); }));
  const Expert first = window.bank().find<Experts>(Experts::kId)->experts[0];
  CHECK(first.avoidances == std::vector<Avoidance>{{"某某学院", "兼职教师", {}}, {"某某公司", "", {}}});
  CHECK(first.works == std::vector<ExpertWork>{{Date::parse("2025-11-20"), "评审钳工题库", "良好", {}}});
  CHECK(pool.at(0, 9) == "某某学院（兼职教师）；某某公司");
  // A word that is no day is refused, and the old one stays.
  pool.table->select(0, 7);
  pool.typeAndTab("tomorrow");
  REQUIRE(waitFor([&] { return !pool.table->told().empty(); }));
  CHECK(window.bank().find<Experts>(Experts::kId)->experts[0].appointed == Date::parse("2026-01-01"));
  window.hands().key(WXK_ESCAPE);
  window.hands().key(WXK_ESCAPE);

  goToPage(window, "draw");
  window.find<wxTextCtrl>("抽取随机数")->SetValue("20260301");
  press(window, "抽取(&D)");
  REQUIRE(waitFor([&] { return window.bank().find<PanelDraws>(PanelDraws::kId) != nullptr; }));
  CHECK(window.document().undoTitle() == "抽取专家组");
  CHECK(theDraw(window).by == "王科长");
  auto* list = window.find<wxDataViewListCtrl>("候选专家");
  REQUIRE(list->GetItemCount() == 7);
  const std::vector<std::string> outcomes = columnOf(*list, 5);
  CHECK(std::ranges::count(outcomes, "抽中") == 3);
  CHECK(std::ranges::count_if(outcomes, [](const std::string& one) { return one.starts_with("排除："); }) ==
        2);

  const auto drawn = static_cast<int>(std::ranges::find(outcomes, "抽中") - outcomes.begin());
  choose(*list, drawn);
  {
    const Answers answers({because("出差")});
    press(window, "不能参加(&X)…");
  }
  REQUIRE(waitFor([&] { return theDraw(window).refusals.size() == 1; }));
  CHECK(theDraw(window).refusals.front().reason == "出差");
  CHECK(columnOf(*list, 5)[static_cast<std::size_t>(drawn)] == "抽中，不能参加：出差");
  CHECK(std::ranges::count(columnOf(*list, 5), "递补") == 1);
  press(window, "核对这次抽取(&K)");
  CHECK(waitFor([&] { return noted(window, "核对无误"); }));
}

TEST_CASE("a panel that shrinks below its least size is not opened until somebody takes a place in it") {
  OpenEditor window("liangju");
  editor::settings::setPersonName("赵工");
  window.document().startHistory();
  PlayedRound round(window.document(), window.folder(), dayNow());
  round.collect(dayNow(), 3);
  goToPage(window, "exchange");
  auto* members = window.find<wxDataViewListCtrl>("专家与评审文件");
  REQUIRE(waitFor([&] { return members->GetItemCount() == 5; }));
  for (int gone = 0; gone < 3; ++gone) {
    const std::vector<std::string> state = columnOf(*members, 6);
    choose(*members, static_cast<int>(std::ranges::find(state, "未交") - state.begin()));
    const Answers answers({because("生病")});
    press(window, "退出(&X)…");
    REQUIRE(waitFor([&] { return round.now().panelSize() == 4 - gone; }));
  }
  CHECK(waitFor([&] { return noted(window, "专家组只剩 2 人，少于 3 人。"); }));
  press(window, "启封(&O)…");
  CHECK(waitFor([&] { return noted(window, "不能启封。请人接替退出的专家"); }));
  CHECK(round.now().state() == RoundState::kReviewing);

  REQUIRE(waitFor([&] { return columnOf(*members, 6)[2].starts_with("已退出"); }));
  choose(*members, 2);
  {
    const Answers answers({[](wxDialog* dialog) {
      dynamic_cast<wxComboBox*>(wxWindow::FindWindowByName(shown("姓名"), dialog))->SetValue(shown("何工"));
      write(dialog, "工作单位", "黔南技工学校");
      return wxID_OK;
    }});
    press(window, "接替(&J)…");
    REQUIRE(waitFor([&] { return round.now().panelSize() == 3; }, 30'000));
  }
  CHECK(columnOf(*members, 0)[2] == "何工");
  CHECK(columnOf(*members, 6)[2] == "未发");
}

TEST_CASE("where the key of a round is missing, the program says where it is and takes it from elsewhere") {
  OpenEditor window("liangju");
  editor::settings::setPersonName("赵工");
  window.document().startHistory();
  PlayedRound round(window.document(), window.folder(), dayNow());
  round.collect(dayNow());
  const std::filesystem::path usual = workflows::defaultKeyFile(round.id());
  const std::filesystem::path elsewhere = window.folder() / "round.key";
  std::filesystem::rename(usual, elsewhere);
  goToPage(window, "exchange");
  {
    const Answers answers({[](wxDialog* dialog) {
      auto* question = dynamic_cast<wxMessageDialog*>(dialog);
      CHECK(typed(question->GetMessage()).starts_with("这台电脑上没有本轮评审的密钥文件"));
      return wxID_NO;
    }});
    press(window, "启封(&O)…");
    CHECK(waitFor([&] { return answers.allAsked(); }));
  }
  CHECK(round.now().state() == RoundState::kReviewing);
  {
    const Answers answers({[](wxDialog*) { return wxID_YES; }, theFile(elsewhere), because("")});
    press(window, "启封(&O)…");
    CHECK(waitFor([&] { return answers.allAsked(); }));
  }
  REQUIRE(waitFor([&] { return round.now().state() == RoundState::kSummary; }));
}
