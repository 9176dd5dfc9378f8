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
