#include <filesystem>
#include <fstream>
#include <map>

#include <catch2/catch.hpp>
#include <wx/grid.h>
#include <wx/notebook.h>
#include <wx/textctrl.h>

#include "editor/blueprint/blueprint_room.h"
#include "editor/widgets/clipboard.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/at_table.h"

using namespace tiku;
using namespace tiku::tests;
using editor::Half;
using editor::Room;
using editor::shown;
using editor::typed;
using formats::Blueprint;
using formats::Edit;
using formats::Id;
using formats::Level;
using formats::TablePlace;

namespace {

constexpr int kCode = 0;
constexpr int kName = 1;
constexpr int kWeight = 2;
constexpr int kImportance = 3;
constexpr const char* kTheoryTable = "理论知识考评要素细目表";

/// At a level's blueprint, with the keyboard in the table of this name.
class AtBlueprint : public AtTable {
 public:
  explicit AtBlueprint(OpenEditor& window, const std::string& name, Half half = Half::kTheory,
                       const std::string& field = {})
      : AtTable(window, name, {.room = Room::kBlueprint, .level = kThree, .half = half, .field = field}) {}
  const Blueprint& blueprint() { return *window_.bank().blueprint(kThree); }
};

/// One line per row: full code, name, weight or importance.
std::string printed(const formats::ElementTable& table) {
  std::string text;
  walk(table, [&text](const TablePlace& at) {
    const auto* scope = at.path.back();
    text += at.code() + " " + (at.point != nullptr ? at.point->name : scope->name);
    if (at.point == nullptr && scope->weight) text += " " + scope->weight->str();
    if (at.point != nullptr && at.point->importance) {
      text += std::string(" ") + "XYZ"[static_cast<int>(*at.point->importance)];
    }
    text += "\n";
  });
  return text;
}

/// Every file below, by path.
std::map<std::string, std::string> contentOf(const std::filesystem::path& folder) {
  std::map<std::string, std::string> content;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    content[entry.path().string()] = {std::istreambuf_iterator<char>(file), {}};
  }
  return content;
}

void withoutBlueprint(OpenEditor& window) {
  REQUIRE(window.frame().change(Edit("删除蓝图").remove(Blueprint::idOf(kThree))));
}

}  // namespace

TEST_CASE("a wrong weight is refused with a sentence and the old one stays, a right one is one step",
          "[blueprint]") {
  OpenEditor window("liangju");
  AtBlueprint at(window, kTheoryTable);
  at.table->select(0, kWeight);
  REQUIRE(at.at(0, kWeight) == "25");
  window.hands().type("abc");
  window.hands().key(WXK_RETURN);
  CHECK(at.at(0, kWeight) == "25");
  CHECK(at.table->told() == "权重“abc”不是 0 到 100 的数（最多两位小数）。原来的值没有改动。");
  CHECK_FALSE(window.document().canUndo());

  at.table->select(0, kWeight);
  window.hands().type("26.5");
  window.hands().key(WXK_RETURN);
  REQUIRE(at.comesToSay(0, kWeight, "26.5"));
  CHECK(at.table->told().empty());
  CHECK(at.table->row() == 1);
  CHECK(window.document().undoTitle() == "修改细目表");
  window.menu("撤销");
  CHECK(at.at(0, kWeight) == "25");
  CHECK_FALSE(window.document().canUndo());
}

TEST_CASE("a table is typed and pasted from nothing, undone to the start and redone to the same bytes",
          "[blueprint]") {
  OpenEditor window("liangju");
  withoutBlueprint(window);
  window.document().save();
  const auto nothing = contentOf(window.bankFolder());
  AtBlueprint at(window, kTheoryTable);
  REQUIRE(at.grid->GetNumberRows() == 1);

  // The first line makes a top scope, with the keys of a spreadsheet.
  at.table->select(0, kCode);
  at.typeAndTab("A");
  REQUIRE(at.comesToSay(0, kCode, "A"));
  window.hands().type("Turning");
  window.hands().key(WXK_TAB);
  window.hands().type("100");
  window.hands().key(WXK_RETURN);
  REQUIRE(at.comesToSay(0, kWeight, "100"));
  CHECK(at.table->row() == 1);
  CHECK(at.table->column() == kCode);  // Where the row of Tabs began.

  // A scope inside, then points under it.
  at.table->select(0, kName);
  window.menu("插入下级考评范围");
  REQUIRE(waitFor([&] { return at.table->row() == 1; }));
  window.hands().type("Chucks");
  window.hands().key(WXK_RETURN);
  REQUIRE(at.comesToSay(1, kName, "Chucks"));
  CHECK(at.table->row() == 2);
  // A rectangle from Excel grows the table.
  at.table->select(2, kName);
  at.paste("三爪自定心卡盘\t\tX\r\n四爪单动卡盘\t\ty\r\n顶尖\t\t辅助要素\r\n");
  REQUIRE(at.comesToSay(4, kName, "顶尖"));
  // Full codes find their place.
  at.table->select(5, kCode);
  at.paste("B\t铣削\t\nB-A\t铣刀\t\nB-A-001\t立铣刀\t\tX\n");
  REQUIRE(at.comesToSay(7, kName, "立铣刀"));
  CHECK(printed(at.blueprint().theory) ==
        "A Turning 100\nA-A Chucks\nA-A-001 三爪自定心卡盘 X\nA-A-002 四爪单动卡盘 Y\nA-A-003 顶尖 Z\n"
        "B 铣削\nB-A 铣刀\nB-A-001 立铣刀 X\n");

  window.document().save();
  const auto typedIn = contentOf(window.bankFolder());
  CHECK(typedIn != nothing);
  while (window.document().undoTitle() != "删除蓝图") window.document().undo();
  window.document().save();
  CHECK(contentOf(window.bankFolder()) == nothing);
  while (window.document().canRedo()) window.document().redo();
  window.document().save();
  CHECK(contentOf(window.bankFolder()) == typedIn);
}

TEST_CASE("a rectangle with one wrong cell is refused as a whole", "[blueprint]") {
  OpenEditor window("liangju");
  AtBlueprint at(window, kTheoryTable);
  at.table->select(1, kName);
  at.paste("甲\t6\n乙\t一百\n");
  CHECK(at.table->told() == "权重“一百”不是 0 到 100 的数（最多两位小数）。原来的值没有改动。");
  CHECK(at.at(1, kName) == "职业道德");
  CHECK_FALSE(window.document().canUndo());
}

TEST_CASE("a rectangle is copied, cut and pasted, computed cells take nothing", "[blueprint]") {
  OpenEditor window("liangju");
  AtBlueprint at(window, kTheoryTable);
  at.table->select(2, kName);
  window.hands().key(WXK_RIGHT, wxMOD_SHIFT);
  window.hands().key(WXK_DOWN, wxMOD_SHIFT);
  window.hands().key('C', wxMOD_CONTROL);
  CHECK(editor::clipboardText() == "职业道德基本知识\t2\n职业道德的含义\t\n");
  window.hands().key('X', wxMOD_CONTROL);
  REQUIRE(at.comesToSay(2, kName, ""));
  CHECK(at.at(2, kWeight).empty());
  CHECK(at.at(3, kName).empty());
  window.menu("撤销");
  CHECK(at.at(3, kName) == "职业道德的含义");
  CHECK_FALSE(window.document().canUndo());

  at.table->select(2, kImportance + 1);
  at.paste("9\t9\n");
  CHECK(at.table->told() == "这里的单元格由程序计算，不能粘贴。");
  CHECK_FALSE(window.document().canUndo());
}

TEST_CASE("importance is one key, Delete empties, Ctrl+D fills down, each one step", "[blueprint]") {
  OpenEditor window("liangju");
  AtBlueprint at(window, kTheoryTable);
  at.table->select(3, kImportance);
  REQUIRE(at.at(3, kImportance) == "X");
  window.hands().key('z');
  REQUIRE(at.comesToSay(3, kImportance, "Z"));
  window.hands().key(WXK_DELETE);
  REQUIRE(at.comesToSay(3, kImportance, ""));
  at.table->select(8, kImportance);
  REQUIRE(at.at(8, kImportance) == "Y");
  window.hands().key(WXK_DOWN, wxMOD_SHIFT);
  window.hands().key('D', wxMOD_CONTROL);
  REQUIRE(at.comesToSay(9, kImportance, "Y"));
  for (int step = 0; step < 3; ++step) window.menu("撤销");
  CHECK_FALSE(window.document().canUndo());
  CHECK(at.at(3, kImportance) == "X");
}

TEST_CASE("rows move, scopes go in and out, and codes are numbered anew, by keys", "[blueprint]") {
  OpenEditor window("liangju");
  AtBlueprint at(window, kTheoryTable);
  const std::string before = printed(at.blueprint().theory);
  const auto scopeRow = [&](const std::string& name) {
    for (int row = 0; row < at.grid->GetNumberRows(); ++row) {
      if (at.at(row, kName) == name) return row;
    }
    return -1;
  };
  at.table->select(scopeRow("标准器的选用"), kName);
  window.hands().key(WXK_UP, wxMOD_ALT);
  REQUIRE(waitFor([&] { return scopeRow("标准器的选用") + 1 == scopeRow("检校环境条件"); }));
  CHECK(at.table->row() == scopeRow("标准器的选用"));
  window.hands().key('R', wxMOD_CONTROL | wxMOD_SHIFT);
  REQUIRE(waitFor([&] { return window.document().undoTitle() == "重新编号"; }));
  CHECK(printed(at.blueprint().theory).find("B-A-A-001 标准器的选用 X\nB-A-A-002 检校环境条件 X\n") !=
        std::string::npos);
  // The items' own codes went along.
  int followed = 0;
  for (const auto& item : window.bank().all<formats::TheoryItem>()) {
    if (item->level == kThree && item->code.find("-B-A-A-001-") != std::string::npos) ++followed;
  }
  CHECK(followed == 3);
  CHECK(window.document().checker().summary().errors == 0);

  at.table->select(scopeRow("量具清点与检查"), kName);
  window.hands().key('[', wxMOD_CONTROL);
  REQUIRE(waitFor(
      [&] { return printed(at.blueprint().theory).find("B-D 量具清点与检查 12") != std::string::npos; }));
  while (window.document().canUndo()) window.document().undo();
  CHECK(printed(at.blueprint().theory) == before);
}

TEST_CASE("what items hang on is deleted only when the person says so", "[blueprint]") {
  OpenEditor window("liangju");
  AtBlueprint at(window, kTheoryTable);
  at.table->select(3, kName);
  {
    Answers no({[](wxDialog*) { return wxID_NO; }});
    window.hands().key(WXK_DELETE, wxMOD_CONTROL);
    REQUIRE(waitFor([&] { return no.allAsked(); }));
    CHECK(at.at(3, kName) == "职业道德的含义");
  }
  Answers yes({[](wxDialog*) { return wxID_YES; }});
  window.hands().key(WXK_DELETE, wxMOD_CONTROL);
  REQUIRE(at.comesToSay(3, kName, "职业守则"));
  CHECK(window.document().undoTitle() == "删除细目表的 1 行");
}

TEST_CASE("a click on a missing count begins an item of that type at that point", "[blueprint]") {
  OpenEditor window("liangju");
  const auto items = window.bank().all<formats::TheoryItem>();
  const auto gone = std::ranges::find_if(items, [](const auto& item) {
    return item->level == kThree && item->type == formats::ItemType::kTrueFalse;
  });
  const Id point = *(*gone)->point;
  REQUIRE(window.frame().change(Edit("删除试题").remove((*gone)->id)));
  AtBlueprint at(window, kTheoryTable);
  int column = 0;
  while (typed(at.grid->GetColLabelValue(column)) != "判断题") ++column;
  window.frame().goTo({.room = Room::kBlueprint, .level = kThree, .part = point});
  const int row = at.table->row();
  CHECK(at.at(row, column) == "0/1");
  at.table->select(row, column);
  const wxRect cell = at.grid->CellToRect(row, column);
  const wxPoint middle =
      at.grid->CalcScrolledPosition(wxPoint(cell.x + cell.width / 2, cell.y + cell.height / 2));
  window.hands().clickAt(at.grid->GetGridWindow(), middle);
  REQUIRE(waitFor([&] { return window.frame().workspace()->place().room == Room::kItems; }));
  const auto* item = window.bank().find<formats::TheoryItem>(window.frame().workspace()->place().object);
  REQUIRE(item != nullptr);
  CHECK(item->type == formats::ItemType::kTrueFalse);
  CHECK(item->point == point);
  window.menu("后退");
  REQUIRE(waitFor([&] { return window.frame().workspace()->place().room == Room::kBlueprint; }));
  CHECK(at.at(row, column) == "1/1");
}

TEST_CASE("a finding about a scope, a point, a module or the plan leads to its row or tab", "[blueprint]") {
  OpenEditor window("liangju");
  window.frame().goTo({.room = Room::kBlueprint, .level = kThree});
  const Blueprint& blueprint = *window.bank().blueprint(kThree);
  const auto goes = [&](Half half, Id part, const std::string& field) {
    window.frame().goTo(
        {.room = Room::kBlueprint, .level = kThree, .half = half, .part = part, .field = field});
    return window.frame().workspace()->place();
  };
  const Id point = blueprint.theory.tops[1].scope.scopes[0].scopes[0].points[1].id;
  CHECK(goes(Half::kTheory, point, "").part == point);
  const Id module = blueprint.structure.groups[2].modules[0].id;
  CHECK(goes(Half::kSkills, module, "marks").part == module);
  const Id skill = blueprint.skills.tops[2].scope.scopes[1].points[0].id;
  CHECK(goes(Half::kSkills, skill, "").part == skill);
  goes(Half::kTheory, {}, "plan");
  CHECK(window.find<wxGrid>("组卷方案")->IsShownOnScreen());
  goes(Half::kSkills, {}, "skills/empty");
  CHECK(window.find<wxGrid>("操作技能考评要素细目表")->IsShownOnScreen());
}

TEST_CASE("the standard's scopes are looked at, taken in one step and given back in one", "[blueprint]") {
  OpenEditor window("liangju");
  withoutBlueprint(window);
  AtBlueprint at(window, kTheoryTable);
  {
    Answers no({[](wxDialog*) { return wxID_CANCEL; }});
    window.hands().key('G', wxMOD_CONTROL | wxMOD_SHIFT);
    REQUIRE(waitFor([&] { return no.allAsked(); }));
    CHECK(window.bank().blueprint(kThree) == nullptr);
  }
  Answers yes({[](wxDialog*) { return wxID_OK; }});
  window.hands().key('G', wxMOD_CONTROL | wxMOD_SHIFT);
  REQUIRE(at.comesToSay(8, kName, "相关知识"));
  CHECK(at.at(8, kWeight) == "75");
  window.menu("撤销");
  CHECK(window.bank().blueprint(kThree) == nullptr);
}

TEST_CASE("a point is traced to the standard by the numbers of its entries", "[blueprint]") {
  OpenEditor window("liangju");
  AtBlueprint at(window, kTheoryTable);
  int trace = 0;
  while (typed(at.grid->GetColLabelValue(trace)) != "对应标准") ++trace;
  const Id point = at.blueprint().theory.tops[1].scope.scopes[0].scopes[0].points[0].id;
  window.frame().goTo({.room = Room::kBlueprint, .level = kThree, .part = point});
  const int row = at.table->row();
  CHECK(at.at(row, trace) == "1.1.1");
  at.table->select(row, trace);
  window.hands().type("1.1.2 9.9");
  window.hands().key(WXK_RETURN);
  CHECK(at.table->told().starts_with("“1.1.2 9.9”不是标准里的条目"));
  at.table->select(row, trace);
  window.hands().type("1.1.2 1.1.1");
  window.hands().key(WXK_RETURN);
  REQUIRE(at.comesToSay(row, trace, "1.1.2 1.1.1"));
  const auto& content = window.bank().standard()->at(kThree)->functions[0].contents[0];
  CHECK(at.blueprint().theory.tops[1].scope.scopes[0].scopes[0].points[0].requirements ==
        std::vector<Id>{content.knowledge[1].id, content.knowledge[0].id});
}

TEST_CASE("what is being typed belongs to the level that was left, not to the one that comes",
          "[blueprint]") {
  OpenEditor window("liangju");
  AtBlueprint at(window, kTheoryTable);
  at.table->select(0, kName);
  window.hands().type("Basics");
  const Level two = *Level::of(2);
  const std::string other = window.bank().blueprint(two)->theory.tops[0].scope.name;
  window.frame().goTo({.room = Room::kBlueprint, .level = two});
  CHECK(at.blueprint().theory.tops[0].scope.name == "Basics");
  CHECK(window.bank().blueprint(two)->theory.tops[0].scope.name == other);
  CHECK(at.at(0, kName) == other);
}

TEST_CASE("a paper plan is typed row by row and its sum turns right at 100", "[blueprint]") {
  OpenEditor window("liangju");
  withoutBlueprint(window);
  AtBlueprint at(window, "组卷方案", Half::kTheory, "plan");
  at.table->select(0, 0);
  window.hands().key('1');  // 单选题 is the first of the types.
  REQUIRE(at.comesToSay(0, 0, "单选题"));
  window.hands().key(WXK_TAB);
  at.typeAndTab("40");
  at.typeAndTab("1.5");
  REQUIRE(at.comesToSay(0, 3, "60"));
  at.table->select(1, 1);
  at.paste("40\t1\n");
  REQUIRE(at.comesToSay(1, 3, "40"));
  CHECK(at.at(1, 0) == "多选题");
  CHECK(at.at(3, 3) == "100");
  auto* minutes = window.find<wxTextCtrl>("考试时间（分钟）");
  minutes->SetFocus();
  REQUIRE(waitFor([&] { return minutes->HasFocus(); }));
  window.hands().type("90");
  window.hands().key('S', wxMOD_CONTROL);
  REQUIRE(waitFor([&] { return !window.document().modified(); }));
  CHECK(at.blueprint().plan.minutes == 90);
  CHECK(at.blueprint().plan.total() == formats::Marks::whole(100));
}

TEST_CASE("modules share a group when the person writes its number, and the sum takes one of them",
          "[blueprint]") {
  OpenEditor window("liangju");
  AtBlueprint at(window, "操作技能考评内容结构表", Half::kSkills, "structure");
  REQUIRE(at.at(4, 6) == "100");
  at.table->select(3, 3);
  at.paste("量具维修\t换件\t实操\t30\t30\t1\n");
  REQUIRE(at.comesToSay(3, 0, "4"));
  CHECK(at.at(5, 6) == "130");
  at.table->select(3, 0);
  window.hands().type("3");
  window.hands().key(WXK_RETURN);
  REQUIRE(at.comesToSay(3, 0, "3"));
  CHECK(at.at(5, 6) == "100");
  CHECK(at.blueprint().structure.groups.size() == 3);
}
