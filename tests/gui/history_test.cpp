#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>
#include <wx/textctrl.h>

#include "editor/history/timeline_list.h"
#include "editor/widgets/words.h"
#include "formats/history/repository.h"
#include "tests/gui/support/coauthor.h"
#include "tests/gui/support/hands.h"
#include "workflows/merge/merge.h"

using namespace tiku;
using namespace tiku::tests;
using namespace tiku::formats;
using editor::Room;
using editor::shown;
using editor::TimelineList;
using editor::typed;

namespace {

const TheoryItem& anItem(const Bank& bank) {
  static Id id;
  if (id.empty() || bank.find<TheoryItem>(id) == nullptr) id = bank.all<TheoryItem>().front()->id;
  return *bank.find<TheoryItem>(id);
}

using Lines = std::vector<std::string>;

/// Chooses lines as a person does: those who listen are told.
void choose(wxDataViewListCtrl& list, const std::vector<unsigned>& rows) {
  list.UnselectAll();
  for (const unsigned row : rows) list.SelectRow(row);
  wxDataViewEvent chosen(wxEVT_DATAVIEW_SELECTION_CHANGED, &list, list.RowToItem(0));
  list.ProcessWindowEvent(chosen);
}

RichText words(const std::string& text) {
  return RichText::plain(text);
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
  REQUIRE(waitFor([&] {
    return columnOf(*list, TimelineList::kMessage) ==
           std::vector<std::string>{"改写一道题的题干", "建立题库"};
  }));
  CHECK(answers.allAsked());
  CHECK_FALSE(window.document().modified());

  auto* objects = window.find<wxDataViewListCtrl>("改动的对象");
  REQUIRE(waitFor([&] { return columnOf(*objects, 0) == std::vector<std::string>{"修改"}; }));
  CHECK(columnOf(*objects, 2) == std::vector<std::string>{"题干"});
  CHECK(typed(window.find<wxTextCtrl>("题干：左边")->GetValue()) == before);
  CHECK(typed(window.find<wxTextCtrl>("题干：右边")->GetValue()) == "改过的题干（　）。");

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
  REQUIRE(waitFor([&] { return columnOf(*list, TimelineList::kMarks) == std::vector<std::string>{"送审"}; }));
  CHECK(formats::Repository::open(window.bankFolder()).find("送审").message ==
        formats::Repository::open(window.bankFolder()).find("HEAD").message);
}

TEST_CASE("any two check-ins are laid beside each other, and one field is had as it was", "[history]") {
  OpenEditor window("liangju");
  window.document().startHistory();
  callAuthor(window.bankFolder(), "王工");
  const Id id = anItem(window.bank()).id;
  const int easy = anItem(window.bank()).difficulty == 1 ? 2 : 1;
  changeAndCheckIn(window.document(), id, "第一次改", [&](TheoryItem& item) {
    item.stem = words("第一次的题干（　）。");
    item.difficulty = easy;
  });
  changeAndCheckIn(window.document(), id, "第二次改", [](TheoryItem& item) { item.difficulty = 5; });
  changeAndCheckIn(window.document(), id, "第三次改",
                   [](TheoryItem& item) { item.stem = words("第三次的题干（　）。"); });
  window.frame().goTo({.room = Room::kHistory});
  auto* list = window.find<wxDataViewListCtrl>("签入");
  REQUIRE(waitFor([&] {
    return columnOf(*list, TimelineList::kMessage) == Lines{"第三次改", "第二次改", "第一次改", "建立题库"};
  }));
  CHECK(columnOf(*list, TimelineList::kDay) == Lines{"今天", "", "", ""});

  choose(*list, {0, 2});
  auto* objects = window.find<wxDataViewListCtrl>("改动的对象");
  REQUIRE(waitFor([&] { return columnOf(*objects, 2) == Lines{"题干、难度"}; }));
  CHECK(typed(window.find<wxTextCtrl>("题干：左边")->GetValue()) == "第一次的题干（　）。");
  CHECK(typed(window.find<wxTextCtrl>("题干：右边")->GetValue()) == "第三次的题干（　）。");
  CHECK(typed(window.find<wxTextCtrl>("难度：左边")->GetValue()) == std::to_string(easy));

  // What is there now already is nothing to restore.
  CHECK(namedIn(&window.frame(), "难度：恢复成右边的") == nullptr);
  window.hands().click(window.find("难度：恢复成左边的"));
  REQUIRE(waitFor([&] { return anItem(window.bank()).difficulty == easy; }));
  CHECK(anItem(window.bank()).stem.str() == "第三次的题干（　）。");
  CHECK(window.document().undoTitle().ends_with("的难度"));
  CHECK(waitFor([&] { return columnOf(*list, TimelineList::kDay).front() == "现在"; }));
  window.menu("撤销");
  CHECK(anItem(window.bank()).difficulty == 5);
}

TEST_CASE("a check-in is laid beside the bank as it is now", "[history]") {
  OpenEditor window("liangju");
  window.document().startHistory();
  const TheoryItem first = anItem(window.bank());
  changeAndCheckIn(window.document(), first.id, "改题干",
                   [](TheoryItem& item) { item.stem = words("改过的题干（　）。"); });
  TheoryItem item = anItem(window.bank());
  item.reference = "没有签入的出处";
  REQUIRE(window.frame().Host::change(Edit("修改出处").put(item)));
  window.frame().goTo({.room = Room::kHistory});
  auto* list = window.find<wxDataViewListCtrl>("签入");
  REQUIRE(waitFor([&] { return list->GetItemCount() == 3; }));
  CHECK(columnOf(*list, TimelineList::kMessage).front().starts_with("还没有签入：修改理论试题"));

  choose(*list, {0, 2});
  auto* objects = window.find<wxDataViewListCtrl>("改动的对象");
  REQUIRE(waitFor([&] { return columnOf(*objects, 2) == Lines{"题干、出处"}; }));
  CHECK(typed(window.find<wxTextCtrl>("出处：右边")->GetValue()) == "没有签入的出处");

  // The whole object, as one step.
  window.hands().click(wxWindow::FindWindowByLabel(shown("恢复成左边的(&B)"), &window.frame()));
  REQUIRE(waitFor([&] { return anItem(window.bank()) == first; }));
  window.menu("撤销");
  CHECK(anItem(window.bank()) == item);
}

TEST_CASE("a merge stands in the history with what it brought, and people are found in it", "[history]") {
  OpenEditor window("liangju");
  window.document().startHistory();
  callAuthor(window.bankFolder(), "王工");
  const Id mine = window.bank().all<TheoryItem>().front()->id;
  const Id theirs = window.bank().all<TheoryItem>().back()->id;
  Coauthor other(window.bankFolder(), window.folder() / "other", "李工");
  other.change(theirs, "李工改了一题", [](TheoryItem& item) { item.stem = words("李工写的题干（　）。"); });
  other.change(theirs, "李工又改了一题", [](TheoryItem& item) { item.reference = "李工查的出处"; });
  changeAndCheckIn(window.document(), mine, "王工改了一题",
                   [](TheoryItem& item) { item.stem = words("王工写的题干（　）。"); });
  other.sendTo(window.bankFolder());
  const auto result =
      workflows::mergeRevision(Repository::open(window.bankFolder()), "refs/remotes/origin/main");
  CHECK(result.questions.empty());
  window.document().merge(result, "合并李工的改动");
  CHECK(window.bank().find<TheoryItem>(theirs)->reference == "李工查的出处");
  CHECK(window.bank().find<TheoryItem>(mine)->stem.str() == "王工写的题干（　）。");
  CHECK_FALSE(window.document().modified());

  window.frame().goTo({.room = Room::kHistory});
  auto* list = window.find<wxDataViewListCtrl>("签入");
  REQUIRE(waitFor([&] {
    return columnOf(*list, TimelineList::kMessage) == Lines{"合并李工的改动（合并，带来 2 次签入）",
                                                            "└ 李工又改了一题", "└ 李工改了一题",
                                                            "王工改了一题", "建立题库"};
  }));
  auto* objects = window.find<wxDataViewListCtrl>("改动的对象");
  REQUIRE(waitFor([&] { return columnOf(*objects, 2) == Lines{"题干、出处"}; }));

  auto* people = window.find<wxChoice>("签入人");
  people->SetStringSelection(shown("李工"));
  wxCommandEvent chosen(wxEVT_CHOICE, people->GetId());
  people->ProcessWindowEvent(chosen);
  CHECK(columnOf(*list, TimelineList::kMessage) == Lines{"└ 李工又改了一题", "└ 李工改了一题"});
  window.find<wxTextCtrl>("在签入里查找")->SetValue(shown("又改"));
  CHECK(columnOf(*list, TimelineList::kMessage) == Lines{"└ 李工又改了一题"});

  // The merge was one step.
  window.menu("撤销");
  CHECK(window.bank().find<TheoryItem>(theirs)->reference != "李工查的出处");
}

TEST_CASE("what was changed is saved as a record in Word, and an item that got another code is told as such",
          "[history]") {
  OpenEditor window("liangju");
  window.document().startHistory();
  callAuthor(window.bankFolder(), "王工");
  const Id id = anItem(window.bank()).id;
  changeAndCheckIn(window.document(), id, "量值写全",
                   [](TheoryItem& item) { item.stem = words("改过的题干（　）。"); });
  changeAndCheckIn(window.document(), id, "改题号", [](TheoryItem& item) { item.code = "SS-1-099"; });
  window.frame().goTo({.room = Room::kHistory});
  auto* list = window.find<wxDataViewListCtrl>("签入");
  REQUIRE(waitFor([&] { return list->GetItemCount() == 3; }));
  auto* objects = window.find<wxDataViewListCtrl>("改动的对象");
  REQUIRE(waitFor([&] { return columnOf(*objects, 0) == Lines{"重新编号"}; }));

  choose(*list, {0, 2});
  REQUIRE(waitFor([&] { return columnOf(*objects, 0) == Lines{"修改"}; }));
  const std::filesystem::path file = window.folder() / "记录.docx";
  Answers answers({[&](wxDialog* dialog) {
    dynamic_cast<wxFileDialog*>(dialog)->SetPath(shown(file.string()));
    return static_cast<int>(wxID_OK);
  }});
  window.menu("修改记录");
  CHECK(answers.allAsked());
  REQUIRE(waitFor([&] { return std::filesystem::exists(file); }));
  CHECK(std::filesystem::file_size(file) > 1000);
}
