#include "formats/package/review_file.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <unordered_set>

#include "formats/base/error.h"
#include "formats/base/say.h"
#include "formats/base/secret.h"
#include "formats/package/answers.h"
#include "formats/package/package.h"
#include "formats/package/review_task.h"
#include "formats/package/save.h"

namespace tiku::formats {
namespace {

constexpr const char* kTaskPath = "review/invitation.xml";
constexpr const char* kManifestOfReview = "review/manifest.xml";
constexpr const char* kAnswersPath = "review/answers.xml";
constexpr const char* kSealPath = "review/seal.txt";

/// An expert does not write megabytes.
Limits reviewLimits() {
  Limits limits;
  limits.totalBytes = 1ULL << 30U;
  limits.fileCount = 50'000;
  return limits;
}

// What the manifest's MAC is computed over: `sha256sum` prints the lines.
std::string macText(const ReviewManifest& manifest) {
  std::string text = "tiku-review-manifest-1\n";
  for (const auto& [path, sum] : manifest.files) text += sum + "  " + path + '\n';
  return text;
}

[[noreturn]] void wasAltered(const std::string& message, Place place) {
  throw FormatError(ErrorCode::kNotUnderstood, message, std::move(place),
                    say("请向专家重新要一份没有改动过的文件；已经收到的不受影响。"));
}

std::string askedFor(const Bank& bank, Id object) {
  const Object* found = bank.object(object);
  if (found == nullptr) return object.str();
  if (const auto* theory = as<TheoryItem>(*found); theory != nullptr && !theory->code.empty())
    return theory->code;
  if (const auto* skill = as<SkillItem>(*found); skill != nullptr && !skill->title.empty())
    return skill->title;
  if (const auto* blueprint = as<Blueprint>(*found))
    return say("{level}考评蓝图", "level"_a = blueprint->level.name());
  return object.str();
}

}  // namespace

/// What was sent, and its archive, made when it is first needed.
struct ReviewFile::Parts {
  std::map<std::string, std::string> files;  ///< Those of the manifest, and the manifest.
  mutable std::once_flag packing;
  mutable std::string packed;

  const std::string& archive() const {
    std::call_once(packing, [this] {
      packed = packToMemory(*memoryTree({}, {files.begin(), files.end()}), kReviewMimetype);
    });
    return packed;
  }
};

ReviewFile::ReviewFile(ReviewTask task, Bank bank)
    : task_(std::move(task)), bank_(std::move(bank)), parts_(std::make_shared<const Parts>()) {}

std::string ticketOf(std::string_view key, Id invitation) {
  return hmac(Hash::kSm3, key, "tiku-review-ticket-1\n" + invitation.str());
}

std::string commitmentOf(const ExpertAnswers& answers) {
  return sha256("tiku-review-commitment-1\n" + writeAnswers(answers));
}

Place ReviewFile::at(std::string_view path) const {
  return {name_ + "!" + std::string(path), 0, {}};
}

ReviewFile ReviewFile::make(ReviewTask task, Bank bank, std::string_view key) {
  task.ticket = ticketOf(key, task.invitation);
  ReviewFile file(std::move(task), std::move(bank));
  auto parts = std::make_shared<Parts>();
  parts->files = filesOf(file.bank_);
  parts->files[kTaskPath] = writeReviewTask(file.task_);
  ReviewManifest manifest;
  for (const auto& [path, content] : parts->files) manifest.files.emplace(path, sha256(content));
  manifest.mac = hmac(Hash::kSm3, key, macText(manifest));
  file.mac_ = manifest.mac;
  parts->files[kManifestOfReview] = writeReviewManifest(manifest);
  file.parts_ = std::move(parts);
  file.answer({});
  return file;
}

ReviewFile ReviewFile::read(std::string bytes, const std::string& name) {
  const Limits limits = reviewLimits();
  const auto tree = openArchive(std::move(bytes), name, kReviewMimetype, limits);
  for (const char* needed : {kTaskPath, kManifestOfReview}) {
    if (tree->has(needed)) continue;
    throw FormatError(ErrorCode::kNotAPackage,
                      say("这里没有 {file}，不是 Tiku 评审文件。", "file"_a = needed), {name, 0, {}});
  }
  const std::string inside = name + "!";
  ReviewTask task = readReviewTask(tree->read(kTaskPath), inside + kTaskPath, limits);
  const ReviewManifest manifest =
      readReviewManifest(tree->read(kManifestOfReview), inside + kManifestOfReview, limits);
  ReviewFile file(std::move(task), Bank());
  file.name_ = name;
  file.mac_ = manifest.mac;
  auto parts = std::make_shared<Parts>();
  for (const std::string& path : tree->list()) {
    if (path == kAnswersPath || path == kSealPath) continue;
    std::string content = tree->read(path);
    if (path != kManifestOfReview) {
      const auto entry = manifest.files.find(path);
      if (entry == manifest.files.end())
        wasAltered(say("评审文件里多了一个寄出时没有的文件。"), file.at(path));
      if (entry->second != sha256(content))
        wasAltered(say("评审文件里的这个文件与寄出时不同。"), file.at(path));
    }
    parts->files.emplace(path, std::move(content));
  }
  for (const auto& [path, sum] : manifest.files) {
    if (!parts->files.contains(path)) wasAltered(say("评审文件里少了寄出时有的一个文件。"), file.at(path));
  }
  std::vector<std::pair<std::string, std::string>> ofBank;
  for (const auto& [path, content] : parts->files) {
    if (!path.starts_with("review/")) ofBank.emplace_back(path, content);
  }
  file.bank_ = readBank(*memoryTree(name, std::move(ofBank)), limits).bank;
  file.parts_ = std::move(parts);
  file.readAnswers(*tree);
  return file;
}

void ReviewFile::readAnswers(const FileTree& tree) {
  if (!tree.has(kAnswersPath)) {
    if (tree.has(kSealPath)) wasAltered(say("意见在提交之后被改动过。"), at(kSealPath));
    answer({});
    return;
  }
  const std::string file = name_ + "!" + kAnswersPath;
  const std::string content = tree.read(kAnswersPath);
  answers_ = formats::readAnswers(content, file, reviewLimits());
  if (answers_.round != task_.round || answers_.invitation != task_.invitation ||
      answers_.expert != task_.expert) {
    wasAltered(say("里面的意见不是这份评审文件的：轮次、邀请或专家不同。"), at(kAnswersPath));
  }
  judge(answers_);
  const bool sealed = tree.has(kSealPath);
  if (!submitted() && !sealed) return;
  if (!submitted() || !sealed || !sameSecret(tree.read(kSealPath), sealOf(content)))
    wasAltered(say("意见在提交之后被改动过。"), at(kAnswersPath));
}

// What no expert's program writes.
void ReviewFile::judge(const ExpertAnswers& answers) const {
  const auto refuse = [&](const std::string& message, Id object) {
    throw FormatError(ErrorCode::kNotUnderstood, message,
                      {name_ + "!" + kAnswersPath, 0, askedFor(bank_, object)});
  };
  for (const ItemScore& score : answers.scores) {
    if (!std::ranges::binary_search(task_.objects, score.object))
      refuse(say("评分里有一道没有请这位专家评的试题。"), score.object);
    if (score.relevance && (*score.relevance < 1 || *score.relevance > 4))
      refuse(say("与考评点的相关程度应为 1 至 4，这里是 {found}。", "found"_a = *score.relevance),
             score.object);
    if (score.difficulty && (*score.difficulty < 0 || *score.difficulty > 100))
      refuse(say("难度估计应为 0 至 100，这里是 {found}。", "found"_a = *score.difficulty), score.object);
  }
  for (const Annotation& annotation : answers.annotations) {
    if (bank_.object(annotation.anchor.object) == nullptr)
      refuse(say("意见所指的试题或表不在这份评审文件里。"), annotation.anchor.object);
  }
  std::set<std::string> scored;
  for (const RubricScore& score : answers.rubric) {
    const RubricLine* line = task_.rubric.find(score.line);
    if (line == nullptr || !scored.insert(score.line).second)
      refuse(say("评分表里没有“{line}”这一行，或者评了两次。", "line"_a = score.line), {});
    if (line != nullptr && score.marks > line->marks)
      refuse(say("“{line}”最多 {most} 分，这里是 {found} 分。", "line"_a = score.line,
                 "most"_a = line->marks.str(), "found"_a = score.marks.str()),
             {});
  }
}

std::string ReviewFile::sealOf(const std::string& answers) const {
  return hmac(Hash::kSm3, fromHex(task_.ticket).value_or(""), "tiku-review-answers-1\n" + answers);
}

void ReviewFile::verify(std::string_view key) const {
  const auto manifest = readReviewManifest(parts_->files.at(kManifestOfReview), name_, reviewLimits());
  if (sameSecret(mac_, hmac(Hash::kSm3, key, macText(manifest)))) return;
  wasAltered(say("这份评审文件不是本轮次寄出的，或者寄出后被改过：它的清单没有本轮次的印记。"),
             {name_, 0, {}});
}

void ReviewFile::answer(ExpertAnswers answers) {
  answers.round = task_.round;
  answers.invitation = task_.invitation;
  answers.expert = task_.expert;
  answers.submittedOn.reset();
  answers.nonce.clear();
  judge(answers);
  answers_ = std::move(answers);
}

std::vector<Unfilled> ReviewFile::unfilled() const {
  using What = Unfilled::What;
  std::vector<Unfilled> found;
  if (answers_.conflict.empty())
    found.push_back({What::kConflict, {}, {}, say("没有写回避声明；没有需要回避的，写“无”。")});
  if (task_.phase == Invitation::Phase::kRereview) {
    std::unordered_set<Id> decided;
    for (const Decision& decision : answers_.decisions) decided.insert(decision.opinion);
    for (const auto& opinion : bank_.all<Opinion>()) {
      if (opinion->owner != task_.expert || decided.contains(opinion->id)) continue;
      found.push_back({What::kOpinion,
                       opinion->id,
                       {},
                       say("“{comment}”这条意见还没有认定。", "comment"_a = opinion->remark.comment)});
    }
    return found;
  }
  for (const RubricLine& line : task_.rubric.lines) {
    if (std::ranges::count(answers_.rubric, line.id, &RubricScore::line) > 0) continue;
    found.push_back(
        {What::kRubricLine, {}, line.id, say("评分表的“{line}”还没有评分。", "line"_a = line.text)});
  }
  std::unordered_map<Id, const ItemScore*> scores;
  for (const ItemScore& score : answers_.scores) scores.emplace(score.object, &score);
  for (const Id object : task_.objects) {
    const auto score = scores.find(object);
    if (score == scores.end() || !score->second->verdict) {
      found.push_back(
          {What::kVerdict,
           object,
           {},
           say("{item}还没有采用、修改后采用或淘汰的意见。", "item"_a = askedFor(bank_, object))});
    } else if (!score->second->relevance && bank_.find<Blueprint>(object) == nullptr) {
      found.push_back({What::kRelevance,
                       object,
                       {},
                       say("{item}还没有评与考评点的相关程度。", "item"_a = askedFor(bank_, object))});
    }
  }
  return found;
}

std::vector<std::string> ReviewFile::missing() const {
  std::vector<std::string> lines;
  for (Unfilled& one : unfilled()) lines.push_back(std::move(one.words));
  return lines;
}

void ReviewFile::submit(const Date& on) {
  const std::vector<std::string> lines = missing();
  if (!lines.empty()) {
    throw FormatError(
        ErrorCode::kUsage,
        say("还不能提交，有 {n} 处没有填：{first}", "n"_a = lines.size(), "first"_a = lines.front()),
        {name_, 0, {}});
  }
  answers_.submittedOn = on;
  answers_.nonce = toHex(randomKey());
}

std::string ReviewFile::bytes() const {
  std::vector<std::pair<std::string, std::string>> said;
  std::string answers = writeAnswers(answers_);
  std::string seal = submitted() ? sealOf(answers) : std::string();
  said.emplace_back(kAnswersPath, std::move(answers));
  if (!seal.empty()) said.emplace_back(kSealPath, std::move(seal));
  return packBehind(parts_->archive(), said);
}

}  // namespace tiku::formats
