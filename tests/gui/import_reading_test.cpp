// What a file was understood as is put right before anything is taken, and the points that are proposed are
// taken or left by a person.
#include <wx/notebook.h>

#include "tests/gui/support/import_sheet.h"

using namespace tiku;
using namespace tiku::tests;
using editor::IncomingList;
using editor::typed;
using formats::TheoryItem;

namespace {

// 0 is right here, as in some banks.
const char* const kZeroIsRight =
    "题型,题干,答案\n判断题,深度尺用毕擦净后放回盒内。,0\n判断题,千分尺可以当锤子用。,1\n";

const TheoryItem* itemThatSays(const formats::Bank& bank, const std::string& words) {
  const TheoryItem* found = nullptr;
  bank.forEach<TheoryItem>([&](const auto& item) {
    if (item->stem.str().find(words) != std::string::npos) found = item.get();
  });
  return found;
}

bool isRight(const TheoryItem& item) {
  return std::get<formats::JudgementKey>(item.key).correct;
}

}  // namespace

TEST_CASE("a code that was understood wrongly is put right, and so is the next file of the layout") {
  OpenEditor window("liangju");
  const auto first = writtenFile(window, "甲班.csv", kZeroIsRight);
  {
    Answers answers({chooseFile(first), [](wxDialog* dialog) {
                       const ImportSheet sheet(dialog);
                       sheet.choose("等级", 1);
                       sheet.waitUntilRead();
                       CHECK(sheet.incoming(0, 2).ends_with("答案：错误"));
                       sheet.chooseReading("判断题的答案写作");
                       CHECK(sheet.control<wxChoice>("这一项应当是")->GetCount() == 2);
                       sheet.choose("这一项应当是", 1);
                       sheet.waitUntilRead();
                       CHECK(sheet.incoming(0, 2).ends_with("答案：正确"));
                       CHECK(sheet.incoming(1, 2).ends_with("答案：错误"));
                       return wxID_OK;
                     }});
    window.menu("导入");
    CHECK(answers.allAsked());
  }
  REQUIRE(itemThatSays(window.bank(), "深度尺用毕") != nullptr);
  CHECK(isRight(*itemThatSays(window.bank(), "深度尺用毕")));
  CHECK_FALSE(isRight(*itemThatSays(window.bank(), "当锤子用")));

  const auto second = writtenFile(window, "乙班.csv",
                                  "题型,题干,答案\n判断题,量块用毕应涂防锈油。,0\n"
                                  "判断题,塞尺可以当撬棍用。,1\n");
  Answers answers({chooseFile(second), [](wxDialog* dialog) {
                     const ImportSheet sheet(dialog);
                     sheet.choose("等级", 1);
                     sheet.waitUntilRead();
                     CHECK(sheet.fileResult(0).ends_with("按上次对这种版式的改正来读。"));
                     CHECK(sheet.incoming(0, 2).ends_with("答案：正确"));
                     // And back to what was understood at first.
                     sheet.chooseReading("判断题的答案写作");
                     sheet.press("恢复原来的读法(&B)");
                     sheet.waitUntilRead();
                     CHECK(sheet.incoming(0, 2).ends_with("答案：错误"));
                     return wxID_CANCEL;
                   }});
  window.menu("导入");
  CHECK(answers.allAsked());
  CHECK(itemThatSays(window.bank(), "防锈油") == nullptr);
}

TEST_CASE("a proposed point is taken by its tick, and nothing is linked without one") {
  OpenEditor window("liangju");
  const auto file = writtenFile(window, "补充.csv",
                                "题型,题干,答案\n判断题,有了量块使用经验就不必清洗量块。,错\n"
                                "判断题,讲到量块使用，先看等级。,对\n判断题,夜里要关灯。,对\n");
  Answers answers({chooseFile(file), [](wxDialog* dialog) {
                     const ImportSheet sheet(dialog);
                     sheet.choose("等级", 1);
                     sheet.waitUntilRead();
                     auto* list = sheet.control<IncomingList>("将收入的内容");
                     CHECK(sheet.incoming(0, 4).starts_with("建议："));
                     CHECK(sheet.incoming(0, 4).ends_with("\n试题里说到“量块使用”。"));
                     CHECK(sheet.incoming(2, 4).empty());
                     CHECK_FALSE(list->isLinked(0));
                     // All at once, then one of them not.
                     sheet.choose("建议的考评点", 2);
                     CHECK(list->isLinked(0));
                     CHECK(list->isLinked(1));
                     CHECK_FALSE(list->isLinked(2));
                     sheet.choose("建议的考评点", 1);  // By code or order: none of these.
                     CHECK_FALSE(list->isLinked(0));
                     list->link(1, true);
                     return wxID_OK;
                   }});
  window.menu("导入");
  CHECK(answers.allAsked());
  REQUIRE(itemThatSays(window.bank(), "先看等级") != nullptr);
  CHECK(itemThatSays(window.bank(), "先看等级")->point.has_value());
  CHECK_FALSE(itemThatSays(window.bank(), "不必清洗")->point.has_value());
  CHECK(window.document().undoTitle() == "导入 3 道试题");
}

TEST_CASE("where a file and the bank differ, the bank's answer stays until somebody decides for the file") {
  OpenEditor window("liangju");
  const auto first =
      writtenFile(window, "甲班.csv", "题型,题干,答案\n判断题,深度尺用毕擦净后放回盒内。,对\n");
  const auto second =
      writtenFile(window, "乙班.csv", "题型,题干,答案\n判断题,深度尺用毕擦净后放回盒内。,错\n");
  {
    Answers answers({chooseFile(first), [](wxDialog* dialog) {
                       const ImportSheet sheet(dialog);
                       sheet.choose("等级", 1);
                       sheet.waitUntilRead();
                       return wxID_OK;
                     }});
    window.menu("导入");
    CHECK(answers.allAsked());
  }
  Answers answers({chooseFile(second), [](wxDialog* dialog) {
                     const ImportSheet sheet(dialog);
                     sheet.choose("等级", 1);
                     sheet.waitUntilRead();
                     REQUIRE(sheet.incomingRows() == 2);
                     CHECK(sheet.incoming(1, 2) == "深度尺用毕擦净后放回盒内。\n答案：错误");
                     CHECK(sheet.incoming(1, 5) == "与题库冲突：勾选后改用文件的答案，不勾选保留题库的。");
                     CHECK_FALSE(sheet.canImport());
                     sheet.choose("与题库冲突的", 1);
                     CHECK(sheet.canImport());
                     return wxID_OK;
                   }});
  window.menu("导入");
  CHECK(answers.allAsked());
  CHECK_FALSE(isRight(*itemThatSays(window.bank(), "深度尺用毕")));
  CHECK(itemThatSays(window.bank(), "深度尺用毕")->source.file == "甲班.csv");
}
