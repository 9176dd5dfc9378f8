// What comes back and cannot be taken in: each with its reason, and nothing that was collected is lost.
#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "tests/workflows/review/panel_story.h"
#include "workflows/review/keys.h"

using namespace tiku::tests;

namespace {

const Id kFirst = Id::wellKnown(0x6000);
const Id kSecond = Id::wellKnown(0x6001);

struct Refused {
  ErrorCode code{};
  std::string message;
};

Refused refusedBy(const std::function<void()>& act) {
  try {
    act();
  } catch (const FormatError& error) {
    return {error.code(), error.what()};
  }
  return {ErrorCode::kIo, "was done"};
}

Refused taking(PanelStory& story, const ReviewFile& file, const char* on = "2026-03-10") {
  const Bank before = story.bank;
  const Refused refused = refusedBy([&] { story.take(file, on); });
  if (refused.message != "was done") CHECK(story.bank.objects() == before.objects());
  return refused;
}

}  // namespace

TEST_CASE("a file twice, another one of the same expert, and one that was recalled are refused", "[review]") {
  PanelStory story;
  story.start();
  ReviewFile old = story.invite(kFirst);
  ReviewFile file = story.invite(kFirst, "2026-03-04");
  fill(old);
  fill(file);
  CHECK(taking(story, old).message == "这份文件已经作废：又发了一份新的文件。");
  story.take(file);
  CHECK(taking(story, file).message == "这份文件已经收过了。");
  fill(file);  // Submitted again: other bytes.
  CHECK(taking(story, file).message == "专家“赵工”已经交过另一份；一份邀请只收一次。");
  CHECK(refusedBy([&] { story.invite(kFirst); }).message == "专家“赵工”已经交了意见。");
}

TEST_CASE("a file of another round, of a stranger, or not submitted is refused", "[review]") {
  PanelStory story;
  PanelStory other;
  story.start();
  other.start();
  ReviewFile foreign = other.invite(kFirst);
  fill(foreign);
  CHECK(taking(story, foreign).message == "这份文件属于另一轮评审“报备评审”，这个题库里没有那一轮。");
  ReviewFile unfinished = story.invite(kFirst);
  CHECK(taking(story, unfinished).message == "专家还没有提交这份文件。");

  // Somebody with another key makes a file for himself, in the name of this round.
  ReviewTask task = unfinished.task();
  task.invitation = Id::random();
  ReviewFile forged = ReviewFile::make(task, unfinished.bank(), std::string(32, 'f'));
  fill(forged);
  CHECK(taking(story, forged).code == ErrorCode::kNotUnderstood);
  // Even with the key: an invitation that was never sent does not count.
  ReviewFile uninvited = ReviewFile::make(task, unfinished.bank(), story.key);
  fill(uninvited);
  CHECK(taking(story, uninvited).message == "本轮评审没有发出过这份邀请。");
}

TEST_CASE("clocks that disagree are remarked on, the day of arrival counts", "[review]") {
  PanelStory story;
  story.start();
  ReviewFile early = story.invite(kFirst);
  fill(early, "2026-02-01");
  const Collected taken = story.take(early);
  REQUIRE(taken.notes.size() == 1);
  CHECK_THAT(taken.notes[0], Catch::Contains("早于发出的日期 2026-03-03"));
  CHECK(story.now().invitations[0].deliveredOn == day("2026-03-10"));
  ReviewFile ahead = story.invite(kSecond);
  fill(ahead, "2027-03-09");
  CHECK_THAT(story.take(ahead).notes.at(0), Catch::Contains("晚于今天 2026-03-10"));
  CHECK_THAT(refusedBy([&] {
               Round next = story.now();
               advance(next, RoundState::kSummary, {"赵工", day("2026-03-01"), ""});
             }).message,
             Catch::Contains("早于上一步的 2026-03-03"));
}

TEST_CASE("an expert leaves and another takes his place, with too few nothing is opened", "[review]") {
  PanelStory story;
  story.start();
  ReviewFile file = story.invite(kFirst);
  fill(file);
  for (const unsigned i : {1U, 2U, 3U}) {
    Round next = story.now();
    leavePanel(next, Id::wellKnown(0x6000U + i), {"赵工", day("2026-03-05"), "出差"});
    story.put(std::move(next));
  }
  CHECK(story.now().panelSize() == 2);
  story.take(file);
  CHECK(refusedBy([&] { story.open("2026-03-17", "不等了"); }).message ==
        "专家组只剩 2 人，少于 3 人，不能启封。");
  CHECK(story.bank.all<Submission>().size() == 1);

  Round next = story.now();
  const Panelist newcomer{Id::wellKnown(0x6100), "郑工", "遵义职业学校", false, "", {}};
  const int before = progressOf(next, day("2026-03-06")).members.at(0).objects;
  replaceExpert(next, story.reviewed, Id::wellKnown(0x6001), newcomer);
  CHECK(next.panelSize() == 3);
  CHECK(progressOf(next, day("2026-03-06")).members.at(0).objects == before);
  for (const ReviewedObject& one : next.objects)
    CHECK(std::ranges::count(one.experts, Id::wellKnown(0x6001)) == 0);
  CHECK_THROWS_WITH(replaceExpert(next, story.reviewed, kFirst, {Id::random(), "某", "", false, "", {}}),
                    Catch::Contains("已经退出的专家"));
  story.put(std::move(next));
  story.open("2026-03-17", "出差的不等了");
  CHECK(story.now().steps.back().reason == "出差的不等了");
  CHECK(story.now().state() == RoundState::kSummary);
  // Who comes too late now is told so, and what was opened stays.
  CHECK(refusedBy([&] { story.open(); }).code == ErrorCode::kConflict);
}

TEST_CASE("a file that comes after the opening is too late", "[review]") {
  PanelStory story;
  story.start();
  ReviewFile first = story.invite(kFirst);
  ReviewFile second = story.invite(kSecond);
  fill(first);
  fill(second);
  story.take(first);
  story.open("2026-03-17", "到期");
  CHECK(taking(story, second, "2026-03-18").message ==
        "“独立评审”已经结束，本轮评审现在是“汇总”，这份意见来晚了。");
}

TEST_CASE("sealed answers that were altered or swapped in the bank are not opened, and none is", "[review]") {
  PanelStory story;
  story.start();
  for (const Id expert : {kFirst, kSecond}) {
    ReviewFile file = story.invite(expert);
    fill(file);
    story.take(file);
  }
  const auto submissions = story.bank.all<Submission>();
  Submission swapped = *submissions[0];
  swapped.sealed = submissions[1]->sealed;
  Edit edit;
  story.bank.apply(edit.put(swapped));
  CHECK(refusedBy([&] { story.open("2026-03-17", "到期"); }).message ==
        "封存的意见损坏了，或者密钥不对，解不开。");
  CHECK_FALSE(story.bank.find<Submission>(submissions[1]->id)->answers.has_value());
  story.bank.apply(edit.put(*submissions[0]));
  story.key = std::string(32, 'x');
  CHECK(refusedBy([&] { story.open("2026-03-17", "到期"); }).code == ErrorCode::kNotUnderstood);
  story.key = std::string(32, 'k');
  story.open("2026-03-17", "到期");

  // A score changed by hand after the opening breaks the commitment for ever.
  Submission changed = *story.bank.find<Submission>(submissions[0]->id);
  changed.answers->scores.front().relevance = 1;
  story.bank.apply(edit.put(changed));
  CHECK(brokenCommitments(story.bank, story.now()) == std::vector<Id>{submissions[0]->id});
}

TEST_CASE("what an expert is sent tells no names, and nothing of what he is not to review", "[review]") {
  PanelStory story;
  story.start();
  const ReviewFile file = story.invite(kFirst);
  const auto tree = openArchive(file.bytes(), "t", "application/vnd.tiku.review+zip");
  for (const std::string& path : tree->list()) {
    INFO(path);
    CHECK(tree->read(path).find("李师傅") == std::string::npos);
    CHECK(tree->read(path).find(Id::wellKnown(0x4100).str()) == std::string::npos);
  }
  CHECK(file.bank().all<TheoryItem>().size() + 1 == file.task().objects.size());  // And the blueprint.
  CHECK(file.bank().find<People>(People::kId) == nullptr);
}

TEST_CASE("a plan with a panel that may not sit is refused", "[review]") {
  const Bank bank = reviewableBank();
  const auto start = [&](const auto& change) {
    RoundPlan plan = planRound(tiku::validators::Profile::load("guizhou"), day("2026-03-02")).plan;
    plan.panel = fivePanelists();
    change(plan);
    return refusedBy([&] { startRound(bank, plan, {"王科长", day("2026-03-02"), ""}); }).message;
  };
  CHECK(start([](RoundPlan& p) { p.panel.resize(2); }) == "专家组只有 2 人，至少要 3 人（第十条（三））。");
  CHECK(start([](RoundPlan& p) { p.panel[1] = p.panel[0]; }) == "专家“赵工”在专家组里出现了两次。");
  CHECK(start([](RoundPlan& p) { p.panel[1].chair = true; }) == "专家组应有一名组长，这里有 2 名。");
  CHECK_THAT(start([](RoundPlan& p) { p.panel[1].institution = "凯里工业技师学院"; }),
             Catch::Contains("应当回避"));
  CHECK_THAT(start([](RoundPlan& p) {
               p.scope = Round::Scope::kSample;
               p.drawn = {Id::random()};
             }),
             Catch::Contains("没有要评审的试题"));
  // 李师傅's own items cannot be given to him: with three experts for each, four are too few.
  CHECK(start([](RoundPlan& p) {
          p.panel.resize(3);
          p.panel[2].expert = Id::wellKnown(0x4100);
        }).find("需要 3 名专家评") != std::string::npos);
}

TEST_CASE("the key is a file of its owner alone, of one round, and not in the bank", "[review]") {
  const auto folder = std::filesystem::temp_directory_path() / ("tiku-key-" + Id::random().str());
  const auto file = folder / "a.key";
  Round round;
  round.id = Id::random();
  const std::string key = randomKey();
  round.key = keyFingerprint(key);
  saveKey(file, round.id, key);
  CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms(077)) ==
        std::filesystem::perms::none);
  CHECK(loadKey(file, round) == key);
  CHECK(refusedBy([&] { saveKey(file, round.id, key); }).code == ErrorCode::kConflict);
  Round other = round;
  other.id = Id::random();
  CHECK(refusedBy([&] { loadKey(file, other); }).code == ErrorCode::kUsage);
  CHECK(refusedBy([&] { loadKey(folder / "none.key", round); }).code == ErrorCode::kIo);
  std::filesystem::resize_file(file, 60);
  CHECK(refusedBy([&] { loadKey(file, round); }).code == ErrorCode::kNotUnderstood);
  std::filesystem::remove_all(folder);
}
