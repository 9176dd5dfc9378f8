#include "validators/rules/papers/paper_pairs.h"

#include <tuple>

#include "validators/rules/duplicates/same_words.h"

namespace tiku::validators {

using namespace formats;

namespace {

std::string fieldFor(Id other) {
  return "overlap/" + other.str();
}

bool readsBefore(const PaperQuestions& a, const PaperQuestions& b) {
  if (a.level != b.level) return a.level > b.level;
  return std::tie(a.number, a.id) < std::tie(b.number, b.id);
}

}  // namespace

std::string questionWords(Id item, const Bank& bank) {
  std::string words;
  if (const auto* theory = bank.find<TheoryItem>(item)) words = sameWordsKey(*theory);
  if (const auto* skill = bank.find<SkillItem>(item)) words = sameWordsKey(*skill);
  return words.empty() ? item.str() : words;
}

PaperQuestions questionsOf(const Paper& paper, const std::function<const std::string&(Id)>& wordsOf) {
  PaperQuestions content(paper.level, paper.kind);
  content.number = paper.number;
  content.id = paper.id;
  content.total = paper.total();
  forEachEntry(paper, [&](int /*number*/, const PaperEntry& entry) {
    content.questions[wordsOf(entry.item)] += entry.marks;
  });
  return content;
}

std::string OverlapShare::percent() const {
  const std::int64_t tenths = whole == 0 ? 0 : (part * 1000 + whole - 1) / whole;
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : '.' + std::to_string(tenths % 10));
}

OverlapShare shareOfItems(const PaperQuestions& paper, const Shared& shared) {
  return {shared.items, static_cast<std::int64_t>(paper.questions.size())};
}

OverlapShare shareOfMarks(const PaperQuestions& paper, const Shared& shared) {
  return {shared.marks.hundredths(), paper.total.hundredths()};
}

Shared sharedOf(const PaperQuestions& paper, const PaperQuestions& other) {
  Shared shared;
  auto theirs = other.questions.begin();
  for (const auto& [words, marks] : paper.questions) {
    while (theirs != other.questions.end() && theirs->first < words) ++theirs;
    if (theirs == other.questions.end()) break;
    if (theirs->first != words) continue;
    ++shared.items;
    shared.marks += marks;
  }
  return shared;
}

void PaperPairs::observe(const Change& change, const Facts& /*facts*/) {
  if (change.was<Paper>() != nullptr || change.is<Paper>() != nullptr) {
    uses_.follow(change);
    touched_.insert(change.id);
    return;
  }
  const auto& papers = uses_.papersWith(change.id);
  touched_.insert(papers.begin(), papers.end());
  wordsOf_.erase(change.id);
}

void PaperPairs::judge(const Facts& facts, FindingSink& sink) {
  for (const Id id : touched_) {
    takeBack(id, sink);
    contents_.erase(id);
    const auto* paper = facts.bank().find<Paper>(id);
    if (isLive(paper) && compares(*paper)) contents_.emplace(id, contentOf(*paper, facts.bank()));
  }
  for (const Id id : touched_) {
    if (!contents_.contains(id)) continue;
    for (const auto& [other, content] : contents_) {
      // Of two touched papers the pair is compared once.
      if (other == id || (touched_.contains(other) && other < id)) continue;
      comparePair(id, other, facts, sink);
    }
  }
  touched_.clear();
}

PaperQuestions PaperPairs::contentOf(const Paper& paper, const Bank& bank) {
  return questionsOf(paper, [&](Id item) -> const std::string& {
    const auto [known, isNew] = wordsOf_.try_emplace(item);
    if (isNew) known->second = questionWords(item, bank);
    return known->second;
  });
}

void PaperPairs::takeBack(Id paper, FindingSink& sink) {
  const auto found = standing_.extract(paper);
  if (found.empty()) return;
  for (const Pair& pair : found.mapped()) {
    sink.clear(pair.first, fieldFor(pair.second));
    const auto other = standing_.find(pair.first == paper ? pair.second : pair.first);
    if (other == standing_.end()) continue;
    other->second.erase(pair);
    if (other->second.empty()) standing_.erase(other);
  }
}

void PaperPairs::comparePair(Id a, Id b, const Facts& facts, FindingSink& sink) {
  const PaperQuestions* earlier = &contents_.at(a);
  const PaperQuestions* later = &contents_.at(b);
  if (!comparable(*earlier, *later)) return;
  if (readsBefore(*later, *earlier)) std::swap(earlier, later);
  const auto* laterPaper = facts.bank().find<Paper>(later->id);
  auto finding = judgePair(*laterPaper, *facts.bank().find<Paper>(earlier->id), *later, *earlier);
  if (!finding) return;
  finding->subject = {later->id, later->id, fieldFor(earlier->id), {}, later->level};
  const Pair pair{later->id, earlier->id};
  standing_[later->id].insert(pair);
  standing_[earlier->id].insert(pair);
  sink.put(std::move(*finding));
}

}  // namespace tiku::validators
