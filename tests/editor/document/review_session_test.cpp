// What an expert says in his file: it is there within a moment, can be taken back, and is counted right.
#include "editor/document/review_session.h"

#include <chrono>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/exchange/zip_parts.h"
#include "formats/package/save.h"
#include "tests/support/folder.h"
#include "tests/workflows/review/panel_story.h"

using namespace tiku::tests;
using namespace tiku::editor;
using tiku::test::Folder;
namespace fs = std::filesystem;

namespace {

fs::path fileIn(const Folder& folder, const ReviewFile& file) {
  const fs::path path = folder / "赵工.tiku-review";
  writeFileSafely(path, file.bytes(), true);
  return path;
}

ReviewFile onDisk(const fs::path& path) {
  return ReviewFile::read(readWholeFile(path), path.string());
}

bool soon(const std::function<bool()>& so) {
  for (int i = 0; i < 400; ++i) {
    if (so()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

std::string refused(const std::function<void()>& act) {
  try {
    act();
  } catch (const FormatError& error) {
    return error.what();
  }
  return "was done";
}

struct Opened {
  PanelStory story;
  Folder folder;
  fs::path path;
  std::unique_ptr<ReviewSession> session;

  Opened() {
    story.start();
    path = fileIn(folder, story.invite(Id::wellKnown(0x6000U)));
    session = ReviewSession::open(path, {});
  }
  [[nodiscard]] Id first() const { return session->queue().at(1).object; }  // The blueprint stands first.
};

ItemScore adopted(Id object) {
  return {object, 4, 70, ItemVerdict::kAdopt, {}};
}

}  // namespace

TEST_CASE("what an expert says is in his file a moment later, without his doing anything", "[expert]") {
  Opened opened;
  ReviewSession& session = *opened.session;
  const Id item = opened.first();
  const auto begun = std::chrono::steady_clock::now();
  session.change(ScoreEntry{adopted(item)}, "评分");
  CHECK(session.saving() == ReviewSession::Saving::kWriting);
  REQUIRE(soon([&] { return session.saving() == ReviewSession::Saving::kSaved; }));
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(1));
  CHECK(onDisk(opened.path).answers() == session.answers());
  CHECK(onDisk(opened.path).answers().scores == std::vector<ItemScore>{adopted(item)});
  // Nothing is left beside the file when the window goes.
  opened.session.reset();
  CHECK(std::distance(fs::directory_iterator(opened.folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("the queue says what is done, begun and remarked on, and counts", "[expert]") {
  Opened opened;
  ReviewSession& session = *opened.session;
  const auto& queue = session.queue();
  REQUIRE(queue.size() == session.task().objects.size());
  CHECK(queue.front().kind == "考评蓝图");
  CHECK_FALSE(queue.front().scored);
  CHECK(std::ranges::is_sorted(queue.begin() + 1, queue.end(), {}, &QueueLine::code));
  CHECK(queue[1].level == "三级");
  CHECK(queue[1].kind == "判断题");
  CHECK(session.progress().done == 0);

  const Id item = queue[1].object;
  session.change(ScoreEntry{{item, std::nullopt, std::nullopt, ItemVerdict::kRevise, {}}}, "评分");
  CHECK(session.stateOf(item) == ReviewSession::LineState{false, true, 0});
  const Annotation remark = remarkOn(session.bank(), item, "绝缘", "说法不全");
  session.change(RemarkEntry{remark.id, remark}, "提意见");
  session.change(ScoreEntry{adopted(item)}, "评分");
  CHECK(session.stateOf(item) == ReviewSession::LineState{true, false, 1});
  // A table is asked for a verdict alone.
  session.change(ScoreEntry{{queue[0].object, std::nullopt, std::nullopt, ItemVerdict::kAdopt, {}}}, "评分");
  CHECK(session.progress().done == 2);
  CHECK(session.progress().all == static_cast<int>(queue.size()));
}

TEST_CASE(
    "undo and redo go through scores, remarks, rubric and words, and what is typed at once goes at once",
    "[expert]") {
  Opened opened;
  ReviewSession& session = *opened.session;
  const Id item = opened.first();
  const ExpertAnswers empty = session.answers();
  session.change(ScoreEntry{adopted(item)}, "评分");
  Annotation remark = remarkOn(session.bank(), item, "绝缘", "");
  for (const char* words : {"说", "说法", "说法不全"}) {
    remark.comment = words;
    session.change(RemarkEntry{remark.id, remark}, "提意见", "comment");
  }
  const RubricLine& line = session.task().rubric.lines.front();
  session.change(RubricEntry{line.id, RubricScore{line.id, line.marks, "好", {}}}, "填评分表");
  session.change(ConflictEntry{"无"}, "写回避声明");
  session.change(RemarkEntry{remark.id, {}, {}}, "撤回意见");
  const ExpertAnswers full = session.answers();
  CHECK(session.undoTitle() == "撤回意见");

  CHECK(session.undo() == ReviewPlace{ReviewPlace::Page::kItems, item, remark.id, {}});
  CHECK(session.answers().annotations == std::vector<Annotation>{remark});
  CHECK(session.stateOf(item).remarks == 1);
  CHECK(session.undo()->page == ReviewPlace::Page::kSubmit);
  CHECK(session.undo() == ReviewPlace{ReviewPlace::Page::kRubric, {}, {}, line.id});
  CHECK(session.undo()->remark == remark.id);  // All three keystrokes.
  CHECK(session.answers().annotations.empty());
  CHECK(session.undo()->object == item);
  CHECK(session.answers() == empty);
  CHECK_FALSE(session.undo());
  while (session.canRedo()) session.redo();
  CHECK(session.answers() == full);
  REQUIRE(session.flush());
  CHECK(onDisk(opened.path).answers() == full);
}

TEST_CASE("what is missing leads to its place, and once nothing is, the expert submits and gets a receipt",
          "[expert]") {
  Opened opened;
  ReviewSession& session = *opened.session;
  const auto unfilled = session.unfilled();
  REQUIRE(unfilled.size() == 1 + session.task().rubric.lines.size() + session.queue().size());
  CHECK(session.placeOf(unfilled.front()).page == ReviewPlace::Page::kSubmit);
  CHECK(session.placeOf(unfilled[1]).line == session.task().rubric.lines.front().id);
  CHECK(session.placeOf(unfilled.back()).object == session.queue().back().object);
  CHECK(refused([&] { session.submit(day("2026-03-09")); }).find("还不能提交") == 0);

  for (const Unfilled& one : unfilled) {
    if (one.what == Unfilled::What::kConflict) session.change(ConflictEntry{"无"}, "");
    if (one.what == Unfilled::What::kRubricLine)
      session.change(RubricEntry{one.line, RubricScore{one.line, Marks::whole(5), "", {}}}, "");
    if (one.what == Unfilled::What::kVerdict) session.change(ScoreEntry{adopted(one.object)}, "");
  }
  REQUIRE(session.unfilled().empty());
  session.submit(day("2026-03-09"));
  CHECK(session.submitted());
  // The round takes it in, and shows the same receipt.
  const Collected taken = opened.story.take(onDisk(opened.path));
  CHECK(receiptOf(taken.commitment) == session.receipt());
  CHECK(session.receipt().size() == 14);

  // Who changes something afterwards has to submit again, and is told.
  bool told = false;
  session.listen([&](const ReviewSession::Event& event) { told = told || event.takenBack; });
  session.change(ConflictEntry{"与命题人同一单位"}, "写回避声明");
  CHECK(told);
  CHECK_FALSE(session.submitted());
  CHECK(session.receipt().empty());
}

TEST_CASE("a file opened twice can be written by the first alone", "[expert]") {
  Opened opened;
  const auto second = ReviewSession::open(opened.path, {});
  CHECK(second->readOnlyReason().find("编辑这份评审文件") != std::string::npos);
  CHECK(refused([&] { second->change(ConflictEntry{"无"}, ""); }) == second->readOnlyReason());
  const fs::path other = opened.folder / "另一份.tiku-review";
  second->saveAs(other, false);
  CHECK(second->readOnlyReason().empty());
  second->change(ConflictEntry{"无"}, "");
  REQUIRE(second->flush());
  CHECK(onDisk(other).answers().conflict == "无");
  CHECK(onDisk(opened.path).answers().conflict.empty());
  opened.session.reset();
  CHECK(ReviewSession::open(opened.path, {})->readOnlyReason().empty());
}

TEST_CASE("a file that was moved, or written by another program, is not written over unasked", "[expert]") {
  Opened opened;
  ReviewSession& session = *opened.session;
  using Kind = ReviewSaver::Trouble::Kind;
  fs::rename(opened.path, opened.folder / "别处.tiku-review");
  session.change(ConflictEntry{"无"}, "写回避声明");
  CHECK_FALSE(session.flush());
  CHECK(session.saving() == ReviewSession::Saving::kTrouble);
  CHECK(session.trouble().kind == Kind::kMoved);
  CHECK_FALSE(fs::exists(opened.path));
  // Back again: goes on by itself.
  fs::rename(opened.folder / "别处.tiku-review", opened.path);
  REQUIRE(session.flush());
  CHECK(onDisk(opened.path).answers().conflict == "无");

  ReviewFile foreign = onDisk(opened.path);
  foreign.answer({});
  writeFileSafely(opened.path, foreign.bytes(), true);
  session.change(CommentEntry{"很好"}, "写总的评价");
  CHECK_FALSE(session.flush());
  CHECK(session.trouble().kind == Kind::kChanged);
  CHECK(onDisk(opened.path).answers().comment.empty());
  session.insist();
  REQUIRE(soon([&] { return session.saving() == ReviewSession::Saving::kSaved; }));
  CHECK(onDisk(opened.path).answers() == session.answers());
}

TEST_CASE("a file that is cut off, altered or none is refused, and nothing beside it is made", "[expert]") {
  Opened opened;
  opened.session.reset();
  const std::string bytes = readWholeFile(opened.path);
  const auto opening = [&](const std::string& content) {
    std::ofstream(opened.path, std::ios::binary | std::ios::trunc) << content;
    return refused([&] { (void)ReviewSession::open(opened.path, {}); });
  };
  CHECK(opening(bytes.substr(0, bytes.size() / 2)) != "was done");
  CHECK(opening("") != "was done");
  CHECK(opening("这是一份通知") != "was done");
  CHECK(std::distance(fs::directory_iterator(opened.folder.path()), fs::directory_iterator()) == 1);
  CHECK(opening(bytes) == "was done");
}
