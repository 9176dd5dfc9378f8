#include "editor/document/review_state.h"

#include <catch2/catch.hpp>

#include "formats/package/reviewed.h"

using namespace tiku::formats;
using tiku::editor::ReviewState;
using tiku::workflows::Approval;

namespace {

TheoryItem item(unsigned number, const char* stem) {
  TheoryItem made(Id::wellKnown(0x4000U + number), *Level::of(3), ItemType::kTrueFalse);
  made.stem = RichText::plain(stem);
  return made;
}

/// A bank of two items, of which a round has approved the first.
struct Approved {
  Bank bank;
  Round round;

  Approved() {
    round.id = Id::wellKnown(0x4900);
    round.steps.push_back({RoundState::kPassed, "组长", Date::parse("2026-03-30"), "", {}});
    const TheoryItem first = item(1, "第一题。");
    round.objects.push_back(
        {first.id, {}, {}, reviewedDigest(std::make_shared<const TheoryItem>(first)), {}});
    Edit edit;
    bank.apply(edit.put(first).put(item(2, "第二题。")).put(round));
  }
};

Opinion opinionOn(unsigned number, Id object, OpinionStatus status) {
  Opinion made;
  made.id = Id::wellKnown(0x4000U + number);
  made.round = Id::wellKnown(0x4901);
  made.remark.id = made.id;
  made.remark.anchor.object = object;
  made.status = status;
  return made;
}

}  // namespace

TEST_CASE(
    "what was approved, changed, brought back, deleted and approved again is known from change to change",
    "[review]") {
  Approved story;
  Bank& bank = story.bank;
  ReviewState state(bank);
  const auto listening = bank.listen([&](std::span<const Change> made) { state.follow(made); });
  const auto apply = [&](const auto& object) {
    Edit edit;
    bank.apply(edit.put(object));
  };
  const Id first = Id::wellKnown(0x4001);
  CHECK(state.any());
  CHECK(state.approvalOf(first) == Approval::kHolds);
  CHECK(state.approvalOf(Id::wellKnown(0x4002)) == Approval::kNone);
  CHECK(state.markOf(first) == "已通过");
  CHECK(state.changed().empty());

  apply(item(1, "改过的题。"));
  CHECK(state.approvalOf(first) == Approval::kChanged);
  CHECK(state.markOf(first) == "有改动");
  CHECK(state.changed() == std::vector<Id>{first});
  // A status is no change of what was approved.
  TheoryItem reviewed = item(1, "第一题。");
  reviewed.status = ItemStatus::kReviewed;
  apply(reviewed);
  CHECK(state.approvalOf(first) == Approval::kHolds);
  Edit gone;
  const Edit back = bank.apply(gone.remove(first));
  CHECK(state.changed() == std::vector<Id>{first});
  bank.apply(back);
  CHECK(state.changed().empty());

  // What a set prints above it is part of it.
  ItemSet set(Id::wellKnown(0x4950), *Level::of(3), ItemSet::Kind::kSharedStem);
  set.stem = RichText::plain("某台变压器的铭牌如下。");
  set.items = {first};
  apply(set);
  CHECK(state.changed() == std::vector<Id>{first});
  story.round.objects.front().approved = reviewedDigest(bank, *bank.object(first));
  apply(story.round);
  CHECK(state.changed().empty());
  set.stem = RichText::plain("另一台变压器的铭牌如下。");
  apply(set);
  CHECK(state.markOf(first) == "有改动");

  story.round.objects.front().approved.clear();
  apply(story.round);
  CHECK(state.approvalOf(first) == Approval::kNone);
  CHECK_FALSE(state.any());
}

TEST_CASE("opinions on an object are counted while they wait for an answer", "[review]") {
  Approved story;
  ReviewState state(story.bank);
  const auto listening = story.bank.listen([&](std::span<const Change> made) { state.follow(made); });
  const Id second = Id::wellKnown(0x4002);
  Round asking;
  asking.id = Id::wellKnown(0x4901);
  asking.steps.push_back({RoundState::kToRectify, "组长", Date::parse("2026-04-30"), "", {}});
  Edit begin;
  story.bank.apply(begin.put(asking));
  Edit edit;
  story.bank.apply(edit.put(opinionOn(50, second, OpinionStatus::kOpen))
                       .put(opinionOn(51, second, OpinionStatus::kRejected))
                       .put(opinionOn(52, second, OpinionStatus::kAgreed)));
  CHECK(state.waitingOn(second) == std::vector<Id>{Id::wellKnown(0x4032), Id::wellKnown(0x4033)});
  CHECK(state.opinionsOn(second) == 3);
  CHECK(state.markOf(second) == "待答复 2");
  Edit answer;
  const Edit undo = story.bank.apply(answer.put(opinionOn(50, second, OpinionStatus::kAnswered)));
  CHECK(state.waitingOn(second) == std::vector<Id>{Id::wellKnown(0x4033)});
  story.bank.apply(undo);
  CHECK(state.waitingOn(second).size() == 2);
  CHECK(ReviewState(story.bank).markOf(second) == state.markOf(second));
  // Once the round has ended nobody waits for an answer any more.
  asking.steps.push_back({RoundState::kFailed, "组长", Date::parse("2026-05-30"), "", {}});
  Edit end;
  story.bank.apply(end.put(asking));
  CHECK(state.waitingOn(second).empty());
  CHECK(state.markOf(second).empty());
}
