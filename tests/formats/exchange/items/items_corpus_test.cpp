// Theory items from files as institutions wrote them.
#include <filesystem>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/exchange/importers.h"
#include "tests/support/corpus.h"

using namespace tiku::formats;
using tiku::tests::corpus;

namespace {

ImportOptions atLevelThree() {
  ImportOptions options;
  options.level = Level::of(3);
  return options;
}

std::vector<SourceVerdict> unclear(const ImportReport& report) {
  std::vector<SourceVerdict> rows;
  for (const SourceVerdict& row : report.rows) {
    if (row.verdict == Verdict::kUnclear) rows.push_back(row);
  }
  return rows;
}

std::vector<SourceVerdict> skippedWords(const ImportReport& report) {
  std::vector<SourceVerdict> rows;
  for (const SourceVerdict& row : report.rows) {
    if (row.verdict == Verdict::kSkipped && row.reason != "空段落。") rows.push_back(row);
  }
  return rows;
}

}  // namespace

TEST_CASE("900 review questions come in without a key, and the mock paper gives 190 of them theirs",
          "[corpus]") {
  const auto folder = corpus("ai-trainer-l3");
  if (!folder) return;
  Bank bank;

  const Document review = readDocx(*folder / "第3部分-人工智能训练师_3级_理论知识复习题.docx");
  const ImportResult first = importItems(bank, review, {});  // The title says 三级.
  CHECK(first.report.counts == std::map<std::string, int>{{"items", 900},
                                                          {"true-false", 300},
                                                          {"single-choice", 300},
                                                          {"multiple-choice", 300},
                                                          {"with-key", 0},
                                                          {"without-key", 900},
                                                          {"added", 900},
                                                          {"changed", 0},
                                                          {"unchanged", 0},
                                                          {"repeated", 0},
                                                          {"linked", 0},
                                                          {"key-conflicts", 0}});
  CHECK(first.report.rows.size() == 3609);
  CHECK(unclear(first.report).empty());
  // Three lines of title and the three headings; every other line with words is part of an item.
  CHECK(skippedWords(first.report).size() == 6);
  CHECK(first.report.count(Verdict::kImported) == 300 + 300 * 5 + 300 * 6);
  bank.apply(first.edit);
  CHECK(importItems(bank, review, {}).edit.empty());

  const Document paper = readDocx(*folder / "第5部分_人工智能训练师_3级_理论知识模拟试卷.docx");
  const ImportResult second = importItems(bank, paper, atLevelThree());
  CHECK(second.report.counts.at("items") == 190);
  CHECK(second.report.counts.at("true-false") == 40);
  CHECK(second.report.counts.at("single-choice") == 140);
  CHECK(second.report.counts.at("multiple-choice") == 10);
  CHECK(second.report.counts.at("with-key") == 190);
  CHECK(second.report.counts.at("added") == 0);
  CHECK(second.report.counts.at("changed") == 190);
  CHECK(second.report.counts.at("papers-added") == 1);
  CHECK(unclear(second.report).empty());
  bank.apply(second.edit);

  const auto papers = bank.all<Paper>();
  REQUIRE(papers.size() == 1);
  CHECK(papers[0]->title == "人工智能训练师（三级）理论知识试卷");
  CHECK(papers[0]->minutes == 90);
  REQUIRE(papers[0]->sections.size() == 3);
  CHECK(papers[0]->sections[1].title == "二、单选题");
  CHECK(papers[0]->sections[1].entries.size() == 140);
  CHECK(papers[0]->total() == Marks::whole(100));
  CHECK(importItems(bank, paper, atLevelThree()).edit.empty());

  // The key block says 7) ABCD of the multiple-choice items, 1-10) ABDA... of the single-choice ones.
  const auto keyOf = [&](std::size_t section, std::size_t entry) {
    return bank.find<TheoryItem>(papers[0]->sections[section].entries[entry].item)->key;
  };
  CHECK(keyOf(0, 1) == Key(JudgementKey{false}));
  CHECK(keyOf(1, 2) == Key(ChoiceKey{{3}}));
  CHECK(keyOf(2, 6) == Key(ChoiceKey{{0, 1, 2, 3}}));
}

TEST_CASE("a mock paper alone gives 190 items with keys", "[corpus]") {
  const auto folder = corpus("ai-trainer-l3");
  if (!folder) return;
  const Document paper = readDocx(*folder / "第5部分_人工智能训练师_3级_理论知识模拟试卷.docx");
  const ImportResult result = importItems(Bank(), paper, atLevelThree());
  CHECK(result.report.counts.at("added") == 190);
  CHECK(result.report.counts.at("with-key") == 190);
  CHECK(result.report.counts.at("without-key") == 0);
}

TEST_CASE("807 questions with tabs behind their numbers and an answer line each, four of them twice",
          "[corpus]") {
  const auto folder = corpus("party-tab-docx");
  if (!folder) return;
  const ImportResult result = importItems(Bank(), readDocx(*folder / "题库.docx"), atLevelThree());
  CHECK(result.report.counts.at("items") == 807);
  CHECK(result.report.counts.at("with-key") == 807);
  CHECK(result.report.counts.at("single-choice") == 331);
  CHECK(result.report.counts.at("multiple-choice") == 212);
  CHECK(result.report.counts.at("true-false") == 264);
  CHECK(result.report.counts.at("repeated") == 4);
  CHECK(unclear(result.report).size() == 4);
}

TEST_CASE("the same bank as text has 813 questions, and its list of right answers as many", "[corpus]") {
  const auto folder = corpus("party-tab-docx");
  if (!folder) return;
  const ImportResult text = importFile(Bank(), *folder / "answer.txt", atLevelThree());
  CHECK(text.report.counts.at("single-choice") == 333);
  CHECK(text.report.counts.at("multiple-choice") == 214);
  CHECK(text.report.counts.at("true-false") == 266);
  CHECK(text.report.counts.at("with-key") == 813);
  CHECK(text.report.rows.size() == 6536);
  CHECK(unclear(text.report).size() == 4);  // Four come twice.

  const ImportResult list = importFile(Bank(), *folder / "answer1.txt", atLevelThree());
  CHECK(list.report.counts.at("single-choice") == 333);
  CHECK(list.report.counts.at("multiple-choice") == 214);
  CHECK(list.report.counts.at("true-false") == 266);
  CHECK(list.report.counts.at("with-key") == 813);
  CHECK(list.report.rows.size() == 813);
  // Every choice lacks its other options; of the judgements nothing is missing.
  CHECK(list.report.count(Verdict::kUnclear) >= 333 + 214);
}

TEST_CASE("the reading of the corpus says what a careful reader says", "[corpus]") {
  const auto folder = corpus("ai-trainer-l3");
  const auto party = corpus("party-tab-docx");
  if (!folder || !party) return;
  const auto words = [](const ImportResult& result, const std::string& key) {
    for (const ReadingLine& line : result.report.reading) {
      if (line.key == key) return line.words;
    }
    return "no reading of " + key;
  };
  const ImportResult paper =
      importFile(Bank(), *folder / "第5部分_人工智能训练师_3级_理论知识模拟试卷.docx", atLevelThree());
  CHECK(words(paper, "file") == "文件是 Word 文档");
  CHECK(words(paper, "options") == "选项一行一个");
  CHECK(words(paper, "answers") == "答案集中在答案部分");
  CHECK(words(paper, "section:2") == "第 2 节（段 54 起）为单选题");
  const ImportResult review =
      importFile(Bank(), *folder / "第3部分-人工智能训练师_3级_理论知识复习题.docx", atLevelThree());
  CHECK(words(review, "answers") == "没有答案");
  const ImportResult bank = importFile(Bank(), *party / "题库.docx", atLevelThree());
  CHECK(words(bank, "answers") == "答案写在题后的答案行");
  CHECK(words(bank, "section:9") == "第 9 节（段 5161 起）为判断题");
}

TEST_CASE("a hostile file is refused with words, or read", "[corpus]") {
  const auto folder = corpus("hostile");
  if (!folder) return;
  int refused = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
    if (!entry.is_regular_file()) continue;
    INFO(entry.path());
    try {
      const ImportResult result = importFile(Bank(), entry.path(), atLevelThree());
      CHECK_FALSE(result.report.rows.empty());
    } catch (const FormatError& error) {
      CHECK_FALSE(std::string(error.what()).empty());
      ++refused;
    }
  }
  CHECK(refused > 30);
}
