#include "workflows/review/draw/exclusion.h"

#include <algorithm>

#include "formats/base/fold.h"
#include "formats/base/say.h"
#include "workflows/deadlines/work_calendar.h"

namespace tiku::workflows {
namespace {

using formats::Bank;
using formats::Date;
using formats::Exclusion;
using formats::Expert;
using formats::foldWords;
using formats::say;
using formats::translate;
using formats::operator""_a;
using validators::PanelRules;

// Four Han characters: anything shorter begins the names of too many.
constexpr std::size_t kShortestName = 12;

// One institution, or a branch of it by its name: 黔中电力公司 and 黔中电力公司培训中心.
bool sameInstitution(const std::string& a, const std::string& b) {
  const std::string one = foldWords(a);
  const std::string other = foldWords(b);
  const std::string& shorter = one.size() < other.size() ? one : other;
  const std::string& longer = one.size() < other.size() ? other : one;
  if (shorter.empty()) return false;
  return shorter == longer || (shorter.size() >= kShortestName && longer.find(shorter) != std::string::npos);
}

// The last day of the term, as far as it is known.
std::optional<Date> lastDay(const Expert& expert, const PanelRules& rules) {
  if (expert.until) return expert.until;
  if (!expert.appointed || rules.termYears == 0) return std::nullopt;
  // The day before the same day some years later, since the first day counts.
  const std::chrono::year_month_day first(dayOf(*expert.appointed));
  const auto then = first + std::chrono::years(rules.termYears);
  const auto day =
      then.ok() ? std::chrono::sys_days(then) : std::chrono::sys_days(then.year() / std::chrono::March / 1);
  return dateOf(day - std::chrono::days(1));
}

std::optional<std::string> outOfTerm(const Expert& expert, const PanelRules& rules, const Date& on) {
  if (expert.appointed && on < *expert.appointed) {
    return say("聘期从 {date} 开始", "date"_a = expert.appointed->str());
  }
  const auto last = lastDay(expert, rules);
  if (last && *last < on) return say("聘期到 {date} 为止", "date"_a = last->str());
  if (!last && rules.termYears > 0) return translate("没有登记聘期");
  return std::nullopt;
}

bool qualified(const Expert& expert, const PanelRules& rules) {
  if (!rules.title && !rules.level) return true;
  return (rules.title && expert.title && *expert.title >= *rules.title) ||
         (rules.level && expert.level && expert.level->number() <= rules.level->number());
}

bool knows(const std::string& field, const formats::BankInfo& info) {
  if (!info.occupationName.empty() && foldWords(field) == foldWords(info.occupationName)) return true;
  if (!info.occupation || field.empty()) return false;
  const std::string& code = info.occupation->str();
  return code.starts_with(field) && (code.size() == field.size() || code[field.size()] == '-');
}

std::optional<std::string> otherField(const Expert& expert, const formats::BankInfo& info) {
  if (expert.kind == Expert::Kind::kMethod || (!info.occupation && info.occupationName.empty())) {
    return std::nullopt;
  }
  if (expert.fields.empty()) return translate("没有登记专业");
  if (std::ranges::any_of(expert.fields, [&](const std::string& field) { return knows(field, info); })) {
    return std::nullopt;
  }
  std::string listed;
  for (const std::string& field : expert.fields) listed += (listed.empty() ? "" : "、") + field;
  return say("登记的专业是{fields}", "fields"_a = listed);
}

std::optional<std::string> keepsOut(const Expert& expert, const std::string& institution) {
  for (const formats::Avoidance& avoidance : expert.avoidances) {
    // Without a name nobody knows what he keeps out of.
    if (!avoidance.institution.empty() && !sameInstitution(avoidance.institution, institution)) continue;
    return avoidance.reason.empty() ? translate("登记了回避") : avoidance.reason;
  }
  return std::nullopt;
}

bool worked(const Expert& expert, const Bank& bank) {
  const auto* people = bank.find<formats::People>(formats::People::kId);
  if (people == nullptr) return false;
  return std::ranges::any_of(people->people, [&](const formats::Person& person) {
    return person.id == expert.id ||
           (foldWords(person.name) == foldWords(expert.name) &&
            (person.institution.empty() || sameInstitution(person.institution, expert.institution)));
  });
}

}  // namespace

std::optional<ExclusionGround> exclusionOf(const Expert& expert, const Bank& bank, const PanelRules& rules,
                                           const Date& on) {
  const std::string& institution = bank.info().institution.name;
  if (!expert.removed.empty()) return ExclusionGround{Exclusion::kRemoved, expert.removed};
  if (auto why = outOfTerm(expert, rules, on)) return ExclusionGround{Exclusion::kTerm, std::move(*why)};
  if (!qualified(expert, rules)) {
    return ExclusionGround{Exclusion::kQualification, expert.qualification.empty()
                                                          ? translate("没有登记职称或技能等级")
                                                          : expert.qualification};
  }
  if (auto why = otherField(expert, bank.info())) {
    return ExclusionGround{Exclusion::kField, std::move(*why)};
  }
  if (expert.institution.empty()) {
    return ExclusionGround{Exclusion::kOwnInstitution, translate("没有登记工作单位，无法判断")};
  }
  if (sameInstitution(expert.institution, institution)) {
    return ExclusionGround{Exclusion::kOwnInstitution, expert.institution};
  }
  if (auto why = keepsOut(expert, institution)) {
    return ExclusionGround{Exclusion::kAvoidance, std::move(*why)};
  }
  if (worked(expert, bank)) return ExclusionGround{Exclusion::kDeveloper, translate("在本题库的人员名单中")};
  return std::nullopt;
}

}  // namespace tiku::workflows
