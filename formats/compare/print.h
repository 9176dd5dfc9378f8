#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/base/say.h"
#include "formats/compare/expert_words.h"
#include "formats/model/bank.h"

/// The values of an object's members as words for people.
namespace tiku::formats::print {

std::string text(const std::string& value);
std::string text(int value);
std::string text(Id value);
std::string text(const RichText& value);
std::string text(Marks value);
std::string text(Weight value);
std::string text(Level value);
std::string text(const Date& value);
std::string text(const OccupationCode& value);
std::string text(ItemType value);
std::string text(ItemStatus value);
std::string text(BankKind value);
std::string text(OccupationClass value);
std::string text(StandardKind value);
std::string text(ItemSet::Kind value);
std::string text(Paper::Kind value);
std::string text(const Key& value);
std::string text(const Source& value);
std::string text(const Extras& value);
std::string text(const Institution& value);
std::string text(const ScoringPoint& value);
std::string text(const Material& value);
std::string text(const ScoreRow& value);
std::string text(const PaperSection& value);
std::string text(const Person& value);
std::string text(const Waiver& value);
std::string text(const Judgement& value);
std::string text(const Term& value);
std::string text(const EntryChange& value);
std::string text(const UpdateTask& value);
std::string text(Round::Scope value);
std::string text(const RoundStep& value);
std::string text(const Panelist& value);
std::string text(const Rubric& value);
std::string text(const ReviewedObject& value);
std::string text(const Invitation& value);
std::string text(const Annotation& value);
std::string text(const ExpertAnswers& value);
std::string text(OpinionStatus value);
std::string text(const FieldChange& value);
std::string text(SuggestionState value);
std::string text(const Reply& value);
std::string text(const OverviewSection& value);
std::string text(const BasicTopic& value);
std::string text(const LevelRequirements& value);
std::string text(const WeightRow& value);
std::string text(const ElementTable& value);
std::string text(const SkillStructure& value);
std::string text(const PaperPlan& value);

template <typename T>
std::string text(const std::optional<T>& value) {
  return value ? text(*value) : std::string();
}

/// One line for each.
template <typename T>
std::string text(const std::vector<T>& values) {
  std::string lines;
  for (const T& value : values) lines += (lines.empty() ? "" : "\n") + text(value);
  return lines;
}

template <typename V>
std::string text(const std::map<std::string, V>& values) {
  std::string lines;
  for (const auto& [key, value] : values) lines += (lines.empty() ? "" : "\n") + key + "：" + text(value);
  return lines;
}

}  // namespace tiku::formats::print
