// Items that share a case: put together, printed together, and taken apart again.
#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/html/htmlwin.h>

#include "editor/widgets/prose_field.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/hands.h"

using namespace tiku;
using namespace tiku::tests;
using editor::ProseField;
using editor::Room;
using editor::shown;
using editor::typed;
using formats::Id;
using formats::ItemSet;
using formats::TheoryItem;

namespace {

void press(wxDialog* dialog, const char* label) {
  wxWindow* button = wxWindow::FindWindowByLabel(shown(label), dialog);
  REQUIRE(button != nullptr);
  REQUIRE(button->IsEnabled());
  wxCommandEvent event(wxEVT_BUTTON, button->GetId());
  event.SetEventObject(button);
  button->ProcessWindowEvent(event);
}

// The first two items in the list, selected.
void selectTwo(OpenEditor& window) {
  window.frame().goTo({.room = Room::kItems, .level = *formats::Level::of(3)});
  REQUIRE(waitFor([&] { return window.frame().workspace()->place().room == Room::kItems; }));
  auto* list = window.find<wxDataViewCtrl>("试题列表");
  REQUIRE(list != nullptr);
  auto* model = dynamic_cast<wxDataViewVirtualListModel*>(list->GetModel());
  wxDataViewItemArray items;
  items.Add(model->GetItem(0));
  items.Add(model->GetItem(1));
  list->SetSelections(items);
}

std::string previewWords(OpenEditor& window) {
  return typed(window.find<wxHtmlWindow>("预览")->ToText());
}

}  // namespace

TEST_CASE("two items get a shared case in one step, both previews show it, and undo takes it apart") {
  OpenEditor window("liangju");
  selectTwo(window);
  const Id first = window.frame().workspace()->place().object;
  const formats::Bank before = window.bank();
  {
    Answers answers({[](wxDialog* dialog) {
      auto* stem = dynamic_cast<ProseField*>(wxWindow::FindWindowByName(shown("共用题干"), dialog));
      REQUIRE(stem != nullptr);
      // Without words there is nothing to share.
      CHECK_FALSE(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
      stem->insertWords(formats::RichText::plain("某车间的外径千分尺零位偏差 0.02 mm。"));
      CHECK(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
      press(dialog, "移出题组(&M)");
      CHECK_FALSE(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
      return wxID_CANCEL;
    }});
    window.menu("题组");
    CHECK(answers.allAsked());
  }
  CHECK(window.bank().setOf(first) == nullptr);
  {
    Answers answers({[](wxDialog* dialog) {
      dynamic_cast<ProseField*>(wxWindow::FindWindowByName(shown("共用题干"), dialog))
          ->insertWords(formats::RichText::plain("某车间的外径千分尺零位偏差 0.02 mm。"));
      press(dialog, "下移(&D)");
      return wxID_OK;
    }});
    window.menu("题组");
    CHECK(answers.allAsked());
  }
  const ItemSet* set = window.bank().setOf(first);
  REQUIRE(set != nullptr);
  CHECK(set->stem.str() == "某车间的外径千分尺零位偏差 0.02 mm。");
  REQUIRE(set->items.size() == 2);
  CHECK(set->items[1] == first);
  CHECK(window.document().undoTitle() == "组成题组");
  REQUIRE(waitFor([&] { return previewWords(window).find("零位偏差 0.02 mm") != std::string::npos; }));
  window.menu("撤销");
  CHECK(window.bank().setOf(first) == nullptr);
  CHECK(window.bank().size() == before.size());
  REQUIRE(waitFor([&] { return previewWords(window).find("零位偏差") == std::string::npos; }));
}
