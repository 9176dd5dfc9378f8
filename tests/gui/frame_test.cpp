#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/menu.h>

#include "editor/widgets/attention_bar.h"
#include "editor/widgets/findings_list.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/hands.h"
#include "tests/support/places.h"

using namespace tiku;
using namespace tiku::tests;
using editor::Room;
using editor::shown;
using editor::typed;

TEST_CASE("a bank opens at its overview, with its name in the title and nothing to save") {
  OpenEditor window("liangju");
  CHECK(typed(window.frame().GetTitle()) == "量具检校员题库（教学示例） — 题库工作台");
  CHECK(window.frame().workspace()->place().room == Room::kOverview);
  CHECK(typed(window.frame().GetStatusBar()->GetStatusText(1)) == "错误 0　警告 0　豁免 0");
  CHECK(typed(window.frame().GetStatusBar()->GetStatusText(2)) == "已保存");
}

TEST_CASE("what is no bank is refused with a reason, and the start page comes back") {
  OpenEditor window;
  window.frame().openBank(sourceRoot() / "docs");
  REQUIRE(waitFor([&] { return !window.frame().attention().notes().empty(); }));
  CHECK(window.frame().attention().notes().front().kind == editor::Note::Kind::kError);
  CHECK_FALSE(window.frame().hasBank());
  CHECK(window.find<wxWindow>("提醒")->IsShownOnScreen());
}

TEST_CASE("an edit names itself in the menu, is undone and redone, and is saved with Ctrl+S") {
  OpenEditor window("liangju");
  formats::BankInfo info = window.bank().info();
  info.title = "量具检校员题库";
  REQUIRE(window.frame().change(formats::Edit("修改题库名称").put(info)));
  CHECK(window.frame().GetTitle().StartsWith("* "));
  CHECK(typed(window.frame().GetStatusBar()->GetStatusText(2)) == "有没有保存的改动");

  window.menu("撤销");
  CHECK(window.bank().info().title == "量具检校员题库（教学示例）");
  window.menu("重做");
  CHECK(window.bank().info().title == "量具检校员题库");

  window.hands().key('S', wxMOD_CONTROL);
  REQUIRE(waitFor([&] { return !window.document().modified(); }));
  CHECK(formats::loadBank(window.bankFolder()).bank.info().title == "量具检校员题库");
}

TEST_CASE("all findings of a faulty bank stand in the inspector, gravest first") {
  OpenEditor window("liangju-faults");
  window.menu("全部检查结果");
  auto* list = dynamic_cast<editor::FindingsList*>(window.find<wxWindow>("检查结果")->GetParent());
  REQUIRE(list != nullptr);
  std::vector<validators::Finding> roots = window.document().checker().findings();
  std::erase_if(roots, [](const validators::Finding& f) { return f.cause.has_value(); });
  CHECK(list->findings().size() == roots.size());
  CHECK(list->findings().front().severity == validators::Severity::kError);
  CHECK(list->chosen() == &list->findings().front());
}

TEST_CASE("leaving with unsaved changes asks, and staying keeps everything") {
  OpenEditor window("liangju");
  formats::BankInfo info = window.bank().info();
  info.title = "改了名";
  REQUIRE(window.frame().change(formats::Edit("修改题库名称").put(info)));
  {
    Answers stay({[](wxDialog*) { return wxID_CANCEL; }});
    CHECK_FALSE(window.frame().closeBank());
    CHECK(stay.allAsked());
    CHECK(window.bank().info().title == "改了名");
  }
  Answers save({[](wxDialog*) { return wxID_YES; }});
  CHECK(window.frame().closeBank());
  CHECK(formats::loadBank(window.bankFolder()).bank.info().title == "改了名");
}
