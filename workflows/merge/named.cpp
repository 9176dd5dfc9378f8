// Ids in questions, by the names of what they stand for.
#include <functional>

#include "formats/base/error.h"
#include "formats/compare/named_ids.h"
#include "formats/package/paths.h"
#include "workflows/merge/base.h"

namespace tiku::workflows {

using namespace formats;

namespace {

constexpr std::size_t kIdDigits = 36;  // Of an id in print.

void eachId(const std::string& text, const std::function<void(Id)>& visit) {
  for (std::size_t at = 0; at + kIdDigits <= text.size(); ++at) {
    if (text[at + 8] != '-') continue;
    if (const auto id = Id::parse(std::string_view(text).substr(at, kIdDigits))) visit(*id);
  }
}

std::vector<std::string> placesOf(Id id) {
  std::vector<std::string> paths;
  for (int n = 1; n <= 5; ++n) {
    const std::string level = "level-" + std::to_string(n) + "/";
    for (const char* folder : {"theory/", "skills/"}) {
      paths.push_back("items/" + level + folder + id.str() + ".xml");
    }
    paths.push_back("papers/" + level + id.str() + ".xml");
  }
  return paths;
}

/// As much of a bank as names the things that questions speak of.
class Names {
 public:
  explicit Names(const Meeting& meeting) : meeting_(meeting) {
    take("people.xml");
    for (int n = 1; n <= 5; ++n) take("blueprints/level-" + std::to_string(n) + ".xml");
  }
  void know(Id id) {
    for (const std::string& path : placesOf(id)) take(path);
  }
  [[nodiscard]] const Bank& bank() const { return bank_; }

 private:
  // Mine names it as I know it; what I do not have, theirs.
  void take(const std::string& path) {
    for (const MergeState* state : {&meeting_.mine, &meeting_.theirs, &meeting_.base}) {
      if (state->empty() || !state->has(path)) continue;
      Edit edit;
      edit.putObject(state->read(path));
      bank_.apply(edit);
      return;
    }
  }

  const Meeting& meeting_;
  Bank bank_;
};

}  // namespace

std::vector<MergeQuestion> nameIds(std::vector<MergeQuestion> questions, const Meeting& meeting) {
  // What a person has typed is left as it is.
  const auto eachText = [&](const std::function<void(std::string&)>& visit) {
    for (MergeQuestion& question : questions) {
      if (question.about == MergeQuestion::About::kFile) continue;
      visit(question.fieldWord);
      if (question.typed) continue;
      for (std::string* text : {&question.base, &question.mine, &question.theirs}) visit(*text);
    }
  };
  std::set<Id> ids;
  eachText([&](const std::string& text) { eachId(text, [&](Id id) { ids.insert(id); }); });
  if (ids.empty()) return questions;
  Names names(meeting);
  for (const Id id : ids) names.know(id);
  eachText([&](std::string& text) { text = withNames(text, names.bank()); });
  return questions;
}

}  // namespace tiku::workflows
