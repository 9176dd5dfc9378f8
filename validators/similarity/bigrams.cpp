#include "validators/similarity/bigrams.h"

#include <algorithm>
#include <cmath>

#include "validators/similarity/scramble.h"

namespace tiku::validators {

void bigramsOf(std::u16string_view statement, std::vector<Bigram>& bigrams) {
  bigrams.clear();
  if (statement.empty()) return;
  if (statement.size() == 1) bigrams.push_back(bigramOf(0, statement.front()));
  for (std::size_t at = 1; at < statement.size(); ++at)
    bigrams.push_back(bigramOf(statement[at - 1], statement[at]));
  std::ranges::sort(bigrams);
  bigrams.erase(std::unique(bigrams.begin(), bigrams.end()), bigrams.end());
}

std::size_t commonNeeded(std::size_t a, std::size_t b, double threshold) {
  constexpr double kRounding = 1e-9;
  return static_cast<std::size_t>(
      std::ceil(threshold / (1 + threshold) * static_cast<double>(a + b) - kRounding));
}

bool alike(std::size_t a, std::size_t b, std::size_t common, double threshold) {
  return common > 0 && common >= commonNeeded(a, b, threshold);
}

double similarity(std::u16string_view a, std::u16string_view b) {
  std::vector<Bigram> ofA;
  std::vector<Bigram> ofB;
  bigramsOf(a, ofA);
  bigramsOf(b, ofB);
  std::vector<Bigram> common;
  std::ranges::set_intersection(ofA, ofB, std::back_inserter(common));
  const std::size_t together = ofA.size() + ofB.size() - common.size();
  return together == 0 ? 0 : static_cast<double>(common.size()) / static_cast<double>(together);
}

}  // namespace tiku::validators
