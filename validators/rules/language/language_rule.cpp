#include "validators/rules/language/language_rule.h"

#include <algorithm>
#include <map>
#include <utility>

#include "formats/base/say.h"
#include "validators/language/characters.h"
#include "validators/language/scan.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

namespace {

bool hasTexts(const Object& object) {
  return as<TheoryItem>(object) != nullptr || as<SkillItem>(object) != nullptr ||
         as<Blueprint>(object) != nullptr || as<Standard>(object) != nullptr;
}

bool isRetired(const Object& object) {
  if (const auto* item = as<TheoryItem>(object)) return !isLive(item);
  if (const auto* item = as<SkillItem>(object)) return !isLive(item);
  return false;
}

/// The name of the point, scope or module of the blueprint; empty when it has none of that id.
std::string partName(const Blueprint& blueprint, Id part) {
  std::string name;
  for (const ElementTable* table : {&blueprint.theory, &blueprint.skills}) {
    walk(*table, [&](const TablePlace& place) {
      if (place.point != nullptr && place.point->id == part) {
        name =
            say("{level}考评点「{name}」", "level"_a = blueprint.level.name(), "name"_a = place.point->name);
      } else if (place.point == nullptr && place.path.back()->id == part) {
        name = say("{level}考评范围「{name}」", "level"_a = blueprint.level.name(),
                   "name"_a = place.path.back()->name);
      }
    });
  }
  for (const SkillGroup& group : blueprint.structure.groups) {
    for (const SkillModule& module : group.modules) {
      if (module.id == part) {
        name = say("{level}考核模块「{name}」", "level"_a = blueprint.level.name(), "name"_a = module.name);
      }
    }
  }
  return name;
}

/// The text of the passage, for `judged`.
std::string textOf(const std::vector<language::Passage>& passages, Id subject, const std::string& field) {
  for (const language::Passage& passage : passages) {
    if (passage.subject == subject && passage.field == field) return language::encode(passage.text);
  }
  return {};
}

}  // namespace

std::optional<Level> levelOf(const Object& object) {
  if (const auto* item = as<TheoryItem>(object)) return item->level;
  if (const auto* item = as<SkillItem>(object)) return item->level;
  if (const auto* blueprint = as<Blueprint>(object)) return blueprint->level;
  return std::nullopt;
}

std::string placeName(const Object& object, Id subject, const std::string& field) {
  const std::string place = language::placeWord(field);
  if (const auto* item = as<TheoryItem>(object)) {
    return say("{item}的{place}", "item"_a = itemName(*item), "place"_a = place);
  }
  if (const auto* item = as<SkillItem>(object)) {
    return say("{item}的{place}", "item"_a = itemName(*item), "place"_a = place);
  }
  if (const auto* blueprint = as<Blueprint>(object)) return partName(*blueprint, subject);
  return say("标准的{place}", "place"_a = place);
}

void TextRule::observe(const Change& change, const Facts& facts) {
  if (hasTexts(change.before) || hasTexts(change.after)) touch(change.id);
  follow(change, facts);
}

void TextRule::judge(const Facts& facts, FindingSink& sink) {
  prepare(facts);
  judgeTouched(facts, sink);
}

void TextRule::touchAll(const Facts& facts) {
  for (const auto& [id, object] : facts.bank().objects()) {
    if (hasTexts(object)) touch(id);
  }
}

void TextRule::judgeTouched(const Facts& facts, FindingSink& sink) {
  std::ranges::sort(touched_);
  touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
  const std::vector<Id> touched = std::exchange(touched_, {});
  // All is taken back before anything is put: a point may have moved from one blueprint to another.
  for (const Id id : touched) {
    const auto reported = reported_.find(id);
    if (reported == reported_.end()) continue;
    for (const FindingKey& key : reported->second) sink.clear(key.subject, key.field);
    reported_.erase(reported);
  }
  for (const Id id : touched) {
    const Object* object = facts.bank().object(id);
    if (object != nullptr && (!hasTexts(*object) || isRetired(*object))) object = nullptr;
    std::vector<Finding> found;
    examine(id, object, facts, found);
    if (!found.empty()) put(id, *object, std::move(found), sink);
  }
}

void TextRule::put(Id id, const Object& object, std::vector<Finding> found, FindingSink& sink) {
  const std::vector<language::Passage> passages = language::passagesOf(object);
  std::map<std::pair<Id, std::string>, int> inField;
  std::vector<FindingKey>& keys = reported_[id];
  for (Finding& finding : found) {
    Subject& subject = finding.subject;
    subject.object = id;
    subject.level = levelOf(object);
    finding.judged = textOf(passages, subject.id, subject.field);
    const int number = ++inField[{subject.id, subject.field}];
    if (number > 1) subject.field += ":" + std::to_string(number);
    keys.push_back({{}, subject.id, subject.field});
    sink.put(std::move(finding));
  }
}

void LanguageRule::examine(Id id, const Object* object, const Facts& facts, std::vector<Finding>& found) {
  for (const language::Hit& hit : facts.shared<language::Scans>().of(id, object)) {
    if (hit.family != family_) continue;
    Finding finding;
    finding.subject.id = hit.subject;
    finding.subject.field = hit.field;
    finding.subject.range = hit.range;
    finding.measured = hit.found;
    finding.required = hit.better;
    word(hit, placeName(*object, hit.subject, hit.field), clause(levelOf(*object)), finding);
    if (finding.message.empty()) continue;
    if (hit.certain) {
      finding.fix =
          Fix{say("改正文字"), std::vector{TextChange{hit.field, hit.range, hit.found, hit.better}}};
    }
    found.push_back(std::move(finding));
  }
}

}  // namespace tiku::validators
