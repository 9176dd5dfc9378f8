// `review/invitation.xml`, `review/manifest.xml` and `review/answers.xml` of an expert's file
#include "formats/package/review_task.h"

#include <algorithm>
#include <charconv>

#include "formats/base/error.h"
#include "formats/package/answers.h"
#include "formats/package/objects/document.h"
#include "formats/package/objects/rubric.h"

namespace tiku::formats {
namespace {

/// Of the expert's file; a newer one is refused, since what it adds might change what is asked.
constexpr int kReviewVersion = 1;

struct VersionedTask {
  int version = kReviewVersion;
  ReviewTask task;
};

}  // namespace

namespace xml {

template <typename Io>
void fields(Io& io, Side<Io, VersionedTask>& versioned) {
  auto& task = versioned.task;
  io.required("version", versioned.version);
  io.required("round", task.round);
  io.required("invitation", task.invitation);
  io.required("expert", task.expert);
  io.optional("expert-name", task.expertName);
  io.optional("title", task.title);
  io.required("phase", task.phase);
  io.optional("commit", task.commit);
  io.optional("tree", task.tree);
  io.optional("on", task.on);
  io.optional("due", task.due);
  io.required("ticket", task.ticket);
  io.optional("objects", task.objects);
  io.extras(task.extras);
  io.child("rubric", task.rubric);
}

template <typename Io>
void fields(Io& io, Side<Io, ReviewManifest>& manifest) {
  io.required("mac", manifest.mac);
  io.entries("file", "path", manifest.files);
}

}  // namespace xml

std::string writeReviewTask(const ReviewTask& task) {
  return xml::writeDocument("invitation", VersionedTask{kReviewVersion, task});
}

std::string writeReviewManifest(const ReviewManifest& manifest) {
  return xml::writeDocument("manifest", manifest);
}

ReviewTask readReviewTask(const std::string& content, const std::string& file, const Limits& limits) {
  const auto root = xml::Parser(limits).parse(content, file);
  const std::string* version = root->attribute("version");
  int number = 0;
  if (version != nullptr) std::from_chars(version->data(), version->data() + version->size(), number);
  if (number > kReviewVersion) {
    throw FormatError(ErrorCode::kNotAPackage, say("这份评审文件是更新版本的 Tiku 生成的。"), {file, 0, {}},
                      say("请升级 Tiku 后再打开。"));
  }
  ReviewTask task = xml::readDocument<VersionedTask>(*root, "invitation", {file, false}).task;
  std::ranges::sort(task.objects);
  return task;
}

ReviewManifest readReviewManifest(const std::string& content, const std::string& file, const Limits& limits) {
  const auto root = xml::Parser(limits).parse(content, file);
  return xml::readDocument<ReviewManifest>(*root, "manifest", {file, false});
}

std::string writeAnswers(const ExpertAnswers& answers) {
  return xml::write(answers);
}

ExpertAnswers readAnswers(const std::string& content, const std::string& file, const Limits& limits) {
  const auto root = xml::Parser(limits).parse(content, file);
  return xml::readAnswers(*root, {file, false});
}

}  // namespace tiku::formats
