// Items that share a stem or their options go out together and come back as a set.
#include <catch2/catch.hpp>

#include "formats/exchange/export.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/itemdoc/item_document.h"
#include "tests/formats/exchange/written/documents.h"
#include "tests/formats/exchange/written/small_bank.h"

namespace {

using namespace tiku::formats;
using tiku::test::imported;
using tiku::test::withoutItems;

struct SetBank : tiku::test::SmallBank {
  explicit SetBank(ItemSet::Kind kind) {
    Edit edit("");
    ItemSet set(setId, *Level::of(3), kind);
    set.stem = RichText::plain("某配电室停电检修。\n问：");
    set.items = {choice, second};
    set.source = {"旧题.docx", "段 10", {}};
    TheoryItem other = *bank.find<TheoryItem>(choice);
    other.id = second;
    other.code = "B-A-A-A-001-009";
    other.stem = RichText::plain("第二问是什么？");
    edit.put(other);
    if (kind == ItemSet::Kind::kSharedOptions) set.options = other.options;
    edit.put(set);
    bank.apply(edit);
  }
  Id setId = Id::random();
  Id second = Id::random();
};

}  // namespace

TEST_CASE("a set goes out once above its items and comes back with them") {
  for (const auto kind : {ItemSet::Kind::kSharedStem, ItemSet::Kind::kSharedOptions}) {
    for (const ExportFormat format : {ExportFormat::kWord, ExportFormat::kExcel}) {
      const SetBank small(kind);
      const ExportResult result = exportItems(small.bank, chosenItems(small.bank, {}), {.format = format});
      CHECK(imported(small.bank, result.bytes).edit.empty());
      Bank other = withoutItems(small.bank);
      other.apply(imported(other, result.bytes).edit);
      const auto* set = other.find<ItemSet>(small.setId);
      REQUIRE(set != nullptr);
      ItemSet expected = *small.bank.find<ItemSet>(small.setId);
      if (format == ExportFormat::kExcel) {
        expected.source = {};
        CHECK(result.losses.size() == 1);
      } else {
        CHECK(result.losses.empty());
      }
      CHECK(*set == expected);
      CHECK(*other.find<TheoryItem>(small.second) == *small.bank.find<TheoryItem>(small.second));
    }
  }
}

TEST_CASE("a set's text that was changed in the document is changed, and an item typed below joins it") {
  const SetBank small(ItemSet::Kind::kSharedStem);
  const ExportResult result =
      exportItems(small.bank, chosenItems(small.bank, {}), {.format = ExportFormat::kWord});
  Document document = readDocxBytes(result.bytes, "试题.docx");
  std::size_t after = 0;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    auto* paragraph = std::get_if<DocParagraph>(&document.blocks[i]);
    if (paragraph == nullptr) continue;
    if (paragraph->text.str() == "某配电室停电检修。")
      paragraph->text = RichText::plain("某配电室带电检修。");
    if (paragraph->text.str().find(small.second.str()) != std::string::npos) after = i + 1;
  }
  REQUIRE(after > 0);
  for (const char* words : {"3．第三问？", "A．甲", "B．乙", "答案：A"}) {
    DocParagraph paragraph;
    paragraph.style = "Normal";
    paragraph.text = RichText::plain(words);
    document.blocks.insert(document.blocks.begin() + static_cast<std::ptrdiff_t>(after++), paragraph);
  }
  int number = 0;
  for (auto& block : document.blocks) {
    if (auto* paragraph = std::get_if<DocParagraph>(&block)) paragraph->number = ++number;
  }
  Bank bank = small.bank;
  const ImportResult read = importItemDocument(bank, document, {});
  CHECK(read.report.count(Verdict::kUnclear) == 0);
  bank.apply(read.edit);
  const auto* set = bank.find<ItemSet>(small.setId);
  CHECK(set->stem.str() == "某配电室带电检修。\n问：");
  REQUIRE(set->items.size() == 3);
  CHECK(bank.find<TheoryItem>(set->items[2])->stem.str() == "第三问？");
}
