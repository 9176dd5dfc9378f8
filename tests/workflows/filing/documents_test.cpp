#include "workflows/filing/documents.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "demo_bank.h"
#include "formats/base/error.h"
#include "formats/exchange/importers.h"
#include "formats/exchange/zip_parts.h"
#include "formats/exchange/zip_writer.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using namespace tiku::tests;

namespace {

struct Made {
  explicit Made(Bank b = demoBank(), bool draft = false) : bank(std::move(b)), context(contextOf(draft)) {}

  Bank bank;
  tiku::validators::Profile profile = demoProfile();
  Sample sample = demoSample(bank);
  FilingContext context;
  std::vector<DocumentFile> files = makeDocuments(context);

  FilingContext contextOf(bool draft) { return {bank, profile, sample, "2026-03-01", draft, {}}; }

  const DocumentFile& file(const std::string& path) const {
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.path == path; });
    REQUIRE(found != files.end());
    return *found;
  }
};

bool isWord(const DocumentFile& file) {
  return file.path.ends_with(".docx");
}

/// All words of a document in reading order, tables too.
std::string wordsOf(const DocumentFile& file) {
  std::string words;
  for (const auto& block : readDocxBytes(file.bytes, file.path).blocks) {
    if (const auto* paragraph = std::get_if<DocParagraph>(&block)) {
      words += paragraph->line() + "\n";
      continue;
    }
    for (const auto& row : std::get<DocTable>(block).rows) {
      for (const auto& cell : row) words += cell.str() + "|";
      words += "\n";
    }
  }
  return words;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The document with one text of its main part replaced by another.
std::string tampered(const DocumentFile& file, const std::string& from, const std::string& to) {
  const ZipParts parts = ZipParts::open(file.bytes, file.path);
  std::vector<std::pair<std::string, std::string>> copies;
  for (const std::string& name : parts.list()) {
    std::string bytes = parts.read(name);
    if (name == "word/document.xml") {
      const std::size_t at = bytes.find(from);
      REQUIRE(at != std::string::npos);
      bytes.replace(at, from.size(), to);
    }
    copies.emplace_back(name, std::move(bytes));
  }
  return zipParts(copies);
}

}  // namespace

TEST_CASE(
    "a bundle has the eight documents of the clause, per level where it says so, each with its workbook",
    "[documents]") {
  const Made made;
  std::vector<std::string> paths;
  for (const DocumentFile& file : made.files) paths.push_back(file.path);
  CHECK(paths == std::vector<std::string>{
                     "01-贵州省职业技能等级认定自建题库报备申请表.docx", "02-题库开发说明.docx",
                     "02-题库开发说明-试题编制清单.xlsx", "03-理论知识考评要素细目表-四级.docx",
                     "03-理论知识考评要素细目表-四级.xlsx", "03-理论知识考评要素细目表-三级.docx",
                     "03-理论知识考评要素细目表-三级.xlsx", "04-操作技能考评内容结构表.docx",
                     "04-操作技能考评内容结构表.xlsx", "05-操作技能考评要素细目表-四级.docx",
                     "05-操作技能考评要素细目表-四级.xlsx", "05-操作技能考评要素细目表-三级.docx",
                     "05-操作技能考评要素细目表-三级.xlsx", "06-题库样本-四级.docx", "06-题库样本-三级.docx",
                     "07-专家评审意见.docx", "08-其他相关佐证材料.docx"});
  REQUIRE(attachmentsOf(made.context).size() == 1);
  const Attachment attachment = attachmentsOf(made.context).front();
  CHECK(attachment.path == "08-其他相关佐证材料/01-开发人员保密承诺书.pdf");
  CHECK(attachment.media->bytes == "%PDF-1.4 demo");
  CHECK(contains(wordsOf(made.file("08-其他相关佐证材料.docx")), "1|开发人员保密承诺书|" + attachment.path));
}

TEST_CASE("the figures are those of the bank, and come back out of every document", "[documents]") {
  const Made made;
  const Figures all = figuresOf(made.context);
  CHECK(all.at("level-3/points") == "32");
  CHECK(all.at("level-3/points-x") == "24");
  CHECK(all.at("level-3/theory-items") == "98");
  CHECK(all.at("level-3/items-d") == "1");
  CHECK(all.at("level-3/items-w") == "0");  // The only essay item is retired.
  CHECK(all.at("level-3/sample-theory") == "20");
  CHECK(all.at("level-3/sample-skills") == "2");
  CHECK(all.at("total/theory-items") == "196");

  for (const DocumentFile& file : made.files) {
    INFO(file.path);
    if (!isWord(file)) continue;
    CHECK(readFigures(file.bytes) == file.figures);
    for (const auto& [key, value] : file.figures) CHECK(all.at(key) == value);
  }
  CHECK(made.file("01-贵州省职业技能等级认定自建题库报备申请表.docx").figures.at("level-4/items-b") == "32");
  CHECK(made.file("03-理论知识考评要素细目表-三级.docx").figures == Figures{{"level-3/points", "32"}});
  CHECK(made.file("06-题库样本-三级.docx").figures.at("level-3/sample-theory") == "20");
}

TEST_CASE("a figure that somebody altered in Word is found", "[documents]") {
  const Made made;
  const DocumentFile& table = made.file("03-理论知识考评要素细目表-三级.docx");
  const std::string altered =
      tampered(table, R"(<w:t xml:space="preserve">32</w:t>)", R"(<w:t xml:space="preserve">200</w:t>)");
  CHECK(readFigures(altered) == Figures{{"level-3/points", "200"}});

  // Where a figure stands twice and only one was altered, both values show.
  const DocumentFile& development = made.file("02-题库开发说明.docx");
  const std::string once = tampered(development, R"(<w:t xml:space="preserve">196</w:t>)",
                                    R"(<w:t xml:space="preserve">1000</w:t>)");
  CHECK(readFigures(once).at("total/theory-items") == "1000 / 196");
}

TEST_CASE("figures of what is no Word document are refused", "[documents]") {
  CHECK_THROWS_AS(readFigures("PK not a zip"), FormatError);
  CHECK_THROWS_AS(readFigures(zipParts({{"mimetype", "text/plain"}})), FormatError);
}

TEST_CASE("every page of a draft says so, in Word and in Excel", "[documents]") {
  const Made made(demoBank(), true);
  for (const DocumentFile& file : made.files) {
    INFO(file.path);
    const ZipParts parts = ZipParts::open(file.bytes, file.path);
    CHECK(contains(parts.read(isWord(file) ? "word/header1.xml" : "xl/worksheets/sheet1.xml"), "草稿"));
  }
}

TEST_CASE("the same bank gives the same bytes", "[documents]") {
  const Made first;
  const Made second;
  REQUIRE(first.files.size() == second.files.size());
  for (std::size_t i = 0; i < first.files.size(); ++i) {
    INFO(first.files[i].path);
    CHECK(first.files[i].bytes == second.files[i].bytes);
  }
}

TEST_CASE("the element table that an office reads is the one that the importer reads back", "[documents]") {
  const Made made;
  const DocumentFile& table = made.file("03-理论知识考评要素细目表-三级.docx");
  Bank other;
  ImportOptions options;
  options.kind = ImportKind::kElementTable;
  options.level = Level::of(3);
  other.apply(importElementTable(other, readDocxBytes(table.bytes, table.path), options).edit);
  const auto lines = [](const Bank& bank) {
    std::vector<std::string> found;
    walk(bank.blueprint(*Level::of(3))->theory, [&found](const TablePlace& place) {
      const Scope& scope = *place.path.back();
      found.push_back(place.code() + " " + (place.point == nullptr ? scope.name : place.point->name) + " " +
                      scope.weight.value_or(Weight()).str() + " " + scope.ratio().str());
    });
    return found;
  };
  CHECK(lines(other) == lines(made.bank));
}

TEST_CASE("the sample shows items with key, ratings and point, and no retired one", "[documents]") {
  const Made made;
  const std::string words = wordsOf(made.file("06-题库样本-三级.docx"));
  CHECK(contains(words, "（一）单选题（7 道）"));
  CHECK(contains(words, "答案：正确"));
  CHECK(contains(words, "一致性：4（高）"));
  CHECK(contains(words, "考评点：A-A-B-001 轴承润滑脂的选用与加注（三级）"));
  CHECK(contains(words, made.sample.seed));
  CHECK(contains(words, "1|安全准备|8|未穿戴防护用品扣 5 分"));
  CHECK(contains(words, "（1）未断电即打开防护罩"));
  for (const DocumentFile& file : made.files) {
    if (isWord(file)) CHECK_FALSE(contains(wordsOf(file), "停用的论述题"));
  }
}

TEST_CASE("a bank of papers shows the drawn papers with their keys", "[documents]") {
  DemoSize size;
  size.papers = 4;
  const Made made(demoBank(size));
  const DocumentFile& sample = made.file("06-题库样本-四级.docx");
  CHECK(sample.figures.at("level-4/sample-theory-papers") == "3");
  const std::string words = wordsOf(sample);
  CHECK(contains(words, "试卷编号：L4-0"));
  CHECK(contains(words, "二、判断题（每题 0.5 分，共 32 题，满分 16 分）"));
  CHECK(contains(words, "题号|1|2|3|4|5|6|7|8|9|10|\n答案|C|C|C|"));
  CHECK(contains(words, "（1）写出关系式（6 分）"));
}

TEST_CASE("a paper prints a case above its items, and shared options once", "[documents]") {
  DemoSize size;
  size.papers = 4;
  Bank bank = demoBank(size);
  Edit edit;
  bank.forEach<Paper>([&](const std::shared_ptr<const Paper>& paper) {
    const auto& entries = paper->sections.front().entries;
    ItemSet asked(Id::random(), paper->level, ItemSet::Kind::kSharedStem);
    asked.stem = RichText::plain("某小区配电室一台变压器的油温在两小时内升高了 15 ℃。");
    asked.items = {entries[1].item, entries[2].item};
    ItemSet matched(Id::random(), paper->level, ItemSet::Kind::kSharedOptions);
    matched.options = bank.find<TheoryItem>(entries[3].item)->options;
    for (const std::size_t at : {3U, 4U}) {
      TheoryItem item = *bank.find<TheoryItem>(entries[at].item);
      item.stem = RichText::plain(at == 3 ? "测绝缘电阻用（　）。" : "测接地电阻用（　）。");
      item.options = matched.options;
      matched.items.push_back(item.id);
      edit.put(std::move(item));
    }
    edit.put(std::move(asked)).put(std::move(matched));
  });
  bank.apply(edit);
  const Made made(std::move(bank));
  const std::string words = wordsOf(made.file("06-题库样本-四级.docx"));
  const std::size_t head =
      words.find("（2～3 题共用题干）\n某小区配电室一台变压器的油温在两小时内升高了 15 ℃。\n2．");
  REQUIRE(head != std::string::npos);
  const std::size_t options = words.find("（4～5 题共用备选答案）\nA．", head);
  REQUIRE(options != std::string::npos);
  CHECK(contains(words.substr(options), "4．测绝缘电阻用（　）。\n5．测接地电阻用（　）。\n6．"));
}

TEST_CASE("a bank that has nothing yet makes documents that say so", "[documents]") {
  BankInfo info;
  info.levels = {*Level::of(4)};
  const Made made{Bank(info)};
  CHECK(contains(wordsOf(made.file("03-理论知识考评要素细目表-四级.docx")),
                 "本等级尚未编制理论知识考评要素细目表。"));
  CHECK(contains(wordsOf(made.file("04-操作技能考评内容结构表.docx")),
                 "本题库尚未编制操作技能考评内容结构表。"));
  CHECK(contains(wordsOf(made.file("02-题库开发说明.docx")), "题库中尚未登记试测情况。"));
  CHECK(contains(wordsOf(made.file("07-专家评审意见.docx")), "尚未登记评审意见"));
  CHECK(contains(wordsOf(made.file("08-其他相关佐证材料.docx")), "本次报备没有其他佐证材料。"));
  CHECK(contains(wordsOf(made.file("06-题库样本-四级.docx")), "没有抽取到试题。"));
  CHECK_NOTHROW(Made{Bank()});
}

TEST_CASE("a sample of another bank is refused", "[documents]") {
  const Bank bank = demoBank();
  const auto profile = demoProfile();
  BankInfo info = bank.info();
  const Bank empty(info);
  const Sample sample = demoSample(bank);
  CHECK_THROWS_AS(makeDocuments({empty, profile, sample, "", false, {}}), FormatError);
}
