#include "workflows/filing/documents.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "demo_bank.h"
#include "formats/exchange/importers.h"

using namespace tiku::formats;
using namespace tiku::workflows;
using namespace tiku::tests;

namespace {

struct Made {
  Bank bank = demoBank();
  tiku::validators::Profile profile = demoProfile();
  Sample sample = demoSample(bank);
  FilingContext context{bank, profile, sample, "2026-03-01", false, {}};
  std::vector<DocumentFile> files = makeDocuments(context);

  const DocumentFile& file(const std::string& path) const {
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.path == path; });
    REQUIRE(found != files.end());
    return *found;
  }
};

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
}
