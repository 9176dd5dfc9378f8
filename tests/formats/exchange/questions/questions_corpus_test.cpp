// The question files of other systems in the corpus, question by question. The counts were made from the
// files' own marks: <question type> of Moodle XML, the kinds of braces of GIFT, the lettered lines of Aiken.
#include <catch2/catch.hpp>

#include "formats/exchange/import.h"
#include "tests/support/corpus.h"

using namespace tiku::formats;

namespace {

struct Expected {
  const char* file;
  std::map<std::string, int> types;  ///< Items that come in, repetitions within the file too.
  int refused;                       ///< Questions that a bank has no type for.
};

const std::vector<Expected> kFiles{
    {"moodle/format/xml/tests/fixtures/multianswer.xml", {{"fill-in", 1}}, 0},
    {"moodle/format/xml/tests/fixtures/multichoice.xml", {{"single-choice", 1}}, 0},
    {"moodle/format/xml/tests/fixtures/sample_questions_with_old_image_tag.xml",
     {{"fill-in", 1}, {"single-choice", 1}},
     0},
    {"moodle/format/xml/tests/fixtures/truefalse.xml", {{"true-false", 2}}, 0},
    {"moodle/format/gift/tests/fixtures/questions.gift.txt",
     {{"single-choice", 1}, {"multiple-choice", 2}, {"true-false", 3}, {"fill-in", 1}, {"short-answer", 1}},
     1},
    {"moodle/format/gift/examples.txt",
     {{"single-choice", 16}, {"multiple-choice", 2}, {"true-false", 5}, {"fill-in", 17}},
     3},
    {"moodle/format/aiken/tests/fixtures/questions.aiken.txt", {{"single-choice", 1}, {"true-false", 1}}, 0},
    {"gift/mc2.gift", {{"single-choice", 1}}, 0},
    {"gift/mc4.gift", {{"single-choice", 1}}, 0},
    {"gift/shortAnswer2.gift", {{"fill-in", 2}}, 0},
    {"gift/tf2.gift", {{"true-false", 2}}, 0},
    {"gift/totara_moodle_truefalse_true_answer2.gift", {{"true-false", 1}}, 0}};

}  // namespace

TEST_CASE("the questions of Moodle's own examples come in by type, and none is passed over", "[corpus]") {
  for (const Expected& expected : kFiles) {
    INFO(expected.file);
    const auto file = tiku::tests::corpus(expected.file);
    if (!file) return;
    ImportOptions options;
    options.level = Level::of(3);
    const ImportResult result = importFile(Bank(), *file, options);
    int items = 0;
    for (const ItemType type : kItemTypes) {
      const std::string key(itemTypeKey(type));
      const auto wanted = expected.types.find(key);
      const auto counted = result.report.counts.find(key);
      INFO(key);
      CHECK((counted == result.report.counts.end() ? 0 : counted->second) ==
            (wanted == expected.types.end() ? 0 : wanted->second));
      items += wanted == expected.types.end() ? 0 : wanted->second;
    }
    // One verdict for each question, and for a text without answers.
    int questions = 0;
    int refused = 0;
    for (const SourceVerdict& row : result.report.rows) {
      questions += row.verdict != Verdict::kSkipped ? 1 : 0;
      refused += row.verdict == Verdict::kUnclear && row.reason.find("没有导入") != std::string::npos ? 1 : 0;
    }
    CHECK(questions == items + expected.refused);
    CHECK(refused == expected.refused);
  }
}
