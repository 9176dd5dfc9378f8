#include <catch2/catch.hpp>
#include <wx/dataview.h>
#include <wx/grid.h>
#include <wx/notebook.h>
#include <wx/textctrl.h>

#include "editor/widgets/words.h"
#include "tests/gui/support/hands.h"

using namespace tiku;
using namespace tiku::tests;
using editor::shown;
using editor::typed;

namespace {

std::string cellOf(const wxGrid& grid, const std::string& line, const std::string& column) {
  for (int row = 0; row < grid.GetNumberRows(); ++row) {
    for (int i = 0; i < grid.GetNumberCols(); ++i) {
      if (typed(grid.GetRowLabelValue(row)) == line && typed(grid.GetColLabelValue(i)) == column)
        return typed(grid.GetCellValue(row, i));
    }
  }
  return "no such cell";
}

template <typename T>
T* in(wxWindow* dialog, std::string_view name) {
  return dynamic_cast<T*>(wxWindow::FindWindowByName(shown(name), dialog));
}

}  // namespace

TEST_CASE("the overview counts what there is against what is required, and names what to write next") {
  OpenEditor window("liangju-faults");
  auto* table = window.find<wxGrid>("各等级的规模与覆盖");
  auto* work = window.find<wxDataViewListCtrl>("接下来写什么");
  CHECK(cellOf(*table, "三级", "考评点") == "26 / 20");
  CHECK(cellOf(*table, "三级", "判断题") == "25 / 26");
  CHECK(cellOf(*table, "二级", "判断题") == "14");
  CHECK(columnOf(*work, 1) == std::vector<std::string>{"B-C-B-004 研磨剂的选用：单选题 1 道",
                                                       "B-C-B-004 研磨剂的选用：多选题 1 道",
                                                       "B-C-B-004 研磨剂的选用：判断题 1 道"});

  // What is written is counted at once.
  const formats::Level level = *formats::Level::of(3);
  formats::TheoryItem item(formats::Id::random(), level, formats::ItemType::kTrueFalse);
  formats::walk(window.bank().blueprint(level)->theory, [&](const formats::TablePlace& at) {
    if (at.point != nullptr && at.code() == "B-C-B-004") item.point = at.point->id;
  });
  REQUIRE(window.frame().Host::change(formats::Edit("新建试题").put(item)));
  REQUIRE(waitFor([&] { return cellOf(*table, "三级", "判断题") == "26 / 26"; }));
  CHECK(columnOf(*work, 1) == std::vector<std::string>{"B-C-B-004 研磨剂的选用：单选题 1 道",
                                                       "B-C-B-004 研磨剂的选用：多选题 1 道"});
  window.menu("撤销");
  REQUIRE(waitFor([&] { return columnOf(*work, 1).size() == 3; }));
}

TEST_CASE("the rules are lights: those that speak come first, those that are content are one line") {
  OpenEditor window("liangju-faults");
  auto* lights = window.find<wxDataViewCtrl>("规则的状态");
  wxDataViewItemArray lines;
  lights->GetModel()->GetChildren({}, lines);
  const auto words = [&](const wxDataViewItem& line, unsigned column) {
    wxVariant value;
    lights->GetModel()->GetValue(value, line, column);
    return typed(value.GetString());
  };
  REQUIRE(lines.GetCount() > 2);
  CHECK(words(lines[0], 1) == "理论试题不在等级之间重复");
  CHECK(words(lines[0], 2) == "教学示例，非法规");
  const wxDataViewItem last = lines[lines.GetCount() - 1];
  wxDataViewItemArray content;
  lights->GetModel()->GetChildren(last, content);
  CHECK(lines.GetCount() - 1 + content.GetCount() == window.document().checker().profile().rules().size());
  CHECK(words(last, 1) == "其余 " + std::to_string(content.GetCount()) + " 条规则没有问题");
}

TEST_CASE("the properties of the bank and its people are changed in one step") {
  OpenEditor window("liangju");
  const std::size_t before = window.bank().find<formats::People>(formats::People::kId)->people.size();
  Answers answers({[&](wxDialog* dialog) {
    in<wxTextCtrl>(dialog, "题库名称")->SetValue(shown("量具检校员题库"));
    in<wxTextCtrl>(dialog, "职业编码")->SetValue("6-1");
    CHECK_FALSE(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
    in<wxTextCtrl>(dialog, "职业编码")->SetValue("6-31-03-01");
    CHECK(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
    wxWindow* add = wxWindow::FindWindowByLabel(shown("添加人员(&A)"), dialog);
    wxCommandEvent press(wxEVT_BUTTON, add->GetId());
    press.SetEventObject(add);
    add->ProcessWindowEvent(press);
    in<wxTextCtrl>(dialog, "姓名")->SetValue(shown("赵技师"));
    return wxID_OK;
  }});
  window.menu("题库属性");
  CHECK(answers.allAsked());
  CHECK(window.bank().info().title == "量具检校员题库");
  CHECK(window.bank().info().occupation->str() == "6-31-03-01");
  const auto* people = window.bank().find<formats::People>(formats::People::kId);
  REQUIRE(people->people.size() == before + 1);
  CHECK(people->people.back().name == "赵技师");
  CHECK(window.document().undoTitle() == "修改题库属性");
  window.menu("撤销");
  CHECK(window.bank().info().title == "量具检校员题库（教学示例）");
  CHECK(window.bank().find<formats::People>(formats::People::kId)->people.size() == before);
}
