// The sample items of QTIWorks (QTI 2.1): all sorts of interactions, feedback, templates and adaptive items.
#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/exchange/export.h"
#include "formats/exchange/import.h"
#include "formats/exchange/zip_parts.h"
#include "tests/support/corpus.h"
#include "tests/support/folder.h"

namespace {

using namespace tiku::formats;

// What became of a file: a word for each.
std::string fateOf(const std::filesystem::path& file, int& returned) {
  ImportOptions options;
  options.level = Level::of(3);
  const std::string kind = file.extension().string();
  if (kind == ".txt" || kind == ".css" || kind == ".html") return "no QTI";
  try {
    Bank bank;
    const ImportResult result = importFile(bank, file, options);
    REQUIRE(result.report.rows.size() == 1);
    bank.apply(result.edit);
    const auto items = bank.all<TheoryItem>();
    REQUIRE(items.size() == 1);
    const ExportResult back = exportItems(bank, items, {.format = ExportFormat::kQti22});
    const ZipParts parts = ZipParts::open(back.bytes, "back.zip");
    const bool same = parts.read(file.filename().string()) == tiku::test::bytesOf(file);
    CHECK(same);
    returned += same ? 1 : 0;
    const std::string& reason = result.report.rows[0].reason;
    const std::size_t kept = reason.find("照原样保存");
    return kept == std::string::npos ? std::string(itemTypeKey(items[0]->type)) : reason.substr(kept);
  } catch (const FormatError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("every file of the QTI corpus is read, kept as it is, or refused with a reason") {
  const auto folder = tiku::tests::corpus("qti");
  if (!folder) return;
  std::map<std::string, int> fates;
  int returned = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
    if (!entry.is_regular_file()) continue;
    INFO(entry.path().string());
    ++fates[fateOf(entry.path(), returned)];
  }
  const std::string kept = "照原样保存，只能看，不能改：";
  const auto way = [&kept](const std::string& name) {
    return kept + "题库里没有“" + name + "”这种作答方式。";
  };
  CHECK(fates == std::map<std::string, int>{
                     {"single-choice", 13},
                     {"multiple-choice", 5},
                     {"fill-in", 8},
                     {"short-answer", 2},
                     {kept + "试题有自己的评分程序。", 37},
                     {kept + "这是自适应试题，作答多次、逐步变化。", 23},
                     {kept + "这是每次显示都不同的模板试题。", 20},
                     {kept + "作答要按次序或分项记录，题库里没有这种答案。", 4},
                     {kept + "一道试题里有几处不同的作答。", 2},
                     {way("排序"), 3},
                     {way("配对"), 3},
                     {way("连线"), 1},
                     {way("选词填空"), 2},
                     {way("文中点选"), 2},
                     {way("图上点选"), 2},
                     {way("图上标点"), 2},
                     {way("图上摆放"), 1},
                     {way("图上排序"), 2},
                     {way("图上连线"), 2},
                     {way("图上填放"), 2},
                     {way("滑块"), 2},
                     {way("在图上画"), 1},
                     {way("交文件"), 2},
                     {"这是 QTI 的试卷，试题在它引用的文件里。", 24},
                     {"这是图片。", 31},
                     {"no QTI", 7},  // Licences, descriptions, style sheets and a page.
                 });
  CHECK(returned == 141);
}
