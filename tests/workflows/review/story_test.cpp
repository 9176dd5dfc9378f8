// A round of review from its start to its stamp: five experts on machines of their own, one of them late, one
// file tampered with.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/package/package.h"
#include "formats/package/save.h"
#include "tests/workflows/review/panel_story.h"
#include "workflows/review/stamps.h"

using namespace tiku::tests;

namespace {

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const FormatError& error) {
    return error.what();
  }
  return "was done";
}

std::vector<Id> panelIds() {
  std::vector<Id> ids;
  for (const Panelist& member : fivePanelists()) ids.push_back(member.expert);
  return ids;
}

}  // namespace

TEST_CASE("five experts review, one is late, one file was tampered with, 限期整改, answers, 复核, 合格",
          "[review]") {
  PanelStory story;
  story.start();
  CHECK(story.now().state() == RoundState::kAccepted);
  const std::vector<Id> panel = panelIds();
  std::map<Id, ReviewFile> files;
  for (const Id expert : panel) files.emplace(expert, story.invite(expert));
  CHECK(story.now().state() == RoundState::kReviewing);

  // On a machine of his own each one fills in what he was sent. Two remark on the item with the wrong key.
  const Id wrong = itemId(3);
  int remarks = 0;
  for (auto& [expert, file] : files) {
    ExpertAnswers answers = allScored(file);
    if (file.bank().find<TheoryItem>(wrong) != nullptr && remarks < 2) {
      ++remarks;
      answers.annotations.push_back(
          remarkOn(file.bank(), wrong, "绝缘和散热", "说法正确，答案却是“错误”", "绝缘、散热和灭弧"));
      for (ItemScore& score : answers.scores) {
        if (score.object == wrong) score.verdict = ItemVerdict::kRevise;
      }
    }
    file.answer(answers);
    file.submit(day("2026-03-09"));
  }
  REQUIRE(remarks == 2);

  // Somebody corrects a score in one returned file with another program.
  const Bank before = story.bank;
  std::string tampered = files.at(panel[1]).bytes();
  {
    const auto tree = openArchive(tampered, "t", "application/vnd.tiku.review+zip");
    std::vector<std::pair<std::string, std::string>> entries;
    for (const std::string& path : tree->list()) entries.emplace_back(path, tree->read(path));
    for (auto& [path, content] : entries) {
      if (path == "review/answers.xml")
        content.replace(content.find("relevance=\"4\""), 13, "relevance=\"1\"");
    }
    tampered = packToMemory(*memoryTree("t", entries), "application/vnd.tiku.review+zip");
  }
  CHECK(refusal([&] { ReviewFile::read(tampered, "t"); }) == "意见在提交之后被改动过。");
  CHECK(story.bank.size() == before.size());

  for (const std::size_t i : {0U, 1U, 2U, 3U}) {
    const Collected taken = story.take(files.at(panel[i]));
    CHECK_FALSE(taken.late);
    CHECK(taken.notes.empty());
    CHECK(taken.commitment == commitmentOf(files.at(panel[i]).answers()));
  }
  // The fifth has not delivered, and the deadline is over.
  const RoundProgress late = progressOf(story.now(), day("2026-03-17"));
  CHECK(late.late);
  CHECK(late.outstanding == 1);
  for (const MemberProgress& member : late.members) {
    CHECK(member.late == (member.expert == panel[4]));
    CHECK(member.delivered == (member.expert != panel[4]));
    CHECK(member.objects >= 6);
  }
  CHECK(refusal([&] { story.open(); }) == "还有专家没有交：周工。");
  CHECK(story.take(files.at(panel[4]), "2026-03-18").late);

  // Until the opening nobody reads a score in the bank, by hand or otherwise.
  for (const auto& submission : story.bank.all<Submission>()) {
    CHECK_FALSE(submission->answers.has_value());
    const std::string file = write(Object(submission));
    CHECK(file.find("relevance") == std::string::npos);
    CHECK(fromBase64(submission->sealed)->find("relevance") == std::string::npos);
  }
  story.open("2026-03-18");
  CHECK(story.now().state() == RoundState::kSummary);
  CHECK(brokenCommitments(story.bank, story.now()).empty());
  for (const auto& submission : story.bank.all<Submission>()) {
    CHECK(submission->answers == files.at(submission->expert).answers());
  }

  // 集体讨论: with the others' opinions at hand, but not their names. Both rounds stay.
  ReviewFile talk = story.invite(panel[0], "2026-03-18");
  CHECK(talk.bank().all<Submission>().size() == 4);
  for (const auto& other : talk.bank().all<Submission>()) {
    CHECK(std::ranges::find(panel, other->expert) == panel.end());
    CHECK(story.now().invitation(other->id) == nullptr);
  }
  CHECK(talk.answers().scores == files.at(panel[0]).answers().scores);
  ExpertAnswers second = allScored(talk);
  second.annotations = talk.answers().annotations;
  talk.answer(second);
  talk.submit(day("2026-03-19"));
  story.take(talk, "2026-03-19");
  story.open("2026-03-19");
  CHECK(story.bank.all<Submission>().size() == 6);
  CHECK(story.now().state() == RoundState::kSummary);

  // 限期整改: a line for each remark.
  CHECK_THAT(refusal([&] {
               conclude(story.bank, story.now(), RoundState::kToRectify, {"赵工", day("2026-03-20"), ""},
                        day("2026-04-19"));
             }),
             Catch::Contains("要写明理由"));
  story.bank.apply(conclude(story.bank, story.now(), RoundState::kToRectify,
                            {"赵工", day("2026-03-20"), "一道题的答案有误"}, day("2026-04-19")));
  auto lines = opinionsOf(story.bank, story.now());
  REQUIRE(lines.size() == 2);
  CHECK(lines[0]->status == OpinionStatus::kOpen);
  CHECK(progressOf(story.now(), day("2026-04-20")).late);

  // The institution accepts one wording and refuses the other.
  story.bank.apply(
      acceptSuggestion(story.bank, story.reviewed, *lines[0], {"李师傅", day("2026-03-25"), ""}));
  CHECK(story.now().state() == RoundState::kRectifying);
  CHECK(story.bank.find<TheoryItem>(wrong)->stem.str() == "第 3 题：变压器油的作用是绝缘、散热和灭弧。");
  CHECK(refusal([&] {
          acceptSuggestion(story.bank, story.reviewed, *lines[1], {"李师傅", day("2026-03-25"), ""});
        }) == "原文已经改动，建议的写法不能直接采用；原来的文字是“绝缘和散热”。");
  CHECK_THAT(refusal([&] {
               handIn(story.bank, story.reviewed, story.now(), "d00d", {"李师傅", day("2026-03-26")});
             }),
             Catch::Contains("还有意见没有答复"));
  story.bank.apply(refuseSuggestion(story.bank, story.reviewed, *lines[1],
                                    {"李师傅", day("2026-03-26"), "前一条已经改了，答案一并订正"}));
  TheoryItem mended = *story.bank.find<TheoryItem>(wrong);
  mended.key = JudgementKey{true};
  Edit mend;
  story.bank.apply(mend.put(mended));
  story.bank.apply(handIn(story.bank, story.reviewed, story.now(), "d00d", {"李师傅", day("2026-03-27")}));
  CHECK(story.now().state() == RoundState::kRereview);
  for (const auto& line : opinionsOf(story.bank, story.now())) {
    CHECK(line->revision == "d00d");
    REQUIRE(line->changes.size() == 2);
    CHECK(line->changes[0].before == "第 3 题：变压器油的作用是绝缘和散热。");
    CHECK(line->changes[1].field == "key");
  }

  // 复核: who remarked sees that item alone, and decides on his own line.
  std::set<Id> owners;
  for (const auto& line : lines) owners.insert(*line->owner);
  REQUIRE(owners.size() == 2);
  CHECK_THAT(refusal([&] { decideOpinion(story.bank, *lines[0], true, {"赵工", day("2026-03-28")}); }),
             Catch::Contains("自己认定"));
  const auto rereview = [&](bool firstCloses) {
    for (const Id owner : owners) {
      ReviewFile file = story.invite(owner, "2026-03-28");
      CHECK(file.task().objects == std::vector<Id>{wrong});
      CHECK(file.bank().all<TheoryItem>().size() == 1);
      ExpertAnswers answers;
      answers.conflict = "无";
      for (const auto& opinion : file.bank().all<Opinion>()) {
        answers.decisions.push_back({opinion->id, firstCloses || owner != *owners.begin(), "看过了", {}});
      }
      REQUIRE(answers.decisions.size() <= 1);
      if (answers.decisions.empty()) continue;
      file.answer(answers);
      file.submit(day("2026-03-29"));
      story.take(file, "2026-03-29");
    }
    story.open("2026-03-29");
  };
  rereview(false);
  CHECK_THAT(refusal([&] {
               conclude(story.bank, story.now(), RoundState::kPassed, {"赵工", day("2026-03-30"), ""});
             }),
             Catch::Contains("还有意见没有认可"));
  story.bank.apply(sendBack(story.bank, story.now(), {"赵工", day("2026-03-30"), "一条没有改到"}, {}));
  const auto open = opinionsOf(story.bank, story.now());
  const auto again = std::ranges::find(open, OpinionStatus::kOpen, &Opinion::status);
  REQUIRE(again != open.end());
  story.bank.apply(answerOpinion(story.bank, story.reviewed, **again, {"补充说明", "", {}},
                                 {"李师傅", day("2026-03-31")}));
  story.bank.apply(handIn(story.bank, story.reviewed, story.now(), "beef", {"李师傅", day("2026-03-31")}));
  owners = {*(*again)->owner};
  rereview(true);
  story.bank.apply(conclude(story.bank, story.now(), RoundState::kPassed, {"赵工", day("2026-04-01"), ""}));

  // 合格: what was approved is stamped, and a later change shows.
  CHECK(story.now().state() == RoundState::kPassed);
  for (int i = 0; i < 10; ++i) CHECK(approvalOf(story.bank, itemId(i)) == Approval::kHolds);
  mended.stem = RichText::plain("改过的题干。");
  story.bank.apply(mend.put(mended));
  CHECK(approvalOf(story.bank, wrong) == Approval::kChanged);
  CHECK(refusal([&] {
          conclude(story.bank, story.now(), RoundState::kFailed, {"赵工", day("2026-04-02"), "x"});
        }) == "本轮评审现在是“合格”，不能转为“不合格”。");
}

TEST_CASE("who owns lines and leaves hands them to a newcomer, or else the chair decides on them",
          "[review]") {
  PanelStory story;
  story.start();
  const std::vector<Id> panel = panelIds();
  const Id chair = panel[0];
  const Id leaver = panel[1];
  for (const Id expert : panel) {
    ReviewFile file = story.invite(expert);
    ExpertAnswers answers = allScored(file);
    if (expert == leaver) {
      for (const auto& item : file.bank().all<TheoryItem>()) {
        answers.annotations.push_back(remarkOn(file.bank(), item->id, "变压器油", "应写全称"));
        if (answers.annotations.size() == 2) break;
      }
    }
    file.answer(answers);
    file.submit(day("2026-03-09"));
    story.take(file);
  }
  story.open();
  story.bank.apply(conclude(story.bank, story.now(), RoundState::kToRectify,
                            {"赵工", day("2026-03-20"), "两道题"}, day("2026-04-19")));
  const Deed deed{"赵工", day("2026-03-21"), "调离"};
  const Panelist newcomer{Id::wellKnown(0x6100), "郑工", "遵义职业学校", false, "", {}};
  CHECK(refusal([&] { handOver(story.bank, story.now(), leaver, chair, deed); }) ==
        "只有已经退出的专家，他的意见才能由别人接手。");

  // Nobody comes: the chair sees that the lines are his.
  Bank alone = story.bank;
  alone.apply(leaveEdit(alone, story.reviewed, story.now(), leaver, {}, deed));
  const Round& without = *alone.find<Round>(story.round);
  for (const auto& line : opinionsOf(alone, without)) {
    CHECK(line->owner == leaver);
    CHECK(deciderOf(without, *line) == nullptr);
  }
  // A member of the panel may take them over, who is not one of them may not.
  CHECK_THAT(refusal([&] { handOver(alone, without, leaver, newcomer.expert, deed); }),
             Catch::Contains("专家组里没有"));
  alone.apply(handOver(alone, without, leaver, panel[2], deed));
  CHECK(deciderOf(without, *opinionsOf(alone, without).front())->expert == panel[2]);
  CHECK(refusal([&] { handOver(alone, without, leaver, panel[3], deed); }) == "“钱工”没有要接手的意见。");

  // Somebody comes: seat, objects and lines are his, the re-review asks him, and he decides.
  story.bank.apply(leaveEdit(story.bank, story.reviewed, story.now(), leaver, newcomer, deed));
  CHECK(story.now().panelSize() == 5);
  CHECK(progressOf(story.now(), day("2026-03-22")).outstanding == 0);
  const auto lines = opinionsOf(story.bank, story.now());
  REQUIRE(lines.size() == 2);
  for (const auto& line : lines) {
    CHECK(line->owner == newcomer.expert);
    CHECK(line->thread.back().text == "提出意见的专家已退出，由“郑工”接手认定。");
    story.bank.apply(answerOpinion(story.bank, story.reviewed, *line, {"不改", {}, {}},
                                   {"李师傅", day("2026-03-25"), ""}));
  }
  story.bank.apply(
      handIn(story.bank, story.reviewed, story.now(), "d00d", {"李师傅", day("2026-03-27"), ""}));
  ReviewFile file = story.invite(newcomer.expert, "2026-03-28");
  CHECK(file.bank().all<Opinion>().size() == 2);
  ExpertAnswers answers;
  answers.conflict = "无";
  for (const auto& opinion : file.bank().all<Opinion>())
    answers.decisions.push_back({opinion->id, true, "", {}});
  file.answer(answers);
  file.submit(day("2026-03-29"));
  story.take(file, "2026-03-29");
  story.open("2026-03-29");
  for (const auto& line : opinionsOf(story.bank, story.now())) {
    CHECK(line->status == OpinionStatus::kAgreed);
    CHECK(line->decidedBy == "郑工");
  }
}

TEST_CASE("lines are given to who is to answer them, and what is agreed to is left alone", "[review]") {
  Opinion open;
  open.id = Id::wellKnown(1);
  open.remark.id = open.id;
  Opinion other = open;
  other.id = Id::wellKnown(3);
  Opinion agreed = open;
  agreed.id = Id::wellKnown(2);
  agreed.status = OpinionStatus::kAgreed;
  const auto line = [](const Opinion& one) { return std::make_shared<const Opinion>(one); };
  const Edit edit = assignAnswerer({line(open), line(other)}, "林晓");
  REQUIRE(edit.steps().size() == 2);
  CHECK(as<Opinion>(edit.steps()[0].object)->answerer == "林晓");
  open.answerer = "林晓";
  CHECK(assignAnswerer({line(open)}, "林晓").empty());
  CHECK_THROWS_AS(assignAnswerer({line(agreed)}, "林晓"), FormatError);
}
