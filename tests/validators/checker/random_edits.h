#pragma once

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "validators/checker/checker.h"

namespace tiku::validators {

/// Makes one random edit of a bank after another. Pools of points and names are small, so that edits meet:
/// items hang on points that come and go, points move between scopes, parts and levels, waivers speak of
/// findings that vanish and return. No two places share an id, as in every bank that the package reader lets
/// in. One seed gives one history: ids too come from it, for a bank lists its objects in their order.
class RandomEdits {
 public:
  explicit RandomEdits(unsigned seed) : random_(seed) {
    for (int i = 0; i < 24; ++i) points_.push_back(newId());
    for (int i = 0; i < 10; ++i) scopes_.push_back(newId());
    for (int i = 0; i < 6; ++i) entries_.push_back(newId());
    for (int i = 0; i < 4; ++i) modules_.push_back(newId());
    for (int i = 0; i < 3; ++i) mediaNames_.push_back(std::string(64, static_cast<char>('a' + i)) + ".png");
  }

  formats::Edit next(const formats::Bank& bank, const Checker& checker);
  int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }

 private:
  formats::Id newId();
  bool chance(int percent) { return upTo(99) < percent; }
  template <typename T>
  const T& oneOf(const std::vector<T>& values) {
    return values[static_cast<std::size_t>(upTo(static_cast<int>(values.size()) - 1))];
  }
  formats::ItemType someType() { return formats::kItemTypes[static_cast<std::size_t>(upTo(9))]; }
  formats::Level someLevel() { return *formats::Level::of(2 + upTo(2)); }
  std::string word() { return std::string(1, static_cast<char>('A' + upTo(4))); }
  template <typename T>
  std::shared_ptr<const T> existing(const formats::Bank& bank) {
    const auto all = bank.all<T>();
    return all.empty() || chance(25) ? nullptr : oneOf(all);
  }

  void step(formats::Edit& edit, const formats::Bank& bank, const Checker& checker);
  void theoryItem(formats::Edit& edit, const formats::Bank& bank);
  void writingFaults(formats::TheoryItem& item);
  void optionFaults(formats::TheoryItem& item);
  /// Puts two items on the paper of which one answers the other.
  void itemsThatMeet(formats::Edit& edit, formats::Paper& paper);
  void languageFaults(formats::TheoryItem& item);
  void terms(formats::Edit& edit);
  void skillItem(formats::Edit& edit, const formats::Bank& bank);
  void media(formats::Edit& edit, const formats::Bank& bank);
  void itemSet(formats::Edit& edit, const formats::Bank& bank);
  void paper(formats::Edit& edit, const formats::Bank& bank);
  void blueprints(formats::Edit& edit);
  formats::Scope scope(std::vector<formats::Id>& scopes, std::vector<formats::Id>& points, int depth);
  formats::SkillStructure structure(int number);
  void standard(formats::Edit& edit);
  void waivers(formats::Edit& edit, const formats::Bank& bank, const Checker& checker);
  void judgements(formats::Edit& edit, const formats::Bank& bank);
  void rounds(formats::Edit& edit, const formats::Bank& bank);
  void updates(formats::Edit& edit, const formats::Bank& bank);
  void info(formats::Edit& edit, const formats::Bank& bank);

  std::mt19937 random_;
  std::vector<formats::Id> points_;
  std::vector<formats::Id> scopes_;
  std::vector<formats::Id> entries_;
  std::vector<formats::Id> modules_;
  std::vector<std::string> mediaNames_;
};

}  // namespace tiku::validators
