#include "formats/exchange/qti/take_papers.h"

#include <cmath>
#include <unordered_map>

#include "formats/base/say.h"
#include "formats/exchange/qti/write_item.h"

namespace tiku::formats::qti {
namespace {

// SCORE goes up to the marks of an item that people mark, and up to 1 otherwise; the weight multiplies it.
Marks marksOf(const TheoryItem& item, double weight) {
  constexpr double kWhole = 100;
  constexpr double kMost = 99'999'999;
  const bool human = !isObjective(item.type) && item.type != ItemType::kFillIn;
  const bool own = human && item.marks && !item.marks->isZero();
  const double hundredths = weight * (own ? static_cast<double>(item.marks->hundredths()) : kWhole);
  return hundredths > 0 && hundredths < kMost ? Marks::ofHundredths(std::llround(hundredths)) : Marks();
}

/// The items of the bank as an edit leaves them, by the paths that they have in a package.
class ItemsByPath {
 public:
  ItemsByPath(const Bank& bank, const ImportResult& result,
              const std::unordered_map<std::string, std::size_t>& taken)
      : bank_(bank), result_(result), taken_(taken) {
    for (const Edit::Step& step : result.edit.steps()) edited_[step.id] = as<TheoryItem>(step.object);
  }

  [[nodiscard]] const TheoryItem* find(const std::string& path) const {
    const auto place = taken_.find(path);
    if (place == taken_.end()) return nullptr;
    const Id id = result_.items.at(place->second).id;
    const auto edited = edited_.find(id);
    return edited == edited_.end() ? bank_.find<TheoryItem>(id) : edited->second;
  }

 private:
  const Bank& bank_;
  const ImportResult& result_;
  const std::unordered_map<std::string, std::size_t>& taken_;
  std::unordered_map<Id, const TheoryItem*> edited_;
};

struct MadeSections {
  std::vector<PaperSection> sections;
  const TheoryItem* first = nullptr;
  int items = 0;
  int missing = 0;  ///< Items that the test names and the package does not have.
};

MadeSections sectionsOf(const ReadTest& test, const ItemsByPath& items) {
  MadeSections made;
  for (const ReadTest::Section& section : test.sections) {
    PaperSection& ours = made.sections.emplace_back();
    ours.title = section.title;
    for (const ReadTest::Entry& entry : section.entries) {
      const TheoryItem* item = items.find(entry.path);
      if (item == nullptr) {
        ++made.missing;
        continue;
      }
      if (made.first == nullptr) made.first = item;
      ours.entries.push_back({item->id, entry.weight ? marksOf(*item, *entry.weight) : Marks()});
      ++made.items;
    }
  }
  return made;
}

// Of ours by its id, of others by where it came from.
bool isKnown(const Bank& bank, const std::optional<Id>& id, const Source& source) {
  if (id && bank.object(*id) != nullptr) return true;
  bool found = false;
  bank.forEach<Paper>([&](const auto& paper) { found = found || paper->source == source; });
  return found;
}

}  // namespace

void PaperTaker::add(std::string at, ReadTest test, PaperMark mark) {
  waiting_.push_back({std::move(at), std::move(test), std::move(mark)});
}

void PaperTaker::finish(const Bank& bank, const std::string& file, ImportResult& result, Ledger& verdicts) {
  const ItemsByPath items(bank, result, taken_);
  std::vector<Paper> papers;
  for (Waiting& one : waiting_) {
    MadeSections made = sectionsOf(one.test, items);
    if (one.test.notFixed.empty() && made.items == 0) one.test.notFixed = say("它的试题都不在包里。");
    if (!one.test.notFixed.empty()) {
      verdicts.unclear(one.at, say("试卷没有收入：{reason}", "reason"_a = one.test.notFixed));
      continue;
    }
    const auto id = idOfIdentifier(one.test.identifier);
    const Source source{file, one.at};
    if (isKnown(bank, id, source)) {
      verdicts.skipped(one.at, say("题库里已有这份试卷，没有改动。"));
      continue;
    }
    Paper& paper = papers.emplace_back(id.value_or(Id::random()), one.mark.level.value_or(made.first->level),
                                       Paper::Kind::kTheory);
    paper.number = one.mark.number;
    paper.title = one.test.title;
    paper.minutes = one.test.minutes;
    paper.sections = std::move(made.sections);
    paper.source = source;
    if (made.missing == 0) {
      verdicts.imported(one.at, say("试卷，{n} 道题", "n"_a = made.items));
    } else {
      verdicts.unclear(one.at, say("试卷，{n} 道题；另有 {missing} 道不在包里，没有收入。",
                                   "n"_a = made.items, "missing"_a = made.missing));
    }
  }
  if (!papers.empty()) result.report.counts["papers"] = static_cast<int>(papers.size());
  for (Paper& paper : papers) result.edit.put(std::move(paper));
}

}  // namespace tiku::formats::qti
