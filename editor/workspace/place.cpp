#include "editor/workspace/place.h"

#include "formats/model/bank.h"

namespace tiku::editor {

using formats::Blueprint;
using formats::Dossier;
using formats::Experts;
using formats::Opinion;
using formats::PanelDraws;
using formats::Paper;
using formats::Round;
using formats::SkillItem;
using formats::Standard;
using formats::Submission;
using formats::TheoryItem;

namespace {

Half halfOf(const Blueprint& blueprint, formats::Id part) {
  bool inSkills = false;
  formats::walk(blueprint.skills, [&](const formats::TablePlace& at) {
    inSkills = inSkills || at.path.back()->id == part || (at.point != nullptr && at.point->id == part);
  });
  for (const formats::SkillGroup& group : blueprint.structure.groups) {
    for (const formats::SkillModule& module : group.modules) inSkills = inSkills || module.id == part;
  }
  return inSkills ? Half::kSkills : Half::kTheory;
}

}  // namespace

Place placeOf(formats::Id object, const formats::Bank& bank) {
  const formats::Object* found = bank.object(object);
  if (found == nullptr) return {};
  if (const auto* item = formats::as<TheoryItem>(*found)) {
    return {.room = Room::kItems, .level = item->level, .object = object};
  }
  if (const auto* item = formats::as<SkillItem>(*found)) {
    return {.room = Room::kItems, .level = item->level, .half = Half::kSkills, .object = object};
  }
  if (const auto* set = formats::as<formats::ItemSet>(*found)) {
    // A set is seen at its items.
    const formats::Id first = set->items.empty() ? formats::Id() : set->items.front();
    return {.room = Room::kItems, .level = set->level, .object = first};
  }
  if (const auto* blueprint = formats::as<Blueprint>(*found)) {
    return {.room = Room::kBlueprint, .level = blueprint->level, .object = object};
  }
  if (const auto* paper = formats::as<Paper>(*found)) {
    return {.room = Room::kPapers,
            .level = paper->level,
            .half = paper->kind == Paper::Kind::kSkills ? Half::kSkills : Half::kTheory,
            .object = object};
  }
  if (formats::as<formats::StandardUpdate>(*found) != nullptr)
    return {.room = Room::kImpact, .object = object};
  if (formats::as<Standard>(*found) != nullptr) return {.room = Room::kStandard, .object = object};
  if (formats::as<Dossier>(*found) != nullptr) return {.room = Room::kFiling, .object = object};
  if (formats::as<Round>(*found) != nullptr || formats::as<Experts>(*found) != nullptr ||
      formats::as<PanelDraws>(*found) != nullptr || formats::as<Opinion>(*found) != nullptr) {
    return {.room = Room::kReview, .object = object};
  }
  if (const auto* submission = formats::as<Submission>(*found))
    return {.room = Room::kReview, .object = submission->round};
  return {};
}

Place placeOf(const validators::Subject& subject, const formats::Bank& bank) {
  Place place = placeOf(subject.object, bank);
  place.field = subject.field;
  place.range = subject.range;
  if (!place.level) place.level = subject.level;
  if (subject.id != subject.object) place.part = subject.id;
  if (place.room != Room::kBlueprint) return place;
  const Blueprint* blueprint = bank.find<Blueprint>(subject.object);
  // Findings of a table as a whole name it in their field.
  if (place.field.starts_with("skills") || place.field.starts_with("structure") ||
      (!place.part.empty() && halfOf(*blueprint, place.part) == Half::kSkills)) {
    place.half = Half::kSkills;
  }
  return place;
}

}  // namespace tiku::editor
