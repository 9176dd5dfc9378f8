#include <algorithm>

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>
#include <wx/textctrl.h>

#include "editor/widgets/words.h"
#include "tests/gui/support/hands.h"
#include "tests/support/folder.h"
#include "tests/support/places.h"

using namespace tiku;
using namespace tiku::tests;
using namespace tiku::formats;
using editor::shown;

namespace {

/// The list of the repairs, once it is there.
wxDataViewListCtrl* repairsIn(wxDialog* dialog) {
  auto* list =
      dynamic_cast<wxDataViewListCtrl*>(wxWindow::FindWindowByName(shown("可以自动修正的检查结果"), dialog));
  REQUIRE(list != nullptr);
  CHECK_FALSE(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
  REQUIRE(waitFor([&] { return list->GetItemCount() > 0; }, 20'000));
  CHECK(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
  return list;
}

}  // namespace

TEST_CASE("all repairs are listed and made in one step, and what is unticked stays") {
  OpenEditor window("liangju-faults");
  // A second one: a negative word without emphasis.
  const auto items = window.bank().all<TheoryItem>();
  const auto choice =
      std::ranges::find_if(items, [](const auto& item) { return item->type == ItemType::kSingleChoice; });
  TheoryItem typed = **choice;
  typed.stem = RichText::plain("下列检校做法不正确的是（　）。");
  window.document().apply(Edit("修改题干").put(typed));
  window.document().save();
  const auto fixable = [&] {
    std::size_t count = 0;
    for (const auto& finding : window.document().checker().findings()) count += finding.fix ? 1 : 0;
    return count;
  };
  REQUIRE(fixable() > 0);
  {
    Answers untick({[&](wxDialog* dialog) {
      auto* list = repairsIn(dialog);
      for (int row = 0; row < list->GetItemCount(); ++row)
        list->SetToggleValue(false, static_cast<unsigned>(row), 0);
      return wxID_OK;
    }});
    window.menu("全部自动修正");
    CHECK(untick.allAsked());
  }
  CHECK(window.document().undoTitle() == "修改题干");
  const std::size_t before = fixable();
  REQUIRE(before == 2);
  {
    // Without one of them the others are made anew, beside the window.
    Answers most({[&](wxDialog* dialog) {
      repairsIn(dialog)->SetToggleValue(false, 0, 0);
      return wxID_OK;
    }});
    window.menu("全部自动修正");
    REQUIRE(waitFor([&] { return fixable() == 1; }, 20'000));
    CHECK(window.document().undoTitle() == "自动修正 1 处");
    window.menu("撤销");
    CHECK(fixable() == before);
  }
  Answers all({[](wxDialog* dialog) {
    repairsIn(dialog);
    return wxID_OK;
  }});
  window.menu("全部自动修正");
  CHECK(fixable() == 0);
  CHECK(window.document().undoTitle() == "自动修正 " + std::to_string(before) + " 处");
  window.menu("撤销");
  CHECK(fixable() == before);
}

TEST_CASE("looking for repairs is stopped with a button, and nothing is changed") {
  OpenEditor window("liangju-faults");
  Answers answers({[](wxDialog* dialog) {
    wxWindow* stop = wxWindow::FindWindowByLabel(shown("停止(&S)"), dialog);
    REQUIRE(stop != nullptr);
    wxCommandEvent press(wxEVT_BUTTON, stop->GetId());
    press.SetEventObject(stop);
    stop->ProcessWindowEvent(press);
    CHECK_FALSE(stop->IsShown());
    CHECK_FALSE(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
    return wxID_CANCEL;
  }});
  window.menu("全部自动修正");
  CHECK(answers.allAsked());
  CHECK_FALSE(window.document().canUndo());
}

TEST_CASE("a term is added with a banned word, in one step") {
  OpenEditor window("liangju");
  Answers answers({[&](wxDialog* dialog) {
    wxWindow* add = wxWindow::FindWindowByLabel(shown("添加术语(&A)"), dialog);
    wxCommandEvent press(wxEVT_BUTTON, add->GetId());
    press.SetEventObject(add);
    add->ProcessWindowEvent(press);
    CHECK_FALSE(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
    for (wxWindow* child : dialog->GetChildren()) {
      auto* field = dynamic_cast<wxTextCtrl*>(child);
      if (field == nullptr) continue;
      if (field->GetName() == shown("术语")) field->SetValue(shown("游标卡尺"));
      if (field->GetName() == shown("禁用词，每行一个")) field->SetValue(shown("卡尺儿\n油标卡尺"));
    }
    CHECK(wxWindow::FindWindowById(wxID_OK, dialog)->IsEnabled());
    return wxID_OK;
  }});
  window.menu("术语");
  CHECK(answers.allAsked());
  const auto* terms = window.bank().find<Terms>(Terms::kId);
  REQUIRE(terms != nullptr);
  REQUIRE(terms->terms.size() == 1);
  CHECK(terms->terms[0].preferred == "游标卡尺");
  REQUIRE(terms->terms[0].variants.size() == 2);
  CHECK(terms->terms[0].variants[1].text == "油标卡尺");
  CHECK(window.document().undoTitle() == "修改术语");
}

TEST_CASE("two items that ask the same are judged with a reason, and the judgement is kept") {
  OpenEditor window("liangju-faults");
  Answers answers({[&](wxDialog* dialog) {
                     auto* list = dynamic_cast<wxDataViewListCtrl*>(
                         wxWindow::FindWindowByName(shown("相近的试题"), dialog));
                     REQUIRE(waitFor([&] { return list->GetItemCount() > 0; }, 20'000));
                     wxWindow* variant = wxWindow::FindWindowByLabel(shown("判为变式(&V)"), dialog);
                     CHECK_FALSE(variant->IsEnabled());
                     auto* reason =
                         dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shown("判定的理由"), dialog));
                     reason->SetValue(shown("考查的等级不同"));
                     CHECK(variant->IsEnabled());
                     wxCommandEvent press(wxEVT_BUTTON, variant->GetId());
                     press.SetEventObject(variant);
                     variant->ProcessWindowEvent(press);
                     return wxID_CANCEL;
                   },
                   [](wxDialog* dialog) {
                     // Who judges is asked once.
                     for (wxWindow* child : dialog->GetChildren()) {
                       if (auto* name = dynamic_cast<wxTextCtrl*>(child)) name->SetValue(shown("赵工"));
                     }
                     return wxID_OK;
                   }});
  window.menu("相近试题");
  const auto* judgements = window.bank().find<Judgements>(Judgements::kId);
  REQUIRE(judgements != nullptr);
  CHECK(judgements->judgements.back().verdict == Judgement::Verdict::kVariant);
  CHECK(judgements->judgements.back().reason == "考查的等级不同");
  CHECK_FALSE(judgements->judgements.back().person.empty());
}

TEST_CASE(
    "a bank is compared with another one, whose items can be looked at only, and the list is kept as a "
    "page") {
  OpenEditor window("liangju");
  const auto page = window.folder() / "相近试题.html";
  const auto press = [](wxWindow* button) {
    wxCommandEvent event(wxEVT_BUTTON, button->GetId());
    event.SetEventObject(button);
    button->ProcessWindowEvent(event);
  };
  const auto chooseFile = [](wxDialog* dialog, const std::filesystem::path& path) {
    dynamic_cast<wxFileDialog*>(dialog)->SetPath(shown(path.string()));
    return wxID_OK;
  };
  Answers answers(
      {[&](wxDialog* dialog) {
         const auto labelled = [&](const char* label) {
           return wxWindow::FindWindowByLabel(shown(label), dialog);
         };
         auto* list =
             dynamic_cast<wxDataViewListCtrl*>(wxWindow::FindWindowByName(shown("相近的试题"), dialog));
         press(labelled("与其他题库比较(&O)…"));
         REQUIRE(waitFor([&] { return list->GetItemCount() > 0; }, 20'000));
         dynamic_cast<wxTextCtrl*>(wxWindow::FindWindowByName(shown("判定的理由"), dialog))
             ->SetValue(shown("同一家的题"));
         CHECK_FALSE(labelled("判为相同(&S)")->IsEnabled());
         // Of the two places to go to, one is in this bank.
         CHECK(labelled("转到这道题")->IsEnabled());
         press(labelled("存成网页(&E)…"));
         press(labelled("只比较本题库(&B)"));
         return wxID_CANCEL;
       },
       [&](wxDialog* dialog) { return chooseFile(dialog, sourceRoot() / "samples/liangju-faults/tiku.xml"); },
       [&](wxDialog* dialog) { return chooseFile(dialog, page); }});
  window.menu("相近试题");
  CHECK(answers.allAsked());
  const std::string html = tiku::test::bytesOf(page);
  CHECK(html.find("<html") != std::string::npos);
  CHECK(html.find("游标卡尺") != std::string::npos);
  CHECK(window.bank().find<Judgements>(Judgements::kId) == nullptr);
}
