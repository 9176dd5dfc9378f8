// Tables, operational items and papers go out as Word and Excel documents and come back.
#include "workflows/exchange/bank_documents.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/base/temp_directory.h"
#include "formats/compare/fields.h"
#include "formats/exchange/import.h"
#include "formats/package/package.h"
#include "tests/support/places.h"

namespace {

using namespace tiku;
using formats::Bank;
using formats::ImportKind;
using formats::ImportResult;
using workflows::BankContent;
using workflows::OfficeFormat;

Bank sampleBank() {
  return formats::loadBank(tiku::tests::sourceRoot() / "samples/liangju").bank;
}

ImportResult readBack(const Bank& bank, const std::string& bytes, ImportKind kind) {
  const formats::TempDirectory folder;
  const auto file = folder.path() / "题库.docx";
  std::ofstream(file, std::ios::binary) << bytes;
  formats::ImportOptions options;
  options.kind = kind;
  return formats::importFile(bank, file, options);
}

void comesBackWhole(BankContent content, OfficeFormat format, ImportKind kind) {
  Bank bank = sampleBank();
  const auto made = writeBankDocument(bank, validators::Profile::load("tutorial"), content, format, {});
  // Scopes without an entry of the standard get the one that has their name, from any table.
  if (kind == ImportKind::kElementTable) bank.apply(readBack(bank, made.bytes, kind).edit);
  const ImportResult result = readBack(bank, made.bytes, kind);
  for (const formats::Edit::Step& step : result.edit.steps()) {
    for (const formats::Field& field : formats::differingFields(*bank.object(step.id), step.object))
      UNSCOPED_INFO(field.name << ": " << formats::fieldText(step.object, field.name) << "\nwas "
                               << formats::fieldText(*bank.object(step.id), field.name));
  }
  CHECK(result.edit.empty());
  for (const formats::SourceVerdict& row : result.report.rows) {
    INFO(row.at << " " << row.reason);
    CHECK(row.verdict != formats::Verdict::kUnclear);
  }
}

}  // namespace

TEST_CASE("element tables of all levels read back from Word and from Excel as they were") {
  comesBackWhole(BankContent::kElements, OfficeFormat::kWord, ImportKind::kElementTable);
  comesBackWhole(BankContent::kElements, OfficeFormat::kExcel, ImportKind::kElementTable);
}

TEST_CASE("paper plans and structure tables of all levels read back as they were") {
  comesBackWhole(BankContent::kPlan, OfficeFormat::kWord, ImportKind::kPlan);
  comesBackWhole(BankContent::kPlan, OfficeFormat::kExcel, ImportKind::kPlan);
}

TEST_CASE("operational items with their score sheets read back as they were") {
  comesBackWhole(BankContent::kSkills, OfficeFormat::kWord, ImportKind::kSkillsItems);
}

TEST_CASE("tables that are read into an empty bank have the same codes, names and weights") {
  const Bank bank = sampleBank();
  formats::Bank empty;
  empty.apply(formats::Edit("").put(bank.info()));
  const auto profile = validators::Profile::load("tutorial");
  for (const OfficeFormat format : {OfficeFormat::kWord, OfficeFormat::kExcel}) {
    Bank other = empty;
    for (const auto& [content, kind] : {std::pair{BankContent::kElements, ImportKind::kElementTable},
                                        std::pair{BankContent::kPlan, ImportKind::kPlan}}) {
      const auto made = writeBankDocument(bank, profile, content, format, {});
      other.apply(readBack(other, made.bytes, kind).edit);
    }
    for (const formats::Level level : bank.info().levels) {
      REQUIRE(other.blueprint(level) != nullptr);
      const auto before = bank.get<formats::Blueprint>(formats::Blueprint::idOf(level));
      const auto after = other.get<formats::Blueprint>(formats::Blueprint::idOf(level));
      for (const char* field : {"theory", "skills", "structure", "plan"}) {
        INFO(field);
        CHECK(formats::fieldText(after, field) == formats::fieldText(before, field));
      }
      CHECK(other.blueprint(level)->theory.pointCount() == bank.blueprint(level)->theory.pointCount());
      CHECK(other.blueprint(level)->plan == bank.blueprint(level)->plan);
    }
  }
}

TEST_CASE("papers come with an answer sheet and a key, and are told when a workbook is asked for") {
  const Bank bank = sampleBank();
  const auto profile = validators::Profile::load("tutorial");
  const auto papers = writeBankDocument(bank, profile, BankContent::kPapers, OfficeFormat::kWord, {});
  CHECK(papers.count == static_cast<int>(bank.all<formats::Paper>().size()));
  CHECK_THROWS_WITH(readBack(bank, papers.bytes, ImportKind::kItems), Catch::Contains("供打印"));
  CHECK_THROWS_AS(writeBankDocument(bank, profile, BankContent::kPapers, OfficeFormat::kExcel, {}),
                  formats::FormatError);
  CHECK_THROWS_AS(writeBankDocument(Bank(), profile, BankContent::kElements, OfficeFormat::kWord, {}),
                  formats::FormatError);
}
