#include "validators/rules/size/level_sizes.h"

#include "validators/rules/size/bank_size.h"

namespace tiku::validators {

using formats::BankKind;

LevelSizes levelSizes(formats::Level level, const Facts& facts, const Profile& profile) {
  const auto need = [&](int had, bool asked, std::string_view rule, std::string_view figure) {
    SizeNeed size{had, {}};
    const RuleSettings* settings = asked ? profile.rule(rule) : nullptr;
    if (settings != nullptr) size.needed = settings->count(figure, level);
    return size;
  };
  const formats::BankInfo& info = facts.bank().info();
  const Facts::LevelCounts& counts = facts.counts(level);
  const bool theoryItems = info.theoryKind == BankKind::kItems;
  const bool skillItems = info.skillsKind == BankKind::kItems;
  return {need(counts.theory.total(), theoryItems, TheoryItemsSize::kId, "items"),
          need(counts.theoryPapers, !theoryItems, TheoryPapersSize::kId, "papers"),
          need(counts.skills, skillItems, SkillsItemsSize::kId, "items"),
          need(counts.skillsPapers, !skillItems, SkillsPapersSize::kId, "papers")};
}

}  // namespace tiku::validators
