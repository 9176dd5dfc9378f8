// The real files of institutions, each with the figures that a person counted in it.
#include "tests/support/corpus.h"

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
  CHECK(report.count(Verdict::kUnclear) == 0);
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

TEST_CASE("corpus: the electricians' text files with # and $ are refused with advice") {
  const auto file = corpus("electrician-lowvolt/判断.txt");
  if (!file) return;
  const FormatError error = refusalOf([&] { importItems(bankOfTwoLevels(), readCsv(*file), intoLevel(3)); });
  CHECK(error.code() == ErrorCode::kNotUnderstood);
  CHECK(error.advice().find("“#”") != std::string::npos);
}
