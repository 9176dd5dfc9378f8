#include "formats/model/item_sets.h"

#include <catch2/catch.hpp>

#include "formats/model/pictures.h"

using namespace tiku::formats;

namespace {

Id item(int number) {
  return Id::wellKnown(0x700 + static_cast<std::uint64_t>(number));
}

ItemSet setOf(int number, std::vector<Id> items) {
  ItemSet set(Id::wellKnown(0x800 + static_cast<std::uint64_t>(number)), *Level::of(3),
              ItemSet::Kind::kSharedStem);
  set.items = std::move(items);
  return set;
}

}  // namespace

TEST_CASE("neighbours of one case are printed under it, whatever stands between goes alone", "[sets]") {
  Bank bank;
  bank.apply(Edit().put(setOf(1, {item(1), item(2), item(3)})).put(setOf(2, {item(4)})));
  CHECK(bank.setOf(item(2))->id == setOf(1, {}).id);
  CHECK(bank.setOf(item(9)) == nullptr);

  const std::vector<Id> printed{item(9), item(1), item(2), item(8), item(3), item(4)};
  struct Stretch {
    Id set;
    std::size_t first;
    std::size_t count;
    bool operator==(const Stretch&) const = default;
  };
  std::vector<Stretch> stretches;
  for (const SetRun& run : runsOf(bank, printed))
    stretches.push_back({run.set == nullptr ? Id() : run.set->id, run.first, run.count});
  const Id first = setOf(1, {}).id;
  CHECK(stretches == std::vector<Stretch>{
                         {Id(), 0, 1}, {first, 1, 2}, {Id(), 3, 1}, {first, 4, 1}, {setOf(2, {}).id, 5, 1}});

  // Brought together where the first of them stood, in the set's own order.
  CHECK(together(bank, {item(9), item(3), item(4), item(1)}) ==
        std::vector<Id>{item(9), item(1), item(3), item(4)});
}

TEST_CASE("an item that two sets claim is printed in one of them, the same on every machine", "[sets]") {
  Bank bank;
  bank.apply(Edit().put(setOf(2, {item(1)})).put(setOf(1, {item(1), item(2)})));
  CHECK(bank.setOf(item(1))->id == setOf(1, {}).id);
  CHECK(together(bank, {item(1), item(2)}) == std::vector<Id>{item(1), item(2)});

  // Whatever happens to the sets, and in a copy too.
  const Edit undo = bank.apply(Edit().remove(setOf(1, {}).id));
  CHECK(bank.setOf(item(1))->id == setOf(2, {}).id);
  CHECK(bank.setOf(item(2)) == nullptr);
  const Bank copy = bank;
  bank.apply(undo);
  CHECK(bank.setOf(item(1))->id == setOf(1, {}).id);
  CHECK(copy.setOf(item(1))->id == setOf(2, {}).id);
}

TEST_CASE("the pictures of a case belong to the bank as those of its items do", "[sets]") {
  const std::string name = std::string(64, 'a') + ".png";
  ItemSet set = setOf(1, {item(1)});
  set.stem = RichText({Paragraph{{{Inline::Kind::kImage, "接线图", name}}}});
  CHECK(picturesOf(Object(std::make_shared<const ItemSet>(set))) == std::vector<std::string>{name});
  Bank bank;
  bank.apply(Edit().put(Media{*mediaIdOf(name), name, "bytes"}));
  CHECK(mediaNamed(bank, name)->bytes == "bytes");
  // The same digest under another extension is another file.
  CHECK(mediaNamed(bank, std::string(64, 'a') + ".gif") == nullptr);
  CHECK_FALSE(mediaIdOf("图.png"));
}
