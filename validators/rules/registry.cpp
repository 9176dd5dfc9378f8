#include <algorithm>

#include "validators/checker/rule.h"
#include "validators/checker/stale_waivers.h"
#include "validators/rules/bank/bank_levels.h"
#include "validators/rules/blueprint/blueprint_missing.h"
#include "validators/rules/blueprint/codes.h"
#include "validators/rules/blueprint/importance_missing.h"
#include "validators/rules/blueprint/names.h"
#include "validators/rules/blueprint/names_across_levels.h"
#include "validators/rules/blueprint/trace.h"
#include "validators/rules/blueprint/weights_missing.h"
#include "validators/rules/blueprint/weights_standard.h"
#include "validators/rules/blueprint/weights_sum.h"
#include "validators/rules/coverage/points_per_level.h"
#include "validators/rules/coverage/points_per_weight.h"
#include "validators/rules/duplicates/cross_level.h"
#include "validators/rules/duplicates/near.h"
#include "validators/rules/duplicates/same_level.h"
#include "validators/rules/duplicates/skills_cross_level.h"
#include "validators/rules/items/absolute_words.h"
#include "validators/rules/items/all_of_above.h"
#include "validators/rules/items/all_right.h"
#include "validators/rules/items/answer_told.h"
#include "validators/rules/items/asked_number.h"
#include "validators/rules/items/blank.h"
#include "validators/rules/items/blank_form.h"
#include "validators/rules/items/code.h"
#include "validators/rules/items/difficulty_spread.h"
#include "validators/rules/items/double_negative.h"
#include "validators/rules/items/final_stop.h"
#include "validators/rules/items/judgement_form.h"
#include "validators/rules/items/key_balance.h"
#include "validators/rules/items/key_echo.h"
#include "validators/rules/items/key_in_stem.h"
#include "validators/rules/items/key_invalid.h"
#include "validators/rules/items/key_missing.h"
#include "validators/rules/items/media_missing.h"
#include "validators/rules/items/negative_stem.h"
#include "validators/rules/items/option_equal.h"
#include "validators/rules/items/option_form.h"
#include "validators/rules/items/option_length.h"
#include "validators/rules/items/option_order.h"
#include "validators/rules/items/option_overlap.h"
#include "validators/rules/items/option_prefix.h"
#include "validators/rules/items/options.h"
#include "validators/rules/items/point_missing.h"
#include "validators/rules/items/rating.h"
#include "validators/rules/items/scoring.h"
#include "validators/rules/items/stem_empty.h"
#include "validators/rules/judgements/stale.h"
#include "validators/rules/language/banned_variant.h"
#include "validators/rules/language/confusion.h"
#include "validators/rules/language/doubled.h"
#include "validators/rules/language/numbers.h"
#include "validators/rules/language/punctuation.h"
#include "validators/rules/language/spelling.h"
#include "validators/rules/language/standards_cited.h"
#include "validators/rules/language/term_slips.h"
#include "validators/rules/language/two_names.h"
#include "validators/rules/language/units.h"
#include "validators/rules/language/width.h"
#include "validators/rules/mix/both_kinds.h"
#include "validators/rules/mix/occupation_class.h"
#include "validators/rules/mix/subjective_share.h"
#include "validators/rules/mix/types_allowed.h"
#include "validators/rules/mix/types_per_point.h"
#include "validators/rules/papers/answer_told.h"
#include "validators/rules/papers/items.h"
#include "validators/rules/papers/keys.h"
#include "validators/rules/papers/near_overlap.h"
#include "validators/rules/papers/objective_marks.h"
#include "validators/rules/papers/overlap.h"
#include "validators/rules/papers/shape.h"
#include "validators/rules/papers/skills_overlap.h"
#include "validators/rules/papers/total.h"
#include "validators/rules/plan/plan_missing.h"
#include "validators/rules/plan/plan_total.h"
#include "validators/rules/reviews/changed_since_approval.h"
#include "validators/rules/sets/set_items.h"
#include "validators/rules/size/bank_size.h"
#include "validators/rules/skills/marks.h"
#include "validators/rules/skills/module_missing.h"
#include "validators/rules/skills/point_missing.h"
#include "validators/rules/skills/rows.h"
#include "validators/rules/skills/safety.h"
#include "validators/rules/skills/score_sum.h"
#include "validators/rules/skills/time.h"
#include "validators/rules/standard/counts.h"
#include "validators/rules/standard/skill_wording.h"
#include "validators/rules/standard/standard_missing.h"
#include "validators/rules/standard/standard_weights.h"
#include "validators/rules/structure/modules_items.h"
#include "validators/rules/structure/structure_standard.h"
#include "validators/rules/structure/structure_total.h"
#include "validators/rules/updates/open_tasks.h"

namespace tiku::validators {
namespace {

// One line per rule, sorted by id.
constexpr RuleEntry kRules[] = {
    entry<BankLevels>(),
    entry<Codes>(),
    entry<ImportanceMissing>(),
    entry<BlueprintMissing>(),
    entry<Names>(),
    entry<NamesAcrossLevels>(),
    entry<Trace>(),
    entry<WeightsMissing>(),
    entry<WeightsStandard>(),
    entry<WeightsSum>(),
    entry<PointsPerLevel>(),
    entry<PointsPerWeight>(),
    entry<CrossLevel>(),
    entry<NearDuplicates>(),
    entry<SameLevel>(),
    entry<SkillsCrossLevel>(),
    entry<AbsoluteWords>(),
    entry<AllOfAbove>(),
    entry<AllRight>(),
    entry<AnswerTold>(),
    entry<AskedNumber>(),
    entry<Blank>(),
    entry<BlankForm>(),
    entry<Code>(),
    entry<Consistency>(),
    entry<Difficulty>(),
    entry<DifficultySpread>(),
    entry<DoubleNegative>(),
    entry<FinalStop>(),
    entry<JudgementForm>(),
    entry<KeyBalance>(),
    entry<KeyEcho>(),
    entry<KeyInStem>(),
    entry<KeyInvalid>(),
    entry<KeyMissing>(),
    entry<MediaMissing>(),
    entry<NegativeStem>(),
    entry<OptionEqual>(),
    entry<OptionForm>(),
    entry<OptionLength>(),
    entry<OptionOrderRule>(),
    entry<OptionOverlap>(),
    entry<OptionPrefix>(),
    entry<Options>(),
    entry<PointMissing>(),
    entry<Scoring>(),
    entry<StemEmpty>(),
    entry<StaleJudgements>(),
    entry<BannedVariant>(),
    entry<Confusion>(),
    entry<Doubled>(),
    entry<Numbers>(),
    entry<Punctuation>(),
    entry<SpellingRule>(),
    entry<StandardsCited>(),
    entry<TermSlips>(),
    entry<TwoNames>(),
    entry<Units>(),
    entry<Width>(),
    entry<BothKinds>(),
    entry<OccupationClassMix>(),
    entry<SubjectiveShare>(),
    entry<TypesAllowed>(),
    entry<TypesPerPoint>(),
    entry<PaperAnswerTold>(),
    entry<PaperEntries>(),
    entry<PaperKeyBalance>(),
    entry<PaperKeyRuns>(),
    entry<NearOverlap>(),
    entry<ObjectiveMarks>(),
    entry<PaperOverlap>(),
    entry<PaperShapeRule>(),
    entry<SkillsOverlap>(),
    entry<PaperTotal>(),
    entry<PlanMissing>(),
    entry<PlanTotal>(),
    entry<ChangedSinceApproval>(),
    entry<SetItems>(),
    entry<SkillsItemsSize>(),
    entry<SkillsPapersSize>(),
    entry<TheoryItemsSize>(),
    entry<TheoryPapersSize>(),
    entry<SkillMarks>(),
    entry<ModuleMissing>(),
    entry<SkillPointMissing>(),
    entry<ScoreRows>(),
    entry<SkillSafety>(),
    entry<ScoreSum>(),
    entry<SkillTime>(),
    entry<StandardContents>(),
    entry<StandardFunctions>(),
    entry<StandardMissing>(),
    entry<SkillWording>(),
    entry<StandardSkills>(),
    entry<StandardWeightsSum>(),
    entry<ModulesItems>(),
    entry<StructureStandard>(),
    entry<StructureTotal>(),
    entry<OpenTasks>(),
    {kStaleWaiversRule, {}, nullptr},
};

}  // namespace

std::span<const RuleEntry> allRules() {
  return kRules;
}

const RuleEntry* findRule(std::string_view id) {
  const auto found = std::ranges::lower_bound(kRules, id, {}, &RuleEntry::id);
  return found != std::end(kRules) && found->id == id ? &*found : nullptr;
}

}  // namespace tiku::validators
