#include <catch2/catch.hpp>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/dataview.h>
#include <wx/image.h>
#include <wx/srchctrl.h>
#include <wx/textctrl.h>

#include "editor/items/items_workspace.h"
#include "editor/widgets/clipboard.h"
#include "editor/widgets/native.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/words.h"
#include "formats/package/save.h"
#include "tests/gui/support/hands.h"

using namespace tiku;
using namespace tiku::tests;
using editor::Half;
using editor::Place;
using editor::ProseField;
using editor::Room;
using editor::shown;
using editor::typed;
using formats::Id;
using formats::Inline;
using formats::ItemType;
using formats::Level;
using formats::TheoryItem;

namespace {

const Level kThird = *Level::of(3);

// The items room at 三级.
void enter(OpenEditor& window) {
  window.frame().goTo({.room = Room::kItems, .level = kThird});
  REQUIRE(waitFor([&] { return window.frame().workspace()->place().room == Room::kItems; }));
}

const TheoryItem& current(OpenEditor& window) {
  const auto* item = window.bank().find<TheoryItem>(window.frame().workspace()->place().object);
  REQUIRE(item != nullptr);
  return *item;
}

}  // namespace

TEST_CASE("the list shows the items of the level by point, and the form and the preview the first of them") {
  OpenEditor window("liangju");
  enter(window);
  CHECK(current(window).code == "B-A-A-A-001-001");
  CHECK(typed(window.find<ProseField>("题干")->GetValue()) == current(window).stem.str());
  CHECK(window.find<wxCheckBox>("选项 A 正确")->GetValue());
}

TEST_CASE("a new item is written with the keyboard alone, and undoing everything gives the bank back") {
  OpenEditor window("liangju");
  enter(window);
  const formats::Bank before = window.bank();
  window.hands().key('N', wxMOD_CONTROL);
  REQUIRE(waitFor([&] { return current(window).stem.empty(); }));
  REQUIRE(waitFor([&] { return window.find<ProseField>("题干")->HasFocus(); }));
  CHECK(current(window).type == ItemType::kSingleChoice);
  CHECK(current(window).code == "B-A-A-A-001-002");

  window.hands().type("用千分尺测量前，应先校对");
  window.hands().type("()");
  window.hands().type("。");
  REQUIRE(waitFor([&] { return current(window).stem.str() == "用千分尺测量前，应先校对（　）。"; }));
  CHECK(current(window).stem.blankCount() == 1);
  window.hands().key(WXK_TAB);
  REQUIRE(waitFor([&] { return window.find<wxCheckBox>("选项 A 正确")->HasFocus(); }));
  window.hands().key(WXK_SPACE);
  window.hands().key(WXK_TAB);
  REQUIRE(waitFor([&] { return window.find<ProseField>("选项 A")->HasFocus(); }));
  window.hands().type("零位");
  REQUIRE(waitFor([&] { return current(window).options[0].str() == "零位"; }));
  CHECK(current(window).key == formats::Key(formats::ChoiceKey{{0}}));
  window.hands().key('3', wxMOD_ALT);
  REQUIRE(waitFor([&] { return current(window).difficulty == 3; }));

  for (int steps = 0; window.document().canUndo(); ++steps) {
    REQUIRE(steps < 20);
    window.menu("撤销");
  }
  for (const auto& [id, object] : before.objects()) {
    REQUIRE(window.bank().object(id) != nullptr);
    CHECK(formats::sameContent(*window.bank().object(id), object));
  }
  CHECK(window.bank().size() == before.size());
}

TEST_CASE(
    "a doubled 的 gets its squiggle and its finding while the stem is typed, and loses both when mended") {
  OpenEditor window("liangju");
  enter(window);
  auto* stem = window.find<ProseField>("题干");
  window.hands().click(stem);
  window.hands().key(WXK_HOME, wxMOD_CONTROL);
  window.hands().type("测量的的");
  const auto doubled = [&] {
    for (const auto& finding : window.document().checker().findingsOf(current(window).id)) {
      if (finding.rule == "language/doubled") return true;
    }
    return false;
  };
  CHECK(waitFor(doubled));
  window.hands().key(WXK_BACK);
  CHECK(waitFor([&] { return !doubled(); }));
}

TEST_CASE("one box finds by words and by fields, and says what it did not understand") {
  OpenEditor window("liangju");
  enter(window);
  auto* box = window.find<wxSearchCtrl>("查找试题");
  auto* list = window.find<wxDataViewCtrl>("试题列表");
  const auto rows = [&] { return static_cast<wxDataViewVirtualListModel*>(list->GetModel())->GetCount(); };
  CHECK(rows() == 75);
  window.menu("查找");
  REQUIRE(
      waitFor([&] { return wxWindow::FindFocus() != nullptr && box->IsDescendant(wxWindow::FindFocus()); }));
  window.hands().type("题型:判断 千分尺");
  REQUIRE(waitFor([&] { return rows() < 75; }));
  std::size_t expected = 0;
  window.bank().forEach<TheoryItem>([&](const auto& item) {
    expected += item->level == kThird && item->type == ItemType::kTrueFalse &&
                        item->stem.str().find("千分尺") != std::string::npos
                    ? 1U
                    : 0U;
  });
  REQUIRE(expected > 0);
  CHECK(rows() == expected);
  window.hands().key(WXK_ESCAPE);
  CHECK(waitFor([&] { return rows() == 75; }));
}

TEST_CASE("a picture from the clipboard goes into the stem and into the bank as one step") {
  OpenEditor window("liangju");
  enter(window);
  const Id item = current(window).id;
  auto* stem = window.find<ProseField>("题干");
  window.hands().click(stem);
  window.hands().key(WXK_END, wxMOD_CONTROL);
  wxImage image(8, 8);
  REQUIRE(wxTheClipboard->Open());
  wxTheClipboard->SetData(new wxBitmapDataObject(wxBitmap(image)));
  wxTheClipboard->Close();
  window.menu("粘贴");
  REQUIRE(waitFor([&] { return current(window).stem.images().size() == 1; }));
  CHECK(stem->GetValue().EndsWith(shown("［图 1］")));
  const std::string name = current(window).stem.images().front();
  const auto* media = window.bank().find<formats::Media>(*Id::ofDigest(name.substr(0, 64)));
  REQUIRE(media != nullptr);
  CHECK(media->name == name);
  window.menu("撤销");
  CHECK(window.bank().find<TheoryItem>(item)->stem.images().empty());
  CHECK(window.bank().find<formats::Media>(media->id) == nullptr);
}

TEST_CASE("deleting asks nothing, says so, and can be undone, the next item is selected") {
  OpenEditor window("liangju");
  enter(window);
  const Id first = current(window).id;
  window.find<wxDataViewCtrl>("试题列表")->SetFocus();
  window.menu("删除试题");
  CHECK(window.bank().find<TheoryItem>(first) == nullptr);
  CHECK(current(window).code == "G-A-A-A-001-001");
  window.menu("撤销");
  CHECK(window.bank().find<TheoryItem>(first) != nullptr);
}

TEST_CASE("a finding's double click leads to the field and marks the words") {
  OpenEditor window("liangju-faults");
  Place place;
  for (const auto& finding : window.document().checker().findings()) {
    if (finding.subject.range && finding.subject.field == "stem") {
      place = editor::placeOf(finding.subject, window.bank());
      break;
    }
  }
  REQUIRE(place.range);
  window.frame().goTo(place);
  auto* stem = window.find<ProseField>("题干");
  REQUIRE(waitFor([&] { return stem->HasFocus(); }));
  const std::string words = current(window).stem.str();
  CHECK(typed(stem->GetStringSelection()).size() > 0);
  CHECK(words.find(typed(stem->GetStringSelection())) != std::string::npos);
}

namespace {

// Says yes to the paste dialog once it has read the words, after looking at it.
std::function<int(wxDialog*)> takeAll(const std::function<void(wxDialog*)>& look) {
  return [look](wxDialog* dialog) {
    look(dialog);
    REQUIRE(waitFor([&] { return wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled(); }));
    return wxID_OK;
  };
}

}  // namespace

TEST_CASE(
    "items pasted as text become items at the point as one step, and what was not understood is asked "
    "again") {
  OpenEditor window("liangju");
  enter(window);
  const std::size_t before = window.bank().all<TheoryItem>().size();
  const Id point = *current(window).point;
  editor::setClipboardText(
      "一、单选题\n1. 深度尺的尺身上沾了冷却液，测量前应（ ）。\nA. 擦净再测\nB. 直接测\nC. 加热烘干\nD. "
      "等它自己干\n答案：A\n"
      "二、判断题\n1. 深度尺可以借给别的班组而不登记。\n答案：错\n三、说说看\n（只有一句话，不是题）\n");
  std::string left;
  Answers answers(
      {takeAll([](wxDialog* dialog) {
         auto* list =
             dynamic_cast<wxDataViewListCtrl*>(wxWindow::FindWindowByName(shown("将成为的试题"), dialog));
         REQUIRE(list->GetItemCount() >= 2);
         CHECK(typed(list->GetTextValue(0, 0)) == "单选题");
         CHECK(typed(list->GetTextValue(0, 1)) ==
               "深度尺的尺身上沾了冷却液，测量前应（　）。\nA. 擦净再测\nB. 直接测\nC. "
               "加热烘干\nD. 等它自己干\n答案：A");
         CHECK(typed(list->GetTextValue(0, 2)) == "新题 B-A-A-A-001-002");
         CHECK(typed(list->GetTextValue(1, 1)).ends_with("答案：错误"));
       }),
       [&left](wxDialog* dialog) {
         left = typed(
             dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shown("粘贴的文字"), dialog))->GetValue());
         return wxID_CANCEL;
       }});
  window.menu("粘贴试题");
  CHECK(window.bank().all<TheoryItem>().size() == before + 2);
  INFO(left);
  CHECK(window.document().undoTitle() == "粘贴试题");
  CHECK(current(window).type == ItemType::kTrueFalse);
  CHECK(current(window).point == point);
  CHECK(current(window).code == "C-A-A-A-001-002");
  CHECK(current(window).source == formats::Source{});
  window.menu("撤销");
  CHECK(window.bank().all<TheoryItem>().size() == before);
}

TEST_CASE("an item that the bank has is not taken twice, and a pasted answer replaces none") {
  OpenEditor window("liangju");
  enter(window);
  const TheoryItem had = current(window);
  std::string words = "一、单选题\n1. " + had.stem.str() + "\n";
  for (std::size_t i = 0; i < had.options.size(); ++i)
    words += std::string(1, static_cast<char>('A' + i)) + ". " + had.options[i].str() + "\n";
  editor::setClipboardText(words + "答案：D\n");
  Answers answers({[](wxDialog* dialog) {
    auto* list = dynamic_cast<wxDataViewListCtrl*>(wxWindow::FindWindowByName(shown("将成为的试题"), dialog));
    CHECK(list->GetItemCount() == 1);
    CHECK(typed(list->GetTextValue(0, 2)).starts_with("题库已有，不重复收入\n"));
    CHECK_FALSE(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
    return wxID_CANCEL;
  }});
  window.menu("粘贴试题");
  CHECK(answers.allAsked());
  CHECK(current(window) == had);
}
