// The real files of institutions, each with the figures that a person counted in it.
#include "tests/support/corpus.h"

#include "formats/exchange/convert/office_converter.h"
#include "formats/exchange/zip_parts.h"
#include "tests/formats/exchange/items/sheet_support.h"

using namespace tiku::formats;
using namespace tiku::tests;

namespace {

/// Imports the workbook into an empty bank as 三级, and checks that a second import is empty.
ImportReport reportOf(const std::filesystem::path& file, JudgementCode judgement = JudgementCode::kUsual) {
  Bank bank = bankOfTwoLevels();
  ImportOptions options = intoLevel(3);
  options.judgement = judgement;
  const Workbook workbook = readXlsx(file);
  ImportResult result = importItems(bank, workbook, options);
  bank.apply(result.edit);
  CHECK(importItems(bank, workbook, options).edit.empty());
  return result.report;
}

int count(const ImportReport& report, const std::string& name) {
  const auto found = report.counts.find(name);
  return found == report.counts.end() ? 0 : found->second;
}

}  // namespace

TEST_CASE("corpus: the quiz on religion has 283 items and no doubt") {
  const auto file = corpus("religion-xlsx/题库.xlsx");
  if (!file) return;
  const ImportReport report = reportOf(*file);
  CHECK(count(report, "single-choice") == 162);
  CHECK(count(report, "multiple-choice") == 65);
  CHECK(count(report, "true-false") == 56);
  CHECK(count(report, "without-key") == 0);
  CHECK(report.count(Verdict::kImported) == 284);
  // One item asks for a day, and Excel kept its four options as numbers.
  CHECK(report.count(Verdict::kUnclear) == 4);
  CHECK(verdict(report, "建议格式!D91").find("43101") != std::string::npos);
}

TEST_CASE("corpus: the exam program's template has its key before the options and a column of chapters") {
  const auto file = corpus("template-xlsx/试题模板.xlsx");
  if (!file) return;
  const ImportReport report = reportOf(*file);
  CHECK(count(report, "items") == 4);
  CHECK(count(report, "multiple-choice") == 1);
  CHECK(count(report, "true-false") == 2);
  CHECK(report.count(Verdict::kUnclear) == 0);
}

TEST_CASE(
    "corpus: the electricians' sheets have no head, 402 choices lack a key, 516 judgements mean 0 as right") {
  const auto file = corpus("electrician-lowvolt/选择判断处理.xlsx");
  if (!file) return;
  const ImportReport report = reportOf(*file);
  CHECK(count(report, "single-choice") == 402);
  CHECK(count(report, "true-false") == 516);
  CHECK(count(report, "without-key") == 402);
  CHECK(count(report, "repeated") == 1);
  CHECK(report.count(Verdict::kUnclear) == 2);  // The repeated one, and whether 0 or 1 is right.
  CHECK(reportOf(*file, JudgementCode::kZeroRight).count(Verdict::kUnclear) == 1);
}

TEST_CASE(
    "corpus: the electricians' text files give 402 choices with the first option right, and 516 judgements") {
  const auto choices = corpus("electrician-lowvolt/选择.txt");
  const auto judgements = corpus("electrician-lowvolt/判断.txt");
  if (!choices || !judgements) return;
  const ImportResult chosen = importItems(bankOfTwoLevels(), readCsv(*choices), intoLevel(3));
  CHECK(count(chosen.report, "single-choice") == 402);
  CHECK(count(chosen.report, "without-key") == 0);
  CHECK(chosen.report.count(Verdict::kUnclear) == 0);
  CHECK(std::ranges::all_of(itemsOf(chosen.edit), [](const TheoryItem& item) { return keyOf(item) == "A"; }));
  const ImportResult judged = importItems(bankOfTwoLevels(), readCsv(*judgements), intoLevel(3));
  CHECK(count(judged.report, "true-false") == 516);
  CHECK(count(judged.report, "repeated") == 1);
  // 315 lines end with $0, which is right here.
  CHECK(std::ranges::count(keysOf(itemsOf(judged.edit)), "√") == 315);
  CHECK(judged.report.count(Verdict::kUnclear) == 2);  // The repeated one, and whether 0 is right.
}

TEST_CASE("corpus: nine subjects in nine sheets of an old workbook, 832 choices") {
  const auto file = corpus("it-multisheet-xls/题库.xls");
  const auto office = OfficeConverter::find();
  if (!office) WARN("not tested: LibreOffice is not installed");
  if (!file || !office) return;
  const Workbook workbook =
      readXlsxBytes(office->convert(readWholeFile(*file), "xls", "xlsx", "题库.xls"), "题库.xls");
  const ImportReport report = importItems(bankOfTwoLevels(), workbook, intoLevel(3)).report;
  CHECK(workbook.sheets.size() == 9);
  CHECK(count(report, "items") == 832);
  CHECK(count(report, "multiple-choice") == 56);
  CHECK(count(report, "repeated") == 3);
  CHECK(report.count(Verdict::kUnclear) == 3);
  CHECK(count(report, "without-key") == 0);
}
