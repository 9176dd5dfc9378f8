#include <fstream>

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/filedlg.h>

#include "editor/import/incoming_list.h"
#include "editor/import/verdict_list.h"
#include "editor/widgets/attention_bar.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/hands.h"
#include "tests/gui/support/import_sheet.h"

using namespace tiku;
using namespace tiku::tests;
using editor::IncomingList;
using editor::Room;
using editor::shown;
using editor::typed;
using editor::VerdictList;
using formats::TheoryItem;

namespace {

const char* const kTwoItems =
    "一、单选题\n"
    "1. 深度尺的尺身上沾了冷却液，测量前应（ ）。\n"
    "A. 擦净再测\nB. 直接测\nC. 加热烘干\nD. 等它自己干\n"
    "答案：A\n"
    "二、判断题\n"
    "1. 深度尺可以借给别的班组而不登记。\n"
    "答案：错\n"
    "三、说说看\n"
    "（只有一句话，不是题）\n";

}  // namespace

TEST_CASE("what is ticked of a file comes in as one step that says how much, and undo gives the bank back") {
  OpenEditor window("liangju");
  const std::size_t before = window.bank().all<TheoryItem>().size();
  const auto file = writtenFile(window, "补题.txt", kTwoItems);
  Answers answers({chooseFile(file), [](wxDialog* dialog) {
                     const ImportSheet sheet(dialog);
                     sheet.choose("等级", 1);
                     sheet.waitUntilRead();
                     REQUIRE(sheet.incomingRows() == 2);
                     CHECK(sheet.incoming(0, 1) == "单选题");
                     CHECK(sheet.incoming(0, 2) ==
                           "深度尺的尺身上沾了冷却液，测量前应（　）。\nA. 擦净再测\nB. 直接测\nC. "
                           "加热烘干\nD. 等它自己干\n答案：A");
                     CHECK(sheet.incoming(0, 5) == "新题");
                     // What was not understood stands there in its own words.
                     CHECK(sheet.control<VerdictList>("原文各处")
                               ->asText()
                               .find("段 12\t需要核对\t（只有一句话，不是题）\t") != std::string::npos);
                     sheet.control<IncomingList>("将收入的内容")->tick(0, false);
                     CHECK(sheet.canImport());
                     return wxID_OK;
                   }});
  window.menu("导入");
  CHECK(answers.allAsked());
  CHECK(window.bank().all<TheoryItem>().size() == before + 1);
  CHECK(window.document().undoTitle() == "导入 1 道试题");
  const editor::Place place = window.frame().workspace()->place();
  CHECK(place.room == Room::kItems);
  const auto* item = window.bank().find<TheoryItem>(place.object);
  REQUIRE(item != nullptr);
  CHECK(item->stem.str() == "深度尺可以借给别的班组而不登记。");
  CHECK(item->source.file == "补题.txt");
  window.menu("撤销");
  CHECK(window.bank().all<TheoryItem>().size() == before);
}

TEST_CASE("a file that cannot be read says why and what to do, and the others come in") {
  OpenEditor window("liangju");
  const auto bad = writtenFile(window, "扫描件.docx", "%PDF-1.7\n");
  const auto good = writtenFile(window, "补题.txt", kTwoItems);
  const std::size_t before = window.bank().all<TheoryItem>().size();
  Answers answers({chooseFile(bad),
                   [](wxDialog* dialog) {
                     const ImportSheet sheet(dialog);
                     sheet.choose("等级", 1);
                     sheet.waitUntilRead();
                     CHECK(sheet.fileResult(0).starts_with("没有导入：这不是 .docx"));
                     CHECK(sheet.fileResult(0).find("请向提供者索取") != std::string::npos);
                     CHECK_FALSE(sheet.canImport());
                     sheet.press("添加文件(&A)…");
                     sheet.waitUntilRead();
                     CHECK(sheet.fileResult(0).starts_with("没有导入："));
                     CHECK(sheet.fileResult(1).starts_with("收入 "));
                     CHECK(sheet.canImport());
                     return wxID_OK;
                   },
                   chooseFile(good)});
  window.menu("导入");
  CHECK(answers.allAsked());
  CHECK(window.bank().all<TheoryItem>().size() == before + 2);
}

TEST_CASE("reading is stopped with a button, taken up again, and what the bank has is not offered twice") {
  OpenEditor window("liangju");
  const auto file = writtenFile(window, "补题.txt", kTwoItems);
  const auto take = [](wxDialog* dialog) {
    const ImportSheet sheet(dialog);
    sheet.press("停止(&S)");
    wxYield();
    CHECK(sheet.fileResult(0) == "没有读取。");
    CHECK_FALSE(sheet.canImport());
    sheet.choose("等级", 1);
    sheet.waitUntilRead();
    CHECK(sheet.incomingRows() == 2);
    return wxID_OK;
  };
  Answers answers({chooseFile(file), take, chooseFile(file), [](wxDialog* dialog) {
                     const ImportSheet sheet(dialog);
                     sheet.choose("等级", 1);
                     sheet.waitUntilRead();
                     REQUIRE(sheet.incomingRows() == 2);
                     CHECK(sheet.incoming(0, 5) == "题库已有，不重复收入");
                     CHECK_FALSE(sheet.canImport());
                     return wxID_CANCEL;
                   }});
  window.menu("导入");
  window.menu("导入");
  CHECK(answers.allAsked());
  CHECK(window.document().undoTitle() == "导入 2 道试题");
}

TEST_CASE("an element table is looked at line by line before it is taken, and is taken as a whole") {
  OpenEditor window("liangju");
  const auto file = writtenFile(window, "细目表.csv",
                                "理论知识要素细目表\n代码,名称,重要程度\nA,基本要求,\nA-A,职业道德,\n"
                                "A-A-A,职业道德基本知识,\nA-A-A-001,职业道德的含义,X\n"
                                "A-A-A-002,劳动纪律的要求,Y\n");
  Answers answers({chooseFile(file), [](wxDialog* dialog) {
                     const ImportSheet sheet(dialog);
                     // Its name says what it is.
                     CHECK(sheet.control<wxChoice>("文件的内容")->GetSelection() == 2);
                     sheet.choose("等级", 1);
                     sheet.waitUntilRead();
                     INFO(sheet.fileResult(0));
                     std::string added;
                     for (unsigned i = 0; i < sheet.incomingRows(); ++i) {
                       if (sheet.incoming(i, 5) == "收入") added += sheet.incoming(i, 2) + "\n";
                     }
                     INFO(added);
                     CHECK(added.find("劳动纪律的要求") != std::string::npos);
                     CHECK(added.find("职业道德的含义") == std::string::npos);
                     CHECK(sheet.canImport());
                     sheet.control<IncomingList>("将收入的内容")->tick(0, false);
                     CHECK_FALSE(sheet.canImport());
                     sheet.control<IncomingList>("将收入的内容")->tick(0, true);
                     return wxID_OK;
                   }});
  window.menu("导入");
  CHECK(answers.allAsked());
  CHECK(window.document().undoTitle() == "导入要素细目表");
  CHECK(window.frame().workspace()->place().room == Room::kBlueprint);
}
