#include "validators/rules/papers/overlap.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

namespace {

OverlapShare largestShare(const PaperQuestions& paper, const Shared& shared) {
  const OverlapShare items = shareOfItems(paper, shared);
  const OverlapShare marks = shareOfMarks(paper, shared);
  return marks.whole > 0 && marks > items ? marks : items;
}

}  // namespace

bool PaperOverlap::compares(const Paper& paper) const {
  return paper.kind == Paper::Kind::kTheory;
}

bool PaperOverlap::comparable(const PaperQuestions& a, const PaperQuestions& b) const {
  return a.level == b.level;
}

std::optional<Finding> PaperOverlap::judgePair(const Paper& later, const Paper& earlier,
                                               const PaperQuestions& laterContent,
                                               const PaperQuestions& earlierContent) const {
  const auto limit = settings().number("percent", later.level);
  const Shared ofLater = sharedOf(laterContent, earlierContent);
  if (!limit || ofLater.items == 0) return std::nullopt;
  const Shared ofEarlier = sharedOf(earlierContent, laterContent);
  OverlapShare share = largestShare(laterContent, ofLater);
  const OverlapShare other = largestShare(earlierContent, ofEarlier);
  if (other > share) share = other;
  if (!(share > OverlapShare{limit->hundredths(), 10000})) return std::nullopt;

  Finding finding;
  finding.measured = share.percent() + '%';
  finding.required = limit->str() + '%';
  finding.judged = std::to_string(ofLater.items) + '/' + ofLater.marks.str() + '/' + finding.measured;
  finding.message =
      say("{paper}与{other}有 {items} 道题相同，计 {marks} 分，重复率 {percent}，高于 {limit}（{clause}）。",
          "paper"_a = paperName(later), "other"_a = paperName(earlier), "items"_a = ofLater.items,
          "marks"_a = ofLater.marks.str(), "percent"_a = finding.measured, "limit"_a = finding.required,
          "clause"_a = settings().clauseFor(later.level));
  finding.advice = say("更换其中一套试卷的重复试题。");
  return finding;
}

}  // namespace tiku::validators
