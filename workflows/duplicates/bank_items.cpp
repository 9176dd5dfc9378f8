#include "workflows/duplicates/bank_items.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "formats/base/say.h"
#include "validators/checker/facts.h"
#include "validators/rules/support/item_place.h"
#include "validators/rules/support/scope_names.h"

namespace tiku::workflows {

using namespace formats;
using validators::Facts;
using validators::KeptWords;

namespace {

std::string typeWord(const TheoryItem& item) {
  return validators::typeWord(item.type);
}

std::string typeWord(const SkillItem& /*item*/) {
  return say("操作题");
}

std::string sectionOf(const TheoryItem& item, const Facts& facts) {
  return validators::placeWords(item, facts);
}

std::string sectionOf(const SkillItem& item, const Facts& /*facts*/) {
  return item.title;
}

/// The printed code names an item as long as no other has it.
std::string printedId(const std::string& code, Id id, const std::map<std::string, int>& codes) {
  return !code.empty() && codes.at(code) == 1 ? code : id.str();
}

}  // namespace

BankItems::BankItems(Bank bank, std::string name)
    : bank_(std::move(bank)), name_(std::move(name)), judged_(bank_.find<Judgements>(Judgements::kId)) {
  addBankItems();
  addPapers();
}

BankItems::BankItems(std::string name, std::vector<std::shared_ptr<const TheoryItem>> items, bool levelKnown)
    : name_(std::move(name)) {
  std::map<std::string, int> codes;
  for (const auto& item : items) ++codes[item->code];
  for (const auto& item : items) {
    ItemLabel label;
    label.id = !item->code.empty() && codes.at(item->code) == 1 ? item->code : item->source.at;
    if (levelKnown) label.level = item->level;
    label.type = typeWord(*item);
    items_.push_back({std::make_unique<KeptWords>(*item), std::move(label), {}});
  }
}

void BankItems::read(std::size_t at, validators::ItemWords& words) const {
  words = items_[at].words->words();
}

const Judgement* BankItems::judgement(std::size_t a, std::size_t b) const {
  const Id first = items_[a].label.object;
  const Id second = items_[b].label.object;
  return first.empty() || second.empty() ? nullptr : judged_.holding(first, second, bank_);
}

void BankItems::addBankItems() {
  Facts facts(bank_);
  std::map<std::string, int> codes;
  const auto count = [&codes](const auto& item) {
    if (!item->code.empty()) ++codes[item->code];
  };
  for (const auto& [id, object] : bank_.objects()) facts.update({id, {}, object});
  bank_.forEach<TheoryItem>(count);
  bank_.forEach<SkillItem>(count);
  const auto add = [&](const auto& items) {
    auto sorted = items;
    std::ranges::sort(sorted, [](const auto& a, const auto& b) {
      if (a->level != b->level) return a->level > b->level;
      return std::tie(a->code, a->id) < std::tie(b->code, b->id);
    });
    for (const auto& item : sorted) {
      if (!validators::isLive(item.get())) continue;
      ItemLabel label{printedId(item->code, item->id, codes),
                      item->id,
                      item->level,
                      sectionOf(*item, facts),
                      typeWord(*item),
                      item->code};
      items_.push_back({std::make_unique<KeptWords>(*item), std::move(label), {}});
    }
  };
  add(bank_.all<TheoryItem>());
  add(bank_.all<SkillItem>());
}

void BankItems::addPapers() {
  std::unordered_map<Id, std::vector<std::uint32_t>> papersOf;
  std::uint32_t number = 0;
  for (const auto& paper : bank_.all<Paper>()) {
    if (!validators::isLive(paper.get())) continue;
    for (const PaperSection& section : paper->sections) {
      for (const PaperEntry& entry : section.entries) papersOf[entry.item].push_back(number);
    }
    ++number;
  }
  for (Item& item : items_) {
    const auto found = papersOf.find(item.label.object);
    if (found == papersOf.end()) continue;
    item.papers = found->second;
    item.papers.erase(std::unique(item.papers.begin(), item.papers.end()), item.papers.end());
  }
}

}  // namespace tiku::workflows
