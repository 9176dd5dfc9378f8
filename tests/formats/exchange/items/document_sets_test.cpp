// What several items share: materials with their tables and pictures, and options.
#include "tests/formats/exchange/items/document_support.h"

using namespace tiku::formats;
using namespace tiku::tests;

namespace {

const std::string kShared =
    "电工（三级）\n一、根据以下资料，回答1～2题。\n某厂一季度用电100度。\n二季度用电120度。\n1. 二季度增长（ "
    "）。\nA.10% B.20%\n答案：B\n"
    "2. 两季度共（ ）度。\nA.200 B.220\n答案：B\n二、单选题\n（3～4题共用题干）患者触电倒地。\n3. 首先应（ "
    "）。\nA.断电 B.拉人\n答案：A\n"
    "4. 然后应（ ）。\nA.急救 B.离开\n答案：A\n5. 无关的一题（ ）。\nA.甲 "
    "B.乙\n答案：A\n三、配伍题\n（6～8题共用备选答案）\nA.车床\nB.铣床\n"
    "C.磨床\n6. 加工外圆用\n7. 加工平面用（ ）\n8. 精加工用\n答案：6.A 7.B 8.C";

std::vector<ItemSet> setsOf(const Bank& bank) {
  std::vector<ItemSet> sets;
  for (const auto& set : bank.all<ItemSet>()) sets.push_back(*set);
  std::ranges::sort(sets, {}, [](const ItemSet& set) { return std::stoi(set.source.at.substr(4)); });
  return sets;
}

}  // namespace

TEST_CASE("materials and options that items share become item sets") {
  const DocumentImport import(kShared);
  CHECK(import.unclear().empty());
  CHECK(import.told() ==
        Lines{"单选题：二季度增长（　）。|10%|20%：B", "单选题：两季度共（　）度。|200|220：B",
              "单选题：首先应（　）。|断电|拉人：A", "单选题：然后应（　）。|急救|离开：A",
              "单选题：无关的一题（　）。|甲|乙：A", "单选题：加工外圆用|车床|铣床|磨床：A",
              "单选题：加工平面用（　）|车床|铣床|磨床：B", "单选题：精加工用|车床|铣床|磨床：C"});
  const std::vector<ItemSet> sets = setsOf(import.bank);
  REQUIRE(sets.size() == 3);
  CHECK(sets[0].kind == ItemSet::Kind::kSharedStem);
  CHECK(sets[0].stem.str() == "某厂一季度用电100度。\n二季度用电120度。");
  CHECK(sets[0].items == std::vector<Id>{import.items[0].id, import.items[1].id});
  CHECK(sets[0].source == Source{"车工三级.docx", "段 2", {}});
  CHECK(sets[1].stem.str() == "患者触电倒地。");
  CHECK(sets[1].items == std::vector<Id>{import.items[2].id, import.items[3].id});
  CHECK(sets[2].kind == ItemSet::Kind::kSharedOptions);
  CHECK(sets[2].options.size() == 3);
  CHECK(sets[2].options == import.items[5].options);
  CHECK(sets[2].items.size() == 3);
  CHECK(import.result.report.counts.at("sets-added") == 3);
  CHECK(import.reading("sets").evidence == "3 组");
}

TEST_CASE("a changed material is brought up to date under its id") {
  DocumentImport import(kShared);
  const Id id = setsOf(import.bank)[0].id;
  std::string changed = kShared;
  changed.replace(changed.find("120度"), std::string("120度").size(), "150度");
  const ImportResult again = importItems(import.bank, wordDocument(changed), {});
  CHECK(again.report.counts.at("sets-changed") == 1);
  CHECK(again.report.counts.at("sets-unchanged") == 2);
  import.bank.apply(again.edit);
  CHECK(import.bank.find<ItemSet>(id)->stem.str() == "某厂一季度用电100度。\n二季度用电150度。");
}

TEST_CASE("a material may hold a table and pictures, and its items may lack numbers") {
  DocxBuilder docx;
  docx.body = paragraphs("资料分析（三级）\n一、根据下列资料，回答116-117题。\n表1 产量") +
              "<w:tbl><w:tr><w:tc>" + DocxBuilder::p("年") + "</w:tc><w:tc>" + DocxBuilder::p("2024") +
              "</w:tc></w:tr></w:tbl><w:p><w:r><w:drawing><a:blip r:embed=\"i\"/></w:drawing></w:r></w:p>" +
              paragraphs("2024年的产量是（ ）。\nA.1\nB.2\n2025年的产量是（ ）。\nA.1\nB.2");
  docx.files = {{"word/media/1.png", "\x89PNG\r\n\x1A\n..."}};
  docx.links = {{"i", "image", "media/1.png"}};
  const DocumentImport import(readDocxBytes(docx.bytes(), "x.docx"), {});
  const std::vector<ItemSet> sets = setsOf(import.bank);
  REQUIRE(sets.size() == 1);
  CHECK(sets[0].stem.str() == "表1 产量\n年\t2024\n[图]");
  CHECK(sets[0].items.size() == 2);
  CHECK(import.bank.all<Media>().size() == 1);
}

TEST_CASE("groups of options follow each other in a section, and an item may have options of its own") {
  const DocumentImport import(
      "一、B1型题（三级）\nA.车床\nB.铣床\n1. 外圆用\n2. 平面用\nA.卡尺 B.千分尺\n3. 粗测用\n4. "
      "精测用\n参考答案\n1-4 ABAB");
  CHECK(import.unclear().empty());
  CHECK(import.told() == Lines{"单选题：外圆用|车床|铣床：A", "单选题：平面用|车床|铣床：B",
                               "单选题：粗测用|卡尺|千分尺：A", "单选题：精测用|卡尺|千分尺：B"});
  CHECK(setsOf(import.bank).size() == 2);
}

TEST_CASE("a material without items, or with fewer than it says, is told") {
  const DocumentImport import(
      "一、单选题（三级）\n（1～3题共用题干）甲。\n1. 乙（ ）。\nA.车 B.铣\n2. 丙（ ）。\nA.车 "
      "B.铣\n二、判断题\n1. 丁。（√）\n根据以下资料，回答8～9题。\n资料。");
  CHECK(import.unclear() == Lines{"段 2：写的是 3 题共用，找到 2 题，请核对。",
                                  "段 9：后面没有找到共用这些内容的试题，没有导入，请核对。"});
}
