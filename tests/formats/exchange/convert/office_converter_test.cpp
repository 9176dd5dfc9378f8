// LibreOffice, where it is installed: a test without it says so.
#include "formats/exchange/convert/office_converter.h"

#include <chrono>
#include <fstream>

#include "formats/exchange/zip_parts.h"
#include "tests/formats/exchange/items/sheet_support.h"
#include "tests/support/corpus.h"
#include "tests/support/folder.h"

using namespace tiku::formats;
using namespace tiku::tests;

TEST_CASE("corpus: an old workbook comes through LibreOffice with its items") {
  const auto file = corpus("quiz-contest-xls/题库.xls");
  const auto office = OfficeConverter::find();
  if (!office) WARN("not tested: LibreOffice is not installed");
  if (!file || !office) return;
  const std::string bytes = office->convert(readWholeFile(*file), "xls", "xlsx", "题库.xls");
  Bank bank = bankOfTwoLevels();
  const Workbook workbook = readXlsxBytes(bytes, "题库.xls");
  const ImportResult result = importItems(bank, workbook, intoLevel(3));
  // Three sheets hold the same 123 choices and 7 questions; three rows of each lack their stem.
  CHECK(result.report.counts.at("single-choice") == 369);
  CHECK(result.report.counts.at("short-answer") == 21);
  CHECK(result.report.counts.at("added") == 130);
  CHECK(result.report.counts.at("repeated") == 260);
  CHECK(result.report.count(Verdict::kUnclear) == 9);
  CHECK(keyOf(itemsOf(result.edit).at(124)) == "1997-07-01");  // Excel keeps 35612.
  bank.apply(result.edit);
  CHECK(importItems(bank, workbook, intoLevel(3)).edit.empty());
}

TEST_CASE("a converter that hangs is killed with what it started, and one that makes nothing is told") {
  const tiku::test::Folder folder;
  const std::filesystem::path script = folder / "slow-office.sh";
  std::ofstream(script) << "#!/bin/sh\nsleep 60 & wait\n";
  std::filesystem::permissions(script, std::filesystem::perms::owner_all);
  const auto begin = std::chrono::steady_clock::now();
  const OfficeConverter slow(script, std::chrono::milliseconds(300));
  CHECK(refusalOf([&] { (void)slow.convert("x", "doc", "docx", "a.doc"); }).code() == ErrorCode::kOverLimit);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));

  // So does one whose result nobody waits for any more.
  struct Enough {};
  const OfficeConverter patient(script, std::chrono::minutes(5));
  CHECK_THROWS_AS((void)patient.convert("x", "doc", "docx", "a.doc", [] { throw Enough(); }), Enough);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));

  const OfficeConverter nothing("/bin/true");
  const FormatError error = refusalOf([&] { (void)nothing.convert("x", "doc", "docx", "a.doc"); });
  CHECK(error.code() == ErrorCode::kNotUnderstood);
  CHECK(error.place().file == "a.doc");
  CHECK(error.advice().find(".docx") != std::string::npos);
}
