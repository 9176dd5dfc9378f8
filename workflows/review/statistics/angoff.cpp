#include "workflows/review/statistics/angoff.h"

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "formats/base/say.h"
#include "workflows/review/statistics/description.h"

namespace tiku::workflows {
namespace {

using formats::say;
using formats::operator""_a;

// Why there is no cut score, if there is none.
std::string whyNoCut(const Ratings& estimates) {
  std::size_t without = 0;
  for (std::size_t unit = 0; unit < estimates.units(); ++unit) {
    const std::vector<double> values = estimates.ofUnit(unit);
    if (values.empty()) ++without;
    for (const double value : values) {
      if (value < 0 || value > 1) {
        return say("难度估计应在 0 到 1 之间，第 {number} 道题的是 {value}。", "number"_a = unit + 1,
                   "value"_a = value);
      }
    }
  }
  if (without == 0) return {};
  return say("{without} 道题没有难度估计，不能得出及格线。", "without"_a = without);
}

}  // namespace

AngoffCut angoffCut(const Ratings& estimates, std::span<const double> marks) {
  if (marks.size() != estimates.units()) throw std::invalid_argument("one entry of marks per unit");
  const auto all = [](const Figure& figure) { return AngoffCut{figure, figure, figure}; };
  if (estimates.units() == 0) return all(tooFewUnits(1, 0));
  if (const std::string why = whyNoCut(estimates); !why.empty()) return all(Figure::none(why));
  const double most = std::accumulate(marks.begin(), marks.end(), 0.0);
  if (most <= 0) return all(Figure::none(formats::translate("各题的分值都是零，不能得出及格线。")));

  double cut = 0;
  for (std::size_t unit = 0; unit < estimates.units(); ++unit) {
    cut += marks[unit] * describe(estimates.ofUnit(unit)).mean.value();
  }
  std::vector<double> ofRaters;
  for (std::size_t rater = 0; rater < estimates.raters(); ++rater) {
    const std::vector<double> own = estimates.ofRater(rater);
    if (own.size() != estimates.units()) continue;
    ofRaters.push_back(std::inner_product(own.begin(), own.end(), marks.begin(), 0.0));
  }
  const std::size_t units = estimates.units();
  const Figure spread = describe(ofRaters).spread;
  return {Figure::of(cut, units), Figure::of(100 * cut / most, units),
          spread.known() ? Figure::of(spread.value() / std::sqrt(static_cast<double>(ofRaters.size())), units)
                         : tooFewRaters(2, ofRaters.size())};
}

}  // namespace tiku::workflows
