#include "formats/compare/merge.h"

#include "formats/compare/fields.h"

namespace tiku::formats {

ObjectMerge mergeObject(const Object& base, const Object& mine, const Object& theirs,
                        const MergeAnswers& answers, const std::set<std::string>&) {
  const MergedObject merged = mergeObjects(base, mine, theirs);
  ObjectMerge result{merged.object, {}};
  const auto none = [](const Object& object) { return std::holds_alternative<std::monostate>(object); };
  const std::string id = (none(mine) ? idOf(theirs) : idOf(mine)).str();
  if (merged.removalClashes) {
    using About = MergeQuestion::About;
    const auto answer = answers.find(id);
    if (answer == answers.end()) {
      const About about = none(mine) ? About::kRemovedByMe : About::kRemovedByThem;
      result.questions.push_back({id, about, *Id::parse(id), {}, {}, {}, {}, false});
    } else if (answer->second.take == MergeAnswer::Take::kTheirs) {
      result.object = theirs;
    }
    return result;
  }
  for (const Field& clash : merged.clashes) {
    MergeQuestion question{id + "/" + clash.name, {}, idOf(mine), clash.word, {}, {}, {}, false};
    const auto answer = answers.find(question.address);
    if (answer == answers.end()) {
      question.base = fieldText(base, clash.name);
      question.mine = fieldText(mine, clash.name);
      question.theirs = fieldText(theirs, clash.name);
      result.questions.push_back(std::move(question));
    } else if (answer->second.take == MergeAnswer::Take::kTheirs) {
      result.object = withField(result.object, theirs, clash.name);
    }
  }
  return result;
}

}  // namespace tiku::formats
