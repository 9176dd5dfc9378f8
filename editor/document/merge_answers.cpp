#include "editor/document/merge_answers.h"

#include <fstream>
#include <iterator>
#include <system_error>

#include <nlohmann/json.hpp>

#include "editor/document/package_place.h"
#include "formats/base/digest.h"
#include "formats/package/save.h"

namespace tiku::editor {

using formats::MergeAnswer;
using formats::MergeAnswers;
using formats::MergeQuestion;
using nlohmann::json;
using Take = MergeAnswer::Take;

namespace {

constexpr const char* kKind = "tiku-merge-answers";

// What both sides say, so that an answer is never taken for that to another question.
std::string sidesOf(const MergeQuestion& question) {
  return formats::sha256(std::to_string(question.mine.size()) + "\n" + question.mine + question.theirs);
}

const char* wordOf(Take take) {
  switch (take) {
    case Take::kMine:
      return "mine";
    case Take::kTheirs:
      return "theirs";
    case Take::kText:
      break;
  }
  return "text";
}

}  // namespace

MergeAnswerShelf::MergeAnswerShelf(const std::filesystem::path& path)
    : file_(PackagePlace(path).sideFolder() / "merge-answers.json") {}

MergeAnswers MergeAnswerShelf::load(const std::vector<MergeQuestion>& questions) const {
  std::ifstream stream(file_, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const json kept = json::parse(bytes, nullptr, false);
  MergeAnswers answers;
  if (!kept.is_object() || kept.value("kind", json()) != kKind || !kept.contains("answers")) return answers;
  for (const MergeQuestion& question : questions) {
    for (const json& one : kept["answers"]) {
      if (!one.is_object() || one.value("address", json()) != question.address) continue;
      if (one.value("sides", json()) != sidesOf(question)) continue;
      const json take = one.value("take", json());
      if (take == "mine") answers[question.address] = {Take::kMine, {}};
      if (take == "theirs") answers[question.address] = {Take::kTheirs, {}};
      const json text = one.value("text", json());
      if (take == "text" && question.typed && text.is_string())
        answers[question.address] = {Take::kText, text.get<std::string>()};
    }
  }
  return answers;
}

void MergeAnswerShelf::save(const std::string& mine, const std::string& theirs,
                            const std::vector<MergeQuestion>& questions, const MergeAnswers& answers) const {
  json list = json::array();
  for (const MergeQuestion& question : questions) {
    const auto answer = answers.find(question.address);
    if (answer == answers.end()) continue;
    list.push_back({{"address", question.address},
                    {"sides", sidesOf(question)},
                    {"take", wordOf(answer->second.take)},
                    {"text", answer->second.text}});
  }
  const json kept{{"kind", kKind}, {"mine", mine}, {"theirs", theirs}, {"answers", std::move(list)}};
  std::error_code ignored;  // Writing says what is wrong.
  std::filesystem::create_directories(file_.parent_path(), ignored);
  formats::writeFileSafely(file_, kept.dump(1) + "\n", true);
}

void MergeAnswerShelf::clear() const {
  std::error_code ignored;  // Of no harm where it stays: answers hold for their questions only.
  std::filesystem::remove(file_, ignored);
}

}  // namespace tiku::editor
