// A person works on the Word document that the program wrote.
#include <catch2/catch.hpp>

#include "formats/exchange/export.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/itemdoc/item_document.h"
#include "tests/formats/exchange/written/documents.h"
#include "tests/formats/exchange/written/small_bank.h"

namespace {

using namespace tiku::formats;
using tiku::test::changedFields;
using tiku::test::SmallBank;

// The document as a person sees it: lines to change, to take out and to put in.
struct Page {
  explicit Page(const Bank& bank)
      : document(readDocxBytes(
            exportItems(bank, chosenItems(bank, {}), {.format = ExportFormat::kWord}).bytes, "试题.docx")) {}

  std::size_t find(const std::string& words) {
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      const auto* paragraph = std::get_if<DocParagraph>(&document.blocks[i]);
      if (paragraph != nullptr && paragraph->text.str().find(words) != std::string::npos) return i;
    }
    FAIL("没有这一行：" << words);
    return 0;
  }
  void type(std::size_t line, const std::string& words) {
    std::get<DocParagraph>(document.blocks[line]).text = RichText::plain(words);
  }
  // Lines as a person types them, in no style of ours.
  void insert(std::size_t before, const std::vector<std::string>& lines) {
    for (const std::string& words : lines) {
      DocParagraph paragraph;
      paragraph.style = "Normal";
      paragraph.text = RichText::plain(words);
      document.blocks.insert(document.blocks.begin() + static_cast<std::ptrdiff_t>(before++), paragraph);
    }
    int number = 0;
    for (auto& block : document.blocks) {
      if (auto* paragraph = std::get_if<DocParagraph>(&block)) paragraph->number = ++number;
    }
  }

  Document document;
};

}  // namespace

TEST_CASE("a stem that was changed in the document is the only thing that an import changes") {
  const SmallBank small;
  Page page(small.bank);
  page.type(page.find("下列属于"), "1．下列符合职业道德规范的是（ ）。");
  const ImportResult result = importItemDocument(small.bank, page.document, {});
  REQUIRE(changedFields(small.bank, result.edit) == std::vector<std::string>{"stem"});
  const auto* item = as<TheoryItem>(result.edit.steps().front().object);
  CHECK(item->stem.str() == "下列符合职业道德规范的是（　）。");
  CHECK(result.report.counts.at("changed") == 1);
  CHECK(result.report.count(Verdict::kUnclear) == 0);
}

TEST_CASE("an answer, a difficulty and an option that were changed in the document are changed in the bank") {
  const SmallBank small;
  Page page(small.bank);
  page.type(page.find("A．爱岗敬业"), "A. 诚实守信    B、得过且过\tC．以次充好\tD．弄虚作假　　E．损公肥私");
  page.type(page.find("答案：A"), "答案：a、e");
  const std::size_t tag = page.find("〔题号 B-A-A-A-001-001 ｜");
  std::string words = std::get<DocParagraph>(page.document.blocks[tag]).text.str();
  words.replace(words.find("难度 3"), std::string("难度 3").size(), "难度 5");
  page.type(tag, words);
  const ImportResult result = importItemDocument(small.bank, page.document, {});
  REQUIRE(changedFields(small.bank, result.edit) == std::vector<std::string>{"options", "key", "difficulty"});
  const auto* item = as<TheoryItem>(result.edit.steps().front().object);
  CHECK(item->options.size() == 5);
  CHECK(item->options[1].str() == "得过且过");
  CHECK(item->key == Key(ChoiceKey{{0, 4}}));
}

TEST_CASE("an item that a person typed among the others is new, whatever the style of its lines") {
  const SmallBank small;
  Page page(small.bank);
  page.insert(page.find("二、多选题"),
              {"2、安全电压是（ A ）伏。", "A、36", "B、380", "答案：A", "〔考评点 A-A-A-001 ｜ 难度 2〕",
               "3. 下列是导体的是（　　）。", "A. 铜  B. 玻璃", "答案：A"});
  const ImportResult result = importItemDocument(small.bank, page.document, {});
  REQUIRE(result.report.counts.at("added") == 2);
  CHECK(result.report.counts.at("unchanged") == 3);
  const auto* first = as<TheoryItem>(result.edit.steps()[0].object);
  CHECK(first->type == ItemType::kSingleChoice);
  CHECK(first->level == Level::of(3));
  CHECK(first->stem.blankCount() == 1);
  CHECK(first->key == Key(ChoiceKey{{0}}));
  CHECK(first->point == small.point);
  CHECK(first->difficulty == 2);
  const auto* second = as<TheoryItem>(result.edit.steps()[1].object);
  CHECK(second->options.size() == 2);
  CHECK(second->options[1].str() == "玻璃");
  CHECK(result.report.count(Verdict::kUnclear) == 0);
}

TEST_CASE("lines that belong to no item are told") {
  const SmallBank small;
  Page page(small.bank);
  page.insert(page.find("二、多选题"), {"这一句不知道是什么"});
  const ImportResult result = importItemDocument(small.bank, page.document, {});
  CHECK(result.edit.empty());
  CHECK(result.report.count(Verdict::kUnclear) == 1);
}
