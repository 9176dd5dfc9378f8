#include <algorithm>

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/grid.h>
#include <wx/notebook.h>
#include <wx/textctrl.h>

#include "editor/papers/paper_edits.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/hands.h"

using namespace tiku;
using namespace tiku::tests;
using namespace tiku::formats;
using editor::PaperLine;
using editor::Place;
using editor::Room;
using editor::typed;

namespace {

Level three() {
  return *Level::of(3);
}

std::string lineOf(wxDataViewCtrl& list, const wxDataViewItem& item) {
  std::string line;
  for (unsigned column = 0; column < list.GetColumnCount(); ++column) {
    wxVariant value;
    list.GetModel()->GetValue(value, item, column);
    line += (column == 0 ? "" : "|") + typed(value.GetString());
  }
  return line;
}

std::vector<std::string> sectionsOf(wxDataViewCtrl& tree) {
  wxDataViewItemArray items;
  tree.GetModel()->GetChildren({}, items);
  std::vector<std::string> lines;
  for (const auto& item : items) lines.push_back(lineOf(tree, item));
  return lines;
}

std::vector<const Paper*> papersOf(const Bank& bank) {
  std::vector<const Paper*> papers;
  bank.forEach<Paper>([&](const auto& paper) {
    if (paper->level == three() && paper->kind == Paper::Kind::kTheory) papers.push_back(paper.get());
  });
  std::ranges::sort(papers, {}, &Paper::number);
  return papers;
}

}  // namespace

TEST_CASE(
    "a new paper has the next number and the plan's sections, an item found by its words goes to its kind") {
  OpenEditor window("liangju");
  window.frame().goTo({.room = Room::kPapers, .level = three()});
  window.menu("新建试卷");
  auto* tree = window.find<wxDataViewCtrl>("试卷内容");
  REQUIRE(waitFor([&] { return papersOf(window.bank()).size() == 2; }));
  const Paper* made = papersOf(window.bank()).back();
  CHECK(made->number == "LJ-3-2026-02");
  CHECK(made->minutes == 60);
  CHECK(sectionsOf(*tree) ==
        std::vector<std::string>{"一、单选题||0 道||0", "二、多选题||0 道||0", "三、判断题||0 道||0"});

  window.hands().click(window.find<wxCheckBox>("只列其他试卷没有用的"));
  auto* search = window.find<wxTextCtrl>("查找试题");
  window.hands().click(search);
  window.hands().type("判断 千分尺");
  auto* list = window.find<wxDataViewCtrl>("可以加入的试题");
  REQUIRE(waitFor([&] {
    return dynamic_cast<wxDataViewVirtualListModel*>(list->GetModel())->GetCount() > 0 &&
           dynamic_cast<wxDataViewVirtualListModel*>(list->GetModel())->GetCount() < 10;
  }));
  list->Select(dynamic_cast<wxDataViewVirtualListModel*>(list->GetModel())->GetItem(0));
  window.hands().click(window.find<wxButton>("加入试卷"));
  REQUIRE(waitFor([&] { return sectionsOf(*tree).back() == "三、判断题||1 道||3"; }));
  CHECK(window.document().undoTitle() == "加入 1 道试题");
  CHECK(papersOf(window.bank()).back()->sections[2].entries.front().marks == Marks::whole(3));

  window.menu("撤销");
  REQUIRE(waitFor([&] { return sectionsOf(*tree).back() == "三、判断题||0 道||0"; }));
}

TEST_CASE(
    "title, number and minutes are typed, each a step of its own, and the paper goes with one command") {
  OpenEditor window("liangju");
  window.frame().goTo({.room = Room::kPapers, .level = three()});
  auto* number = window.find<wxTextCtrl>("试卷编号");
  window.hands().click(number);
  window.hands().key('A', wxMOD_CONTROL);
  window.hands().type("LJ-9");
  REQUIRE(waitFor([&] { return papersOf(window.bank()).front()->number == "LJ-9"; }));
  CHECK(window.document().undoTitle() == "修改试卷编号");
  auto* title = window.find<wxTextCtrl>("试卷名称");
  window.hands().click(title);
  window.hands().key('A', wxMOD_CONTROL);
  window.hands().type("第九套试卷");
  REQUIRE(waitFor([&] { return papersOf(window.bank()).front()->title == "第九套试卷"; }));
  window.menu("撤销");
  CHECK(papersOf(window.bank()).front()->number == "LJ-9");
  window.menu("撤销");
  CHECK(papersOf(window.bank()).front()->number == "LJ-3-2026-01");
  REQUIRE(waitFor([&] { return typed(number->GetValue()) == "LJ-3-2026-01"; }));

  window.menu("删除试卷");
  CHECK(papersOf(window.bank()).empty());
  window.menu("撤销");
  CHECK(papersOf(window.bank()).size() == 1);
}

TEST_CASE("two papers with the same items show in the matrix what they share") {
  OpenEditor window("liangju");
  Paper copy = *papersOf(window.bank()).front();
  copy.id = Id::random();
  copy.number = "LJ-3-2026-02";
  copy.sections.resize(1);
  REQUIRE(window.frame().Host::change(Edit("新建试卷").put(copy)));
  window.frame().goTo({.room = Room::kPapers,
                       .level = three(),
                       .object = copy.id,
                       .field = "overlap/" + papersOf(window.bank()).front()->id.str()});
  auto* grid = window.find<wxGrid>("试卷之间的重复率");
  REQUIRE(grid->GetNumberRows() == 2);
  CHECK(typed(grid->GetCellValue(0, 1)) == "33.4%");
  CHECK(typed(grid->GetCellValue(1, 0)) == "100%");
  auto* shared = window.find<wxDataViewListCtrl>("两套试卷相同的试题");
  CHECK(shared->GetItemCount() == 10);
}

TEST_CASE("lines of a paper move up, down and into the next section, and keep their marks") {
  const auto entry = [](int marks) { return PaperEntry{Id::random(), Marks::whole(marks), {}}; };
  Paper paper(Id::random(), three(), Paper::Kind::kTheory);
  paper.sections = {{"一", {entry(1), entry(2), entry(3)}, {}}, {"二", {entry(4)}, {}}};
  const auto marks = [&] {
    std::string line;
    for (const PaperSection& section : paper.sections) {
      line += section.title;
      for (const PaperEntry& one : section.entries) line += one.marks.str();
    }
    return line;
  };
  CHECK(editor::moveLine(paper, {0, 2}, 1) == PaperLine{1, 0});
  CHECK(marks() == "一12二34");
  CHECK(editor::moveLine(paper, {1, 0}, -1) == PaperLine{0, 2});
  CHECK(marks() == "一123二4");
  CHECK(editor::moveLine(paper, {0, 0}, -1) == PaperLine{0, 0});
  CHECK(editor::moveLine(paper, {0, -1}, 1) == PaperLine{1, -1});
  CHECK(marks() == "二4一123");
  CHECK(editor::moveEntries(paper, {{0, 0}, {1, 2}}, {1, 1}) == std::vector<PaperLine>{{1, 1}, {1, 2}});
  CHECK(marks() == "二一1432");
  CHECK(editor::moveEntries(paper, {{1, 0}, {1, 1}}, {1, -1}) == std::vector<PaperLine>{{1, 2}, {1, 3}});
  CHECK(marks() == "二一3214");
  editor::removeLines(paper, {{1, 0}, {0, -1}, {1, 3}});
  CHECK(marks() == "一21");
}
