// Items go out as Excel and Word documents, and come back as they were or as a person changed them.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "formats/compare/fields.h"
#include "formats/exchange/export.h"
#include "formats/exchange/import.h"
#include "tests/formats/exchange/written/documents.h"
#include "tests/formats/exchange/written/small_bank.h"
#include "tests/support/random_bank.h"

namespace {

using namespace tiku::formats;
using tiku::test::imported;
using tiku::test::withoutItems;

// Words that the export told of the item.
std::string lossesOf(const ExportResult& result, Id item) {
  std::string words;
  for (const ExportLoss& loss : result.losses) {
    if (std::ranges::find(loss.items, item) != loss.items.end()) words += loss.what;
  }
  return words;
}

void comesBack(const Bank& bank, ExportFormat format) {
  const TheoryItems items = bank.all<TheoryItem>();
  const ExportResult result = exportItems(bank, items, {.format = format});
  REQUIRE(result.written == static_cast<int>(items.size()));

  const ImportResult same = imported(bank, result.bytes);
  for (const SourceVerdict& row : same.report.rows) {
    if (!same.edit.empty()) UNSCOPED_INFO(row.at << " " << row.reason);
  }
  for (const Edit::Step& step : same.edit.steps()) {
    for (const Field& field : differingFields(*bank.object(step.id), step.object))
      UNSCOPED_INFO(field.name << ": " << fieldText(step.object, field.name));
  }
  CHECK(same.edit.empty());
  CHECK(same.report.counts.at("unchanged") == static_cast<int>(items.size()));
  for (const SourceVerdict& row : same.report.rows) {
    INFO(row.at << " " << row.reason);
    CHECK(row.verdict != Verdict::kUnclear);
  }

  Bank other = withoutItems(bank);
  other.apply(imported(other, result.bytes).edit);
  CHECK(other.all<TheoryItem>().size() == items.size());
  for (const auto& item : items) {
    const auto now = other.get<TheoryItem>(item->id);
    REQUIRE(now != nullptr);
    const std::string losses = lossesOf(result, item->id);
    const ItemSet* set = bank.setOf(item->id);
    const ItemSet* setNow = other.setOf(item->id);
    CHECK((set == nullptr) == (setNow == nullptr));
    if (set != nullptr && setNow != nullptr) {
      CHECK(setNow->id == set->id);
      CHECK(setNow->kind == set->kind);
      const bool told = lossesOf(result, items.front()->id).find("题组") != std::string::npos ||
                        std::ranges::any_of(set->items, [&](Id id) {
                          return lossesOf(result, id).find("题组") != std::string::npos;
                        });
      CHECK((told || (setNow->stem == set->stem && setNow->options == set->options)));
    }
    for (const Field& field : differingFields(item, now)) {
      if (field.name == "extras") continue;
      INFO(item->id.str() << " " << field.name << ": " << fieldText(now, field.name) << "\nwas "
                          << fieldText(item, field.name));
      CHECK(losses.find("“" + field.word + "”") != std::string::npos);
    }
  }
}

}  // namespace

TEST_CASE("items that are written as an Excel workbook read back as they were") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    INFO("seed " << seed);
    comesBack(tiku::test::randomBank(seed), ExportFormat::kExcel);
  }
}

TEST_CASE("items that are written as a Word document read back as they were") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    INFO("seed " << seed);
    comesBack(tiku::test::randomBank(seed), ExportFormat::kWord);
  }
}

TEST_CASE("items as people write them lose nothing in either, and come back with their pictures") {
  const tiku::test::SmallBank small;
  const TheoryItems items = small.bank.all<TheoryItem>();
  for (const ExportFormat format : {ExportFormat::kExcel, ExportFormat::kWord}) {
    const ExportResult result = exportItems(small.bank, items, {.format = format});
    for (const ExportLoss& loss : result.losses) FAIL_CHECK(loss.what);
    Bank other = withoutItems(small.bank);
    other.apply(imported(other, result.bytes).edit);
    for (const auto& item : items) CHECK(*other.find<TheoryItem>(item->id) == *item);
    CHECK(other.all<Media>().size() == 1);
  }
}

TEST_CASE("texts that look like formulas, marks, labels or tags of the documents read back as they were") {
  tiku::test::SmallBank small;
  const std::vector<std::string> hostile{
      "=1+1",         "+36 V",          "-5",           "@SUM(A1)",       "_x0041_ 与 _x000D_",
      "\t制表\t",     "价格$5和$6",     "C:\\x\\..",    "**不是着重**",   "[图1]与[图9：x]",
      "|甲|乙|",      "回到↵行",        "x_{1}+y^{2}",  "（　　）",       "____",
      "A．甲\tB．乙", "12．第二题",     "答案：B",      "〔标识 x〕",     "（1～3题共用题干）",
      "一、判断题",   "main() 与 f( )", "\\$\\*\\[\\|", "解析：没有解析", std::string(40'000, 'x')};
  Edit edit("");
  for (const std::string& words : hostile) {
    TheoryItem item = *small.bank.find<TheoryItem>(small.choice);
    item.id = Id::random();
    item.code = words.substr(0, 100);
    item.stem = RichText::plain(words + "\n" + words);
    item.options = {RichText::plain(words), RichText::plain("乙 " + words)};
    item.rationale = RichText::plain(words);
    item.reference = words;
    item.source = {words, words, {}};
    edit.put(item);
    TheoryItem fillIn = item;
    fillIn.id = Id::random();
    fillIn.type = ItemType::kFillIn;
    fillIn.options.clear();
    fillIn.key = FillInKey{{{words, "乙/" + words}, {words}}};
    edit.put(fillIn);
    TheoryItem essay = fillIn;
    essay.id = Id::random();
    essay.type = ItemType::kEssay;
    essay.key = ReferenceKey{RichText::plain(words)};
    essay.scoring = {{Marks::whole(1), words, {}}, {Marks::whole(2), words + "\n" + words, {}}};
    edit.put(essay);
  }
  small.bank.apply(edit);
  comesBack(small.bank, ExportFormat::kExcel);
  comesBack(small.bank, ExportFormat::kWord);
}

TEST_CASE("of hostile texts only those are told as lost that are") {
  tiku::test::SmallBank small;
  TheoryItem item = *small.bank.find<TheoryItem>(small.choice);
  item.stem = RichText::plain("=1+1 与 **不** 与 $x$ 与 [图1] 与 |a|");
  small.bank.apply(Edit("").put(item));
  CHECK(
      exportItems(small.bank, small.bank.all<TheoryItem>(), {.format = ExportFormat::kExcel}).losses.empty());
  item.stem = RichText::plain("答案：B\n12．第二题\nA．甲\n〔标识 x〕");
  small.bank.apply(Edit("").put(item));
  CHECK(
      exportItems(small.bank, small.bank.all<TheoryItem>(), {.format = ExportFormat::kWord}).losses.empty());
}
