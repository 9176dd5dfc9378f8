#include <array>
#include <random>

#include <catch2/catch.hpp>
#include <gtk/gtk.h>
#include <wx/stopwatch.h>
#include <wx/timer.h>

#include "tests/gui/support/environment.h"
#include "tests/gui/support/hands.h"
#include "validators/checker/checker.h"

using namespace tiku;
using namespace tiku::tests;
using editor::Half;
using editor::Place;
using editor::Room;

namespace {

/// A menu that pops up holds whoever opened it until it is answered: it gets Esc.
class MenuAnswer final : public wxTimer {
 public:
  MenuAnswer() { Start(200); }
  void Notify() override {
    GtkWidget* grab = gtk_grab_get_current();
    if (grab != nullptr && GTK_IS_MENU_SHELL(grab)) gtk_menu_shell_cancel(GTK_MENU_SHELL(grab));
  }
};

// Somebody's cat on the keyboard: clicks, keys and words anywhere. MONKEY_SECONDS makes it stay longer,
// MONKEY_SEED makes another cat of it.
class Monkey {
 public:
  Monkey(OpenEditor& window, unsigned seed) : window_(window), random_(seed) {}

  void act() {
    switch (below(12)) {
      case 0:
        visit();
        break;
      case 1:
      case 2:
      case 3:
        click();
        break;
      case 4:
      case 5:
        type();
        break;
      case 6:
        window_.frame().undo();
        break;
      case 7:
        window_.frame().redo();
        break;
      case 8:
        window_.hands().key(WXK_ESCAPE);
        break;
      default:
        key();
        break;
    }
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  void visit() {
    constexpr std::array kRooms{Room::kOverview, Room::kStandard, Room::kBlueprint,
                                Room::kItems,    Room::kPapers,   Room::kFiling,
                                Room::kReview,   Room::kHistory,  Room::kImpact};
    Place place{.room = kRooms[static_cast<std::size_t>(below(static_cast<int>(kRooms.size())))]};
    place.level = formats::Level::of(2 + below(2));
    place.half = below(2) == 0 ? Half::kTheory : Half::kSkills;
    window_.frame().goTo(place);
  }

  // Not into the menu bar nor the frame: what is there is told by the other tests, and some of it leaves.
  void click() {
    const wxSize size = window_.frame().GetClientSize();
    wxUIActionSimulator simulator;
    simulator.MouseMove(window_.frame().ClientToScreen(wxPoint(below(size.x), below(size.y))));
    wxYield();
    below(4) == 0 ? simulator.MouseDblClick() : simulator.MouseClick();
    wxYield();
  }

  void type() {
    constexpr std::array kWords{"abc", "12.5", "测量误差", "（ ）", "的的", "A-A", "题型:单选", "\t"};
    window_.hands().type(kWords[static_cast<std::size_t>(below(static_cast<int>(kWords.size())))]);
  }

  void key() {
    constexpr std::array kKeys{WXK_TAB,    WXK_DOWN, WXK_UP,   WXK_LEFT, WXK_RIGHT, WXK_RETURN,
                               WXK_DELETE, WXK_BACK, WXK_HOME, WXK_END,  WXK_F2};
    constexpr std::array kWithControl{'N', 'D', 'S', 'C', 'V', 'X', 'B', 'F',
                                      '1', '2', '3', '4', '5', '6', '7'};
    if (below(3) == 0) {
      window_.hands().key(
          kWithControl[static_cast<std::size_t>(below(static_cast<int>(kWithControl.size())))],
          wxMOD_CONTROL);
    } else {
      window_.hands().key(kKeys[static_cast<std::size_t>(below(static_cast<int>(kKeys.size())))],
                          below(5) == 0 ? wxMOD_SHIFT : wxMOD_NONE);
    }
  }

  OpenEditor& window_;
  std::mt19937 random_;
};

}  // namespace

TEST_CASE(
    "whatever is clicked and typed, nothing breaks: the findings are those of a full check, and undo leads "
    "back") {
  OpenEditor window("liangju");
  const formats::Bank before = window.bank();
  const int seed = fromEnvironment("MONKEY_SEED", 7);
  INFO("seed " << seed);
  // Whatever asks is answered with Esc.
  const Answers cancel({});
  MenuAnswer escape;
  Monkey monkey(window, static_cast<unsigned>(seed));
  const wxStopWatch watch;
  while (watch.Time() < 1000L * fromEnvironment("MONKEY_SECONDS", 15)) {
    monkey.act();
    REQUIRE(window.frame().hasBank());
  }
  window.hands().key(WXK_ESCAPE);
  window.hands().key(WXK_ESCAPE);
  wxYield();
  CHECK(window.document().checker().findings() ==
        validators::check(window.bank(), window.document().checker().profile()));
  while (window.document().canUndo()) window.frame().undo();
  REQUIRE(window.bank().size() == before.size());
  for (const auto& [id, object] : before.objects()) {
    REQUIRE(window.bank().object(id) != nullptr);
    CHECK(formats::sameContent(*window.bank().object(id), object));
  }
}
