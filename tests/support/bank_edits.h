#pragma once

#include <functional>
#include <set>
#include <string>

#include "tests/support/random_bank.h"

/// What a person does to a bank in a day, at random: the same seed does the same on every machine.
namespace tiku::test {

/// Every text that it writes is one that nobody else writes, "〔甲17〕", so that it can be found again.
class BankEdits {
 public:
  /// `name` is one character or a few: 甲.
  BankEdits(std::uint64_t seed, std::string name) : random_(seed), name_(std::move(name)) {}

  /// Changes, adds or removes one object, or a row of one.
  void edit(formats::Bank& bank);
  void edit(formats::Bank& bank, int times) {
    for (int i = 0; i < times; ++i) edit(bank);
  }

 private:
  std::string mark();
  formats::RichText text() { return formats::RichText::plain("文" + mark()); }
  template <typename T>
  std::size_t any(const std::vector<T>& list) {
    return static_cast<std::size_t>(random_.number(static_cast<int>(list.size())));
  }
  template <typename T>
  formats::Id anyOf(const formats::Bank& bank);
  template <typename T>
  void rows(std::vector<T>& list, const std::function<T()>& make, const std::function<void(T&)>& change);

  void change(formats::BankInfo& info);
  void change(formats::TheoryItem& item);
  void changeOptions(formats::TheoryItem& item);
  void change(formats::SkillItem& item);
  void change(formats::Blueprint& blueprint);
  void change(formats::ElementTable& table);
  void changeScope(formats::ElementTable& table, std::vector<formats::Scope*>& scopes);
  void change(formats::SkillStructure& structure);
  void change(formats::Standard& standard);
  void change(formats::Paper& paper);
  void change(formats::People& people);
  void change(formats::Waivers& waivers);
  void change(formats::Dossier& dossier);
  void change(formats::Terms& terms);
  void change(formats::ItemSet& set);
  void change(formats::Opinion& opinion);
  template <typename T>
  bool changeOne(formats::Bank& bank);
  void addOrRemove(formats::Bank& bank);

  RandomBank random_;
  std::string name_;
  int count_ = 0;
};

/// The marks in a text.
std::set<std::string> marksIn(const std::string& text);

}  // namespace tiku::test
