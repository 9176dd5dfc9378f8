#include "formats/model/bank.h"

#include <catch2/catch.hpp>

using namespace tiku::formats;

namespace {

TheoryItem judgement(const char* stem) {
  TheoryItem item(Id::random(), *Level::of(3), ItemType::kTrueFalse);
  item.stem = RichText::plain(stem);
  return item;
}

}  // namespace

TEST_CASE("an edit replaces, adds and removes whole objects, and its inverse undoes all of it") {
  Bank bank;
  TheoryItem kept = judgement("游标卡尺可以测量内径。");
  const TheoryItem gone = judgement("千分尺的精度低于钢直尺。");
  bank.apply(Edit().put(kept).put(gone));

  kept.key = JudgementKey{true};
  const TheoryItem fresh = judgement("量具用毕应擦净放回盒内。");
  std::vector<Change> told;
  const auto subscription =
      bank.listen([&told](std::span<const Change> changes) { told.assign(changes.begin(), changes.end()); });
  const Edit undo = bank.apply(Edit("改题").put(kept).put(fresh).remove(gone.id));

  REQUIRE(told.size() == 3);
  CHECK(told[0].kind() == Change::Kind::kReplaced);
  CHECK(told[0].was<TheoryItem>()->key == Key{});
  CHECK(told[0].is<TheoryItem>()->key == Key{JudgementKey{true}});
  CHECK(told[1].kind() == Change::Kind::kAdded);
  CHECK(told[2].kind() == Change::Kind::kRemoved);
  CHECK(undo.title() == "改题");

  const Edit redo = bank.apply(undo);
  CHECK(bank.find<TheoryItem>(kept.id)->key == Key{});
  CHECK(bank.find<TheoryItem>(fresh.id) == nullptr);
  CHECK(bank.find<TheoryItem>(gone.id)->stem.str() == "千分尺的精度低于钢直尺。");
  bank.apply(redo);
  CHECK(bank.find<TheoryItem>(gone.id) == nullptr);
}

TEST_CASE("an edit that cannot be done whole changes nothing") {
  Bank bank;
  const TheoryItem item = judgement("量具应定期检定。");
  Standard impostor;
  impostor.id = item.id;
  bank.apply(Edit().put(item));
  bool told = false;
  const auto subscription = bank.listen([&told](std::span<const Change>) { told = true; });

  CHECK_THROWS_AS(bank.apply(Edit().put(judgement("甲")).put(impostor)), std::logic_error);
  CHECK_THROWS_AS(bank.apply(Edit().put(judgement("乙")).remove(BankInfo::kId)), std::logic_error);
  CHECK(bank.size() == 2);
  CHECK_FALSE(told);
}

TEST_CASE("writing the same object again is no change") {
  Bank bank;
  const TheoryItem item = judgement("量具应定期检定。");
  bank.apply(Edit().put(item));
  bool told = false;
  const auto subscription = bank.listen([&told](std::span<const Change>) { told = true; });
  CHECK(bank.apply(Edit().put(item).remove(Id::random())).empty());
  CHECK_FALSE(told);
}

TEST_CASE("a snapshot keeps what the bank was while the bank goes on") {
  Bank bank;
  TheoryItem item = judgement("量具应定期检定。");
  bank.apply(Edit().put(item));
  const Bank snapshot = bank;
  item.key = JudgementKey{true};
  bank.apply(Edit().put(item));
  CHECK(snapshot.find<TheoryItem>(item.id)->key == Key{});
  CHECK(bank.find<TheoryItem>(item.id)->key == Key{JudgementKey{true}});
}
