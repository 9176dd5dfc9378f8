// The language of the windows, changed while a bank is being written.
#include "editor/app/language.h"

#include <catch2/catch.hpp>
#include <wx/menu.h>
#include <wx/textctrl.h>

#include "editor/widgets/attention_bar.h"
#include "editor/widgets/words.h"
#include "formats/base/say.h"
#include "tests/gui/support/hands.h"
#include "tests/support/places.h"

using namespace tiku;
using namespace tiku::tests;
using editor::Place;
using editor::Room;
using editor::shown;
using editor::typed;
using formats::Language;

namespace {

/// Other tests read Chinese.
struct ChineseAgain {
  ~ChineseAgain() { editor::useLanguage(Language::kChinese); }
};

std::string menuTitle(OpenEditor& window, std::size_t menu) {
  return typed(window.frame().GetMenuBar()->GetMenuLabelText(menu));
}

}  // namespace

TEST_CASE("the language changes at once around the open bank: place, steps and unsaved words are kept") {
  const ChineseAgain after;
  OpenEditor window("liangju-faults");
  window.frame().goTo({.room = Room::kItems, .level = formats::Level::of(3)});
  const Place place = window.frame().workspace()->place();
  REQUIRE(!place.object.empty());
  auto* stem = window.find<wxTextCtrl>("题干");
  window.hands().click(stem);
  window.hands().type("abc");
  const auto words = [&] { return window.bank().find<formats::TheoryItem>(place.object)->stem.str(); };
  REQUIRE(waitFor([&] { return words().find("abc") != std::string::npos; }));
  const std::string written = words();
  const wxRect where = window.frame().GetScreenRect();
  const std::string chinese = window.document().checker().findings().front().message;

  window.menu("English");
  REQUIRE(waitFor([&] { return menuTitle(window, 0) == "File"; }));
  CHECK(window.frame().workspace()->place() == place);
  CHECK(window.document().undoTitle() == "修改题干");
  CHECK(words() == written);
  CHECK(window.document().modified());
  CHECK(window.frame().GetScreenRect() == where);
  CHECK(window.document().checker().findings().front().message != chinese);
  CHECK(typed(window.find<wxTextCtrl>("stem")->GetValue()) == written);
  CHECK(window.frame().GetMenuBar()->FindItem(wxID_UNDO)->IsEnabled());

  window.menu("Undo");
  CHECK(words() != written);
  window.menu("中文");
  REQUIRE(waitFor([&] { return menuTitle(window, 0) == "文件"; }));
  CHECK(window.document().checker().findings().front().message == chinese);
  window.menu("重做");
  CHECK(words() == written);
  window.frame().goBack();
  CHECK(window.frame().workspace()->place().room == Room::kOverview);
}

TEST_CASE("the start page changes its language, too, and a bank opens from it afterwards") {
  const ChineseAgain after;
  OpenEditor window;
  window.menu("English");
  REQUIRE(waitFor([&] { return menuTitle(window, 0) == "File"; }));
  std::filesystem::copy(sourceRoot() / "samples/liangju", window.bankFolder(),
                        std::filesystem::copy_options::recursive);
  window.open(window.bankFolder());
  CHECK(typed(window.frame().GetStatusBar()->GetStatusText(1)) == "Errors 0  Warnings 0  Waived 0");
}
