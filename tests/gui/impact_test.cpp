#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/app/settings.h"
#include "editor/widgets/words.h"
#include "formats/exchange/zip_parts.h"
#include "formats/package/save.h"
#include "tests/gui/support/hands.h"
#include "tests/gui/support/next_edition.h"
#include "workflows/impact/update.h"

using namespace tiku;
using namespace tiku::tests;
using namespace tiku::formats;
using editor::Room;
using editor::shown;
using editor::typed;
namespace fs = std::filesystem;

namespace {

enum Column : unsigned { kState, kLevel, kName, kWhy, kHow };
using Words = std::vector<std::string>;

wxDataViewCtrl& taskList(OpenEditor& window) {
  return *window.find<wxDataViewCtrl>("要核对的内容");
}

Words column(OpenEditor& window, Column which) {
  auto* model = static_cast<wxDataViewVirtualListModel*>(taskList(window).GetModel());
  Words words;
  for (unsigned row = 0; row < model->GetCount(); ++row) {
    wxVariant value;
    model->GetValueByRow(value, row, which);
    words.push_back(typed(value.GetString()));
  }
  return words;
}

std::size_t lines(OpenEditor& window) {
  return column(window, kState).size();
}

/// The row whose name ends so.
unsigned rowOf(OpenEditor& window, const std::string& name) {
  const Words names = column(window, kName);
  const auto at = std::ranges::find_if(names, [&](const std::string& one) { return one.ends_with(name); });
  INFO(name);
  REQUIRE(at != names.end());
  return static_cast<unsigned>(at - names.begin());
}

void chooseLine(OpenEditor& window, unsigned row) {
  wxDataViewCtrl& list = taskList(window);
  auto* model = static_cast<wxDataViewVirtualListModel*>(list.GetModel());
  list.UnselectAll();
  list.Select(model->GetItem(row));
  list.SetCurrentItem(model->GetItem(row));
  wxDataViewEvent event(wxEVT_DATAVIEW_SELECTION_CHANGED, &list, model->GetItem(row));
  list.ProcessWindowEvent(event);
}

void pressIn(wxWindow* parent, const char* name) {
  wxWindow* button = namedIn(parent, name);
  INFO(name);
  REQUIRE(button != nullptr);
  REQUIRE(waitFor([&] { return button->IsEnabled(); }));
  wxCommandEvent event(wxEVT_BUTTON, button->GetId());
  event.SetEventObject(button);
  button->ProcessWindowEvent(event);
}

/// What somebody does with a dialog while it is open; it goes on until he closes it.
std::function<int(wxDialog*)> inDialog(const std::function<void(wxDialog*)>& deed) {
  return [deed](wxDialog* dialog) {
    dialog->CallAfter([dialog, deed] { deed(dialog); });
    return static_cast<int>(wxID_NONE);
  };
}

std::function<int(wxDialog*)> choosesFile(const fs::path& file) {
  return [file](wxDialog* dialog) {
    dynamic_cast<wxFileDialog*>(dialog)->SetPath(shown(file.string()));
    return static_cast<int>(wxID_OK);
  };
}

void pressBegin(wxDialog* dialog) {
  wxWindow* begin = wxWindow::FindWindowById(wxID_OK, dialog);
  REQUIRE(waitFor([&] { return begin->IsEnabled(); }, 20'000));
  wxCommandEvent event(wxEVT_BUTTON, wxID_OK);
  event.SetEventObject(begin);
  begin->ProcessWindowEvent(event);
}

/// In a bank that follows the edition of 2028 since a while.
void begin(OpenEditor& window) {
  editor::settings::setPersonName("周工");
  REQUIRE(window.frame().Host::change(followEdit(window.bank(), "2028-03-01", "2028-01-10")));
  window.frame().goTo({.room = Room::kImpact});
  REQUIRE(waitFor([&] { return lines(window) > 0; }));
}

std::shared_ptr<const StandardUpdate> theUpdate(OpenEditor& window) {
  const auto all = window.bank().all<StandardUpdate>();
  return all.empty() ? nullptr : all.front();
}

std::size_t openTasks(OpenEditor& window) {
  return workflows::statusOf(window.bank(), *theUpdate(window), nullptr).open();
}

}  // namespace

TEST_CASE("a new edition is chosen and looked at, begins an update, and one undo takes all of it back",
          "[impact]") {
  OpenEditor window("liangju");
  editor::settings::setPersonName("周工");
  const fs::path file = window.folder() / "新标准.xml";
  writeStandard(nextEdition(*window.bank().standard()), file);
  const std::string before = window.bank().standard()->edition;
  window.frame().goTo({.room = Room::kImpact});
  Answers answers(
      {inDialog([&](wxDialog* dialog) {
         CHECK_FALSE(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
         pressIn(dialog, "选文件");
         auto* changes = dynamic_cast<wxDataViewListCtrl*>(namedIn(dialog, "标准的改动"));
         REQUIRE(waitFor([&] { return changes->GetItemCount() > 0; }, 20'000));
         CHECK(columnOf(*changes, 0) == Words{"修改", "修改", "新增", "修改", "删去", "权重", "权重"});
         CHECK(typed(dynamic_cast<wxTextCtrl*>(namedIn(dialog, "修改 三级 相关知识要求 2.1.1：右边"))
                         ->GetValue()) == "游标卡尺和数显卡尺的读数方法");
         // Nothing has happened so far.
         CHECK(window.bank().standard()->edition == before);
         CHECK(theUpdate(window) == nullptr);
         auto* day = dynamic_cast<wxTextCtrl*>(namedIn(dialog, "实施日期"));
         day->SetValue("2028-13-01");
         CHECK_FALSE(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
         day->SetValue("2028-03-01");
         pressBegin(dialog);
       }),
       choosesFile(file)});
  window.hands().click(window.find("开始更新"));
  REQUIRE(waitFor([&] { return theUpdate(window) != nullptr; }));
  CHECK(answers.allAsked());
  CHECK(theUpdate(window)->effective == Date::parse("2028-03-01"));
  CHECK(theUpdate(window)->by == "周工");
  CHECK(window.bank().standard()->edition == "2028年版");
  CHECK(window.document().undoTitle() == "按“2028年版”更新题库");
  REQUIRE(waitFor([&] { return lines(window) == openTasks(window); }));
  CHECK(column(window, kName).front() == "相关知识要求 2.3.3 测量数据采集系统的使用知识");

  window.menu("撤销");
  CHECK(theUpdate(window) == nullptr);
  CHECK(window.bank().standard()->edition == before);
  CHECK(waitFor([&] { return namedIn(&window.frame(), "开始更新") != nullptr; }));
}

TEST_CASE("a file that is no standard begins nothing", "[impact]") {
  OpenEditor window("liangju");
  editor::settings::setPersonName("周工");
  const fs::path file = window.folder() / "别的.xml";
  writeFileSafely(file, "<standard xmlns=\"urn:tiku:1\"><basic id=\"", true);
  window.frame().goTo({.room = Room::kImpact});
  Answers answers({inDialog([&](wxDialog* dialog) {
                     pressIn(dialog, "选文件");
                     const auto says = [dialog](const char* words) {
                       return wxWindow::FindWindowByLabel(shown(words), dialog) != nullptr;
                     };
                     CHECK(waitFor([&] { return says("没有可比较的标准。"); }, 20'000));
                     CHECK_FALSE(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
                     dialog->EndModal(wxID_CANCEL);
                   }),
                   choosesFile(file)});
  pressIn(&window.frame(), "开始更新");
  CHECK(answers.allAsked());
  CHECK(theUpdate(window) == nullptr);
  CHECK_FALSE(window.document().modified());
}

TEST_CASE("the standard that was changed in the bank is compared with what it was at a check-in",
          "[impact]") {
  OpenEditor window("liangju");
  editor::settings::setPersonName("周工");
  window.document().startHistory();
  Standard changed = *window.bank().standard();
  changed.edition = "2028年版";
  for (Function& function : changed.levels.front().functions) {
    for (WorkContent& content : function.contents) {
      if (content.name == "卡尺校验") content.knowledge.front().text = "游标卡尺和数显卡尺的读数方法";
    }
  }
  REQUIRE(window.frame().Host::change(Edit("修改标准").put(changed)));
  window.frame().goTo({.room = Room::kImpact});
  Answers answers({inDialog([&](wxDialog* dialog) {
    auto* since = dynamic_cast<wxRadioButton*>(
        wxWindow::FindWindowByLabel(shown("题库里的标准已经改好，与以前签入的比较(&H)："), dialog));
    REQUIRE(since->IsEnabled());
    since->SetValue(true);
    wxCommandEvent event(wxEVT_RADIOBUTTON, since->GetId());
    event.SetEventObject(since);
    since->ProcessWindowEvent(event);
    pressBegin(dialog);
  })});
  window.hands().click(window.find("开始更新"));
  REQUIRE(waitFor([&] { return theUpdate(window) != nullptr; }));
  REQUIRE(waitFor([&] { return lines(window) > 0; }));
  CHECK(theUpdate(window)->changes.size() == 1);
  CHECK(column(window, kName).front().ends_with("游标卡尺读数"));
  CHECK(column(window, kWhy).front() == "修改 相关知识要求 2.1.1");
}

TEST_CASE("a point that is edited leaves the list, and its line leads to it", "[impact]") {
  OpenEditor window("liangju");
  begin(window);
  const std::size_t all = lines(window);
  CHECK(all == openTasks(window));
  chooseLine(window, rowOf(window, "游标卡尺读数"));
  CHECK(typed(window.find<wxTextCtrl>("修改 三级 相关知识要求 2.1.1：左边")->GetValue()) ==
        "游标卡尺读数方法");
  CHECK(typed(window.find<wxTextCtrl>("修改 三级 相关知识要求 2.1.1：右边")->GetValue()) ==
        "游标卡尺和数显卡尺的读数方法");
  window.hands().click(window.find("转到"));
  const editor::Place there = window.frame().workspace()->place();
  CHECK(there.room == Room::kBlueprint);
  CHECK(there.level == Level::of(3));
  CHECK(there.half == editor::Half::kTheory);

  Blueprint blueprint = *window.bank().blueprint(*Level::of(3));
  Id point;
  walk(blueprint.theory, [&](const TablePlace& at) {
    if (at.point != nullptr && at.point->name == "游标卡尺读数") point = at.point->id;
  });
  CHECK(there.part == point);
  const auto rename = [&point](auto&& self, Scope& scope) -> void {
    for (Scope& below : scope.scopes) self(self, below);
    for (Point& one : scope.points) {
      if (one.id == point) one.name = "游标卡尺、数显卡尺的读数";
    }
  };
  for (auto& top : blueprint.theory.tops) rename(rename, top.scope);
  REQUIRE(window.frame().Host::change(Edit("修改考评点名称").put(blueprint)));
  window.frame().goBack();
  REQUIRE(window.frame().workspace()->place().room == Room::kImpact);
  // Its items still wait, so it stays above them and says that it is done.
  CHECK(openTasks(window) == all - 1);
  CHECK(column(window, kState)[rowOf(window, "游标卡尺、数显卡尺的读数")] == "已修改");

  Edit retire("停用试题");
  for (const auto& item : window.bank().all<TheoryItem>()) {
    if (item->point != point) continue;
    TheoryItem retired = *item;
    retired.status = ItemStatus::kRetired;
    retire.put(retired);
  }
  REQUIRE(window.frame().Host::change(retire));
  CHECK(lines(window) == openTasks(window));
  for (const std::string& name : column(window, kName))
    CHECK(name.find("游标卡尺、数显卡尺的读数") == std::string::npos);
}

TEST_CASE("three are confirmed with one reason by keys alone, and undo brings all back", "[impact]") {
  OpenEditor window("liangju");
  begin(window);
  const std::size_t all = lines(window);
  chooseLine(window, rowOf(window, "百分表使用") + 1);
  taskList(window).SetFocus();
  window.hands().key(WXK_DOWN, wxMOD_SHIFT);
  window.hands().key(WXK_DOWN, wxMOD_SHIFT);
  REQUIRE(waitFor([&] { return taskList(window).GetSelectedItemsCount() == 3; }));
  auto* confirm = window.find("确认不用改");
  CHECK_FALSE(confirm->IsEnabled());
  CHECK(confirm->GetLabel() == shown("确认 3 项不用改(&C)"));
  window.find("不用改的理由")->SetFocus();
  window.hands().type("只改了措辞");
  REQUIRE(waitFor([&] { return confirm->IsEnabled(); }));
  window.hands().key(WXK_RETURN);
  REQUIRE(waitFor([&] { return openTasks(window) == all - 3; }));
  CHECK(lines(window) == all - 3);
  CHECK(window.document().undoTitle() == "确认 3 项仍然适用");
  const auto status = workflows::statusOf(window.bank(), *theUpdate(window), nullptr);
  for (const workflows::TaskLine& line : status.tasks) {
    if (line.state != validators::TaskState::kConfirmed) continue;
    CHECK(line.task.person == "周工");
    CHECK(line.task.reason == "只改了措辞");
  }
  window.menu("撤销");
  CHECK(lines(window) == all);
  CHECK(openTasks(window) == all);
}

TEST_CASE("a point is confirmed with its items, and the bank that is opened again says the same",
          "[impact]") {
  OpenEditor window("liangju");
  begin(window);
  const std::size_t all = lines(window);
  chooseLine(window, rowOf(window, "检校方案的编制"));
  auto* confirm = window.find("确认不用改");
  CHECK(confirm->GetLabel() != shown("确认不用改(&C)"));
  dynamic_cast<wxTextEntry*>(window.find("不用改的理由"))->SetValue(shown("原来就考审核"));
  REQUIRE(waitFor([&] { return confirm->IsEnabled(); }));
  window.hands().click(confirm);
  REQUIRE(waitFor([&] { return lines(window) < all - 1; }));
  const std::size_t left = lines(window);
  CHECK(openTasks(window) == left);
  auto* which = window.find<wxChoice>("列出哪些");
  which->SetSelection(1);
  wxCommandEvent event(wxEVT_CHOICE, which->GetId());
  which->ProcessWindowEvent(event);
  CHECK(lines(window) == all);
  CHECK(column(window, kHow)[rowOf(window, "检校方案的编制")] == "周工　原来就考审核");
  const Words states = column(window, kState);

  window.document().save();
  REQUIRE(window.frame().closeBank());
  window.open(window.bankFolder());
  const auto finding = [&] {
    for (const auto& one : window.document().checker().findings()) {
      if (one.rule == "updates/open") return one;
    }
    FAIL("the update is open");
    return validators::Finding();
  }();
  window.frame().goTo(editor::placeOf(finding.subject, window.bank()));
  CHECK(window.frame().workspace()->place().room == Room::kImpact);
  REQUIRE(waitFor([&] { return lines(window) == left; }));
  auto* again = window.find<wxChoice>("列出哪些");
  again->SetSelection(1);
  wxCommandEvent all2(wxEVT_CHOICE, again->GetId());
  again->ProcessWindowEvent(all2);
  CHECK(column(window, kState) == states);
}

TEST_CASE("an older update is chosen, and its list is kept as a Word file", "[impact]") {
  OpenEditor window("liangju");
  begin(window);
  StandardUpdate older;
  older.id = Id::random();
  older.title = "量具检校员国家职业标准";
  older.edition = "2026年版";
  older.previous = "2020年版";
  older.begun = Date::parse("2026-02-01");
  REQUIRE(window.frame().Host::change(Edit("补记").put(older)));
  auto* choice = window.find<wxChoice>("哪一次更新");
  REQUIRE(choice->GetCount() == 2);
  CHECK(choice->GetSelection() == 0);
  choice->SetSelection(1);
  wxCommandEvent event(wxEVT_CHOICE, choice->GetId());
  choice->ProcessWindowEvent(event);
  CHECK(waitFor([&] { return lines(window) == 0 && window.find("存影响清单")->IsEnabled(); }));
  const fs::path file = window.folder() / "清单.docx";
  Answers answers({choosesFile(file)});
  pressIn(&window.frame(), "存影响清单");
  REQUIRE(waitFor([&] { return fs::exists(file); }, 20'000));
  CHECK(formats::readWholeFile(file).starts_with("PK"));
}
