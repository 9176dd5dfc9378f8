#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/grid.h>
#include <wx/textctrl.h>

#include "editor/standard/standard_room.h"
#include "editor/widgets/prose_field.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/at_table.h"

using namespace tiku;
using namespace tiku::tests;
using editor::Room;
using editor::typed;
using formats::Edit;
using formats::Id;
using formats::Level;
using formats::Standard;

namespace {

/// At a part of the standard that is a table.
class AtPart : public AtTable {
 public:
  AtPart(OpenEditor& window, const std::string& name, const std::string& field)
      : AtTable(window, name, {.room = Room::kStandard, .level = kThree, .field = field}) {}
};

std::string printed(const formats::LevelRequirements& requirements) {
  std::string text;
  for (const auto& function : requirements.functions) {
    text += function.name + "\n";
    for (const auto& content : function.contents) {
      text += "  " + content.name + ":";
      for (const auto& skill : content.skills)
        text += " " + std::string(skill.critical ? "★" : "") + skill.text;
      text += " |";
      for (const auto& knowledge : content.knowledge) text += " " + knowledge.text;
      text += "\n";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("a bank without a standard offers one in the national form", "[standard]") {
  OpenEditor window("liangju");
  REQUIRE(window.frame().change(Edit("删除标准").remove(Standard::kId)));
  window.frame().goTo({.room = Room::kStandard});
  window.hands().click(window.find<wxButton>("建立职业标准"));
  REQUIRE(waitFor([&] { return window.bank().standard() != nullptr; }));
  const Standard& standard = *window.bank().standard();
  CHECK(standard.title == "量具检校员国家职业标准");
  CHECK(standard.overview.size() == 9);
  CHECK(standard.levels.size() == 2);
  window.menu("撤销");
  CHECK(window.bank().standard() == nullptr);
  CHECK(window.find<wxButton>("建立职业标准")->IsShownOnScreen());
}

TEST_CASE("work requirements pasted from Word become functions, contents and numbered entries",
          "[standard]") {
  OpenEditor window("liangju");
  Standard standard = *window.bank().standard();
  standard.levels.clear();
  standard.levels.emplace_back(kThree);
  REQUIRE(window.frame().change(Edit("清空").put(standard)));
  AtPart at(window, "工作要求", "level-3");
  at.table->select(0, 0);
  at.paste(
      "1.车削\t1.1 装夹\t1.1.1 能用三爪自定心卡盘装夹\t1.1.1 卡盘知识\n"
      "\t\t★1.1.2 能找正\t\n"
      "\t1.2 切削\t\"1.2.1 能车外圆\n1.2.2 能车端面\"\t1.2.1 切削用量\n"
      "2.铣削\t2.1 装刀\t能装刀\t\n");
  REQUIRE(at.comesToSay(0, 0, "车削"));
  CHECK(printed(*window.bank().standard()->at(kThree)) ==
        "车削\n  装夹: 能用三爪自定心卡盘装夹 ★能找正 | 卡盘知识\n  切削: 能车外圆 能车端面 | 切削用量\n"
        "铣削\n  装刀: 能装刀 |\n");
  CHECK(at.grid->GetNumberRows() == 6);
  window.menu("撤销");
  CHECK(window.bank().standard()->at(kThree)->functions.empty());
}

TEST_CASE("rows are inserted in the column of the cursor, starred, moved and deleted by keys", "[standard]") {
  OpenEditor window("liangju");
  AtPart at(window, "工作要求", "level-3");
  const std::string before = printed(*window.bank().standard()->at(kThree));
  at.table->select(0, 2);
  window.hands().key('I', wxMOD_CONTROL);
  REQUIRE(waitFor([&] { return at.table->row() == 1 && at.at(1, 2).empty(); }));
  window.hands().type("能登记被检量具");
  REQUIRE(waitFor([&] { return at.table->hasKeyboard(); }));
  REQUIRE(at.comesToSay(1, 2, "能登记被检量具"));
  at.table->select(1, 2);
  window.hands().key('B', wxMOD_CONTROL);
  REQUIRE(waitFor(
      [&] { return window.bank().standard()->at(kThree)->functions[0].contents[0].skills[1].critical; }));
  window.hands().key(WXK_UP, wxMOD_ALT);
  REQUIRE(at.comesToSay(0, 2, "能登记被检量具"));
  CHECK(at.table->row() == 0);
  window.hands().key(WXK_DELETE, wxMOD_CONTROL);
  REQUIRE(at.comesToSay(0, 2, "能检查检校室的温度和湿度并记录"));
  CHECK(printed(*window.bank().standard()->at(kThree)) == before);

  // In the column of functions a row is a function.
  at.table->select(0, 0);
  window.hands().key('I', wxMOD_CONTROL);
  REQUIRE(waitFor([&] { return window.bank().standard()->at(kThree)->functions.size() == 4; }));
  while (window.document().canUndo()) window.document().undo();
  CHECK(printed(*window.bank().standard()->at(kThree)) == before);
}

TEST_CASE("what the blueprint rests on is not emptied by the way, and deleted only when asked",
          "[standard]") {
  OpenEditor window("liangju");
  AtPart at(window, "工作要求", "level-3");
  at.table->select(0, 3);
  window.hands().key(WXK_DELETE);
  CHECK(at.table->told() == "蓝图里有 1 处对应这一条，不能清空；可以改写，或用“删除行”删去。没有改动。");
  at.table->select(0, 0);
  window.hands().key(WXK_DELETE);
  CHECK(at.table->told().starts_with("职业功能和工作内容要有名称"));
  Answers no({[](wxDialog*) { return wxID_NO; }});
  window.hands().key(WXK_DELETE, wxMOD_CONTROL);
  REQUIRE(waitFor([&] { return no.allAsked(); }));
  CHECK_FALSE(window.document().canUndo());
}

TEST_CASE("a weight column shows its sum, and a dash is no weight", "[standard]") {
  OpenEditor window("liangju");
  AtPart at(window, "理论知识权重表", "theory-weights");
  const int sum = at.grid->GetNumberRows() - 1;
  REQUIRE(at.at(sum, 2) == "100");
  at.table->select(0, 2);
  window.hands().type("7");
  window.hands().key(WXK_RETURN);
  REQUIRE(at.comesToSay(sum, 2, "102 / 100"));
  at.table->select(0, 2);
  window.hands().type("12o");
  window.hands().key(WXK_RETURN);
  CHECK(at.at(0, 2) == "7");
  CHECK(at.table->told() == "权重“12o”不是 0 到 100 的数（最多两位小数）。原来的值没有改动。");
  at.table->select(0, 2);
  at.paste("—");
  REQUIRE(at.comesToSay(0, 2, ""));
  CHECK_FALSE(window.bank().standard()->theoryWeights[0].weights.contains(kThree));
}

TEST_CASE("a section of chapter 1 is written in a form, and one stretch of typing is one step",
          "[standard]") {
  OpenEditor window("liangju");
  window.frame().goTo({.room = Room::kStandard, .field = "overview/2"});
  auto* text = window.find<editor::ProseField>("正文");
  REQUIRE(waitFor([&] { return text->HasFocus(); }));
  const std::string before = window.bank().standard()->overview[2].text.str();
  text->SetInsertionPointEnd();
  window.hands().type("abc");
  REQUIRE(waitFor([&] { return window.bank().standard()->overview[2].text.str() == before + "abc"; }));
  CHECK(window.document().undoTitle() == "修改职业概况“职业定义”");
  window.menu("撤销");
  CHECK(window.bank().standard()->overview[2].text.str() == before);
  CHECK(typed(text->GetValue()) == before);
  CHECK_FALSE(window.document().canUndo());
}

TEST_CASE("findings of the standard lead to the entry and to the column", "[standard]") {
  OpenEditor window("liangju");
  const Standard& standard = *window.bank().standard();
  const Id skill = standard.at(kThree)->functions[1].contents[1].skills[2].id;
  window.frame().goTo({.room = Room::kStandard, .part = skill, .field = "start"});
  CHECK(window.frame().workspace()->place().part == skill);
  CHECK(window.frame().workspace()->place().field == "level-3");
  window.frame().goTo({.room = Room::kStandard, .level = kThree, .field = "skills-weights/3"});
  auto* grid = window.find<wxGrid>("技能要求权重表");
  CHECK(grid->GetGridCursorRow() == grid->GetNumberRows() - 1);
  CHECK(grid->GetGridCursorCol() == 1);
  const Id topic = standard.basics[3].id;
  window.frame().goTo({.room = Room::kStandard, .part = topic});
  CHECK(window.frame().workspace()->place().part == topic);
}
