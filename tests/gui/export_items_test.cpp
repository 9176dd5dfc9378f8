#include <catch2/catch.hpp>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/textctrl.h>

#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/exchange/import.h"
#include "tests/gui/support/hands.h"
#include "tests/support/files.h"
#include "tests/support/folder.h"

using namespace tiku;
using namespace tiku::tests;
using editor::shown;

TEST_CASE("items are exported with what the format cannot hold said before anything is written") {
  OpenEditor window("liangju");
  const tiku::test::Folder folder;
  const auto file = folder / "题.gift";
  std::string said;
  Answers answers({[&](wxDialog* dialog) {
                     auto* format =
                         dynamic_cast<wxChoice*>(wxWindow::FindWindowByName(shown("格式"), dialog));
                     format->SetStringSelection("GIFT");
                     wxCommandEvent chosen(wxEVT_CHOICE, format->GetId());
                     format->ProcessWindowEvent(chosen);
                     auto* losses = dynamic_cast<wxTextCtrl*>(
                         wxWindow::FindWindowByName(shown("写出多少，写不下什么"), dialog));
                     wxWindow* write = wxWindow::FindWindowById(wxID_OK, dialog);
                     REQUIRE(waitFor([&] { return write->IsEnabled(); }, 20'000));
                     said = editor::typed(losses->GetValue());
                     return wxID_OK;
                   },
                   [&](wxDialog* dialog) {
                     dynamic_cast<wxFileDialog*>(dialog)->SetPath(shown(file.string()));
                     return wxID_OK;
                   }});
  window.menu("导出试题");
  CHECK(answers.allAsked());
  CHECK(said == "写出 145 道试题。\n36 道：多选题在 GIFT 里按选中的正确选项给部分分，不是全部选对才得分。\n");
  const std::string bytes = tiku::test::bytesOf(file);
  CHECK(bytes.find("[tag:tiku:type=multiple-choice]") != std::string::npos);
  CHECK_FALSE(window.document().modified());
}

TEST_CASE(
    "a template for authors is written from the menu, and its own import tells that nothing is filled in") {
  OpenEditor window("liangju");
  const tiku::test::Folder folder;
  const auto file = folder / "命题模板.xlsx";
  Answers answers({[&](wxDialog* dialog) {
    dynamic_cast<wxFileDialog*>(dialog)->SetPath(shown(file.string()));
    return wxID_OK;
  }});
  window.menu("Excel 命题模板");
  CHECK(answers.allAsked());
  CHECK_FALSE(window.document().modified());
  formats::ImportOptions options;
  try {
    formats::importFile(window.bank(), file, options);
    FAIL("the template was taken for items");
  } catch (const formats::FormatError& error) {
    CHECK(std::string(error.what()) == "文件里还没有试题，只有说明和示例。");
  }
}
