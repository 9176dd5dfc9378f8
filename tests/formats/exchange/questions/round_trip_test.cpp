// Items go out in the format of another system and come back.
#include <algorithm>
#include <fstream>
#include <set>

#include <catch2/catch.hpp>

#include "formats/base/temp_directory.h"
#include "formats/base/trim.h"
#include "formats/compare/fields.h"
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
  for (const SourceVerdict& row : result.report.rows) {
    INFO(row.at << row.reason);
    // Random items may be such.
    const bool several = row.reason.starts_with("单选题，已导入：单选题有");
    CHECK((several || row.verdict != Verdict::kUnclear));
  }
  bank.apply(result.edit);
  return bank;
}

// What the formats are said to lose.
TheoryItem withoutOrigin(TheoryItem item) {
  item.source = {};
  item.extras = {};
  if (auto* key = std::get_if<FillInKey>(&item.key)) {
    for (auto& blank : key->blanks) {
      for (std::string& accepted : blank) accepted = std::string(trimmed(accepted));
    }
  }
  // An answer without a word is none.
  if (const auto* key = std::get_if<ReferenceKey>(&item.key); key && key->answer.blocks().empty())
    item.key = {};
  // Nor is one that names no option or no accepted word.
  if (const auto* key = std::get_if<ChoiceKey>(&item.key); key && key->options.empty()) item.key = {};
  if (const auto* key = std::get_if<FillInKey>(&item.key);
      key && std::ranges::all_of(key->blanks, [](const auto& blank) { return blank.empty(); }))
    item.key = {};
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

// Those of a random bank are none, and GIFT tells a picture by its content alone.
Bank withoutPictures(Bank bank) {
  Edit edit("");
  for (const auto& item : bank.all<TheoryItem>()) {
    bool any = !item->stem.images().empty() || !item->rationale.images().empty();
    for (const RichText& option : item->options) any = any || !option.images().empty();
    if (const auto* key = std::get_if<ReferenceKey>(&item->key)) any = any || !key->answer.images().empty();
    if (any) edit.remove(item->id);
  }
  bank.apply(edit);
  return bank;
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
    const TheoryItem now = withoutOrigin(*found);
    const TheoryItem before = withoutOrigin(*item);
    for (const Field& field : differingFields(std::make_shared<const TheoryItem>(now),
                                              std::make_shared<const TheoryItem>(before))) {
      UNSCOPED_INFO(field.name << ": " << fieldText(std::make_shared<const TheoryItem>(now), field.name)
                               << " was "
                               << fieldText(std::make_shared<const TheoryItem>(before), field.name));
    }
    CHECK(now == before);
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
    comesBack(withoutPictures(tiku::test::randomBank(seed)), {.format = ExportFormat::kGift}, "题.gift");
  }
}

TEST_CASE(
    "items that go out as a package of QTI 2.2 and come back are what they were, but for what was "
    "announced") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    INFO("seed " << seed);
    comesBack(tiku::test::randomBank(seed), {.format = ExportFormat::kQti22}, "题.zip");
  }
}

TEST_CASE(
    "items that go out as a package of QTI 3.0 and come back are what they were, but for what was "
    "announced") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    INFO("seed " << seed);
    comesBack(tiku::test::randomBank(seed), {.format = ExportFormat::kQti3}, "题.zip");
  }
}
