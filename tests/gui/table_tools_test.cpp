#include <catch2/catch.hpp>
#include <wx/grid.h>
#include <wx/menu.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "editor/widgets/words.h"
#include "tests/gui/support/at_table.h"

using namespace tiku;
using namespace tiku::tests;
using editor::Half;
using editor::Place;
using editor::Room;
using editor::shown;
using editor::typed;
using formats::Level;
using formats::TheoryItem;

namespace {

constexpr int kCodeColumn = 0;
constexpr int kNameColumn = 1;
const std::string kElements = "理论知识考评要素细目表";

Place theoryTable() {
  return {.room = Room::kBlueprint, .level = kThree, .half = Half::kTheory, .field = "theory"};
}
Place standardPart(const std::string& field) {
  return {.room = Room::kStandard, .level = kThree, .field = field};
}

/// The lines of a menu while it is up: "-" in front of those that are grey.
std::vector<std::string> menuLines(const wxMenu& menu) {
  std::vector<std::string> lines;
  for (const wxMenuItem* item : menu.GetMenuItems()) {
    if (item->IsSeparator()) continue;
    lines.push_back((item->IsEnabled() ? "" : "-") + typed(item->GetItemLabelText().BeforeFirst('(')));
  }
  return lines;
}

/// Does something that brings a menu up, looks at its lines, and presses a key in it.
std::vector<std::string> inMenu(OpenEditor& window, AtTable& at, const std::function<void()>& bring,
                                int key) {
  std::vector<std::string> lines;
  const auto opened = [&](wxMenuEvent& event) {
    lines = menuLines(*event.GetMenu());
    window.frame().CallAfter([&window, key] {
      wxUIActionSimulator().Char(key);
      (void)window;
    });
  };
  at.grid->GetGridWindow()->Bind(wxEVT_MENU_OPEN, opened);
  bring();
  REQUIRE(waitFor([&] { return !lines.empty(); }));
  at.grid->GetGridWindow()->Unbind(wxEVT_MENU_OPEN, opened);
  return lines;
}

}  // namespace

TEST_CASE("scopes are collapsed and expanded by arrows and by the mouse, and stay so over edits",
          "[tables]") {
  OpenEditor window("liangju");
  AtTable at(window, kElements, theoryTable());
  const std::vector<std::string> all = at.column(kNameColumn);
  REQUIRE(all[6] == "基础知识");
  REQUIRE(all[15] == "相关知识");
  at.table->select(6, kCodeColumn);
  window.hands().key(WXK_LEFT);
  REQUIRE(at.comesToSay(7, kNameColumn, "相关知识"));
  CHECK(at.table->row() == 6);
  CHECK(at.grid->GetRowLabelValue(7) == "16");

  // What does not show is not touched, and an edit opens nothing.
  at.table->select(7, kNameColumn);
  window.hands().type("ABC");
  window.hands().key(WXK_RETURN);
  REQUIRE(at.comesToSay(7, kNameColumn, "ABC"));
  CHECK(at.at(6, kNameColumn) == "基础知识");
  window.menu("撤销");
  REQUIRE(at.comesToSay(7, kNameColumn, "相关知识"));

  at.table->select(6, kCodeColumn);
  window.hands().key(WXK_RIGHT);
  REQUIRE(at.comesToSay(7, kNameColumn, "计量基础知识"));
  CHECK(at.column(kNameColumn) == all);
  // From a point to its scope, then the scope itself.
  at.table->select(9, kCodeColumn);
  window.hands().key(WXK_LEFT);
  REQUIRE(waitFor([&] { return at.table->row() == 7; }));
  const wxRect cell = at.grid->CellToRect(7, kNameColumn);
  const int indent = at.grid->FromDIP(5 + 2 * 18 + 6);
  const wxPoint mark = at.grid->CalcScrolledPosition(wxPoint(cell.x + indent, cell.y + cell.height / 2));
  window.hands().clickAt(at.grid->GetGridWindow(), mark);
  REQUIRE(at.comesToSay(8, kNameColumn, "机械基础知识"));
  window.hands().clickAt(at.grid->GetGridWindow(), mark);
  REQUIRE(at.comesToSay(8, kNameColumn, "长度单位与换算"));
  CHECK_FALSE(at.grid->IsCellEditControlShown());

  window.menu("全部收起或展开");
  REQUIRE(waitFor([&] { return at.grid->GetNumberRows() == 3; }));
  // A finding about a point inside comes to light.
  const formats::Id point =
      window.bank().blueprint(kThree)->theory.tops[0].scope.scopes[1].scopes[1].points[1].id;
  window.frame().goTo({.room = Room::kBlueprint, .level = kThree, .part = point});
  CHECK(at.at(at.table->row(), kNameColumn) == "表面粗糙度");
  CHECK(window.frame().workspace()->place().part == point);
  window.menu("全部收起或展开");
  REQUIRE(waitFor([&] { return at.column(kNameColumn) == all; }));
}

TEST_CASE("rows drawn by their numbers go into another scope, and their items' codes with them", "[tables]") {
  OpenEditor window("liangju");
  AtTable at(window, kElements, theoryTable());
  REQUIRE(at.at(8, kNameColumn) == "长度单位与换算");
  REQUIRE(at.at(11, kNameColumn) == "公差与配合的基本概念");
  const formats::Id point =
      window.bank().blueprint(kThree)->theory.tops[0].scope.scopes[1].scopes[0].points[0].id;
  const auto codes = [&] {
    std::vector<std::string> found;
    window.bank().forEach<TheoryItem>([&](const auto& item) {
      if (item->point == point) found.push_back(item->code.substr(2, 9));
    });
    return found;
  };
  const std::vector<std::string> before = codes();
  REQUIRE_FALSE(before.empty());
  REQUIRE(before.front() == "A-B-A-001");

  at.draw(8, 8, 11);
  REQUIRE(at.comesToSay(10, kNameColumn, "长度单位与换算"));
  CHECK(at.at(10, kCodeColumn) == "003");  // 001 and 002 were taken there.
  CHECK(at.table->selectedRows() == std::vector<int>{10});
  CHECK(codes() == std::vector<std::string>(before.size(), "A-B-B-003"));
  CHECK(window.document().undoTitle() == "移动细目表的行");
  window.menu("撤销");
  REQUIRE(at.comesToSay(8, kNameColumn, "长度单位与换算"));
  CHECK(codes() == before);
  CHECK_FALSE(window.document().canUndo());

  // A point outside of all scopes: nothing happens.
  at.draw(8, 8, 0);
  CHECK_FALSE(window.document().canUndo());
  // Without a press on a selected row, the mouse selects.
  at.table->select(0, 0);
  window.hands().drag(at.grid->GetGridRowLabelWindow(), {10, 10},
                      {10, 10 + 2 * at.grid->GetDefaultRowSize()});
  CHECK(at.table->selectedRows() == std::vector<int>{0, 1, 2});
  CHECK_FALSE(window.document().canUndo());
}

TEST_CASE(
    "rows of the standard are drawn in the column of the cursor, and the blueprint goes on tracing them",
    "[tables]") {
  OpenEditor window("liangju");
  AtTable at(window, "工作要求", standardPart("level-3"));
  const auto& functions = [&]() -> const auto& { return window.bank().standard()->at(kThree)->functions; };
  const std::string first = functions()[0].contents[0].skills[0].text;
  const formats::Id id = functions()[0].contents[0].skills[0].id;
  at.table->select(0, 2);
  at.draw(0, 0, 2);
  REQUIRE(waitFor([&] { return functions()[0].contents[0].skills[1].text == first; }));
  CHECK(functions()[0].contents[0].skills[1].id == id);
  window.menu("撤销");
  CHECK(functions()[0].contents[0].skills[0].id == id);

  const formats::Id function = functions()[1].id;
  int row = 0;
  while (!at.at(row, 0).empty() ? at.at(row, 0) != functions()[1].name : true) ++row;
  at.table->select(row, 0);
  at.draw(row, row, 0);
  REQUIRE(waitFor([&] { return functions()[0].id == function; }));
  CHECK(window.document().undoTitle() == "移动工作要求的内容");
}

TEST_CASE("rows of the plan and groups of the structure table are drawn among their own", "[tables]") {
  OpenEditor window("liangju");
  {
    AtTable at(window, "组卷方案",
               {.room = Room::kBlueprint, .level = kThree, .half = Half::kTheory, .field = "plan"});
    const std::vector<std::string> before = at.column(0);
    at.draw(0, 0, 2);
    REQUIRE(at.comesToSay(1, 0, before[0]));
    CHECK(at.at(0, 0) == before[1]);
    CHECK(window.document().undoTitle() == "移动组卷方案的行");
    window.menu("撤销");
    CHECK(at.column(0) == before);
  }
  AtTable at(window, "操作技能考评内容结构表",
             {.room = Room::kBlueprint, .level = kThree, .half = Half::kSkills, .field = "structure"});
  const auto& structure = window.bank().blueprint(kThree)->structure;
  REQUIRE(structure.groups.size() > 1);
  REQUIRE(structure.groups[0].modules.size() == 1);
  const formats::SkillGroup first = structure.groups[0];
  at.draw(0, 0, 1 + static_cast<int>(structure.groups[1].modules.size()));
  REQUIRE(waitFor([&] { return window.bank().blueprint(kThree)->structure.groups[1] == first; }));
  CHECK(window.document().undoTitle() == "移动内容结构表的行");
}

TEST_CASE("Ctrl+F looks through a table, round its end and inside what is collapsed", "[tables]") {
  OpenEditor window("liangju");
  AtTable at(window, kElements, theoryTable());
  window.menu("全部收起或展开");
  REQUIRE(waitFor([&] { return at.grid->GetNumberRows() == 3; }));
  at.table->select(0, 0);
  window.hands().key('F', wxMOD_CONTROL);
  auto* field = window.find<wxTextCtrl>("在表里查找");
  REQUIRE(waitFor([&] { return field->HasFocus(); }));
  window.hands().type("误差");
  REQUIRE(waitFor([&] { return at.at(at.table->row(), at.table->column()) == "测量误差的分类"; }));
  const auto says = [&](const std::string& words) {
    return waitFor([&] {
      for (wxWindow* child : field->GetParent()->GetChildren()) {
        if (auto* label = dynamic_cast<wxStaticText*>(child))
          if (typed(label->GetLabelText()) == words) return true;
      }
      return false;
    });
  };
  int count = 0;
  window.menu("全部收起或展开");
  walk(window.bank().blueprint(kThree)->theory, [&](const formats::TablePlace& place) {
    const std::string& name = place.point != nullptr ? place.point->name : place.path.back()->name;
    if (name.find("误差") != std::string::npos) ++count;
  });
  REQUIRE(count > 1);
  CHECK(says("第 1 处，共 " + std::to_string(count) + " 处"));
  field->SetFocus();
  REQUIRE(waitFor([&] { return field->HasFocus(); }));
  window.hands().key(WXK_RETURN, wxMOD_SHIFT);
  CHECK(says("第 " + std::to_string(count) + " 处，共 " + std::to_string(count) + " 处；绕过了表的一头"));
  window.hands().key(WXK_RETURN);
  CHECK(says("第 1 处，共 " + std::to_string(count) + " 处；绕过了表的一头"));
  window.hands().type("没有这样的词");
  CHECK(says("没有找到。"));
  window.hands().key(WXK_ESCAPE);
  REQUIRE(waitFor([&] { return at.table->hasKeyboard() && !field->IsShownOnScreen(); }));
  CHECK(at.at(at.table->row(), at.table->column()) == "测量误差的分类");
}

TEST_CASE("the menu at a row has the room's commands, grey where they do nothing", "[tables]") {
  OpenEditor window("liangju");
  AtTable at(window, kElements, theoryTable());
  at.table->select(3, kNameColumn);
  const auto lines = inMenu(window, at, [&] { window.hands().key(WXK_F10, wxMOD_SHIFT); }, WXK_ESCAPE);
  CHECK(lines == std::vector<std::string>{"剪切", "复制", "粘贴", "查找", "插入一行", "插入考评范围",
                                          "-插入下级考评范围", "删除行", "上移", "下移", "-降一级", "-升一级",
                                          "-改为基本要求或相关知识", "-收起或展开", "全部收起或展开",
                                          "向下填充", "重新编号", "从标准生成"});
  CHECK_FALSE(window.document().canUndo());

  // At the right button on another row; the letter of a line does it.
  const wxRect cell = at.grid->CellToRect(9, kNameColumn);
  const wxPoint there = at.grid->CalcScrolledPosition(wxPoint(cell.x + 60, cell.y + cell.height / 2));
  REQUIRE(at.at(9, kNameColumn) == "测量误差的分类");
  inMenu(window, at, [&] { window.hands().rightClickAt(at.grid->GetGridWindow(), there); }, 'U');
  REQUIRE(at.comesToSay(8, kNameColumn, "测量误差的分类"));
  CHECK(window.document().undoTitle() == "上移");
}
