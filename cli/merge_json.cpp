#include "cli/merge_json.h"

#include <ctime>
#include <fstream>
#include <sstream>

#include "formats/base/say.h"
#include "formats/compare/fields.h"
#include "workflows/history/changes.h"

namespace tiku::cli {

using namespace tiku::formats;

namespace {

const char* aboutWord(MergeQuestion::About about) {
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

Json sideJson(const std::optional<Revision>& revision) {
  if (!revision) return nullptr;
  return {{"commit", revision->commit},
          {"author", {{"name", revision->author.name}, {"email", revision->author.email}}},
          {"time", momentOf(*revision)},
          {"message", revision->message}};
}

Json incomingJson(const Change& change) {
  static constexpr const char* kKinds[] = {"added", "changed", "removed"};
  const bool gone = std::holds_alternative<std::monostate>(change.after);
  Json fields = Json::array();
  for (const Field& field : differingFields(change.before, change.after)) fields.push_back(field.name);
  return {{"id", change.id.str()},
          {"kind", kKinds[static_cast<std::size_t>(change.kind())]},
          {"name", workflows::objectName(gone ? change.before : change.after)},
          {"fields", std::move(fields)}};
}

Json answerJson(const MergeAnswer& answer) {
  switch (answer.take) {
    case MergeAnswer::Take::kMine:
      return "mine";
    case MergeAnswer::Take::kTheirs:
      return "theirs";
    case MergeAnswer::Take::kText:
      break;
  }
  return {{"text", answer.text}};
}

[[noreturn]] void refuse(const std::string& file, const std::string& address, const std::string& message) {
  throw FormatError(
      ErrorCode::kNotUnderstood, message, {file, 0, address},
      say("回答写 \"mine\"（我方）、\"theirs\"（对方），或 {{\"text\": \"…\"}}（另写）；没有定的写 null。"));
}

std::optional<MergeAnswer> answerOf(const Json& json, const std::string& file, const std::string& address) {
  using Take = MergeAnswer::Take;
  if (json.is_null() || json == "") return std::nullopt;
  if (json == "mine") return MergeAnswer{Take::kMine};
  if (json == "theirs") return MergeAnswer{Take::kTheirs};
  if (json.is_object() && json.contains("text") && json["text"].is_string()) {
    return MergeAnswer{Take::kText, json["text"].get<std::string>()};
  }
  refuse(file, address, say("看不懂这个回答。"));
}

}  // namespace

std::string momentOf(const Revision& revision) {
  const std::time_t shifted = revision.time + revision.offsetMinutes * 60;
  std::tm parts{};
  gmtime_r(&shifted, &parts);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                     parts.tm_hour, parts.tm_min);
}

Json mergeJson(const workflows::MergeResult& result,
               const std::map<std::string, workflows::LastChanges>& changes, const MergeAnswers& answers) {
  Json incoming = Json::array();
  for (const Change& change : result.incoming) incoming.push_back(incomingJson(change));
  Json questions = Json::array();
  for (const MergeQuestion& question : result.questions) {
    const auto name = result.names.find(question.object);
    const auto sides = changes.find(question.address);
    const bool known = sides != changes.end();
    questions.push_back({{"address", question.address},
                         {"about", aboutWord(question.about)},
                         {"object", question.object.empty() ? Json(nullptr) : Json(question.object.str())},
                         {"name", name == result.names.end() ? question.address : name->second},
                         {"field", question.fieldWord},
                         {"base", question.base},
                         {"mine", question.mine},
                         {"theirs", question.theirs},
                         {"mineBy", sideJson(known ? sides->second.mine : std::nullopt)},
                         {"theirsBy", sideJson(known ? sides->second.theirs : std::nullopt)},
                         {"typed", question.typed},
                         {"answer", nullptr}});
  }
  Json answered = Json::array();
  for (const auto& [address, answer] : answers) {
    answered.push_back({{"address", address}, {"answer", answerJson(answer)}});
  }
  return {{"mine", result.mine},
          {"theirs", result.theirs},
          {"bases", result.bases},
          {"nothingNew", result.nothingNew},
          {"fastForward", result.fastForward},
          {"incoming", std::move(incoming)},
          {"questions", std::move(questions)},
          {"answered", std::move(answered)}};
}

MergeAnswers answersIn(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  if (!stream) throw FormatError(ErrorCode::kIo, say("读不了回答的文件。"), {file, 0, {}});
  const Json document = Json::parse(content.str(), nullptr, false);
  if (!document.is_object()) {
    throw FormatError(ErrorCode::kNotUnderstood, say("回答的文件不是 JSON。"), {file, 0, {}},
                      say("把 tiku merge --format json 写出的内容填好，再交回来。"));
  }
  MergeAnswers answers;
  for (const char* part : {"answered", "questions"}) {
    if (!document.contains(part)) continue;
    if (!document[part].is_array()) refuse(file, part, say("看不懂这个回答。"));
    for (const Json& question : document[part]) {
      if (!question.is_object() || !question.contains("address") || !question["address"].is_string()) {
        refuse(file, part, say("这个回答没有写明问题的地址（address）。"));
      }
      const std::string address = question["address"].get<std::string>();
      const auto answer = answerOf(question.value("answer", Json()), file, address);
      if (answer) answers[address] = *answer;
    }
  }
  return answers;
}

}  // namespace tiku::cli
