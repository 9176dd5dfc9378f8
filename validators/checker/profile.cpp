#include "validators/checker/profile.h"

#include <algorithm>

#include "formats/base/say.h"

namespace tiku::validators {

using formats::Level;
using formats::Weight;

const std::string& RuleSettings::clauseFor(std::optional<Level> level) const {
  if (level) {
    const auto own = levelClauses.find(*level);
    if (own != levelClauses.end()) return own->second;
  }
  return clause;
}

std::optional<Weight> RuleSettings::number(std::string_view name, std::optional<Level> level) const {
  const auto find = [this, name](std::optional<Level> at) -> std::optional<Weight> {
    const auto found = std::ranges::find_if(
        figures, [name, at](const Figure& figure) { return figure.name == name && figure.level == at; });
    return found == figures.end() ? std::nullopt : std::optional(found->value);
  };
  if (level) {
    if (const auto own = find(level)) return own;
  }
  return find(std::nullopt);
}

std::optional<int> RuleSettings::count(std::string_view name, std::optional<Level> level) const {
  const auto value = number(name, level);
  if (!value) return std::nullopt;
  return static_cast<int>(value->hundredths() / 100);
}

const RuleSettings* Profile::rule(std::string_view id) const {
  const auto found = rules_.find(id);
  return found == rules_.end() ? nullptr : &found->second;
}

const ProfileDeadline* Profile::deadline(std::string_view id) const {
  const auto found = std::ranges::find(deadlines_, id, &ProfileDeadline::id);
  return found == deadlines_.end() ? nullptr : &*found;
}

std::string pointWord(const Profile& profile) {
  // The words of the regulations known so far; another word stays as the profile writes it.
  static constexpr const char* kWords[] = {
      formats::markForTranslation("考评点"), formats::markForTranslation("鉴定点"),
      formats::markForTranslation("认定点"), formats::markForTranslation("考核点")};
  const auto known = std::ranges::find(kWords, profile.pointWord());
  return known == std::end(kWords) ? profile.pointWord() : formats::translate(*known);
}

}  // namespace tiku::validators
