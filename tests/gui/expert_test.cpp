// An expert and his file, from opening it to handing it in, in a real window.
#include <catch2/catch.hpp>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/notebook.h>

#include "editor/expert/item_page.h"
#include "editor/widgets/attention_bar.h"
#include "editor/widgets/words.h"
#include "formats/base/error.h"
#include "formats/exchange/zip_parts.h"
#include "formats/package/save.h"
#include "tests/gui/support/expert_window.h"

using namespace tiku::tests;
using tiku::editor::shown;
using tiku::editor::typed;

namespace {

ReviewFile fileAt(const std::filesystem::path& path) {
  return ReviewFile::read(readWholeFile(path), path.string());
}

std::string noteIn(OpenExpert& window, const std::string& id) {
  for (const auto& note : window.frame().attention().notes()) {
    if (note.id == id) return note.text;
  }
  return {};
}

}  // namespace

TEST_CASE("an expert reads, scores, remarks, fills in the rubric, declares and submits with the keyboard",
          "[expert]") {
  PanelStory story = sampleRound("liangju", 3);
  const Id expert = fivePanelists().front().expert;
  const TempDirectory folder;
  const auto path = folder.path() / "赵工.tiku-review";
  writeFileSafely(path, story.invite(expert).bytes(), true);
  std::string comment;
  Id remarked;
  {
    OpenExpert window(path);
    Hands& hands = window.hands();
    const auto& queue = window.session().queue();
    CHECK(window.find<wxDataViewCtrl>("要评的清单")->IsShownOnScreen());
    CHECK(window.object() == queue.front().object);
    // Line after line: relevance by a digit, the estimate, the verdict; the window goes on by itself.
    tiku::editor::ItemPage::setGoesOn(true);
    for (const tiku::editor::QueueLine& line : queue) {
      REQUIRE(waitFor([&] { return window.object() == line.object; }));
      if (line.scored) {
        hands.key('3', wxMOD_CONTROL);
        hands.key(WXK_F4);
        hands.type("65");
      }
      hands.key(line.scored ? WXK_F5 : WXK_F6);
      REQUIRE(waitFor([&] { return window.session().stateOf(line.object).done; }));
    }
    tiku::editor::ItemPage::setGoesOn(false);
    CHECK(window.session().progress().done == static_cast<int>(queue.size()));

    // A remark on words, with other words for them.
    const auto theory = std::ranges::find_if(queue, [](const auto& line) { return line.kind == "单选题"; });
    REQUIRE(theory != queue.end());
    remarked = theory->object;
    window.frame().goTo({tiku::editor::ReviewPlace::Page::kItems, remarked, {}, {}});
    REQUIRE(waitFor([&] { return window.object() == remarked; }));
    const auto* item = window.session().bank().find<TheoryItem>(remarked);
    const std::string words = typed(shown(item->stem.str()).Left(4));
    window.mark(words);
    hands.key(WXK_F2);
    auto* field = window.find<wxTextCtrl>("意见");
    REQUIRE(waitFor([&] { return field->HasFocus(); }));
    comment = "这几个字说得不清楚";
    hands.type(comment);
    REQUIRE(waitFor([&] { return window.session().answers().annotations.size() == 1; }));
    window.find<wxChoice>("严重程度")->SetFocus();
    hands.key(WXK_UP);
    REQUIRE(waitFor([&] { return window.session().answers().annotations[0].gravity == Gravity::kGrave; }));
    hands.key('g', wxMOD_ALT);
    auto* suggestion = window.find<wxTextCtrl>("建议的写法");
    REQUIRE(waitFor([&] { return suggestion->HasFocus(); }));
    CHECK(typed(suggestion->GetValue()) == words);
    hands.key('a', wxMOD_CONTROL);
    hands.type("量具在使用之前");
    REQUIRE(
        waitFor([&] { return window.session().answers().annotations[0].suggestion == "量具在使用之前"; }));
    hands.key(WXK_RETURN, wxMOD_CONTROL);
    REQUIRE(waitFor([&] { return !window.shows("建议的写法"); }));

    // The rubric, from field to field.
    hands.key('r', wxMOD_CONTROL);
    for (const RubricLine& line : window.session().task().rubric.lines) {
      const std::string name = line.text + "：分数，满分 " + line.marks.str();
      REQUIRE(waitFor([&] { return window.find<wxTextCtrl>(name)->HasFocus(); }));
      hands.type("4.5");
      REQUIRE(waitFor([&] { return rubricScoreOf(window.session().answers(), line.id) != nullptr; }));
      hands.key(WXK_TAB);
      hands.key(WXK_TAB);
    }
    // The declaration; then nothing is missing, and he submits.
    hands.key('e', wxMOD_CONTROL);
    auto* conflict = window.find<wxTextCtrl>("回避声明");
    REQUIRE(waitFor([&] { return conflict->HasFocus(); }));
    hands.type("无");
    REQUIRE(waitFor([&] { return window.session().unfilled().empty(); }));
    hands.key('t', wxMOD_ALT);
    REQUIRE(waitFor([&] { return window.session().submitted(); }));
    CHECK(typed(window.find<wxTextCtrl>("凭证")->GetValue()) == window.session().receipt());
    window.close();
  }
  const ReviewFile returned = fileAt(path);
  const ExpertAnswers said = returned.answers();
  const Collected taken = story.take(returned);
  CHECK(taken.conflict == "无");
  story.open("2026-03-17", "到期，不等其他专家");
  CHECK(said.scores.size() == returned.task().objects.size());
  const auto opened = story.bank.find<Submission>(returned.task().invitation);
  REQUIRE(opened->answers);
  CHECK(*opened->answers == said);
  REQUIRE(said.annotations.size() == 1);
  CHECK(said.annotations[0].comment == comment);
  CHECK(said.annotations[0].anchor.object == remarked);
  CHECK(said.annotations[0].anchor.field == "stem");
  CHECK(said.annotations[0].anchor.from == 0);
  CHECK(std::ranges::all_of(said.rubric, [](const RubricScore& one) { return one.marks.str() == "4.5"; }));
}

TEST_CASE("what was submitted is changed only after the expert has said so", "[expert]") {
  PanelStory story = sampleRound("liangju", 2);
  const TempDirectory folder;
  const auto path = folder.path() / "赵工.tiku-review";
  ReviewFile file = story.invite(fivePanelists().front().expert);
  fill(file);
  writeFileSafely(path, file.bytes(), true);
  OpenExpert window(path);
  const std::string receipt = window.session().receipt();
  {
    Answers stays({[](wxDialog*) { return wxID_NO; }});
    window.hands().key(WXK_F7);
    REQUIRE(waitFor([&] { return stays.allAsked(); }));
  }
  CHECK(window.session().submitted());
  CHECK(window.session().receipt() == receipt);
  {
    Answers changes({[](wxDialog*) { return wxID_YES; }});
    window.hands().key(WXK_F7);
    REQUIRE(waitFor([&] { return changes.allAsked(); }));
  }
  REQUIRE(waitFor([&] { return !window.session().submitted(); }));
  CHECK(noteIn(window, "taken-back").find("重新提交") != std::string::npos);
  CHECK(scoreOf(window.session().answers(), window.object()).verdict == ItemVerdict::kDrop);
  window.hands().key('z', wxMOD_CONTROL);
  REQUIRE(waitFor(
      [&] { return scoreOf(window.session().answers(), window.object()).verdict == ItemVerdict::kAdopt; }));
}

TEST_CASE("in a re-review the expert sees what was done about his opinions, and agrees or says why not",
          "[expert]") {
  PanelStory story = sampleRound("liangju", 2);
  const Id expert = fivePanelists().front().expert;
  const Id item = story.reviewed.all<TheoryItem>().front()->id;
  ReviewFile first = story.invite(expert);
  ExpertAnswers answers = allScored(first);
  const std::string words = typed(shown(first.bank().find<TheoryItem>(item)->stem.str()).Left(3));
  answers.annotations.push_back(remarkOn(first.bank(), item, words.c_str(), "说得不清楚", "换一个说法"));
  answers.annotations.push_back(remarkOn(first.bank(), item, "", "与标准不符"));
  first.answer(answers);
  first.submit(day("2026-03-09"));
  story.take(first);
  story.open("2026-03-17", "到期");
  bringToRereview(story, item);
  const TempDirectory folder;
  const auto path = folder.path() / "赵工-复核.tiku-review";
  writeFileSafely(path, story.invite(expert, "2026-04-01").bytes(), true);
  {
    OpenExpert window(path);
    REQUIRE(window.session().rereview());
    CHECK(window.session().progress().all == 2);
    CHECK(window.object() == item);
    CHECK_FALSE(window.shows("评分表"));
    // What was changed stands there as a tracked change.
    CHECK(typed(window.find<wxTextCtrl>("机构的答复")->GetValue()).find("已按意见修改") != std::string::npos);
    window.hands().key(WXK_F5);
    REQUIRE(waitFor([&] { return window.session().answers().decisions.size() == 1; }));
    CHECK(window.session().answers().decisions[0].closed);
    // Without a reason a refusal does not count.
    window.hands().key(WXK_F7);
    REQUIRE(waitFor([&] {
      return wxWindow::FindFocus() != nullptr && wxWindow::FindFocus()->GetName() == shown("理由");
    }));
    CHECK(window.session().answers().decisions.size() == 1);
    window.hands().type("没有改到点子上");
    REQUIRE(waitFor([&] { return window.session().answers().decisions.size() == 2; }));
    CHECK(window.session().progress().done == 2);
    window.hands().key('e', wxMOD_CONTROL);
    auto* conflict = window.find<wxTextCtrl>("回避声明");
    REQUIRE(waitFor([&] { return conflict->HasFocus(); }));
    window.hands().type("无");
    REQUIRE(waitFor([&] { return window.session().unfilled().empty(); }));
    window.press("提交(&T)");
    REQUIRE(waitFor([&] { return window.session().submitted(); }));
    window.close();
  }
  story.take(fileAt(path), "2026-04-05");
  story.open("2026-04-06", "到期");
  int agreed = 0;
  int rejected = 0;
  for (const auto& opinion : story.bank.all<Opinion>()) {
    agreed += opinion->status == OpinionStatus::kAgreed ? 1 : 0;
    rejected += opinion->status == OpinionStatus::kRejected ? 1 : 0;
  }
  CHECK(agreed == 1);
  CHECK(rejected == 1);
}

TEST_CASE("in the discussion the others' opinions stand beside his own under other names, and he replies",
          "[expert]") {
  PanelStory story = sampleRound("liangju", 2);
  const auto panel = fivePanelists();
  const Id item = story.reviewed.all<TheoryItem>().front()->id;
  for (const std::size_t member : {0U, 1U}) {
    ReviewFile file = story.invite(panel[member].expert);
    ExpertAnswers answers = allScored(file);
    if (member == 1) answers.annotations.push_back(remarkOn(file.bank(), item, "", "说得不清楚"));
    file.answer(answers);
    file.submit(day("2026-03-09"));
    story.take(file);
  }
  story.open("2026-03-17", "到期");
  const TempDirectory folder;
  const auto path = folder.path() / "赵工-讨论.tiku-review";
  writeFileSafely(path, story.invite(panel[0].expert, "2026-03-18").bytes(), true);
  Id annotation;
  {
    OpenExpert window(path);
    REQUIRE(window.session().others().size() == 1);
    annotation = window.session().others()[0].answers().annotations[0].id;
    // His own scores are there to go on from.
    CHECK(window.session().progress().done == window.session().progress().all);
    window.frame().goTo({tiku::editor::ReviewPlace::Page::kItems, item, {}, {}});
    auto* said = window.find<wxTextCtrl>("专家甲的意见");
    CHECK(typed(said->GetValue()) == "说得不清楚");
    auto* reply = window.find<wxTextCtrl>("回应专家甲的意见");
    reply->SetFocus();
    REQUIRE(waitFor([&] { return reply->HasFocus(); }));
    window.hands().type("同意，应当改");
    REQUIRE(waitFor([&] { return repliesTo(window.session().answers(), annotation).size() == 1; }));
    window.close();
  }
  const auto replies = repliesTo(fileAt(path).answers(), annotation);
  REQUIRE(replies.size() == 1);
  CHECK(replies[0].text == "同意，应当改");
}

TEST_CASE("a file that was damaged on its way says so where it was opened, and what to do", "[expert]") {
  PanelStory story = sampleRound("liangju", 1);
  const TempDirectory folder;
  const auto path = folder.path() / "赵工.tiku-review";
  std::string bytes = story.invite(fivePanelists().front().expert).bytes();
  bytes.resize(bytes.size() / 2);
  writeFileSafely(path, bytes, true);
  OpenEditor window;
  window.frame().openBank(path);
  const auto& notes = window.frame().attention().notes();
  REQUIRE(waitFor([&] { return !notes.empty(); }));
  INFO(notes.front().text);
  CHECK(notes.front().text.find("赵工.tiku-review") != std::string::npos);
  CHECK(notes.front().text.find("重新发一份") != std::string::npos);
  CHECK_FALSE(window.frame().hasBank());
}
