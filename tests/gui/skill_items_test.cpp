#include <catch2/catch.hpp>
#include <wx/grid.h>
#include <wx/textctrl.h>

#include "editor/items/items_workspace.h"
#include "editor/widgets/clipboard.h"
#include "editor/widgets/table_grid.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/hands.h"

using namespace tiku;
using namespace tiku::tests;
using editor::Half;
using editor::Room;
using editor::TableGrid;
using formats::Level;
using formats::Marks;
using formats::SkillItem;

namespace {

void enter(OpenEditor& window) {
  window.frame().goTo({.room = Room::kItems, .level = *Level::of(3), .half = Half::kSkills});
}

const SkillItem& current(OpenEditor& window) {
  const auto* item = window.bank().find<SkillItem>(window.frame().workspace()->place().object);
  REQUIRE(item != nullptr);
  return *item;
}

TableGrid* table(OpenEditor& window, std::string_view name) {
  for (wxWindow* at = window.find<wxWindow>(name); at != nullptr; at = at->GetParent()) {
    if (auto* grid = dynamic_cast<TableGrid*>(at)) return grid;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the score sheet of an operational item adds up before one's eyes") {
  OpenEditor window("liangju");
  enter(window);
  CHECK(current(window).code == "LJ-3-S-01");
  CHECK(current(window).scoreTotal() == current(window).marks);
  TableGrid* scores = table(window, "评分记录表");
  REQUIRE(scores != nullptr);
  scores->SetFocus();
  scores->select(0, 4);
  window.hands().type("9");
  window.hands().key(WXK_RETURN);
  REQUIRE(waitFor([&] { return current(window).scores[0].marks == Marks::whole(9); }));
  CHECK(current(window).scoreTotal() != current(window).marks);
  window.menu("撤销");
  CHECK(current(window).scoreTotal() == current(window).marks);
}

TEST_CASE(
    "rows of a score sheet are pasted from a spreadsheet as one step, a word for marks is refused whole") {
  OpenEditor window("liangju");
  enter(window);
  TableGrid* scores = table(window, "评分记录表");
  REQUIRE(scores != nullptr);
  const std::size_t before = current(window).scores.size();
  scores->SetFocus();
  scores->select(static_cast<int>(before), 1);
  editor::setClipboardText("外观检查\t逐把检查，漏一处扣 1 分\t\t3\n记录\t填写完整\t\t2\n");
  window.menu("粘贴");
  REQUIRE(waitFor([&] { return current(window).scores.size() == before + 2; }));
  CHECK(current(window).scores[before].content.str() == "外观检查");
  CHECK(current(window).scores[before].criterion.str() == "逐把检查，漏一处扣 1 分");
  CHECK(current(window).scores[before + 1].marks == Marks::whole(2));
  window.menu("撤销");
  CHECK(current(window).scores.size() == before);

  editor::setClipboardText("外观检查\t逐把检查\t\t三分\n");
  scores->select(static_cast<int>(before), 1);
  window.menu("粘贴");
  CHECK(waitFor([&] { return scores->told().find("三分") != std::string::npos; }));
  CHECK(current(window).scores.size() == before);
}

TEST_CASE("a new operational item takes the module of the one before, and its title is typed at once") {
  OpenEditor window("liangju");
  enter(window);
  const auto module = current(window).module;
  window.menu("新建操作技能试题");
  REQUIRE(waitFor([&] { return window.find<wxTextCtrl>("试题名称")->HasFocus(); }));
  window.hands().type("量块的清洗与保养");
  REQUIRE(waitFor([&] { return current(window).title == "量块的清洗与保养"; }));
  CHECK(current(window).module == module);
}
