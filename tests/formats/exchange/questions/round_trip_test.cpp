// Items go out in the format of another system and come back.
#include <algorithm>
#include <fstream>
#include <set>

#include <catch2/catch.hpp>

#include "formats/base/temp_directory.h"
#include "formats/exchange/export.h"
#include "formats/exchange/import.h"
#include "tests/support/random_bank.h"

namespace {

using namespace tiku::formats;

// The bank's tables, people and properties, without an item.
Bank emptied(const Bank& bank) {
  Bank other = bank;
  Edit edit("");
  for (const auto& item : bank.all<TheoryItem>()) edit.remove(item->id);
  for (const auto& item : bank.all<SkillItem>()) edit.remove(item->id);
  for (const auto& paper : bank.all<Paper>()) edit.remove(paper->id);
  for (const auto& media : bank.all<Media>()) edit.remove(media->id);
  other.apply(edit);
  return other;
}

Bank importedInto(Bank bank, const std::string& bytes, const std::string& name) {
  const TempDirectory folder;
  const auto file = folder.path() / name;
  std::ofstream(file, std::ios::binary) << bytes;
  const ImportResult result = importFile(bank, file, {});
  REQUIRE(result.report.count(Verdict::kUnclear) == 0);
  bank.apply(result.edit);
  return bank;
}

// What the formats are said to lose.
TheoryItem withoutOrigin(TheoryItem item) {
  item.source = {};
  item.extras = {};
  for (ScoringPoint& point : item.scoring) point.extras = {};
  return item;
}

std::set<Id> leftOut(const ExportResult& result) {
  std::set<Id> ids;
  for (const ExportLoss& loss : result.losses) {
    if (loss.leftOut) ids.insert(loss.items.begin(), loss.items.end());
  }
  return ids;
}

void comesBack(const Bank& bank, const ExportOptions& options, const std::string& name) {
  const TheoryItems items = bank.all<TheoryItem>();
  const ExportResult result = exportItems(bank, items, options);
  const std::set<Id> missing = leftOut(result);
  REQUIRE(result.written == static_cast<int>(items.size() - missing.size()));
  if (result.written == 0) return;
  const Bank back = importedInto(emptied(bank), result.bytes, name);
  for (const auto& item : items) {
    const auto* found = back.find<TheoryItem>(item->id);
    INFO(item->id.str() << " " << itemTypeKey(item->type) << "\n" << item->stem.str());
    REQUIRE((found == nullptr) == missing.contains(item->id));
    if (found == nullptr) continue;
    CHECK(withoutOrigin(*found) == withoutOrigin(*item));
    for (const std::string& picture : item->stem.images()) {
      CHECK(back.find<Media>(*Id::ofDigest(picture.substr(0, 64))) != nullptr);
    }
  }
}

}  // namespace

TEST_CASE("items that go to Moodle and come back are what they were, but for what was announced") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    INFO("seed " << seed);
    comesBack(tiku::test::randomBank(seed), {.format = ExportFormat::kMoodle}, "题.xml");
    comesBack(tiku::test::randomBank(seed), {.format = ExportFormat::kMoodle, .allOrNothing = true},
              "题.xml");
  }
}

TEST_CASE("items that go out as GIFT and come back are what they were, but for what was announced") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    INFO("seed " << seed);
    comesBack(tiku::test::randomBank(seed), {.format = ExportFormat::kGift}, "题.gift");
  }
}
