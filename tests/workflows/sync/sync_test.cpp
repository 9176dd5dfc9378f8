// One button: what was done goes out, what others did comes in, and what both did is asked.
#include "workflows/sync/sync.h"

#include <chrono>

#include "tests/support/servers/server.h"
#include "tests/workflows/sync/two_desks.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using tiku::test::errorOf;
using tiku::test::TwoDesks;
using State = SyncResult::State;

namespace fs = std::filesystem;

TEST_CASE("two people write, press the button in turn, and have each other's work", "[sync]") {
  const TwoDesks desks;
  TwoDesks::write(desks.lin(), 4, "林晓的新题");
  TwoDesks::write(desks.zhou(), 1, "周平改的题");

  const SyncResult first = TwoDesks::sync(desks.lin());
  CHECK(first.state == State::kDone);
  REQUIRE(first.checkedIn);
  CHECK(first.checkedIn->message == "新增理论试题 1 道");
  CHECK(first.incoming.empty());
  REQUIRE(first.outgoing.size() == 1);
  CHECK(first.outgoing[0].commit == first.checkedIn->commit);
  CHECK_FALSE(first.merge);

  const SyncResult second = TwoDesks::sync(desks.zhou());
  CHECK(second.state == State::kDone);
  REQUIRE(second.incoming.size() == 1);
  CHECK(second.incoming[0].author.name == "林晓");
  REQUIRE(second.changes.size() == 1);
  CHECK(second.changes[0].id == TwoDesks::itemId(4));
  REQUIRE(second.merge);
  CHECK(second.outgoing.size() == 2);
  CHECK(TwoDesks::stem(desks.zhou(), 4) == "林晓的新题");

  const SyncResult third = TwoDesks::sync(desks.lin());
  CHECK(third.incoming.size() == 2);
  CHECK(third.outgoing.empty());
  CHECK_FALSE(third.merge);
  CHECK(TwoDesks::stem(desks.lin(), 1) == "周平改的题");
  desks.requireTogether();
  CHECK(TwoDesks::sync(desks.lin()).nothingNew());
}

TEST_CASE("what both changed is asked, and until it is answered nothing is merged and nothing sent",
          "[sync]") {
  const TwoDesks desks;
  TwoDesks::write(desks.lin(), 1, "林晓的题干");
  TwoDesks::write(desks.zhou(), 1, "周平的题干");
  TwoDesks::write(desks.zhou(), 2, "周平改的第二题");
  REQUIRE(TwoDesks::sync(desks.lin()).state == State::kDone);
  const std::string shared = TwoDesks::git(desks.hub(), "rev-parse main");

  const SyncResult asked = TwoDesks::sync(desks.zhou());
  CHECK(asked.state == State::kQuestions);
  REQUIRE(asked.checkedIn);
  REQUIRE(asked.preview);
  REQUIRE(asked.preview->questions.size() == 1);
  const MergeQuestion question = asked.preview->questions[0];
  CHECK(question.address == TwoDesks::itemId(1).str() + "/stem");
  CHECK(question.base == "第1题");
  CHECK(question.mine == "周平的题干");
  CHECK(question.theirs == "林晓的题干");
  CHECK(asked.incoming.size() == 1);
  CHECK(asked.outgoing.empty());
  CHECK(TwoDesks::stem(desks.zhou(), 1) == "周平的题干");
  CHECK(TwoDesks::git(desks.hub(), "rev-parse main") == shared);
  CHECK(TwoDesks::git(desks.zhou(), "rev-parse main") == asked.checkedIn->commit);

  SyncOptions answered;
  answered.answers[question.address] = {MergeAnswer::Take::kTheirs, {}};
  const SyncResult done = TwoDesks::sync(desks.zhou(), answered);
  CHECK(done.state == State::kDone);
  CHECK(done.outgoing.size() == 2);
  CHECK(TwoDesks::sync(desks.lin()).state == State::kDone);
  CHECK(TwoDesks::stem(desks.lin(), 1) == "林晓的题干");
  CHECK(TwoDesks::stem(desks.lin(), 2) == "周平改的第二题");
  desks.requireTogether();
}

TEST_CASE("one side can be taken in every open question", "[sync]") {
  const TwoDesks desks;
  TwoDesks::write(desks.lin(), 1, "林晓的题干");
  TwoDesks::write(desks.zhou(), 1, "周平的题干");
  REQUIRE(TwoDesks::sync(desks.lin()).state == State::kDone);
  SyncOptions options;
  options.open = GENERATE(SyncOptions::Open::kMine, SyncOptions::Open::kTheirs);
  CHECK(TwoDesks::sync(desks.zhou(), options).state == State::kDone);
  CHECK(TwoDesks::stem(desks.zhou(), 1) ==
        (options.open == SyncOptions::Open::kMine ? "周平的题干" : "林晓的题干"));
}

TEST_CASE("without the network nothing changes, and the work waits", "[sync]") {
  const TwoDesks desks;
  TwoDesks::write(desks.lin(), 1, "写在路上");
  const std::string before = TwoDesks::git(desks.lin(), "rev-parse main");
  fs::rename(desks.hub(), desks.root() / "unplugged");
  const SyncResult offline = TwoDesks::sync(desks.lin());
  CHECK(offline.state == State::kOffline);
  CHECK(offline.offlineReason.find("找不到对方的文件夹。") != std::string::npos);
  CHECK_FALSE(offline.checkedIn);
  CHECK(TwoDesks::git(desks.lin(), "rev-parse main") == before);
  CHECK(Repository::open(desks.lin()).dirty().changed.size() == 1);

  fs::rename(desks.root() / "unplugged", desks.hub());
  CHECK(TwoDesks::sync(desks.lin()).outgoing.size() == 1);
}

TEST_CASE("a connection that breaks while sending keeps what came in, and the next button sends", "[sync]") {
  if (!tiku::test::haveTools({"python3", "git"})) return;
  const TwoDesks desks;
  const tiku::test::GitServer server(desks.hub().parent_path());
  setRemote(desks.zhou(), {"origin", server.url("bank.git")});
  TwoDesks::write(desks.lin(), 1, "林晓的题干");
  REQUIRE(TwoDesks::sync(desks.lin()).state == State::kDone);
  TwoDesks::write(desks.zhou(), 2, "周平的题干");
  SyncOptions options;
  options.transfer.progress = [&](const TransferProgress& now) {
    // From the moment at which everything has come, whoever connects is cut off.
    if (now.phase == TransferProgress::Phase::kReceiving) server.rule("cut 20");
  };
  const SyncResult broken = TwoDesks::sync(desks.zhou(), options);
  CHECK(broken.state == State::kOffline);
  CHECK(broken.incoming.size() == 1);
  CHECK(broken.merge);
  CHECK(TwoDesks::stem(desks.zhou(), 1) == "林晓的题干");
  server.rule("");
  CHECK(TwoDesks::sync(desks.zhou()).outgoing.size() == 2);
  CHECK(TwoDesks::sync(desks.lin()).state == State::kDone);
  desks.requireTogether();
}

TEST_CASE("when somebody else is quicker, his work is merged and ours is sent after all", "[sync]") {
  const TwoDesks desks;
  TwoDesks::write(desks.lin(), 1, "林晓的题干");
  TwoDesks::write(desks.zhou(), 2, "周平的题干");
  bool quicker = false;
  SyncOptions options;
  options.transfer.progress = [&](const TransferProgress& now) {
    if (quicker || now.phase != TransferProgress::Phase::kPacking) return;
    quicker = true;
    REQUIRE(TwoDesks::sync(desks.lin()).state == State::kDone);
  };
  const SyncResult done = TwoDesks::sync(desks.zhou(), options);
  REQUIRE(quicker);
  CHECK(done.state == State::kDone);
  CHECK(done.incoming.size() == 1);
  CHECK(done.merge);
  CHECK(TwoDesks::sync(desks.lin()).state == State::kDone);
  desks.requireTogether();
}

TEST_CASE("another bank's history is refused with the names of both, before any of it is here", "[sync]") {
  const TwoDesks desks;
  const fs::path other = desks.root() / "另一个";
  TwoDesks::makeBank(other, "钳工题库", Id::random());
  const std::string objects = TwoDesks::git(other, "count-objects -v");
  setRemote(other, {"origin", desks.hub().string()});
  const auto error = errorOf([&] { TwoDesks::sync(other); });
  CHECK(error.code() == ErrorCode::kConflict);
  CHECK(error.what() == std::string("那里是另一个题库“车工题库”，不是这里的“钳工题库”。"));
  CHECK(TwoDesks::git(other, "count-objects -v") == objects);
  CHECK(TwoDesks::git(other, "for-each-ref refs/remotes") == "");
}

TEST_CASE("a rewritten history is told, and what was checked in here stays", "[sync]") {
  const TwoDesks desks;
  TwoDesks::write(desks.zhou(), 2, "周平的题干");
  REQUIRE(TwoDesks::sync(desks.zhou()).state == State::kDone);
  REQUIRE(TwoDesks::sync(desks.lin()).state == State::kDone);
  TwoDesks::write(desks.lin(), 3, "林晓的题干");
  (void)TwoDesks::git(desks.zhou(), "commit -q --amend -m 重写");
  (void)TwoDesks::git(desks.zhou(), "push -qf origin main");
  const SyncResult result = TwoDesks::sync(desks.lin());
  CHECK(result.state == State::kDone);
  CHECK(result.rewritten);
  CHECK(TwoDesks::stem(desks.lin(), 3) == "林晓的题干");
  REQUIRE(TwoDesks::sync(desks.zhou()).state == State::kDone);
  CHECK(TwoDesks::stem(desks.zhou(), 3) == "林晓的题干");
  desks.requireTogether();
}

TEST_CASE("a bank that cannot be read is not checked in and not sent", "[sync]") {
  const TwoDesks desks;
  std::ofstream(desks.lin() / "bank.xml") << "<bank\n";
  const std::string before = TwoDesks::git(desks.hub(), "rev-parse main");
  CHECK(errorOf([&] { TwoDesks::sync(desks.lin()); }).code() == ErrorCode::kNotUnderstood);
  CHECK(TwoDesks::git(desks.hub(), "rev-parse main") == before);
  CHECK(TwoDesks::git(desks.lin(), "rev-parse main") == before);
}
