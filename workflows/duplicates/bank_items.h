#pragma once

#include <memory>
#include <string>
#include <vector>

#include "formats/model/bank.h"
#include "validators/rules/duplicates/judged_pairs.h"
#include "workflows/duplicates/item_source.h"

namespace tiku::workflows {

/// The live items of a bank, theory items and the tasks of operational ones, in reading order (五级 first,
/// then code, then id).
class BankItems final : public ItemSource {
 public:
  BankItems(formats::Bank bank, std::string name);
  /// Theory items of an imported file in its order, which belong to no bank and may be of no known level.
  BankItems(std::string name, std::vector<std::shared_ptr<const formats::TheoryItem>> items, bool levelKnown);

  [[nodiscard]] const std::string& name() const override { return name_; }
  [[nodiscard]] std::size_t size() const override { return items_.size(); }
  void read(std::size_t at, validators::ItemWords& words) const override;
  [[nodiscard]] ItemLabel label(std::size_t at) const override { return items_[at].label; }
  [[nodiscard]] std::optional<formats::Level> level(std::size_t at) const override {
    return items_[at].label.level;
  }
  [[nodiscard]] std::span<const std::uint32_t> papers(std::size_t at) const override {
    return items_[at].papers;
  }
  [[nodiscard]] const formats::Judgement* judgement(std::size_t a, std::size_t b) const override;

 private:
  struct Item {
    std::unique_ptr<validators::KeptWords> words;
    ItemLabel label;
    std::vector<std::uint32_t> papers;
  };
  void addBankItems();
  void addPapers();

  formats::Bank bank_;
  std::string name_;
  std::vector<Item> items_;
  validators::JudgedPairs judged_;
};

}  // namespace tiku::workflows
