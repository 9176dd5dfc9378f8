#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>

#include "editor/widgets/words.h"
#include "tests/gui/support/hands.h"
#include "workflows/people/authors.h"

using namespace tiku;
using namespace tiku::tests;
using namespace tiku::formats;
using editor::shown;

namespace {

void press(wxWindow* button) {
  wxCommandEvent pressed(wxEVT_BUTTON, button->GetId());
  pressed.SetEventObject(button);
  button->ProcessWindowEvent(pressed);
}

/// Deletes the first person of the list, as who has the properties open.
int removeFirst(wxDialog* dialog) {
  auto* list = dynamic_cast<wxDataViewListCtrl*>(wxWindow::FindWindowByName(shown("人员"), dialog));
  list->SelectRow(0);
  press(wxWindow::FindWindowByLabel(shown("删除(&D)"), dialog));
  return wxID_OK;
}

}  // namespace

TEST_CASE("who deletes an author is asked who takes the items over, and all of it is one step", "[people]") {
  OpenEditor window("liangju");
  const std::vector<Person> people = window.bank().find<People>(People::kId)->people;
  const int ofFirst = workflows::itemsWrittenBy(window.bank(), people[0].id);
  const int ofSecond = workflows::itemsWrittenBy(window.bank(), people[1].id);
  REQUIRE(ofFirst > 0);
  {
    Answers stays({removeFirst, [](wxDialog*) { return wxID_CANCEL; }});
    window.menu("题库属性");
    CHECK(stays.allAsked());
  }
  CHECK_FALSE(window.document().canUndo());
  {
    Answers goes({removeFirst, [&](wxDialog* dialog) {
                    auto* who = dynamic_cast<wxChoice*>(wxWindow::FindWindowByName(shown("改成"), dialog));
                    REQUIRE(who != nullptr);
                    CHECK(who->GetCount() == people.size());  // The others, and nobody.
                    CHECK(who->GetString(0) == shown(people[1].name));
                    who->SetSelection(0);
                    return wxID_OK;
                  }});
    window.menu("题库属性");
    CHECK(goes.allAsked());
  }
  CHECK(window.bank().find<People>(People::kId)->find(people[0].id) == nullptr);
  CHECK(workflows::itemsWrittenBy(window.bank(), people[0].id) == 0);
  CHECK(workflows::itemsWrittenBy(window.bank(), people[1].id) == ofFirst + ofSecond);
  window.menu("撤销");
  CHECK(workflows::itemsWrittenBy(window.bank(), people[0].id) == ofFirst);
  CHECK(window.bank().find<People>(People::kId)->people == people);
  CHECK_FALSE(window.document().canUndo());
}
