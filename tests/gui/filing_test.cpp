#include <fstream>

#include <catch2/catch.hpp>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>
#include <wx/textctrl.h>

#include "editor/widgets/attention_bar.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/hands.h"

using namespace tiku;
using namespace tiku::tests;
using editor::Room;
using editor::shown;
using editor::typed;

namespace {

void chooseDocument(OpenEditor& window, int number) {
  auto* list = window.find<wxDataViewListCtrl>("报备材料");
  list->SelectRow(static_cast<unsigned>(number - 1));
  wxDataViewEvent event(wxEVT_DATAVIEW_SELECTION_CHANGED, list, list->GetSelection());
  list->ProcessWindowEvent(event);
}

bool says(OpenEditor& window, const std::string& words) {
  for (const editor::Note& note : window.frame().attention().notes()) {
    if (note.text.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the forms of the bundle are filled in where they are, and the checklist follows") {
  OpenEditor window("liangju");
  window.frame().goTo({.room = Room::kFiling});
  auto* list = window.find<wxDataViewListCtrl>("报备材料");
  CHECK(list->GetItemCount() == 8);
  CHECK(typed(list->GetTextValue(1, 0)) == "○");
  chooseDocument(window, 2);
  for (const std::string step : {"组建专家团队", "撰写命题说明", "编制考评蓝图", "命制考评试题",
                                 "审核修订试题", "编辑制作试卷", "试测完善试卷"}) {
    window.find<wxTextCtrl>(step + "：起止时间")->SetValue(shown("2026年3月"));
    window.find<wxTextCtrl>(step + "：负责人")->SetValue(shown("林晓"));
  }
  REQUIRE(waitFor([&] { return typed(list->GetTextValue(1, 0)) == "✓"; }));
  CHECK(dossierOf(window.bank()).fields.at("step-pilot-person") == "林晓");
  CHECK(window.document().undoTitle() == "填写“试测完善试卷：负责人”");

  auto* report = window.find<wxTextCtrl>("试测报告");
  report->SetFocus();
  report->SetInsertionPointEnd();
  window.hands().type("补测 5 人。");
  REQUIRE(waitFor([&] {
    return dossierOf(window.bank()).texts.at("pilot").str().find("补测 5 人。") != std::string::npos;
  }));
}

TEST_CASE("an attachment is taken in from a file and taken out again") {
  OpenEditor window("liangju");
  window.frame().goTo({.room = Room::kFiling});
  chooseDocument(window, 8);
  const std::filesystem::path file = window.folder() / "保密承诺书.PDF";
  std::ofstream(file) << "%PDF-1.4";
  Answers answers({[&](wxDialog* dialog) {
    dynamic_cast<wxFileDialog*>(dialog)->SetPath(shown(file.string()));
    return wxID_OK;
  }});
  window.hands().click(wxWindow::FindWindowByLabel(shown("添加文件(&A)…"), &window.frame()));
  REQUIRE(waitFor([&] { return !dossierOf(window.bank()).attachments.empty(); }));
  CHECK(answers.allAsked());
  const auto& attachments = dossierOf(window.bank()).attachments;
  CHECK(attachments.begin()->second == "保密承诺书");
  CHECK(attachments.begin()->first.ends_with(".pdf"));
  auto* list = window.find<wxDataViewListCtrl>("佐证材料");
  REQUIRE(waitFor([&] { return list->GetItemCount() == 1; }));
  list->SelectRow(0);
  wxDataViewEvent chosen(wxEVT_DATAVIEW_SELECTION_CHANGED, list, list->GetSelection());
  list->ProcessWindowEvent(chosen);
  window.hands().click(wxWindow::FindWindowByLabel(shown("删除(&D)"), list->GetParent()));
  REQUIRE(waitFor([&] { return dossierOf(window.bank()).attachments.empty(); }));
  CHECK(window.bank().all<formats::Media>().empty());
}

TEST_CASE("a bank that is not checked in gives a draft of the bundle") {
  OpenEditor window("liangju");
  window.frame().goTo({.room = Room::kFiling});
  const std::filesystem::path file = window.folder() / "材料包.zip";
  Answers answers(
      {[&](wxDialog* dialog) {
         dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shown("随机数"), dialog))->SetValue("7");
         auto* draft = dynamic_cast<wxCheckBox*>(wxWindow::FindWindowByName(shown("草稿"), dialog));
         CHECK(draft->GetValue());
         CHECK(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
         return wxID_OK;
       },
       [&](wxDialog* dialog) {
         dynamic_cast<wxFileDialog*>(dialog)->SetPath(shown(file.string()));
         return wxID_OK;
       }});
  window.menu("导出材料包");
  CHECK(answers.allAsked());
  REQUIRE(waitFor([&] { return says(window, "已导出草稿"); }, 30'000));
  CHECK(std::filesystem::file_size(file) > 10'000);
}
