#include <algorithm>

#include <catch2/catch.hpp>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dnd.h>
#include <wx/grid.h>

#include "editor/app/settings.h"
#include "editor/widgets/clipboard.h"
#include "editor/widgets/table_grid.h"
#include "editor/widgets/words.h"
#include "tests/gui/support/experts_answer.h"
#include "tests/gui/support/review_hands.h"
#include "workflows/review/begin.h"
#include "workflows/review/collect.h"
#include "workflows/review/keys.h"
#include "workflows/review/opinions.h"
#include "workflows/review/report/scores.h"

using namespace tiku;
using namespace tiku::formats;
using namespace tiku::tests;
using editor::Room;
using editor::shown;
using editor::typed;

namespace {

Round plainRound(unsigned number, const char* title, const char* accepted, const char* due) {
  Round round;
  round.id = Id::wellKnown(0x7000U + number);
  round.title = title;
  round.commit = "c0ffee00c0ffee";
  round.due = Date::parse(due);
  round.perItem = 3;
  for (unsigned i = 0; i < 3; ++i)
    round.panel.push_back(
        {Id::wellKnown(0x7100U + i), "专家" + std::to_string(i + 1), "第一学院", i == 0, {}, {}});
  workflows::advance(round, RoundState::kAccepted, {"王科长", *Date::parse(accepted), "材料齐全"});
  return round;
}

// The dialog of a new round as somebody fills it in: it stays up until the round is begun.
int fillNewRound(wxDialog* dialog) {
  dialog->CallAfter([dialog] {
    write(dialog, "名称", "2026年报备评审");
    write(dialog, "受理人", "王科长");
    write(dialog, "受理意见", "材料齐全");
    auto* grid = dynamic_cast<wxGrid*>(wxWindow::FindWindowByName(shown("专家组"), dialog));
    editor::setClipboardText(panelWords());
    auto* table = dynamic_cast<editor::TableGrid*>(grid->GetParent());
    table->select(0, 0);
    table->SetFocus();
    CHECK(waitFor([table] { return table->hasKeyboard(); }));
    table->paste();
    auto* button = dynamic_cast<wxButton*>(wxWindow::FindWindowById(wxID_OK, dialog));
    CHECK(button->IsEnabled());
    if (!button->IsEnabled()) return dialog->EndModal(wxID_CANCEL);
    wxCommandEvent event(wxEVT_BUTTON, wxID_OK);
    event.SetEventObject(button);
    button->ProcessWindowEvent(event);
  });
  return wxID_NONE;
}

void drop(OpenEditor& window, const std::vector<std::filesystem::path>& files) {
  wxArrayString names;
  for (const auto& file : files) names.Add(shown(file.string()));
  wxWindow* page = window.find("专家与评审文件")->GetParent();
  dynamic_cast<wxFileDropTarget*>(page->GetDropTarget())->OnDropFiles(5, 5, names);
}

const Round& theRound(OpenEditor& window) {
  return *window.bank().all<Round>().front();
}

}  // namespace

TEST_CASE("the rounds are listed, the latest first, and the one that is late says so") {
  OpenEditor window("liangju");
  Edit edit("开始评审");
  edit.put(plainRound(1, "2025年评审", "2025-03-03", "2025-03-17"));
  edit.put(plainRound(2, "2099年评审", "2099-03-02", "2099-03-16"));
  REQUIRE(window.frame().Host::change(edit));
  window.frame().goTo({.room = Room::kReview});
  auto* list = window.find<wxDataViewListCtrl>("评审轮次");
  CHECK(columnOf(*list, 0) == std::vector<std::string>{"2099年评审", "2025年评审"});
  CHECK(columnOf(*list, 3) == std::vector<std::string>{"2099-03-16", "2025-03-17，已逾期"});
  auto* steps = window.find<wxDataViewListCtrl>("评审进程");
  CHECK(columnOf(*steps, 1) == std::vector<std::string>{"2099-03-02"});
  CHECK(columnOf(*steps, 3) == std::vector<std::string>{"材料齐全"});

  window.frame().goTo({.room = Room::kReview, .object = Id::wellKnown(0x7001)});
  REQUIRE(waitFor([&] { return columnOf(*steps, 1) == std::vector<std::string>{"2025-03-03"}; }));
  CHECK(window.frame().workspace()->place().object == Id::wellKnown(0x7001));
}

TEST_CASE(
    "the chair starts a round, sends five files, takes four and refuses the one that was tampered with, "
    "opens, "
    "sees the most disputed item first, and concludes 限期整改") {
  OpenEditor window("liangju");
  editor::settings::setPersonName("赵工");
  window.document().startHistory();
  window.frame().goTo({.room = Room::kReview});
  const std::filesystem::path sent = window.folder() / "sent";
  const std::filesystem::path back = window.folder() / "back";
  std::filesystem::create_directories(sent);

  {
    const Answers answers({fillNewRound});
    press(window, "新的轮次(&N)…");
    REQUIRE(waitFor([&] { return window.bank().all<Round>().size() == 1; }));
    CHECK(answers.allAsked());
  }
  CHECK(theRound(window).title == "2026年报备评审");
  CHECK(theRound(window).panelSize() == 5);
  CHECK(theRound(window).chair()->name == "赵工");
  CHECK(theRound(window).workingDays == 10);
  CHECK(theRound(window).objects.size() == 153);
  CHECK(theRound(window).steps.front().reason == "材料齐全");
  CHECK(std::filesystem::exists(workflows::defaultKeyFile(theRound(window).id)));
  CHECK_FALSE(window.document().modified());
  CHECK(window.document().undoTitle() == "开始评审");

  goToPage(window, "exchange");
  auto* members = window.find<wxDataViewListCtrl>("专家与评审文件");
  CHECK(columnOf(*members, 6) == std::vector<std::string>(5, "未发"));
  {
    const Answers answers({intoFolder(sent)});
    press(window, "发出评审文件(&I)…");
    REQUIRE(waitFor([&] { return noted(window, "发出 5 份评审文件"); }, 30'000));
  }
  CHECK(theRound(window).state() == RoundState::kReviewing);
  CHECK(columnOf(*members, 6) == std::vector<std::string>(5, "未交"));

  // The experts answer; somebody alters a score in 吴工's file on its way.
  expertsAnswer(sent, back, dayNow());
  std::filesystem::copy(back / "吴工.tiku-review", window.folder() / "吴工.tiku-review");
  tamperWith(back / "吴工.tiku-review");
  std::vector<std::filesystem::path> files;
  for (const char* name : {"赵工", "钱工", "孙工", "吴工", "郑工"})
    files.push_back(back / (std::string(name) + ".tiku-review"));
  drop(window, files);
  auto* came = window.find<wxDataViewListCtrl>("收回的文件");
  REQUIRE(waitFor([&] { return came->GetItemCount() == 5; }, 30'000));
  CHECK(columnOf(*came, 1) == std::vector<std::string>{"已收", "已收", "已收", "退回", "已收"});
  CHECK(columnOf(*came, 3)[3].starts_with("意见在提交之后被改动过。"));
  CHECK(columnOf(*members, 6) == std::vector<std::string>{"已交", "已交", "已交", "未交", "已交"});
  const std::string receipt =
      workflows::receiptOf(commitmentOf(readReviewFile(back / "赵工.tiku-review").answers()));
  CHECK(columnOf(*members, 5).front() == receipt);
  CHECK(columnOf(*came, 3).front().find(receipt) != std::string::npos);
  // Nothing of what they say shows anywhere before the opening.
  goToPage(window, "results");
  CHECK_FALSE(wxWindow::FindWindowByName(shown("各题的意见"), window.frame().workspace())->IsShownOnScreen());

  goToPage(window, "exchange");
  {
    const Answers answers({theFile(window.folder() / "吴工.tiku-review")});
    press(window, "收回文件(&C)…");
    REQUIRE(waitFor([&] { return columnOf(*members, 6) == std::vector<std::string>(5, "已交"); }, 30'000));
  }
  {
    const Answers answers({because("")});
    press(window, "启封(&O)…");
    REQUIRE(waitFor([&] { return theRound(window).state() == RoundState::kSummary; }));
  }
  for (const auto& submission : window.bank().all<Submission>()) {
    const std::string name = workflows::memberName(theRound(window), submission->expert);
    const auto folder = name == "吴工" ? window.folder() : back;
    CHECK(submission->answers == readReviewFile(folder / (name + ".tiku-review")).answers());
  }

  auto* grid = window.find<wxGrid>("各题的意见");
  const workflows::PanelScores scores =
      workflows::panelScores(window.bank(), theRound(window), workflows::Voice::kFinal);
  const std::vector<workflows::ItemOpinion> disputed = workflows::disputedFirst(scores);
  REQUIRE(grid->GetNumberRows() == static_cast<int>(disputed.size()));
  REQUIRE(disputed.size() == 151);
  CHECK(grid->GetNumberCols() == 12);
  CHECK(typed(grid->GetColLabelValue(3)) == "赵工");
  const auto votes = disputed.front().votes;
  CHECK(typed(grid->GetCellValue(0, 2)) == fmt::format("{} / {} / {}", votes[0], votes[1], votes[2]));
  CHECK(typed(grid->GetCellValue(0, 8)) == disputed.front().relevance.str(2));
  int said = 0;
  for (int column = 3; column < 8; ++column) said += grid->GetCellValue(0, column).empty() ? 0 : 1;
  CHECK(said == 3);
  // Double click goes to the item, back comes home.
  const wxRect cell = grid->CellToRect(0, 0);
  window.hands().doubleClick(grid->GetGridWindow(), {cell.x + 20, cell.y + cell.height / 2});
  REQUIRE(waitFor([&] { return window.frame().workspace()->place().object == disputed.front().object; }));
  window.frame().goBack();

  goToPage(window, "conclusion");
  const std::size_t remarks = [&] {
    std::size_t n = 0;
    for (const auto& submission : window.bank().all<Submission>())
      n += submission->answers->annotations.size();
    return n;
  }();
  {
    const Answers answers({because("部分试题超出等级，题干不完整。")});
    press(window, "限期整改(&Z)…");
    REQUIRE(waitFor([&] { return theRound(window).state() == RoundState::kToRectify; }));
  }
  const Round& concluded = theRound(window);
  CHECK(concluded.rectifyBy ==
        workflows::rectificationEnds(window.document().checker().profile(), dayNow()).day);
  CHECK(concluded.steps.back().by == "赵工");
  CHECK(concluded.steps.back().reason == "部分试题超出等级，题干不完整。");
  CHECK(workflows::opinionsOf(window.bank(), concluded).size() == remarks);
  auto* lines = window.find<wxDataViewListCtrl>("整改意见");
  REQUIRE(waitFor([&] { return lines->GetItemCount() == static_cast<int>(remarks); }));
  CHECK(columnOf(*lines, 0) == std::vector<std::string>(remarks, "待答复"));
  CHECK(noted(window, fmt::format("整改意见 {} 条", remarks)));
  CHECK_FALSE(window.document().modified());

  const std::filesystem::path report = window.folder() / "评估报告.docx";
  {
    const Answers answers({theFile(report)});
    press(window, "写《自建题库评估报告》(&E)…");
    REQUIRE(waitFor([&] { return noted(window, "《自建题库评估报告》写在"); }, 30'000));
  }
  CHECK(std::filesystem::file_size(report) > 10'000);
  // One step to undo for the conclusion.
  CHECK(window.document().undoTitle() == "评审结论：限期整改");
  window.menu("撤销");
  CHECK(theRound(window).state() == RoundState::kSummary);
  CHECK(workflows::opinionsOf(window.bank(), theRound(window)).empty());
}
