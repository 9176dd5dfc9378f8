#include "tests/gui/support/experts_answer.h"

#include "formats/base/digest.h"
#include "formats/exchange/zip_parts.h"
#include "formats/package/package.h"
#include "formats/package/save.h"
#include "workflows/review/anchors.h"

namespace tiku::tests {

using namespace formats;
namespace fs = std::filesystem;

namespace {

constexpr const char* kFileType = "application/vnd.tiku.review+zip";

// A number from 0 to 15 that these words always give.
int numberOf(const std::string& words, std::size_t digit) {
  const std::string digest = sha256(words);
  const char c = digest[digit];
  return c <= '9' ? c - '0' : c - 'a' + 10;
}

ItemScore scoreOf(const std::string& expert, Id object) {
  ItemScore score;
  score.object = object;
  const std::string words = expert + object.str();
  const int number = numberOf(words, 0);
  score.verdict = number < 13 ? ItemVerdict::kAdopt : number < 15 ? ItemVerdict::kRevise : ItemVerdict::kDrop;
  score.relevance = score.verdict == ItemVerdict::kDrop ? 2 : 3 + numberOf(words, 1) % 2;
  score.difficulty = 45 + 5 * (numberOf(object.str(), 0) / 2) - numberOf(words, 2) / 2;
  return score;
}

// What should be mended, of the first few items that should not stay as they are.
std::vector<Annotation> remarksOf(const ReviewFile& file, const std::vector<ItemScore>& scores) {
  constexpr std::size_t kMost = 3;
  std::vector<Annotation> remarks;
  for (const ItemScore& score : scores) {
    if (score.verdict == ItemVerdict::kAdopt || remarks.size() == kMost) continue;
    if (file.bank().find<TheoryItem>(score.object) == nullptr) continue;
    Annotation remark;
    remark.id = *Id::ofDigest(sha256(file.task().expertName + score.object.str() + "remark"));
    remark.anchor = workflows::anchorAt(file.bank(), score.object, "stem");
    remark.kind = score.verdict == ItemVerdict::kDrop ? RemarkKind::kScope : RemarkKind::kUnclear;
    remark.gravity = score.verdict == ItemVerdict::kDrop ? Gravity::kGrave : Gravity::kCommon;
    remark.comment =
        score.verdict == ItemVerdict::kDrop ? "超出本等级的要求。" : "题干没有写明量具的测量范围。";
    remarks.push_back(std::move(remark));
  }
  return remarks;
}

}  // namespace

std::string panelWords() {
  return "赵工\t贵阳第一职业学校\n钱工\t遵义机电学校\n孙工\t六盘水技工学校\n"
         "吴工\t安顺职业学院\n郑工\t毕节工程学校\n";
}

ReviewFile readReviewFile(const fs::path& file) {
  return ReviewFile::read(readWholeFile(file), file.string());
}

void expertsAnswer(const fs::path& sent, const fs::path& returned, const Date& on) {
  fs::create_directories(returned);
  for (const auto& entry : fs::directory_iterator(sent)) {
    ReviewFile file = readReviewFile(entry.path());
    const std::string& name = file.task().expertName;
    ExpertAnswers answers = file.answers();
    answers.conflict = "无";
    answers.comment = name == "赵工" ? "总体符合要求，个别试题超出等级，应修改。" : "";
    for (const RubricLine& line : file.task().rubric.lines) {
      const std::int64_t most = line.marks.hundredths() / 100;
      const int less = numberOf(name + line.id, 0) % 3;
      answers.rubric.push_back({line.id, Marks::whole(std::max<std::int64_t>(0, most - less)), "", {}});
    }
    for (const Id object : file.task().objects) {
      const bool table = file.bank().find<Blueprint>(object) != nullptr;
      answers.scores.push_back(table ? ItemScore{object, {}, {}, ItemVerdict::kAdopt, {}}
                                     : scoreOf(name, object));
    }
    answers.annotations = remarksOf(file, answers.scores);
    file.answer(answers);
    file.submit(on);
    writeFileSafely(returned / entry.path().filename(), file.bytes(), true);
  }
}

void tamperWith(const fs::path& file) {
  const auto tree = openArchive(readWholeFile(file), file.string(), kFileType);
  std::vector<std::pair<std::string, std::string>> entries;
  for (const std::string& path : tree->list()) entries.emplace_back(path, tree->read(path));
  for (auto& [path, content] : entries) {
    const std::string before = "relevance=\"4\"";
    if (path == "review/answers.xml") content.replace(content.find(before), before.size(), "relevance=\"1\"");
  }
  writeFileSafely(file, packToMemory(*memoryTree(file.string(), entries), kFileType), true);
}

}  // namespace tiku::tests
