#include "workflows/review/statistics/figure.h"

#include <cmath>
#include <stdexcept>

#include "formats/base/say.h"

namespace tiku::workflows {

using formats::say;
using formats::translate;
using formats::operator""_a;

Figure Figure::of(double value, std::size_t units) {
  if (!std::isfinite(value)) throw std::logic_error("a statistic that is not finite");
  Figure figure;
  // Minus zero is printed as zero.
  figure.value_ = value == 0 ? 0 : value;
  figure.units_ = units;
  return figure;
}

Figure Figure::none(std::string why) {
  Figure figure;
  figure.why_ = std::move(why);
  return figure;
}

std::string Figure::str(int places) const {
  if (!known()) return "—";
  const std::string text = fmt::format("{:.{}f}", *value_, places);
  // "-0.000" says nothing that "0.000" does not.
  return text.find_first_not_of("-0.") == std::string::npos ? fmt::format("{:.{}f}", 0.0, places) : text;
}

Figure tooFewRaters(std::size_t needed, std::size_t had) {
  return Figure::none(
      say("评分的专家有 {had} 人，至少要 {needed} 人才能计算。", "had"_a = had, "needed"_a = needed));
}

Figure tooFewUnits(std::size_t needed, std::size_t had) {
  return Figure::none(
      say("可以用来计算的题目有 {had} 道，至少要 {needed} 道。", "had"_a = had, "needed"_a = needed));
}

Figure noVariation() {
  return Figure::none(translate("所有评分都相同，无从区分一致与巧合，这个系数没有意义。"));
}

}  // namespace tiku::workflows
