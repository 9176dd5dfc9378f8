#include "validators/rules/papers/overlap.h"

#include "formats/base/say.h"
#include "validators/rules/support/names.h"

namespace tiku::validators {

using namespace formats;

namespace {

/// A share as two whole numbers, so that it compares exactly.
struct Share {
  std::int64_t part = 0;
  std::int64_t whole = 0;

  [[nodiscard]] bool operator>(const Share& other) const { return part * other.whole > other.part * whole; }
  /// "12" or "12.5": per cent with one place, rounded up, so that what passes the limit never prints as it.
  [[nodiscard]] std::string percent() const {
    const std::int64_t tenths = whole == 0 ? 0 : (part * 1000 + whole - 1) / whole;
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : '.' + std::to_string(tenths % 10));
  }
};

Share largestShare(const PaperQuestions& paper, const Shared& shared) {
  const Share items{shared.items, static_cast<std::int64_t>(paper.questions.size())};
  const Share marks{shared.marks.hundredths(), paper.total.hundredths()};
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
  Share share = largestShare(laterContent, ofLater);
  const Share other = largestShare(earlierContent, ofEarlier);
  if (other > share) share = other;
  if (!(share > Share{limit->hundredths(), 10000})) return std::nullopt;

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
