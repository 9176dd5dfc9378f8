#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validators/checker/checker.h"

/// Small banks to tell what a rule does, and what it found in them under the Guizhou profile.
namespace tiku::validators {

inline formats::Level level(int number) {
  return *formats::Level::of(number);
}

inline formats::RichText text(std::string_view words) {
  return formats::RichText::plain(words);
}

/// A choice item of 三级: 单选 with one letter as key, 多选 with several; no key for an empty one.
inline formats::TheoryItem choice(std::string_view stem, std::initializer_list<std::string_view> options,
                                  std::string_view letters = {}) {
  using namespace formats;
  TheoryItem item(Id::random(), level(3),
                  letters.size() > 1 ? ItemType::kMultipleChoice : ItemType::kSingleChoice);
  item.stem = text(stem);
  for (const std::string_view option : options) item.options.push_back(text(option));
  if (!letters.empty()) {
    ChoiceKey key;
    for (const char letter : letters) key.options.push_back(letter - 'A');
    item.key = key;
  }
  return item;
}

/// A judgement of 三级.
inline formats::TheoryItem judgement(std::string_view stem, std::optional<bool> correct = true) {
  using namespace formats;
  TheoryItem item(Id::random(), level(3), ItemType::kTrueFalse);
  item.stem = text(stem);
  if (correct) item.key = JudgementKey{*correct};
  return item;
}

/// A blueprint whose theory table has one scope with a point of the name.
inline formats::Blueprint blueprintWithPoint(formats::Level at, formats::Part part, const char* name) {
  formats::Blueprint blueprint(at);
  formats::Scope scope;
  scope.id = formats::Id::random();
  scope.code = part == formats::Part::kBasic ? "A" : "B";
  scope.name = part == formats::Part::kBasic ? "基本要求" : "相关知识";
  formats::Point point;
  point.id = formats::Id::random();
  point.code = "001";
  point.name = name;
  scope.points.push_back(point);
  blueprint.theory.tops.push_back({part, scope});
  return blueprint;
}

inline formats::Id pointOf(const formats::Blueprint& blueprint) {
  return blueprint.theory.tops[0].scope.points[0].id;
}

/// A bank of five levels with the objects.
template <typename... Objects>
formats::Bank bankWith(const Objects&... objects) {
  formats::BankInfo info;
  for (int number = 5; number >= 1; --number) info.levels.push_back(level(number));
  formats::Bank bank(info);
  formats::Edit edit;
  (edit.put(objects), ...);
  bank.apply(edit);
  return bank;
}

/// What the rule finds in the bank under the Guizhou profile.
inline std::vector<Finding> findingsOf(const formats::Bank& bank, std::string_view rule) {
  static const Profile kGuizhou = Profile::load("guizhou");
  std::vector<Finding> found = check(bank, kGuizhou);
  std::erase_if(found, [rule](const Finding& finding) { return finding.rule != rule; });
  return found;
}

inline std::vector<std::string> messagesOf(const std::vector<Finding>& findings) {
  std::vector<std::string> messages;
  for (const Finding& finding : findings) messages.push_back(finding.message);
  return messages;
}

/// The rule's messages on a bank with this item alone.
inline std::vector<std::string> told(std::string_view rule, const formats::TheoryItem& item) {
  return messagesOf(findingsOf(bankWith(item), rule));
}

}  // namespace tiku::validators
