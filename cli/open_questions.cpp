#include "cli/open_questions.h"

#include <fstream>
#include <ostream>

#include "formats/base/say.h"
#include "formats/history/repository.h"
#include "formats/package/package.h"
#include "workflows/history/changes.h"

namespace tiku::cli {

using namespace tiku::formats;
using workflows::MergeResult;

namespace {

const char* wordOfAbout(MergeQuestion::About about) {
  switch (about) {
    case MergeQuestion::About::kField:
      return "field";
    case MergeQuestion::About::kRemovedByMe:
      return "removed-by-me";
    case MergeQuestion::About::kRemovedByThem:
      return "removed-by-them";
    case MergeQuestion::About::kFile:
      break;
  }
  return "file";
}

Json sideOf(const std::string& text, const std::optional<Revision>& by) {
  return {{"text", text}, {"by", by ? Json(by->author.name) : Json(nullptr)}};
}

Json answerOf(const MergeAnswers& answers, const std::string& address) {
  const auto answer = answers.find(address);
  if (answer == answers.end()) return nullptr;
  switch (answer->second.take) {
    case MergeAnswer::Take::kMine:
      return "mine";
    case MergeAnswer::Take::kTheirs:
      return "theirs";
    case MergeAnswer::Take::kText:
      break;
  }
  return {{"text", answer->second.text}};
}

// What people call the object; on either side it may be gone.
std::string nameOf(const Repository& repository, const MergeResult& result, const MergeQuestion& question) {
  for (const std::string& revision : {result.mine, result.theirs}) {
    if (revision.empty() || question.object.empty()) continue;
    const auto tree = repository.treeAt(revision);
    const std::string end = question.object.str() + ".xml";
    for (const FileChange& file : result.files) {
      if (!file.path.ends_with(end) || !tree->has(file.path)) continue;
      return workflows::objectName(read(file.path, tree->read(file.path), tree->name()));
    }
    for (const std::string& path : tree->list()) {
      if (path.ends_with(end)) return workflows::objectName(read(path, tree->read(path), tree->name()));
    }
  }
  return question.address.substr(0, question.address.find('/'));
}

void printValue(const std::string& whose, const std::string& text, const std::optional<Revision>& by,
                Session& session) {
  session.out << "    " << whose << (by ? "（" + by->author.name + "）" : "") << "："
              << (text.empty() ? translate("（没有）") : text) << '\n';
}

[[noreturn]] void refuse(const std::string& file, const std::string& address) {
  throw FormatError(
      ErrorCode::kNotUnderstood, say("看不懂这个回答。"), {file, 0, address},
      say("回答写 \"mine\"（我方）、\"theirs\"（对方），或 {{\"text\": \"…\"}}（另写）；没有定的写 null。"));
}

}  // namespace

Json questionsJson(const std::string& bank, const MergeResult& result, const MergeAnswers& answers) {
  const Repository repository = Repository::open(bank);
  const auto changes = workflows::lastChangesOf(repository, result);
  Json list = Json::array();
  for (const MergeQuestion& question : result.questions) {
    const workflows::LastChanges& by = changes.at(question.address);
    list.push_back({{"address", question.address},
                    {"about", wordOfAbout(question.about)},
                    {"object", question.object.empty() ? Json(nullptr) : Json(question.object.str())},
                    {"name", nameOf(repository, result, question)},
                    {"field", question.fieldWord},
                    {"typed", question.typed},
                    {"base", question.base},
                    {"mine", sideOf(question.mine, by.mine)},
                    {"theirs", sideOf(question.theirs, by.theirs)},
                    {"answer", answerOf(answers, question.address)}});
  }
  return list;
}

void printOpenQuestions(const std::string& bank, const MergeResult& result, Session& session) {
  const Repository repository = Repository::open(bank);
  const auto changes = workflows::lastChangesOf(repository, result);
  session.out << say("两方都改了、要由人决定的 {n} 处：", "n"_a = result.questions.size()) << '\n';
  int number = 0;
  for (const MergeQuestion& question : result.questions) {
    const workflows::LastChanges& by = changes.at(question.address);
    session.out << ++number << ". " << nameOf(repository, result, question)
                << (question.fieldWord.empty() ? "" : "：" + question.fieldWord) << '\n';
    if (!question.base.empty()) printValue(translate("原来"), question.base, {}, session);
    printValue(translate("我方"), question.mine, by.mine, session);
    printValue(translate("对方"), question.theirs, by.theirs, session);
  }
  session.out << translate(
                     "没有合并，也没有送出。用 --take mine 或 --take theirs 全部取一方的；或用 --format json "
                     "写到文件，逐条填好 answer，再用 --answers 交回来。")
              << '\n';
}

MergeAnswers answersFrom(const std::string& file) {
  MergeAnswers answers;
  if (file.empty()) return answers;
  std::ifstream stream(file);
  if (!stream) throw FormatError(ErrorCode::kIo, say("没有这个文件。"), {file, 0, {}});
  const Json document = Json::parse(stream, nullptr, false);
  if (!document.is_object() || !document.contains("questions") || !document["questions"].is_array())
    refuse(file, {});
  for (const Json& question : document["questions"]) {
    if (!question.is_object() || !question.contains("address") || !question["address"].is_string() ||
        !question.contains("answer"))
      refuse(file, {});
    const std::string address = question["address"];
    const Json& answer = question["answer"];
    if (answer.is_null()) continue;
    if (answer == "mine") {
      answers[address] = {MergeAnswer::Take::kMine, {}};
    } else if (answer == "theirs") {
      answers[address] = {MergeAnswer::Take::kTheirs, {}};
    } else if (answer.is_object() && answer.contains("text") && answer["text"].is_string()) {
      answers[address] = {MergeAnswer::Take::kText, answer["text"].get<std::string>()};
    } else {
      refuse(file, address);
    }
  }
  return answers;
}

}  // namespace tiku::cli
