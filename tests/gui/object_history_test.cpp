#include <algorithm>

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/notebook.h>
#include <wx/textctrl.h>

#include "editor/history/timeline_list.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/coauthor.h"
#include "tests/gui/support/hands.h"

using namespace tiku;
using namespace tiku::tests;
using namespace tiku::formats;
using editor::Room;
using editor::shown;
using editor::typed;

namespace {

/// Selecting by the program tells nobody; a person's does.
void choose(wxDataViewListCtrl& list, int row) {
  list.SelectRow(static_cast<unsigned>(row));
  wxDataViewEvent chosen(wxEVT_DATAVIEW_SELECTION_CHANGED, &list, list.RowToItem(row));
  list.ProcessWindowEvent(chosen);
}

}  // namespace

TEST_CASE("an item's own history stands beside it, and leads to the check-in and back to an older state",
          "[history]") {
  OpenEditor window("liangju");
  window.document().startHistory();
  const TheoryItem first = *window.bank().all<TheoryItem>().front();
  TheoryItem item = first;
  item.stem = RichText::plain("改过的题干（　）。");
  REQUIRE(window.frame().Host::change(Edit("修改题干").put(item)));
  const auto revision = window.document().checkIn("改写题干");
  REQUIRE(revision);
  TheoryItem other = *window.bank().all<TheoryItem>().back();
  other.reference = "别的题";
  REQUIRE(window.frame().Host::change(Edit("修改出处").put(other)));
  REQUIRE(window.document().checkIn("改别的题"));

  window.frame().goTo(editor::placeOf(item.id, window.bank()));
  window.find<wxNotebook>("选中的内容")->SetSelection(2);
  auto* list = window.find<wxDataViewListCtrl>("这个对象的历史");
  using Lines = std::vector<std::string>;
  REQUIRE(waitFor([&] { return columnOf(*list, 2) == Lines{"题干", "新增"}; }));
  auto* difference = window.find<wxTextCtrl>("改动的内容");
  CHECK(typed(difference->GetValue()).starts_with("题干\n"));
  CHECK(typed(difference->GetValue()).find("改过") != std::string::npos);

  // What is not checked in stands on top, as soon as it is typed.
  item.difficulty = item.difficulty == 2 ? 3 : 2;
  REQUIRE(window.frame().Host::change(Edit("修改难度").put(item)));
  REQUIRE(waitFor([&] { return columnOf(*list, 2) == Lines{"难度", "题干", "新增"}; }));
  CHECK(columnOf(*list, 0).front() == "还没有签入");

  auto* restore = wxWindow::FindWindowByLabel(shown("恢复成这一版(&V)"), list->GetParent());
  choose(*list, 2);
  REQUIRE(waitFor([&] { return restore->IsEnabled(); }));
  window.hands().click(restore);
  REQUIRE(waitFor([&] { return *window.bank().find<TheoryItem>(item.id) == first; }));
  CHECK(window.document().undoTitle().starts_with("恢复“"));
  window.menu("撤销");
  CHECK(*window.bank().find<TheoryItem>(item.id) == item);

  // Enter, as a double click, opens the history at the check-in.
  REQUIRE(waitFor([&] { return columnOf(*list, 2) == Lines{"难度", "题干", "新增"}; }));
  choose(*list, 1);
  list->SetFocus();
  window.hands().key(WXK_RETURN);
  REQUIRE(waitFor([&] { return window.frame().workspace()->place().room == Room::kHistory; }));
  auto* checkIns = window.find<wxDataViewListCtrl>("签入");
  REQUIRE(waitFor(
      [&] { return columnOf(*checkIns, editor::TimelineList::kMessage) == Lines{"改写题干", "建立题库"}; }));
  CHECK(checkIns->GetSelectedRow() == 0);
}

TEST_CASE("beside an item stands who changed each of its fields last", "[history]") {
  OpenEditor window("liangju");
  window.document().startHistory();
  callAuthor(window.bankFolder(), "王工");
  const TheoryItem first = *window.bank().all<TheoryItem>().front();
  changeAndCheckIn(window.document(), first.id, "王工改题干",
                   [](TheoryItem& item) { item.stem = RichText::plain("王工的题干（　）。"); });
  callAuthor(window.bankFolder(), "李工");
  changeAndCheckIn(window.document(), first.id, "李工改出处",
                   [](TheoryItem& item) { item.reference = "李工的出处"; });
  window.frame().goTo(editor::placeOf(first.id, window.bank()));
  window.find<wxNotebook>("选中的内容")->SetSelection(2);
  auto* list = window.find<wxDataViewListCtrl>("这个对象的历史");
  REQUIRE(waitFor([&] { return list->GetItemCount() == 3; }));
  auto* order = window.find<wxChoice>("按什么列出");
  order->SetSelection(1);
  wxCommandEvent event(wxEVT_CHOICE, order->GetId());
  order->ProcessWindowEvent(event);
  const auto fields = columnOf(*list, 2);
  const auto people = columnOf(*list, 1);
  const auto personOf = [&](const std::string& field) {
    const auto found = std::ranges::find(fields, field);
    return found == fields.end() ? std::string("nobody")
                                 : people[static_cast<std::size_t>(found - fields.begin())];
  };
  CHECK(personOf("题干") == "王工");
  CHECK(personOf("出处") == "李工");
  CHECK(personOf("答案") != "nobody");

  choose(*list, static_cast<int>(std::ranges::find(fields, "题干") - fields.begin()));
  CHECK(typed(window.find<wxTextCtrl>("改动的内容")->GetValue()).starts_with("题干\n"));
  auto* restore = wxWindow::FindWindowByLabel(shown("恢复成改动前(&V)"), list->GetParent());
  REQUIRE(waitFor([&] { return restore->IsEnabled(); }));
  window.hands().click(restore);
  REQUIRE(waitFor([&] { return window.bank().find<TheoryItem>(first.id)->stem == first.stem; }));
  CHECK(window.bank().find<TheoryItem>(first.id)->reference == "李工的出处");
}

TEST_CASE("an object without a history says so", "[history]") {
  OpenEditor window("liangju");
  window.find<wxNotebook>("选中的内容")->SetSelection(2);
  window.frame().goTo(editor::placeOf(window.bank().all<TheoryItem>().front()->id, window.bank()));
  auto* list = window.find<wxDataViewListCtrl>("这个对象的历史");
  CHECK(waitFor(
      [&] { return wxWindow::FindWindowByLabel(shown("还没有记录历史。"), list->GetParent()) != nullptr; }));
  CHECK(list->GetItemCount() == 0);
}
