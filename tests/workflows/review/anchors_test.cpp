#include "workflows/review/anchors.h"

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "tests/support/random_bank.h"

using namespace tiku::formats;
using namespace tiku::workflows;

namespace {

Bank bankWith(const TheoryItem& item) {
  Bank bank;
  Edit edit;
  bank.apply(edit.put(item));
  return bank;
}

TheoryItem transformer() {
  TheoryItem item(Id::wellKnown(900), *Level::of(3), ItemType::kSingleChoice);
  item.stem = RichText::plain("变压器油的作用是绝缘，变压器油的作用也包括（　）。");
  item.options = {RichText::plain("散热"), RichText::plain("导电")};
  item.key = ChoiceKey{{0}};
  return item;
}

void change(Bank& bank, const std::string& stem) {
  TheoryItem item = *bank.find<TheoryItem>(Id::wellKnown(900));
  item.stem = RichText::plain(stem);
  Edit edit;
  bank.apply(edit.put(item));
}

}  // namespace

TEST_CASE("a remark keeps the exact words, what stands around them, and which of two it means", "[review]") {
  const Bank bank = bankWith(transformer());
  CHECK_THROWS_WITH(anchorAt(bank, Id::wellKnown(900), "stem", "变压器油"), Catch::Contains("有 2 处"));
  const Anchor second = anchorAt(bank, Id::wellKnown(900), "stem", "变压器油", 2);
  CHECK(second.from == 11);
  CHECK(second.before == "变压器油的作用是绝缘，");
  CHECK(second.after == "的作用也包括（　）。");
  CHECK(stateOf(second, bank) == AnchorState::kHolds);
  CHECK_THROWS_WITH(anchorAt(bank, Id::wellKnown(900), "stem", "电容器"), Catch::Contains("没有“电容器”"));
  CHECK_THROWS_AS(anchorAt(bank, Id::wellKnown(900), "options/7"), FormatError);
  CHECK_THROWS_AS(anchorAt(bank, Id::wellKnown(901), "stem"), FormatError);
  CHECK(fieldWords(*bank.object(Id::wellKnown(900)), "options/1") == "导电");
}

TEST_CASE("when the text has changed the remark says so, keeps the old words, and moves to no look-alike",
          "[review]") {
  Bank bank = bankWith(transformer());
  const Anchor anchor = anchorAt(bank, Id::wellKnown(900), "stem", "变压器油", 1);
  change(bank, "变压器油的作用是绝缘和散热，变压器油的作用也包括（　）。");
  CHECK(stateOf(anchor, bank) == AnchorState::kChanged);
  Annotation annotation{Id::random(), anchor, {}, {}, "应写全称", "变压器绝缘油", {}};
  CHECK_THROWS_WITH(suggestedEdit(annotation, bank), Catch::Contains("原来的文字是“变压器油”"));
  change(bank, "变压器油的作用是绝缘，变压器油的作用也包括（　）。");
  CHECK(stateOf(anchor, bank) == AnchorState::kHolds);
  Edit edit;
  bank.apply(edit.remove(Id::wellKnown(900)));
  CHECK(stateOf(anchor, bank) == AnchorState::kGone);
}

TEST_CASE("an accepted suggestion changes the words meant and nothing else", "[review]") {
  Bank bank = bankWith(transformer());
  const Anchor anchor = anchorAt(bank, Id::wellKnown(900), "stem", "变压器油", 2);
  const Annotation annotation{Id::random(), anchor, {}, {}, "", "它", {}};
  bank.apply(suggestedEdit(annotation, bank));
  const auto* item = bank.find<TheoryItem>(Id::wellKnown(900));
  CHECK(item->stem.str() == "变压器油的作用是绝缘，它的作用也包括（　）。");
  CHECK(item->options == transformer().options);
}

TEST_CASE("words across a picture or of a key are not replaced by the program", "[review]") {
  TheoryItem item = transformer();
  item.stem = RichText({Paragraph{{{Inline::Kind::kText, "见", {}},
                                   {Inline::Kind::kImage, "油箱", "x.png"},
                                   {Inline::Kind::kText, "所示", {}}}}});
  const Bank bank = bankWith(item);
  for (const auto& [field, quote] : {std::pair("stem", "见[图]所示"), std::pair("key", "")}) {
    INFO(field);
    const Anchor anchor = anchorAt(bank, Id::wellKnown(900), field, quote);
    CHECK_THROWS_WITH(suggestedEdit({Id::random(), anchor, {}, {}, "", "B", {}}, bank),
                      Catch::Contains("不能自动替换"));
  }
}

TEST_CASE("a raised figure that was lowered, a picture that was replaced, is a changed text", "[review]") {
  using Kind = Inline::Kind;
  const auto stem = [](std::vector<Inline> pieces) { return RichText({Paragraph{std::move(pieces)}}); };
  TheoryItem item = transformer();
  item.stem = stem({{Kind::kText, "击穿强度 10", {}},
                    {Kind::kSuperscript, "3", {}},
                    {Kind::kImage, "油箱", "a.png"},
                    {Kind::kBlank, "", {}}});
  item.options[1] = stem({{Kind::kMath, "x^2", {}}});
  const Anchor words = anchorAt(bankWith(item), item.id, "stem", "强度");
  const Anchor whole = anchorAt(bankWith(item), item.id, "");
  const Anchor options = anchorAt(bankWith(item), item.id, "options");
  const auto after = [&](const auto& change) {
    TheoryItem later = item;
    change(later);
    const Bank bank = bankWith(later);
    return std::tuple(stateOf(words, bank), stateOf(whole, bank), stateOf(options, bank));
  };
  constexpr auto kHolds = AnchorState::kHolds;
  constexpr auto kChanged = AnchorState::kChanged;
  CHECK(after([](TheoryItem&) {}) == std::tuple(kHolds, kHolds, kHolds));
  CHECK(after([&](TheoryItem& later) {
          later.stem = stem(
              {{Kind::kText, "击穿强度 103", {}}, {Kind::kImage, "油箱", "a.png"}, {Kind::kBlank, "", {}}});
        }) == std::tuple(kChanged, kChanged, kHolds));
  CHECK(after([&](TheoryItem& later) {
          later.stem = stem({{Kind::kText, "击穿强度 10", {}},
                             {Kind::kSuperscript, "3", {}},
                             {Kind::kImage, "油箱", "b.png"},
                             {Kind::kBlank, "", {}}});
        }) == std::tuple(kChanged, kChanged, kHolds));
  CHECK(after([&](TheoryItem& later) { later.options[1] = RichText::plain(later.options[1].str()); }) ==
        std::tuple(kHolds, kChanged, kChanged));
  // Who wrote it, its number and where it stands in its life is nothing that experts see or judge.
  CHECK(after([](TheoryItem& later) {
          later.author = Id::random();
          later.status = ItemStatus::kReviewed;
          later.source = {"a.docx", "段 1", {}};
        }) == std::tuple(kHolds, kHolds, kHolds));
}

TEST_CASE("on random texts an anchor holds until its field changes, and finds its words again", "[review]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    tiku::test::RandomBank random(seed, {.theoryItems = 8});
    Bank bank = random.bank();
    for (const auto& item : bank.all<TheoryItem>()) {
      const std::string words = fieldWords(Object(item), "stem").value_or("");
      if (words.size() < 4 || (static_cast<unsigned char>(words[0]) & 0x80U) != 0) continue;
      const Anchor anchor = anchorAt(bank, item->id, "stem", words.substr(0, 1), 1);
      CHECK(anchor.from == 0);
      CHECK(stateOf(anchor, bank) == AnchorState::kHolds);
      TheoryItem later = *item;
      later.stem = random.rich();
      if (later.stem.str() == words) continue;
      Edit edit;
      bank.apply(edit.put(later));
      CHECK(stateOf(anchor, bank) == AnchorState::kChanged);
    }
  }
}
