#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>

#include "editor/widgets/words.h"
#include "formats/history/repository.h"
#include "tests/gui/support/hands.h"

using namespace tiku;
using namespace tiku::tests;
using namespace tiku::formats;
using editor::Room;
using editor::shown;
using editor::typed;

namespace {

const TheoryItem& anItem(const Bank& bank) {
  static Id id;
  if (id.empty() || bank.find<TheoryItem>(id) == nullptr) id = bank.all<TheoryItem>().front()->id;
  return *bank.find<TheoryItem>(id);
}

}  // namespace

TEST_CASE("history begins with a button, a check-in says what changed, and an item is had as it was") {
  OpenEditor window("liangju");
  window.frame().goTo({.room = Room::kHistory});
  auto* list = window.find<wxDataViewListCtrl>("签入");
  CHECK(list->GetItemCount() == 0);
  window.menu("开始记录历史");
  REQUIRE(waitFor([&] { return list->GetItemCount() == 1; }));

  const std::string before = anItem(window.bank()).stem.str();
  TheoryItem item = anItem(window.bank());
  item.stem = RichText::plain("改过的题干（　）。");
  REQUIRE(window.frame().Host::change(Edit("修改题干").put(item)));
  Answers answers({[&](wxDialog* dialog) {
    for (wxWindow* child : dialog->GetChildren()) {
      if (auto* field = dynamic_cast<wxTextCtrl*>(child)) {
        CHECK(typed(field->GetValue()).starts_with("修改理论试题"));
        field->SetValue(shown("改写一道题的题干"));
      }
    }
    return wxID_OK;
  }});
  REQUIRE(
      waitFor([&] { return wxWindow::FindWindowByLabel(shown("签入(&I)…"), &window.frame())->IsEnabled(); }));
  window.hands().click(wxWindow::FindWindowByLabel(shown("签入(&I)…"), &window.frame()));
  REQUIRE(waitFor([&] { return list->GetItemCount() == 2; }));
  CHECK(answers.allAsked());
  CHECK(columnOf(*list, 3).front() == "改写一道题的题干");
  CHECK_FALSE(window.document().modified());

  auto* objects = window.find<wxDataViewListCtrl>("改动的对象");
  auto* difference = window.find<wxTextCtrl>("改动的内容");
  REQUIRE(waitFor([&] { return columnOf(*objects, 0) == std::vector<std::string>{"修改"}; }));
  REQUIRE(waitFor([&] { return typed(difference->GetValue()).find("改过") != std::string::npos; }));
  CHECK(typed(difference->GetValue()).starts_with("题干\n"));

  window.hands().click(wxWindow::FindWindowByLabel(shown("恢复成改动前(&B)"), &window.frame()));
  REQUIRE(waitFor([&] { return anItem(window.bank()).stem.str() == before; }));
  CHECK(window.document().undoTitle().starts_with("恢复“"));
  window.menu("撤销");
  CHECK(anItem(window.bank()).stem.str() == "改过的题干（　）。");
}

TEST_CASE("a check-in gets a name of its own") {
  OpenEditor window("liangju");
  window.frame().goTo({.room = Room::kHistory});
  window.menu("开始记录历史");
  auto* list = window.find<wxDataViewListCtrl>("签入");
  REQUIRE(waitFor([&] { return list->GetItemCount() == 1; }));
  Answers answers({[&](wxDialog* dialog) {
    dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shown("标签"), dialog))->SetValue(shown("送审"));
    dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shown("说明"), dialog))->SetValue(shown("送专家组"));
    return wxID_OK;
  }});
  window.menu("打标签");
  REQUIRE(waitFor([&] { return columnOf(*list, 2) == std::vector<std::string>{"送审"}; }));
  CHECK(formats::Repository::open(window.bankFolder()).find("送审").message ==
        formats::Repository::open(window.bankFolder()).find("HEAD").message);
}
