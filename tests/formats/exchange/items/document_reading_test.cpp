// How a document was understood, and what a person puts right in it.
#include "tests/formats/exchange/items/document_support.h"

using namespace tiku::formats;
using namespace tiku::tests;

namespace {

const std::string kTwoSections =
    "车工（三级）\n一、选择题\n1. 甲（ B ）。\nA.车 B.铣\n2. 乙（ ）。\nA.车 B.铣\n答案：A\n二、判断题\n1. "
    "丙。（√）\n2. 丁。\n答案：0";

ImportOptions corrected(ReadingCorrections corrections) {
  ImportOptions options;
  options.level = Level::of(3);
  options.corrections = std::move(corrections);
  return options;
}

std::string refusal(ReadingCorrections corrections) {
  try {
    importItems(Bank(), wordDocument(kTwoSections), corrected(std::move(corrections)));
  } catch (const FormatError& error) {
    CHECK(error.code() == ErrorCode::kUsage);
    return std::string(error.what()) + error.advice();
  }
  return {};
}

}  // namespace

TEST_CASE("the reading tells numbers, options, answers, judgements and every section, with evidence") {
  const DocumentImport import(kTwoSections);
  CHECK(import.reading("numbers").words == "题号写在正文里");
  CHECK(import.reading("numbers").evidence == "4 题中的 4 题");
  CHECK(import.reading("options").value == "one-line");
  CHECK(import.reading("answers").value == "in-stem");
  CHECK(import.reading("answers").words == "答案在题干的括号内，也有写在别处的");
  CHECK(import.reading("answers").evidence == "答案在题干的括号内的 2 题，答案写在题后的答案行的 2 题");
  CHECK(import.reading("judgement").value == "usual");
  CHECK(import.reading("judgement").evidence == "写作 0");
  CHECK(import.reading("section:1").words == "第 1 节（段 2 起）的题型按每题的选项和答案判断");
  CHECK(import.reading("section:2").words == "第 2 节（段 8 起）为判断题");
  CHECK(import.reading("section:2").evidence == "标题“二、判断题”，2 题");
  CHECK_FALSE(import.reading("section:2").corrected);
}

TEST_CASE("numbers that Word counts are told as such") {
  DocxBuilder docx;
  docx.numbering =
      DocxBuilder::abstract(0, DocxBuilder::level(0, "decimal", "%1．")) + DocxBuilder::num(1, 0);
  docx.body =
      paragraphs("一、判断题（三级）") + DocxBuilder::numbered("甲。", 1) + DocxBuilder::numbered("乙。", 1);
  const DocumentImport import(readDocxBytes(docx.bytes(), "三级.docx"), {});
  CHECK(import.reading("numbers").words == "题号由 Word 自动编号，正文里没有");
  CHECK(import.reading("numbers").evidence == "2 题中的 2 题");
}

TEST_CASE("a corrected section is read as the person says, or left out") {
  const DocumentImport multiple(wordDocument(kTwoSections), corrected({{"section:1", "multiple-choice"}}));
  CHECK(multiple.told()[0] == "多选题：甲（　）。|车|铣：B");
  CHECK(multiple.reading("section:1").corrected);
  CHECK(multiple.reading("section:1").words == "第 1 节（段 2 起）为多选题");

  const DocumentImport without(wordDocument(kTwoSections), corrected({{"section:2", "not-items"}}));
  CHECK(without.items.size() == 2);
  CHECK(without.unclear().empty());
  CHECK(without.reading("section:2").words == "第 2 节（段 8 起）不是试题");
}

TEST_CASE("the code of judgements, the place of answers and the numbers can be put right") {
  const DocumentImport zero(wordDocument(kTwoSections), corrected({{"judgement", "zero-right"}}));
  CHECK(zero.told()[3] == "判断题：丁。：√");
  CHECK(DocumentImport(kTwoSections).told()[3] == "判断题：丁。：×");

  const DocumentImport lines(wordDocument(kTwoSections), corrected({{"answers", "own-line"}}));
  CHECK(lines.told()[0] == "单选题：甲（ B ）。|车|铣：-");
  CHECK(lines.told()[1] == "单选题：乙（　）。|车|铣：A");
  const DocumentImport none(wordDocument(kTwoSections), corrected({{"answers", "none"}}));
  CHECK(none.result.report.counts.at("with-key") == 0);

  const std::string listed = "一、简答题（三级）\n1. 说明步骤。\n答：第一步\n\n2. 第二步\n\n3. 第三步";
  CHECK(DocumentImport(listed).items.size() == 3);
  DocxBuilder docx;
  docx.numbering =
      DocxBuilder::abstract(0, DocxBuilder::level(0, "decimal", "%1．")) + DocxBuilder::num(1, 0);
  docx.body = paragraphs("一、简答题（三级）") + DocxBuilder::numbered("说明步骤。", 1) +
              paragraphs("答：第一步\n\n2. 第二步\n\n3. 第三步") + DocxBuilder::numbered("再说明。", 1);
  const DocumentImport byWord(readDocxBytes(docx.bytes(), "x.docx"), corrected({{"numbers", "word"}}));
  CHECK(byWord.items.size() == 2);
}

TEST_CASE("running lines are kept where the person says that they belong to the items") {
  std::string text = "一、简答题（三级）";
  for (int i = 1; i <= 5; ++i)
    text += "\n" + std::to_string(i) + ". 题。\n答：要点" + std::to_string(i) + "\n以下从略";
  CHECK(DocumentImport(text).told()[0] == "简答题：题。：要点1");
  CHECK(DocumentImport(wordDocument(text), corrected({{"furniture", "kept"}})).told()[0] ==
        "简答题：题。：要点1\n以下从略");
}

TEST_CASE("a correction that the document does not know is refused with what there is") {
  CHECK(refusal({{"colour", "red"}}) ==
        "读法里没有“colour”这一项。可以更正的有：numbers、answers、judgement、furniture、lines、section:1。");
  CHECK(refusal({{"judgement", "maybe"}}) == "“judgement”不能更正为“maybe”。可以是：zero-right、usual。");
  CHECK(refusal({{"section:2", "poem"}}).find("true-false") != std::string::npos);
  CHECK(refusal({{"section:7", "true-false"}}) == "文件里没有第 7 节。可以更正的是 section:1 至 section:2。");
  CHECK(refusal({{"section:x", "true-false"}}).starts_with("读法里没有“section:x”这一项。"));
}
