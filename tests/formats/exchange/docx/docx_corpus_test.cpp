// Real files as they came from institutions and from other readers' collections of odd files.
#include <algorithm>

#include <catch2/catch.hpp>

#include "formats/exchange/importers.h"
#include "tests/support/corpus.h"

using namespace tiku::formats;
using tiku::tests::corpus;

namespace {

std::vector<const DocParagraph*> bodyParagraphs(const Document& document) {
  std::vector<const DocParagraph*> found;
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<DocParagraph>(&block)) found.push_back(paragraph);
  }
  return found;
}

int tables(const Document& document) {
  return static_cast<int>(document.blocks.size() - bodyParagraphs(document).size());
}

}  // namespace

TEST_CASE("a real set of review questions shows the heads that Word numbers by itself", "[corpus]") {
  const auto folder = corpus("ai-trainer-l3");
  if (!folder) return;
  const Document document = readDocx(*folder / "第3部分-人工智能训练师_3级_理论知识复习题.docx");
  const auto all = bodyParagraphs(document);
  REQUIRE(all.size() == 3609);
  CHECK(tables(document) == 0);
  std::vector<std::string> heads;
  for (const DocParagraph* paragraph : all) {
    if (!paragraph->label.empty()) heads.push_back(paragraph->line().substr(0, 15));
  }
  CHECK(heads == std::vector<std::string>{"二、单选题", "三、多选题"});
  CHECK(all[4]->number == 5);
  CHECK(all[4]->line().starts_with("一、判断题"));
  CHECK(document.notes.size() == 1);  // Its page header.
}

TEST_CASE("a real mock paper shows its score boxes as tables and the option whose letter Word counts",
          "[corpus]") {
  const auto folder = corpus("ai-trainer-l3");
  if (!folder) return;
  const Document document = readDocx(*folder / "第5部分_人工智能训练师_3级_理论知识模拟试卷.docx");
  CHECK(tables(document) == 2);
  std::vector<std::string> labels;
  for (const DocParagraph* paragraph : bodyParagraphs(document)) {
    if (!paragraph->label.empty()) labels.push_back(paragraph->label);
  }
  CHECK(labels == std::vector<std::string>{"二、", "（D）", "三、"});
}
