// An expert's file: what he is asked, what he says, and what nobody can alter unseen.
#include "formats/package/review_file.h"

#include <catch2/catch.hpp>

#include "formats/base/error.h"
#include "formats/base/secret.h"
#include "formats/package/reviewed.h"
#include "formats/package/rubric_file.h"
#include "formats/package/save.h"
#include "formats/package/schema.h"
#include "tests/support/random_bank.h"

using namespace tiku::formats;

namespace {

const std::string kKey(32, 'k');

struct Sent {
  Bank bank;
  ReviewTask task;
};

Sent sent() {
  Sent made{Bank(), {}};
  const Level level = *Level::of(3);
  Edit edit;
  for (int i = 0; i < 3; ++i) {
    TheoryItem item(Id::random(), level, ItemType::kTrueFalse);
    item.code = "A-00" + std::to_string(i);
    item.stem = RichText::plain("正弦交流电的有效值是最大值的 0.707 倍。");
    item.key = JudgementKey{true};
    made.task.objects.push_back(item.id);
    edit.put(std::move(item));
  }
  std::ranges::sort(made.task.objects);
  made.bank.apply(edit);
  made.task.round = Id::random();
  made.task.invitation = Id::random();
  made.task.expert = Id::random();
  made.task.expertName = "张工";
  made.task.on = Date::parse("2026-03-02");
  made.task.rubric = {"r", "评分表", "", {{"science", "科学性", "内容正确", Marks::whole(10)}}};
  return made;
}

ReviewFile fileOf(const Sent& made) {
  return ReviewFile::make(made.task, made.bank, kKey);
}

ExpertAnswers complete(const ReviewTask& task) {
  ExpertAnswers answers;
  answers.conflict = "无";
  answers.rubric.push_back({"science", Marks::whole(8), ""});
  for (const Id object : task.objects) answers.scores.push_back({object, 4, 70, ItemVerdict::kAdopt});
  return answers;
}

std::map<std::string, std::string> entriesOf(const std::string& bytes) {
  const auto tree = openArchive(bytes, "张工.tiku-review", kReviewMimetype);
  std::map<std::string, std::string> files;
  for (const std::string& path : tree->list()) files.emplace(path, tree->read(path));
  return files;
}

std::string packed(const std::map<std::string, std::string>& files) {
  return packToMemory(*memoryTree("t", {files.begin(), files.end()}), kReviewMimetype);
}

struct Refusal {
  ErrorCode code{};
  std::string message;
  std::string file;
};

Refusal refusal(const std::string& bytes) {
  try {
    ReviewFile::read(bytes, "张工.tiku-review").verify(kKey);
  } catch (const FormatError& error) {
    return {error.code(), error.what(), error.place().file};
  }
  return {ErrorCode::kUsage, "was taken", ""};
}

}  // namespace

TEST_CASE("an expert opens his file, scores, saves, goes on another day, and submits", "[review]") {
  const Sent made = sent();
  ReviewFile file = ReviewFile::read(fileOf(made).bytes(), "张工.tiku-review");
  CHECK(file.task().expertName == "张工");
  CHECK(file.bank().all<TheoryItem>().size() == 3);
  CHECK(file.missing().size() == 5);  // 回避声明, the line of the rubric, three items.

  ExpertAnswers half = complete(made.task);
  half.scores.pop_back();
  file.answer(half);
  file = ReviewFile::read(file.bytes(), "张工.tiku-review");
  REQUIRE(file.missing().size() == 1);
  CHECK_THROWS_WITH(file.submit(*Date::parse("2026-03-05")), Catch::Contains("有 1 处没有填"));

  file.answer(complete(made.task));
  file.submit(*Date::parse("2026-03-05"));
  const std::string returned = file.bytes();
  CHECK(file.bytes() == returned);
  ReviewFile read = ReviewFile::read(returned, "张工.tiku-review");
  read.verify(kKey);
  CHECK(read.submitted());
  CHECK(read.answers() == file.answers());
  CHECK(commitmentOf(read.answers()) == commitmentOf(file.answers()));

  // Whoever changes his mind has to submit again.
  read.answer(read.answers());
  CHECK_FALSE(ReviewFile::read(read.bytes(), "张工.tiku-review").submitted());
}

TEST_CASE("a returned file that was altered anywhere is refused, and the place is named", "[review]") {
  const Sent made = sent();
  ReviewFile file = fileOf(made);
  file.answer(complete(made.task));
  file.submit(*Date::parse("2026-03-05"));
  const auto good = entriesOf(file.bytes());
  REQUIRE(refusal(packed(good)).message == "was taken");
  for (const auto& [path, content] : good) {
    INFO(path);
    auto altered = good;
    altered[path].insert(content.size() - 2, "x");
    const Refusal found = refusal(packed(altered));
    CHECK(found.message != "was taken");
    CHECK(found.file.starts_with("张工.tiku-review"));
    altered.erase(path);
    CHECK(refusal(packed(altered)).message != "was taken");
  }
  auto altered = good;
  std::string& answers = altered["review/answers.xml"];
  answers.replace(answers.find("marks=\"8\""), 9, "marks=\"9\"");
  CHECK(refusal(packed(altered)).message == "意见在提交之后被改动过。");
  altered = good;
  altered["items/level-3/extra.txt"] = "x";
  CHECK(refusal(packed(altered)).file == "张工.tiku-review!items/level-3/extra.txt");
}

TEST_CASE("a file whose manifest was made anew without the round's key is not the round's", "[review]") {
  const Sent made = sent();
  const ReviewFile forged = ReviewFile::make(made.task, made.bank, std::string(32, 'x'));
  CHECK(refusal(forged.bytes()).code == ErrorCode::kNotUnderstood);
  CHECK_THAT(refusal(forged.bytes()).message, Catch::Contains("不是本轮次寄出的"));
}

TEST_CASE("a file that is cut off, something else, or of a newer program is refused in plain words",
          "[review]") {
  const std::string whole = fileOf(sent()).bytes();
  for (const std::size_t length : {std::size_t{0}, std::size_t{20}, whole.size() / 2, whole.size() - 1}) {
    const Refusal cut = refusal(whole.substr(0, length));
    CHECK(cut.code == ErrorCode::kNotAPackage);
    CHECK(cut.message == "不是 Tiku 评审文件，或者文件不完整。");
  }
  CHECK(refusal(packToMemory(*memoryTree("bank", {{"tiku.xml", "x"}}))).code == ErrorCode::kNotAPackage);
  auto newer = entriesOf(whole);
  std::string& task = newer["review/invitation.xml"];
  task.replace(task.find("version=\"1\" round"), 11, "version=\"2\"");
  CHECK(refusal(packed(newer)).message == "这份评审文件是更新版本的 Tiku 生成的。");
}

TEST_CASE("answers that no expert's program writes are refused, even under a good seal", "[review]") {
  const Sent made = sent();
  ReviewFile file = fileOf(made);
  const auto wrong = [&](const auto& change) {
    ExpertAnswers answers = complete(made.task);
    change(answers);
    CHECK_THROWS_AS(file.answer(answers), FormatError);
  };
  wrong([](ExpertAnswers& a) { a.scores.front().relevance = 5; });
  wrong([](ExpertAnswers& a) { a.scores.front().difficulty = 101; });
  wrong([](ExpertAnswers& a) { a.scores.front().object = Id::random(); });
  wrong([](ExpertAnswers& a) { a.rubric.front().marks = Marks::whole(11); });
  wrong([](ExpertAnswers& a) { a.rubric.push_back(a.rubric.front()); });
  wrong([](ExpertAnswers& a) { a.annotations.emplace_back().anchor.object = Id::random(); });
}

TEST_CASE("the documents of an expert's file meet their schemas, and so do the rubrics of the program",
          "[review]") {
  const auto files = entriesOf(fileOf(sent()).bytes());
  const std::map<std::string, std::string> schemas{{"review/invitation.xml", "invitation.rng"},
                                                   {"review/manifest.xml", "review-manifest.rng"},
                                                   {"review/answers.xml", "answers.rng"}};
  for (const auto& [path, schema] : schemas) {
    INFO(path);
    for (const SchemaFault& fault : validateWith(schema, path, files.at(path))) FAIL_CHECK(fault.message);
  }
  REQUIRE_FALSE(rubricNames().empty());
  for (const std::string& name : rubricNames()) {
    INFO(name);
    const Rubric rubric = loadRubric(name);
    CHECK(rubric.total() == Marks::whole(100));
    CHECK_THAT(rubric.source, Catch::Contains("非法规"));
  }
  CHECK_THROWS_AS(loadRubric("no-such"), FormatError);
}

TEST_CASE("a stamp speaks of what experts judge: of words, not of numbers set later", "[review]") {
  TheoryItem item(Id::random(), *Level::of(4), ItemType::kSingleChoice);
  item.stem = RichText::plain("三相异步电动机的转差率（　）。");
  const auto digestOf = [](TheoryItem one) {
    return reviewedDigest(std::make_shared<const TheoryItem>(std::move(one)));
  };
  const std::string approved = digestOf(item);
  CHECK(approved.size() == 64);
  TheoryItem later = item;
  later.status = ItemStatus::kReviewed;
  later.difficulty = 4;
  later.code = "B-001";
  later.author = Id::random();
  CHECK(digestOf(later) == approved);
  later.rationale = RichText::plain("见教材。");
  CHECK(digestOf(later) != approved);
  CHECK(reviewedDigest(std::make_shared<const People>()).empty());
}
